"""The data sheet at the desk: in each language, of what is live or of what stands on the desk."""

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.fields import languages
from editorial.names import spoken
from films.models import Film
from press.building.asking import live_languages
from press.data_sheet import send_sheet
from press.desk.views import find_film
from press.kit.contents import KitContents, NothingLive, desk_contents, live_contents
from press.kit.sheet.files import KINDS
from press.kit.sheet.making import make_sheets

DESK = "?state=desk"


@require_safe
def show_sheet(request: HttpRequest, film_id: int, language: str) -> HttpResponse:
    """Show every field with its length, to copy."""
    film = find_film(request, film_id)
    contents = read_contents(request, film, language)
    here = reverse("press_data_sheet", args=[film.pk, language])
    query = DESK if contents.is_draft else ""
    context = {
        **admin.site.each_context(request),
        "title": _("Data sheet for festivals"),
        "opts": Film._meta,
        "original": film,
        "film": film,
        "sheet": make_sheets(contents)[0],
        "is_live": language in live_languages(film.record),
        "states": [
            (_("What is live"), here, not contents.is_draft),
            (_("What stands on the desk"), here + DESK, contents.is_draft),
        ],
        "languages": list_languages(film, language, query),
        "files": [
            (kind, reverse("press_data_sheet_file", args=[film.pk, language, kind]) + query)
            for kind in KINDS
        ],
    }
    return TemplateResponse(request, "admin/press/data_sheet.html", context)


@require_safe
def send_file(request: HttpRequest, film_id: int, language: str, kind: str) -> HttpResponse:
    """Send the sheet as a file."""
    film = find_film(request, film_id)
    if kind not in KINDS:
        raise Http404
    contents = read_contents(request, film, language)
    if request.method == "GET":
        note(Deed.EXPORTED, film.record, language=language, detail=kind)
    return send_sheet(contents, kind)


def read_contents(request: HttpRequest, film: Film, language: str) -> KitContents:
    """Return what is live; on demand, or where nothing is, what stands on the desk.

    Raises `Http404` for a language that the site does not have.
    """
    if language not in languages():
        raise Http404
    if request.GET.get("state") != "desk":
        try:
            return live_contents(film.record, [language])
        except NothingLive:
            pass
    return desk_contents(film.record, [language])


def list_languages(film: Film, current: str = "", query: str = "") -> list[tuple[Any, ...]]:
    """Return (code, name, address, whether it is shown) of the sheet in every language."""
    return [
        (
            code,
            spoken(code),
            reverse("press_data_sheet", args=[film.pk, code]) + query,
            code == current,
        )
        for code in languages()
    ]
