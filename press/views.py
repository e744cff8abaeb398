"""Public pages for the press: the company's press room, a film's press area."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from films.catalogue.choosing import Choice, read_choice
from films.catalogue.views import PAGE_SIZE, Pager, make_pager
from films.finding import find_publications
from films.sheet import FilmSheet
from films.sheet.build import live_document
from films.social import film_card
from pages.chrome import chrome_for
from pages.counting import count_films
from pages.paging import newest_films
from pages.rendering import open_window, page_query, render_page
from pages.social import Card
from pages.tiles import ordered_tiles
from press.area import PressArea, make_area
from press.building.serving import send_kit
from press.kits import kit_name, ready_kits
from press.linked_data import area_linked_data, room_linked_data
from press.near import find_country
from press.releases import live_releases
from press.stills import send_stills, stills_name

SEVERAL = 2


def press_room(request: HttpRequest, language: str) -> HttpResponse:
    """Show press releases, films with their press areas, and whom to ask."""
    open_window()
    releases = live_releases(language)
    pager = read_pager(request, language)
    films = newest_films(language, (pager.number - 1) * PAGE_SIZE, pager.number * PAGE_SIZE)
    query = page_query(pager.number)
    context = {
        "releases": releases,
        "tiles": ordered_tiles(films, language),
        "pager": pager,
        "linked_data": room_linked_data(language, releases),
        "social": Card(),
        "canonical_query": query,
    }
    codes = {language, *chrome_for(language).live_languages}
    others = [(code, reverse("press_room", args=[code]) + query) for code in sorted(codes)]
    return render_page(request, "press/room.html", language, context, others)


def read_pager(request: HttpRequest, language: str) -> Pager:
    """Return which page of the films is asked for."""
    found = sum(sort.count for sort in count_films(language))
    return make_pager(Choice(page=read_choice(request.GET).page), found)


def press_area(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show what the press may take away of one film."""
    open_window()
    publications, moved = find_publications(language, slug, "press_area")
    if moved:
        return moved
    # `find_publications` has made sure that both of its publications are there.
    document = live_document(publications, language) or {}
    country = find_country(request.headers.get("Accept-Language", ""), language)
    record = publications[0].record_id
    area = make_area(document, language, record, timezone.now(), country=country)
    context = {
        "area": area,
        "film": area.film,
        "stills_url": stills_url(document["key"], language, slug, area),
        "social": film_card(area.film),
        "linked_data": area_linked_data(area),
    }
    response = render_page(request, "press/area.html", language, context, _others(area.film))
    patch_vary_headers(response, ("Accept-Language",))
    return response


def press_kit_file(request: HttpRequest, language: str, slug: str, name: str) -> HttpResponseBase:
    """Give out a kit of a live film, or its stills as ZIP.

    A kit of a language that was withdrawn is gone with it.
    """
    publications, moved = find_publications(language, slug, "press_kit_file", name)
    if moved:
        return moved
    document = live_document(publications, language) or {}
    if name == stills_name(document["key"]):
        area = make_area(document, language, publications[0].record_id, timezone.now())
        if not area.stills:
            raise Http404
        return send_stills(request, area, document["key"])
    spoken = {publication.language for publication in publications if publication.language}
    kits = ready_kits(publications[0].record_id, spoken, language)
    kit = next((kit for kit in kits if kit_name(kit) == name), None)
    if kit is None:
        raise Http404
    return send_kit(request, kit)


def stills_url(key: str, language: str, slug: str, area: PressArea) -> str:
    """Return where all stills are had at once; '' if there are not several."""
    if len(area.stills) < SEVERAL:
        return ""
    return reverse("press_kit_file", args=[language, slug, stills_name(key)])


def _others(film: FilmSheet) -> list[tuple[str, str]]:
    return [
        (link.code, reverse("press_area", args=[link.code, link.path])) for link in film.languages
    ]
