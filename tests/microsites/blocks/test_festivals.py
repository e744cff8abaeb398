"""Festivals and awards: laurels, list, both."""

import pytest

from editorial.changes import change
from films.models import Award
from tests.factories import EditionFactory, FestivalFactory, FilmFactory, SelectionFactory
from tests.microsites.blocks.shown import show, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    film = FilmFactory(award_notes_en="Thanks to all juries.")
    festival = FestivalFactory(name_en="Harbour Days", name_de="Hafentage")
    selection = SelectionFactory(film=film, edition=EditionFactory(festival=festival))
    with change(None, "test"):
        Award.objects.create(
            film=film, selection=selection, name_en="Golden Buoy", name_de="Goldene Boje"
        )
    SelectionFactory(film=film, premiere="world")
    return film


def test_film_without_festivals_leaves_no_trace():
    film = FilmFactory(award_notes_en="None so far.")
    add_block(add_page(film), "festivals")
    assert show(film, "festivals") is None


@pytest.mark.parametrize(
    ("variant", "laurels", "years", "notes"),
    [("", 2, 1, 1), ("full", 2, 1, 1), ("laurels", 2, 0, 0), ("list", 0, 1, 1)],
)
def test_variants_show_laurels_and_list(film, variant, laurels, years, notes):
    add_block(add_page(film), "festivals", variant=variant)
    html = write(film, "festivals")
    shown = [html.count(mark) for mark in ('class="laurel"', "run__year", "to all juries")]
    assert shown == [laurels, years, notes]
    assert "Goldene Boje" in write(film, "festivals", "de")


def test_number_limits_the_laurels_not_the_list(film):
    add_block(add_page(film), "festivals", amount=1)
    html = write(film, "festivals")
    assert [html.count(mark) for mark in ('class="laurel"', "run__stop")] == [1, 3]


def test_laurels_alone_without_any_leave_no_trace():
    film = FilmFactory()
    SelectionFactory(film=film)
    page = add_page(film)
    add_block(page, "festivals", variant="laurels")
    assert show(film, "festivals") is None
    add_block(page, "festivals", variant="list")
    assert show(film, "festivals").data == {"laurels": (), "has_list": True}


def test_heading_says_what_there_is(film):
    page = add_page(film)
    add_block(page, "festivals")
    assert show(film, "festivals").heading.value == "Festivals and awards"
    with change(None, "test"):
        film.awards.all().delete()
    assert show(film, "festivals", "de").heading.value == "Festivals"
