"""A film's laurels to take away: SVG and PNG, in dark and light."""

import hashlib
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from films.finding import find_film
from films.laurels.keeping import keep_png, name_png
from films.laurels.png import can_draw
from films.laurels.svg import INKS, draw_svg
from films.laurels.wording import Laurel, laurel_title, make_laurels
from films.sheet.objects import FilmSheet
from pages.rendering import open_window

CONTENT_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
HEADERS = {
    # A withdrawn film's laurels are gone from every cache within the hour.
    "Cache-Control": "public, max-age=3600",
    # The drawing loads nothing and has no style of its own.
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


def show_laurel(
    request: HttpRequest, language: str, slug: str, uuid: UUID, kind: str
) -> HttpResponseBase:
    """Draw the laurel of a prize or selection of a live film.

    There is none where the festival's own artwork was uploaded: that is what is offered then.
    """
    open_window()
    film, moved = find_film(language, slug, "laurel", str(uuid), kind)
    if moved:
        return moved
    laurel = next((found for found in make_laurels(film) if found.uuid == str(uuid)), None)
    if laurel is None or laurel.artwork or (kind == "png" and not can_draw(laurel)):
        raise Http404
    ink = request.GET.get("ink", "")
    ink = ink if ink in INKS else "dark"
    if kind == "png":
        response = _answer_png(request, laurel, ink)
    else:
        response = _answer_svg(request, laurel, ink, film)
    for header, value in HEADERS.items():
        response.headers[header] = value
    name = f"{film.path}-{laurel.year or ''}-{ink}".replace("--", "-")
    response.headers["Content-Disposition"] = f'inline; filename="laurel-{name}.{kind}"'
    return response


def _answer_png(request: HttpRequest, laurel: Laurel, ink: str) -> HttpResponseBase:
    """Answer with the picture; nothing is drawn for who has it or asks for its headers only."""
    etag = f'"{name_png(laurel, ink)}"'
    response = get_conditional_response(request, etag)
    if response is None and request.method == "HEAD":
        # Streaming, because an empty answer of a known length would say that the picture has 0.
        response = StreamingHttpResponse((), content_type=CONTENT_TYPES["png"])
    if response is None:
        response = HttpResponse(keep_png(laurel, ink), content_type=CONTENT_TYPES["png"])
    response.headers["ETag"] = etag
    return response


def _answer_svg(
    request: HttpRequest, laurel: Laurel, ink: str, film: FilmSheet
) -> HttpResponseBase:
    drawing = draw_svg(laurel, film.language, laurel_title(laurel, film), ink)
    etag = f'"{hashlib.sha256(drawing.encode()).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag)
    if response is None:
        response = HttpResponse(drawing, content_type=CONTENT_TYPES["svg"])
    response.headers["ETag"] = etag
    return response
