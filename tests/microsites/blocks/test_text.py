"""Running text."""

import pytest

from tests.factories import FilmFactory, make_image, place
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory(synopsis_short_en="A short crossing.", synopsis_short_de="")


def test_markdown_is_shown(film):
    add_block(add_page(film), "text", text_en="# Then\n\nIt *rained*.", heading_en="Story")
    html = write(film, "text")
    assert "<h2>Then</h2>\n<p>It <em>rained</em>.</p>" in html


def test_empty_block_tells_the_synopsis(film):
    add_block(add_page(film), "text")
    shown = show(film, "text")
    assert (words(write(film, "text")), str(shown.heading)) == ("A short crossing.", "Synopsis")


def test_empty_block_of_a_film_without_a_synopsis_leaves_no_trace():
    film = FilmFactory(synopsis_short_en="", synopsis_short_de="")
    add_block(add_page(film), "text")
    assert show(film, "text") is None


def test_text_of_the_editor_has_no_heading_but_his_own(film):
    add_block(add_page(film), "text", text_en="A letter.")
    assert not show(film, "text").heading


@pytest.mark.parametrize(
    ("variant", "has_picture", "form"),
    [("", False, "one"), ("two", False, "two"), ("left", True, "left"), ("left", False, "one")],
)
def test_form_beside_a_picture_needs_one(film, variant, has_picture, form):
    image = make_image() if has_picture else None
    add_block(add_page(film), "text", variant=variant, text_en="A letter.", image=image)
    html = write(film, "text")
    assert f'class="passage passage--{form}"' in html
    assert ("<picture" in html) is has_picture


def test_poster_stands_beside_the_synopsis_if_asked(film):
    place(film, make_image(width=800, height=1200), "poster")
    add_block(add_page(film), "text", variant="right")
    data = show(film, "text").data
    assert (data["form"], data["picture"].usage) == ("right", "poster")


def test_text_of_another_language_says_so(film):
    add_block(add_page(film), "text", text_de="Nur auf Deutsch.")
    html = write(film, "text")
    assert 'lang="de"' in html
    assert "Not yet available in English; shown in German." in html
