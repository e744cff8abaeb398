"""Public pages of films: home, film page, JSON."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from editorial.publishing.window import live_of, live_titles
from films.additions import additions_to
from films.finding import find_film
from films.front import front_page, next_screenings
from films.linked_data import film_linked_data, home_linked_data
from films.related import find_related
from films.sections import list_sections
from films.serialising import catalogue_json, film_json
from films.sheet import FilmSheet, live_sheet
from films.social import film_card, home_card
from pages.rendering import open_window
from pages.stored import Contents, show_stored
from pages.tiles import make_tiles


def home(request: HttpRequest, language: str) -> HttpResponse:
    """Show one film, what is on next, and all live films of the language by category."""
    open_window()
    return show_stored(request, f"home/{language}", lambda: _read_home(language))


def _read_home(language: str) -> Contents:
    front = front_page(language)
    context = {
        "front": front,
        "tiles": front.tiles,
        "screenings": next_screenings(language),
        "linked_data": home_linked_data(language, front.tiles),
        "social": home_card(front),
    }
    return Contents("films/home.html", language, context)


def show_film(request: HttpRequest, language: str, record: int) -> HttpResponse:
    """Show the page of a film (its record) from what is live of it."""
    return show_stored(request, page_name(record, language), lambda: read_film(record, language))


def page_name(record: int, language: str) -> str:
    """Return the name under which the finished page of a film is kept."""
    return f"film/{record}/{language}"


def read_film(record: int, language: str) -> Contents:
    """Return what the film page shows. Raises Http404 if the film is not live in the language."""
    publications = live_of(record)
    film = live_sheet(publications, language)
    if film is None:
        raise Http404
    related = find_related(film, publications)
    context = {
        "film": film,
        "sections": list_sections(film, bool(related)),
        "related": related,
        "additions": additions_to(film),
        "linked_data": film_linked_data(film),
        "social": film_card(film),
    }
    return Contents("films/film_detail.html", language, context, _others(film))


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


def _others(film: FilmSheet) -> tuple[tuple[str, str], ...]:
    links = ((link.code, link.path) for link in film.languages)
    return tuple((code, reverse("address", args=[code, path])) for code, path in links)
