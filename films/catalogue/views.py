"""The catalogue: all live films of a language."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.fields import languages
from films.catalogue.choosing import TITLE, Choice, read_choice
from films.catalogue.facets import (
    ChosenPerson,
    Facet,
    Option,
    count_found,
    find_person,
    make_facets,
    narrow,
    narrowing_of,
)
from films.linked_data import catalogue_linked_data
from pages.counting import count_films
from pages.listing import ListedFilm
from pages.paging import films_by_title, newest_films
from pages.rendering import open_window, page_query, render_page
from pages.social import Card, tile_card
from pages.tiles import ordered_tiles

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
    choice = read_choice(request.GET)
    person = find_person(choice, language)
    if choice.person and person is None:
        choice = choice.having(person="")
    found = sum(sort.count for sort in count_found(choice, person, language))
    pager = make_pager(choice, found)
    facets = make_facets(choice, person, language)
    tiles = ordered_tiles(_read_page(choice, person, pager.number, language), language)
    context = {
        "tiles": tiles,
        "choice": choice,
        "facets": facets,
        "chosen": chosen_options(facets),
        "found": found,
        "total": sum(sort.count for sort in count_films(language)),
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
        if code == language or count_films(code)
    ]
    return render_page(request, "films/catalogue.html", language, context, others)


def _read_page(
    choice: Choice, person: ChosenPerson | None, number: int, language: str
) -> list[ListedFilm]:
    start, end = (number - 1) * PAGE_SIZE, number * PAGE_SIZE
    if person:
        found = narrow(person.films, choice)
        if choice.sort == TITLE:
            found.sort(key=lambda film: film.sort_title)
        return found[start:end]
    read = films_by_title if choice.sort == TITLE else newest_films
    return read(language, start, end, narrowing_of(choice))


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
