"""The desk itself: pages, the blocks of one of them, its preview beside them."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from editorial.changes import change
from editorial.guard.versions import locked
from editorial.rights import Act
from films.models import Film
from microsites.defaults import start_from_defaults
from microsites.desk.frame import find_film, frame
from microsites.desk.previews import preview_url
from microsites.desk.rows import BLOCKS, ENTRIES, PAGES, TABLES
from microsites.desk.shown import make_palette, show_blocks, show_pages
from microsites.desk.states import states_of, translation_links
from microsites.models import Entry, MicrositePage
from pages.preview.headers import change_policy


@require_safe
def show_desk(request: HttpRequest, film_id: int) -> HttpResponse:
    film = find_film(request, film_id)
    context = frame(request, film, _("Microsite")) | desk_context(film, request.GET.get("page", ""))
    context["deleted"] = deleted_row(request)
    response = TemplateResponse(request, "admin/microsites/desk.html", context)
    return change_policy(response, frame_src="'self'")


def deleted_row(request: HttpRequest) -> str:
    """Return "table:identifier" of what was deleted a moment ago, for who has no script."""
    name = request.GET.get("deleted", "")
    return name if name.partition(":")[0] in TABLES else ""


def desk_context(film: Film, wanted: str) -> dict[str, Any]:
    states = states_of(film)
    chosen = choose_page(film, wanted)
    blocks = list(BLOCKS.rows(film).filter(page=chosen)) if chosen else []
    entries = ENTRIES.rows(film).filter(block__page=chosen) if chosen else []
    pages = show_pages(film, states, chosen)
    return {
        "pages": pages,
        "page": next((page for page in pages if page.is_chosen), None),
        "blocks": show_blocks(blocks, entries, states),
        "palette": make_palette(),
        "preview": preview_url(film, chosen),
        "preview_inner": preview_url(film, chosen, "preview_page"),
        "translations": translation_links(film),
        "media": picker_media(),
    }


def choose_page(film: Film, wanted: str) -> MicrositePage | None:
    """Return the page that was asked for, else the start page; None without pages."""
    found: MicrositePage | None = PAGES.find(film, wanted) if wanted else None
    return found or PAGES.rows(film).first()


def picker_media() -> Any:
    """Return what pickers need in a form that is fetched later."""
    return AutocompleteSelect(Entry._meta.get_field("image"), admin.site).media


@require_POST
def start(request: HttpRequest, film_id: int) -> HttpResponse:
    """Write the usual pages, unless somebody has made some meanwhile."""
    film = find_film(request, film_id, Act.EDIT)
    with change(request.user, _("Microsite begun with the usual pages")):
        locked(film.record)
        is_there = not start_from_defaults(film.record)
    if is_there:
        messages.info(request, _("There are pages already; nothing was changed."))
    return HttpResponseRedirect(frame(request, film, "")["desk_url"])
