"""Shops and streaming."""

import pytest

from editorial.changes import change
from films.models import Link
from tests.factories import FilmFactory
from tests.microsites.blocks.shown import show, site_of, words, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory()


def add_link(film, kind, url, label):
    with change(None, "test"):
        Link.objects.create(film=film, kind=kind, url=url, label_en=label, label_de=label)


def test_links_of_the_record_come_by_themselves(film):
    add_link(film, "watch", "https://www.play.example.com/ferry", "Play")
    add_link(film, "review", "https://paper.example.com/review", "Review")
    add_block(add_page(film), "links")
    assert words(write(film, "links")) == "Play opens play.example.com"
    assert str(show(film, "links").heading) == "Watch at home"


def test_entries_are_grouped_and_name_their_country(film):
    add_link(film, "watch", "https://play.example.com", "Play")
    entries = (
        {"kind": "buy", "url": "https://shop.example.org", "title_en": "DVD", "country": "FR"},
        {"kind": "tickets", "url": "https://kino.example.net"},
        {"url": "https://school.example.de", "title_en": "For schools"},
        {"title_en": "No address"},
    )
    add_block(add_page(film), "links", entries=entries)
    assert words(write(film, "links")) == (
        "Tickets kino.example.net Watch at home Play opens play.example.com "
        "Buy DVD (France) opens shop.example.org Links For schools opens school.example.de"
    )
    german = words(write(film, "links", "de"))
    assert "Karten kino.example.net Zu Hause sehen Play öffnet play.example.com" in german


@pytest.mark.parametrize(("ends_on", "is_shown"), [("2026-11-21", True), ("2026-11-20", False)])
def test_link_is_dead_after_its_end(film, ends_on, is_shown):
    entry = {"kind": "buy", "url": "https://shop.example.org", "ends_on": ends_on}
    add_block(add_page(film), "links", entries=(entry,))
    assert (show(film, "links") is not None) is is_shown


def test_entry_stands_instead_of_the_same_link_of_the_record(film):
    add_link(film, "watch", "https://play.example.com", "Play")
    entry = {"kind": "watch", "url": "https://play.example.com", "title_en": "Play it in Estonia"}
    add_block(add_page(film), "links", entries=(entry,))
    assert words(write(film, "links")) == "Play it in Estonia opens play.example.com"


def test_other_sites_learn_nothing_of_the_page(film):
    add_link(film, "shop", "https://shop.example.com", "DVD")
    add_block(add_page(film), "links")
    assert write(film, "links").count('rel="noopener noreferrer"') == 1


def test_film_that_is_nowhere_to_be_had_leaves_no_trace(film):
    add_block(add_page(film), "links", heading_en="Buy")
    assert show(film, "links") is None


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("other", ["text", "links"]), ("", ["text", "links"]), ("buy", ["links", "text"])],
)
def test_links_lead_only_to_where_the_film_is_to_be_had(film, kind, expected):
    add_link(film, "watch", "https://play.example.com", "Play")
    page = add_page(film)
    add_block(page, "text", text_en="A ferry crosses the sound.")
    add_block(page, "links", entries=({"kind": kind, "url": "https://fans.example.org"},))
    site = site_of(film)
    assert site.phase.key == "home"
    assert [block.kind for block in site.page.blocks] == expected
