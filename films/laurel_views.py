"""A film's laurels to take away: SVG and PNG, in dark and light."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from films.finding import find_film
from films.laurels.png import can_draw, draw_png
from films.laurels.svg import INKS, draw_svg
from films.laurels.wording import laurel_title, make_laurels
from pages.rendering import open_window

CONTENT_TYPES = {"svg": "image/svg+xml", "png": "image/png"}


def show_laurel(
    request: HttpRequest, language: str, slug: str, uuid: UUID, kind: str
) -> HttpResponse:
    """Draw the laurel of a prize or selection of a live film.

    There is none where the festival's own artwork was uploaded: that is what is offered then.
    """
    open_window()
    film, moved = find_film(language, slug, "laurel", str(uuid), kind)
    if moved:
        return moved
    laurel = next((found for found in make_laurels(film) if found.uuid == str(uuid)), None)
    if laurel is None or laurel.artwork:
        raise Http404
    ink = request.GET.get("ink", "")
    ink = ink if ink in INKS else "dark"
    if kind == "svg":
        drawing: str | bytes = draw_svg(laurel, language, laurel_title(laurel, film), ink)
    elif can_draw(laurel):
        drawing = draw_png(laurel, ink)
    else:
        raise Http404
    response = HttpResponse(drawing, content_type=CONTENT_TYPES[kind])
    name = f"{film.path}-{laurel.year or ''}-{ink}".replace("--", "-")
    response["Content-Disposition"] = f'inline; filename="laurel-{name}.{kind}"'
    return response
