"""Where something is used, on a page of its own."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from desk.finding.showing import shown_to_visitors
from editorial.rights import Act, may
from editorial.using import has_uses, uses_of


@require_safe
def used_view(request: HttpRequest, room: str, pk: int) -> HttpResponse:
    """Show what refers to a row, with its forms and what visitors see."""
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    model = model_of(room)
    row = model._default_manager.filter(pk=pk).first() if model else None
    if model is None or row is None:
        raise Http404
    uses = uses_of([row])
    pages = shown_to_visitors([use.record for use in uses if use.record])
    context = {
        **admin.site.each_context(request),
        "title": _("Where used"),
        "opts": model._meta,
        "original": row,
        "uses": [(use, pages.get(use.record or 0, ())) for use in uses],
    }
    return TemplateResponse(request, "desk/finding/used.html", context)


def model_of(room: str) -> Any:
    """Return the model of a room of the admin that other records can refer to."""
    for model in admin.site._registry:
        if room_of(model) == room and may_be_used(model):
            return model
    return None


def room_of(model: Any) -> str:
    return f"{model._meta.app_label}_{model._meta.model_name}"


def may_be_used(model: Any) -> bool:
    """A film refers to others; nothing refers to it."""
    return room_of(model) != "films_film" and has_uses(model)
