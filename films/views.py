"""Public pages of films: home, film page, JSON."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from editorial.models import Publication
from editorial.publishing.window import live_titles
from films.finding import find_film
from films.front import front_page, next_screenings
from films.linked_data import film_linked_data, home_linked_data
from films.related import find_related
from films.sections import list_sections
from films.serialising import catalogue_json, film_json
from films.sheet import FilmSheet, live_sheet
from films.social import film_card, home_card
from pages.rendering import open_window, render_page
from pages.tiles import make_tiles


def home(request: HttpRequest, language: str) -> HttpResponse:
    """Show one film, what is on next, and all live films of the language by category."""
    open_window()
    front = front_page(language)
    context = {
        "front": front,
        "tiles": front.tiles,
        "screenings": next_screenings(language),
        "linked_data": home_linked_data(language, front.tiles),
        "social": home_card(front),
    }
    return render_page(request, "films/home.html", language, context)


def show_film(request: HttpRequest, language: str, publications: list[Publication]) -> HttpResponse:
    """Show the film page from live publications."""
    film = live_sheet(publications, language)
    if film is None:
        raise Http404
    related = find_related(film, publications)
    context = {
        "film": film,
        "sections": list_sections(film, bool(related)),
        "related": related,
        "linked_data": film_linked_data(film),
        "social": film_card(film),
    }
    return render_page(request, "films/film_detail.html", language, context, _others(film))


def film_data(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """film.json: the public record."""
    open_window()
    film, moved = find_film(language, slug, "film_json")
    if moved:
        return moved
    return JsonResponse(film_json(film), json_dumps_params=JSON)


def catalogue_data(request: HttpRequest, language: str) -> HttpResponse:
    """films.json: the catalogue of the language."""
    open_window()
    tiles = make_tiles(live_titles("film", language), language)
    return JsonResponse(catalogue_json(tiles, language), json_dumps_params=JSON)


JSON = {"ensure_ascii": False, "indent": 1}


def _others(film: FilmSheet) -> list[tuple[str, str]]:
    return [(link.code, reverse("address", args=[link.code, link.path])) for link in film.languages]
