"""The page on which a merge is taken apart, and on which somebody decides what was edited since."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.kinds import kind_of
from editorial.names import person_name
from editorial.rights import Act, may
from people.merging.undoing.acting import unmerge
from people.merging.undoing.obstacles import CannotUnmerge, later_merging
from people.merging.undoing.page import make_fields, make_groups
from people.merging.undoing.planning import Plan, make_plan
from people.models import Merging

LISTED = 30


@require_http_methods(["GET", "HEAD", "POST"])
def unmerge_view(request: HttpRequest, pk: int) -> HttpResponse:
    if not may(request.user, Act.EDIT):
        raise PermissionDenied
    found = Merging.objects.select_related("kept", "merged_by")
    merging = get_object_or_404(found, pk=pk)
    if request.method == "POST" and (answer := _take_apart(request, merging)):
        return answer
    return TemplateResponse(
        request, "admin/people/unmerge.html", _context(request, make_plan(merging))
    )


def _take_apart(request: HttpRequest, merging: Merging) -> HttpResponse | None:
    names = [other["name"] for other in merging.trace.get("others", ())]
    sent = {name: str(value) for name, value in request.POST.items()}
    try:
        lost = unmerge(merging, request.user, sent, request.POST.get("digest", ""))
    except CannotUnmerge as error:
        messages.error(request, " ".join(error.messages))
        merging.refresh_from_db()
        return None
    except IntegrityError:
        # A row that is here by now takes the place of one that would come back.
        messages.error(request, _("Something has changed meanwhile. Look at it again."))
        merging.refresh_from_db()
        return None
    text = _("Taken apart again: %(names)s") % {"names": ", ".join(names)}
    messages.success(request, text)
    for what in lost:
        messages.warning(request, what)
    return HttpResponseRedirect(_form_url(merging))


def _form_url(merging: Merging) -> str:
    meta = kind_of(merging.kept.kind).model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[merging.kept_id])


def _context(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    merging = plan.merging
    context = {
        **admin.site.each_context(request),
        "title": _("Take apart again"),
        "opts": kind_of(merging.kept.kind).model._meta,
        "merging": merging,
        "original": plan.kept,
        "by": person_name(merging.merged_by),
        "obstacle": plan.obstacle,
        "later": later_merging(merging) if plan.obstacle and not merging.undone_at else None,
    }
    if plan.obstacle:
        return context
    return context | {
        "names": ", ".join(other["name"] for other in plan.trace["others"]),
        "others": plan.trace["others"],
        "fields": make_fields(plan),
        "returning": plan.returning[:LISTED],
        "more": max(0, len(plan.returning) - LISTED),
        "notes": plan.notes,
        "published": plan.published,
        "groups": make_groups(plan, request.POST),
        "digest": plan.digest,
    }
