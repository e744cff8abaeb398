"""Press quotes: list, one, slider."""

import pytest

from editorial.changes import change
from films.models import PressItem, Quote
from tests.factories import FilmFactory
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


def quote(film, text, **facts):
    with change(None, "test"):
        item = PressItem.objects.create(
            film=film, title="Ferries", outlet="Harbour Weekly", author="Dag Ek",
            date="2011-09-01", language="en",
        )  # fmt: skip
        Quote.objects.create(press_item=item, text=text, **facts)


@pytest.fixture
def film():
    film = FilmFactory()
    quote(film, "It floats.")
    quote(film, "It shines.", is_featured=True)
    return film


def test_film_without_quotes_leaves_no_trace():
    film = FilmFactory()
    add_block(add_page(film), "quotes", text_en="They write:")
    assert show(film, "quotes") is None


def test_quotes_stand_with_where_they_come_from(film):
    add_block(add_page(film), "quotes", amount=1)
    shown = words(write(film, "quotes")).replace("\N{NO-BREAK SPACE}", " ")
    assert shown == "It shines. Harbour Weekly Dag Ek 1 September 2011"


def test_one_alone_is_the_one_that_stands_out(film):
    add_block(add_page(film), "quotes", variant="single", amount=7)
    html = write(film, "quotes")
    assert (html.count("<blockquote"), "It shines." in html) == (1, True)


def test_slider_is_reached_by_keyboard_and_has_a_name(film):
    add_block(add_page(film), "quotes", variant="slider")
    html = write(film, "quotes", "de")
    assert html.count("quote-slider__slide") == 2
    assert 'role="group" aria-label="Pressestimmen" tabindex="0"' in html


def test_slider_of_one_quote_does_not_slide(film):
    add_block(add_page(film), "quotes", variant="slider", amount=1)
    assert "tabindex" not in write(film, "quotes")
