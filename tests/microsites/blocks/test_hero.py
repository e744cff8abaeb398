"""The top of a page."""

import pytest
from django.utils import translation

from editorial.changes import change
from films.models import Link, Release
from tests.factories import FilmFactory, make_image, place
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page, go_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory(
        key="ferry", title_en="The Ferry", title_de="Die Fähre", slug_en="ferry", slug_de="faehre",
        tagline_en="Last crossing.", tagline_de="Letzte Überfahrt.",
    )  # fmt: skip


def wide(**facts):
    return make_image(width=1600, height=900, **facts)


def test_title_tagline_and_phase_come_from_the_record(film):
    with change(None, "test"):
        Release.objects.create(
            film=film, country="DE", date="2026-12-03", status="expected", kind="cinema"
        )
    add_block(add_page(film), "hero")
    assert words(write(film, "hero")).startswith("The Ferry Last crossing. From 3 December 2026")
    with translation.override("de"):
        german = words(write(film, "hero", "de"))
    assert german == "Die Fähre Letzte Überfahrt. Ab 3. Dezember 2026 Im Kino"


def test_text_of_the_block_stands_instead_of_the_tagline(film):
    add_block(add_page(film), "hero", text_en="Now **restored**.")
    html = write(film, "hero")
    assert "Now <strong>restored</strong>." in html
    assert "Last crossing" not in html


@pytest.mark.parametrize(
    ("variant", "size", "form"),
    [
        ("full", (1600, 900), "full"),
        ("", (1600, 900), "full"),
        ("full", (900, 600), "beside"),
        ("beside", (1600, 900), "beside"),
        ("quiet", (1600, 900), "quiet"),
        ("full", None, "quiet"),
    ],
)
def test_form_fits_the_picture(film, variant, size, form):
    if size:
        place(film, make_image(width=size[0], height=size[1]))
    add_block(add_page(film), "hero", variant=variant)
    shown = show(film, "hero")
    assert (shown.data["form"], shown.data["art"] is None) == (form, form == "quiet")


def test_poster_stands_beside_the_title_and_never_behind_it(film):
    poster = make_image(width=1000, height=1500, colour=(9, 9, 90))
    place(film, poster, "poster")
    page = add_page(film)
    add_block(page, "hero", variant="full")
    add_block(page, "hero", variant="beside")
    place(film, wide())
    forms = [show(film, "hero").data, _second(film).data]
    assert [(data["form"], data["art"].usage) for data in forms] == [
        ("full", "still"),
        ("beside", "poster"),
    ]


def _second(film):
    from microsites.showing import show_blocks
    from tests.microsites.blocks.shown import site_of

    return show_blocks(site_of(film))[1]


def test_own_picture_wins(film):
    own = wide(colour=(90, 9, 9))
    place(film, wide())
    add_block(add_page(film), "hero", image=own)
    assert show(film, "hero").data["art"].key == own.record.key


def test_only_the_first_hero_has_the_heading_of_the_page(film):
    page = add_page(film)
    add_block(page, "hero")
    add_block(page, "hero")
    assert [show(film, "hero").data["level"], _second(film).data["level"]] == [1, 2]


def test_drawn_title_has_the_real_one_behind_it(film):
    place(film, make_image(width=800, height=200), "title_art", language="en")
    add_block(add_page(film), "hero")
    html = write(film, "hero")
    assert '<span class="visually-hidden">The Ferry</span>' in html
    assert html.count('alt=""') == 1


def test_title_drawn_in_another_language_is_not_shown(film):
    place(film, make_image(width=800, height=200), "title_art", language="de")
    add_block(add_page(film), "hero")
    assert show(film, "hero").data["title_art"] is None
    assert show(film, "hero", "de").data["title_art"].language == "de"


def test_links_of_the_phase_give_way_to_those_entered(film):
    with change(None, "test"):
        Link.objects.create(
            film=film, kind="watch", url="https://play.example.com/f", label_en="Play it"
        )
    page = add_page(film)
    block = add_block(page, "hero")
    assert 'href="https://play.example.com/f" rel="noopener">Play it</a>' in write(film, "hero")
    with change(None, "test"):
        block.delete()
    own = ({"title_en": "Book a class", "url": "https://school.example.org", "kind": "other"},
           {"title_en": "Nowhere"})  # fmt: skip
    add_block(page, "hero", entries=own)
    html = write(film, "hero")
    assert html.count("<a ") == 1
    assert 'href="https://school.example.org" rel="noopener">Book a class</a>' in html


def test_ended_link_is_gone(film):
    entry = {"title_en": "Old", "url": "https://old.example", "ends_on": "2026-11-20"}
    add_block(add_page(film), "hero", entries=(entry,))
    assert "old.example" not in write(film, "hero")


def test_live_page_has_one_heading_of_the_first_order(client, film):
    place(film, wide())
    add_block(add_page(film), "hero")
    go_live(film)
    page = client.get("/en/ferry/microsite/").content.decode()
    assert page.count("<h1") == 1
    assert '<header class="block block--hero block--hero-full" id="hero">' in page
