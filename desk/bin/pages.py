"""The bin in the admin: look, bring back, delete for good."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from desk.bin.listing import binned, list_binned
from desk.bin.purging import needed_by, purge
from editorial.history.pages import tell_restored
from editorial.history.restoring import CannotRestore, last_document, restore_from_bin
from editorial.history.titles import title_of
from editorial.kinds import kind_of
from editorial.models import Record
from editorial.rights import Act, may


@require_safe
def bin_view(request: HttpRequest) -> HttpResponse:
    check_may(request, Act.VIEW)
    lines, page = list_binned(request.GET.get("p"))
    return _answer(
        request,
        "list",
        title=_("Bin"),
        lines=lines,
        page=page,
        page_range=page.paginator.get_elided_page_range(page.number),
        days=settings.BIN_DAYS,
        may_restore=may(request.user, Act.DELETE),
        may_purge=may(request.user, Act.MANAGE),
    )


@require_POST
def restore_view(request: HttpRequest, record_id: int) -> HttpResponse:
    """Bring a record back, with what it refers to and was deleted, too."""
    check_may(request, Act.DELETE)
    record = _find(record_id)
    try:
        restored = restore_from_bin(record, request.user)
    except CannotRestore as error:
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(reverse("desk_bin"))
    meta = kind_of(record.kind).model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])
    text = _("“%(name)s” is back on the desk. It is not live.") % {"name": _title(record)}
    link = format_html('{} <a href="{}">{}</a>', text, address, _("Open it"))
    messages.success(request, link)
    tell_restored(request, restored)
    return HttpResponseRedirect(reverse("desk_bin"))


def purge_view(request: HttpRequest, record_id: int) -> HttpResponse:
    """Ask, and then delete for good."""
    check_may(request, Act.MANAGE)
    record = _find(record_id)
    name = _title(record)
    if request.method == "POST":
        purge(record, request.user)
        messages.success(request, _("“%(name)s” is deleted for good.") % {"name": name})
        return HttpResponseRedirect(reverse("desk_bin"))
    holders = Record.objects.filter(pk__in=needed_by([record]).get(record.pk, ()))
    return _answer(request, "purge", title=_("Delete for good"), name=name, holders=holders)


def check_may(request: HttpRequest, act: Act) -> None:
    if not may(request.user, act):
        raise PermissionDenied


def _find(record_id: int) -> Record:
    record: Record | None = binned().filter(pk=record_id).first()
    if record is None:
        raise Http404
    return record


def _title(record: Record) -> str:
    document = last_document(record)
    return title_of(document) if document else record.key


def _answer(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    context = {**admin.site.each_context(request), **context}
    return TemplateResponse(request, f"admin/bin/{template}.html", context)
