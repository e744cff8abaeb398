"""The catalogue: all live films of a language."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.fields import languages
from editorial.publishing.window import live_titles
from editorial.spelling import fold
from films.catalogue.choosing import TITLE, Choice, read_choice
from films.catalogue.facets import Facet, Option, find_person, make_facets, narrow
from films.linked_data import catalogue_linked_data
from pages.listing import ListedFilm, listed_films
from pages.rendering import open_window, page_query, render_page
from pages.social import Card, tile_card
from pages.tiles import FilmTile, make_tiles

PAGE_SIZE = 60


@dataclass(frozen=True)
class Pager:
    """Where a long list stands; addresses are '' where there is no such page."""

    number: int
    last: int
    before: str
    after: str


def catalogue(request: HttpRequest, language: str) -> HttpResponse:
    open_window()
    films = listed_films(language)
    choice = read_choice(request.GET)
    person = find_person(choice, films)
    if choice.person and person is None:
        choice = choice.having(person="")
    found = narrow(films, choice, person)
    if choice.sort == TITLE:
        found.sort(key=lambda film: fold(film.title))
    pager = make_pager(choice, len(found))
    shown = found[(pager.number - 1) * PAGE_SIZE : pager.number * PAGE_SIZE]
    facets = make_facets(films, choice, person, language)
    tiles = ordered_tiles(shown, language)
    context = {
        "tiles": tiles,
        "choice": choice,
        "facets": facets,
        "chosen": chosen_options(facets),
        "found": len(found),
        "total": len(films),
        "pager": pager,
        "by_newest": choice.having(sort="").query or "?",
        "by_title": choice.having(sort=TITLE).query,
        "linked_data": catalogue_linked_data(language, tiles),
        "social": Card(_("Films"), picture=tile_card(tiles)),
        "canonical_query": page_query(pager.number) if choice.is_plain else "",
    }
    others = [
        (code, reverse("catalogue", args=[code]) + choice.query)
        for code in languages()
        if code == language or listed_films(code)
    ]
    return render_page(request, "films/catalogue.html", language, context, others)


def make_pager(choice: Choice, count: int) -> Pager:
    """Return the page that is asked for, or the last one if there are fewer."""
    last = max(1, -(-count // PAGE_SIZE))
    number = min(choice.page, last)

    def address(page: int) -> str:
        query = Choice(**{**choice.__dict__, "page": page}).query
        return (query or "?") if 1 <= page <= last else ""

    return Pager(number, last, address(number - 1), address(number + 1))


def chosen_options(facets: list[Facet]) -> list[Option]:
    return [option for facet in facets for option in facet.chosen]


def ordered_tiles(films: list[ListedFilm], language: str) -> list[FilmTile]:
    """Return the tiles of these films in their order. Four queries."""
    titles = live_titles("film", language).filter(pk__in=[film.title_id for film in films])
    tiles = {tile.record_id: tile for tile in make_tiles(titles, language)}
    return [tiles[film.record_id] for film in films if film.record_id in tiles]
