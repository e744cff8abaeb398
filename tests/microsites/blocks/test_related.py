"""Other films of the house."""

import pytest

from tests.factories import FilmFactory
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page, go_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    film = FilmFactory()
    add_block(add_page(film), "related")
    return film


def test_other_films_live_in_the_language_are_shown(film):
    other = FilmFactory(title_en="The Lighthouse", title_de="Der Leuchtturm", year=2009)
    go_live(film)
    assert show(film, "related") is None
    go_live(other, "de")
    assert show(film, "related") is None
    assert words(write(film, "related", "de")).startswith("Der Leuchtturm")
    assert str(show(film, "related", "de").heading) == "Weitere Filme"


@pytest.mark.parametrize(("amount", "count"), [(None, 3), (2, 2), (9, 3)])
def test_number_of_films_is_the_editors_up_to_three(amount, count):
    film = FilmFactory()
    add_block(add_page(film), "related", amount=amount)
    for title in ("One", "Two", "Three", "Four"):
        go_live(FilmFactory(title_en=title), "en")
    go_live(film)
    assert len(show(film, "related").data["tiles"]) == count


def test_film_that_is_not_live_has_no_related_ones(film):
    go_live(FilmFactory())
    assert show(film, "related") is None
