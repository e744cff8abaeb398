"""Public pages for the press: the company's press room, a film's press area."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from editorial.publishing.window import live_titles
from films.finding import find_film
from films.sheet import FilmSheet
from films.social import film_card
from pages.rendering import open_window, render_page
from pages.tiles import make_tiles


def press_room(request: HttpRequest, language: str) -> HttpResponse:
    """Show what the press finds here: films with their press areas."""
    open_window()
    context = {"tiles": make_tiles(live_titles("film", language), language)}
    return render_page(request, "press/room.html", language, context)


def press_area(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show what the press may take away of one film."""
    open_window()
    film, moved = find_film(language, slug, "press_area")
    if moved:
        return moved
    context = {"film": film, "social": film_card(film)}
    return render_page(request, "press/area.html", language, context, _others(film))


def _others(film: FilmSheet) -> list[tuple[str, str]]:
    return [
        (link.code, reverse("press_area", args=[link.code, link.path])) for link in film.languages
    ]
