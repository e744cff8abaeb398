"""The public data sheet of a film: every field of a submission form, to copy and as files."""

from io import BytesIO

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header

from films.finding import find_publications
from films.social import film_card
from pages.rendering import open_window, render_page
from press.kit.contents import KitContents, NothingLive, live_contents
from press.kit.sheet.files import KINDS, sheet_name
from press.kit.sheet.making import make_sheets


def data_sheet(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show the sheet of what is live in the page's language."""
    open_window()
    contents, moved = find_contents(language, slug, "data_sheet")
    if contents is None:
        return moved
    film = contents.main.film
    context = {
        "film": film,
        "sheet": make_sheets(contents)[0],
        "files": [
            (kind, reverse("data_sheet_file", args=[language, film.path, kind])) for kind in KINDS
        ],
        "social": film_card(film),
    }
    others = [
        (link.code, reverse("data_sheet", args=[link.code, link.path])) for link in film.languages
    ]
    return render_page(request, "press/data_sheet.html", language, context, others)


def data_sheet_file(request: HttpRequest, language: str, slug: str, kind: str) -> HttpResponse:
    """Give out the sheet as a file, written as it is asked for."""
    if kind not in KINDS:
        raise Http404
    open_window()
    contents, moved = find_contents(language, slug, "data_sheet_file", kind)
    return moved if contents is None else send_sheet(contents, kind)


def find_contents(
    language: str, slug: str, name: str, *rest: str
) -> tuple[KitContents | None, HttpResponse]:
    """Return what is live, or where it has moved to. Raises `Http404`."""
    publications, moved = find_publications(language, slug, name, *rest)
    if moved:
        return None, moved
    try:
        return live_contents(publications[0].record, [language]), HttpResponse()
    except NothingLive as error:  # withdrawn a moment ago
        raise Http404 from error


def send_sheet(contents: KitContents, kind: str) -> HttpResponse:
    """Answer with a file to be saved. `kind` is one of `KINDS`."""
    KINDS[kind].write(contents, made := BytesIO())
    response = HttpResponse(made.getvalue(), content_type=KINDS[kind].content_type)
    name = sheet_name(contents, kind)
    response.headers["Content-Disposition"] = str(content_disposition_header(True, name))
    return response
