"""Public pages of microsites: which page stands where, and what of it is due."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import CreditFactory, FilmFactory, make_image, place
from tests.microsites.making import add_block, add_page, go_live

pytestmark = pytest.mark.django_db
START = "/en/ferry/microsite/"


@pytest.fixture
def film():
    return FilmFactory(
        key="ferry", title_en="The Ferry", title_de="Die Fähre", slug_en="ferry", slug_de="faehre"
    )


def text_of(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_film_without_pages_has_a_microsite_of_its_record(client, film):
    place(film, make_image())
    go_live(film)
    page = text_of(client.get(START))
    assert "The Ferry" in page
    assert 'class="microsite ' in page


def test_pages_stand_at_their_own_addresses(client, film):
    add_page(film, title_en="Start", title_de="Start")
    story = add_page(film, title_en="Story", title_de="Inhalt", slug_en="story", slug_de="inhalt")
    add_block(story, "text", text_en="A ferry sails.", text_de="Eine Fähre fährt.")
    go_live(film)
    english = text_of(client.get(f"{START}story/"))
    assert "A ferry sails." in english
    assert 'href="/de/faehre/microsite/inhalt/"' in english
    assert "Eine Fähre fährt." in text_of(client.get("/de/faehre/microsite/inhalt/"))
    assert client.get(f"{START}inhalt/").status_code == 404
    assert client.get(f"{START}nothing/").status_code == 404


def test_foot_leads_to_every_page_and_says_which_one_this_is(client, film):
    for title in ("Start", "Story"):
        add_page(film, title_en=title)
    go_live(film)
    foot = client.get("/en/ferry/microsite/story/").content.decode().partition("foot-pages")[2]
    assert re.findall(r'foot-pages__link" href="([^"]+)"( aria-current="page")?', foot) == [
        ("/en/ferry/microsite/", ""),
        ("/en/ferry/microsite/story/", ' aria-current="page"'),
    ]


def test_page_without_a_title_in_the_language_is_reached_by_its_identifier(client, film):
    add_page(film)
    page = add_page(film, title_de="Inhalt")
    go_live(film)
    link = f"{START}{str(page.uuid)[:8]}/"
    assert f'href="{link}"' in text_of(client.get(START))
    assert client.get(link).status_code == 200


def test_title_alone_gives_the_address_and_each_page_another(client, film):
    add_page(film)
    add_page(film, title_en="Making of")
    add_page(film, title_en="Making of")
    add_page(film, title_en="Story", slug_en="making-of-2")
    go_live(film)
    start = text_of(client.get(START))
    for slug in ("making-of", "making-of-2", "making-of-3"):
        assert f'href="{START}{slug}/"' in start
        assert client.get(f"{START}{slug}/").status_code == 200


def test_address_of_the_other_language_leads_on(client, film):
    go_live(film)
    answer = client.get("/en/faehre/microsite/")
    assert (answer.status_code, answer["Location"]) == (302, START)


def test_what_is_not_published_is_not_shown(client, film):
    page = add_page(film)
    go_live(film)
    add_block(page, "text", text_en="Still secret.")
    assert "Still secret." not in text_of(client.get(START))
    go_live(film)
    assert "Still secret." in text_of(client.get(START))


@pytest.mark.parametrize(
    ("facts", "is_shown"),
    [
        ({}, True),
        ({"ends_on": "2020-01-01"}, False),
        ({"ends_on": "2999-01-01"}, True),
        ({"starts_on": "2999-01-01"}, False),
        ({"starts_on": "2020-01-01", "ends_on": "2999-01-01"}, True),
        ({"phases": ["announced"]}, False),
    ],
    ids=str,
)
def test_block_is_shown_while_it_is_due(client, film, facts, is_shown):
    add_block(add_page(film), "text", text_en="Due now.", **facts)
    go_live(film)
    assert ("Due now." in text_of(client.get(START))) is is_shown


def test_kind_that_nobody_knows_leaves_no_trace(client, film):
    add_block(add_page(film), "hologram", text_en="From the future.")
    go_live(film)
    assert "From the future." not in text_of(client.get(START))


def test_page_costs_the_same_with_many_entries(client, film):
    """Whatever stands on it, a page asks the database for each table once."""
    page = add_page(film)
    CreditFactory(film=film)
    line = {"title_en": "A day", "text_en": "It rained.", "date": "2010-08-01"}
    add_block(page, "timeline", entries=({**line, "image": make_image(colour=(1, 2, 3))},))
    go_live(film)
    text_of(client.get(START))
    few = count(client)
    add_block(
        page,
        "timeline",
        entries=tuple({**line, "image": make_image(colour=(9, n, n))} for n in range(8)),
    )
    go_live(film)
    text_of(client.get(START))
    assert count(client) == few


def count(client) -> int:
    with CaptureQueriesContext(connection) as queries:
        text_of(client.get(START))
    return len(queries)
