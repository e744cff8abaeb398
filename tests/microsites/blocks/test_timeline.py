"""A diary: order, pages, the overview of all entries."""

import re
from datetime import date, timedelta

import pytest

from tests.factories import FilmFactory, make_image
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page, go_live

pytestmark = pytest.mark.django_db
FIRST = date(2010, 7, 1)


def days(count, **facts):
    return tuple(
        {"number": n + 1, "date": FIRST + timedelta(days=n), "title_en": f"Day {n + 1}", **facts}
        for n in range(count)
    )


@pytest.fixture
def film():
    return FilmFactory()


def numbers(block):
    return [entry.number for _anchor, entry in block.data["entries"]]


def test_diary_without_entries_leaves_no_trace(film):
    add_block(add_page(film), "timeline", text_en="Soon.", entries=({"date": FIRST},))
    assert show(film, "timeline") is None


def test_dated_entries_stand_in_the_order_of_time(film):
    mixed = (days(3)[2], days(3)[0], days(3)[1])
    page = add_page(film)
    add_block(page, "timeline", entries=mixed)
    assert numbers(show(film, "timeline")) == [1, 2, 3]


def test_newest_come_first_if_the_editor_says_so(film):
    add_block(add_page(film), "timeline", variant="newest", entries=days(3))
    assert numbers(show(film, "timeline")) == [3, 2, 1]


def test_numbered_entries_stand_in_the_order_of_numbers(film):
    entries = tuple({"number": n, "title_en": str(n)} for n in (10, 9, 11))
    add_block(add_page(film), "timeline", entries=entries)
    assert numbers(show(film, "timeline")) == [9, 10, 11]


def test_entries_without_dates_stand_as_on_the_desk(film):
    entries = ({"title_en": "Rain"}, {"title_en": "Ice", "number": 1}, {"title_en": "Thaw"})
    add_block(add_page(film), "timeline", entries=entries)
    assert words(write(film, "timeline")) == "Rain 1 Ice Thaw"


def test_every_date_has_its_year(film):
    add_block(add_page(film), "timeline", entries=days(11))
    shown = write(film, "timeline", "de").replace("\N{NO-BREAK SPACE}", " ")
    found = re.findall(r"\d+\. Juli( 2010)?", shown)
    assert found == [" 2010"] * (11 + 10)


@pytest.mark.parametrize(
    ("number", "shown", "place"),
    [(1, [1, 10], (1, 9)), (2, [11, 20], (2, 9)), (9, [81, 90], (9, 9)), (99, [81, 90], (9, 9))],
)
def test_long_diary_is_shown_in_pages(film, number, shown, place):
    add_block(add_page(film), "timeline", entries=days(90))
    block = show(film, "timeline", number=number)
    assert [numbers(block)[0], numbers(block)[-1]] == shown
    assert (block.data["pager"].number, block.data["pager"].last) == place


def test_pages_lead_to_their_neighbours(film):
    add_block(add_page(film), "timeline", amount=2, entries=days(6))
    pager = show(film, "timeline", number=2).data["pager"]
    assert (pager.before, pager.after) == ("/ferry/#timeline", "/ferry/?entries=3#timeline")
    first, last = (show(film, "timeline", number=n).data["pager"] for n in (1, 3))
    assert (first.before, last.after) == ("", "")


def test_overview_leads_to_every_entry(film):
    block = add_block(add_page(film), "timeline", amount=2, entries=days(5))
    anchors = [f"entry-{str(entry.uuid)[:8]}" for entry in block.entries.all()]
    places = show(film, "timeline", number=2).data["places"]
    assert [place.url for place in places] == [
        f"/ferry/#{anchors[0]}",
        f"/ferry/#{anchors[1]}",
        f"#{anchors[2]}",
        f"#{anchors[3]}",
        f"/ferry/?entries=3#{anchors[4]}",
    ]
    html = write(film, "timeline", number=2)
    assert [f'id="{anchor}"' in html for anchor in anchors] == [False, False, True, True, False]


def test_short_diary_has_neither_pages_nor_overview(film):
    add_block(add_page(film), "timeline", entries=days(10))
    html = write(film, "timeline")
    assert [mark in html for mark in ("<nav", "<details")] == [False, False]


def test_pictures_are_loaded_when_they_are_near(film):
    add_block(add_page(film), "timeline", entries=days(3, image=make_image()))
    html = write(film, "timeline")
    assert (html.count("<img"), html.count('loading="lazy"')) == (3, 3)


def test_page_of_ninety_entries_is_small(film):
    story = "We waited for the wind, and the wind did not come. " * 12
    add_block(add_page(film), "timeline", entries=days(90, image=make_image(), text_en=story))
    assert len(write(film, "timeline").encode()) < 60_000


@pytest.mark.parametrize(("asked", "called"), [(1, ""), (2, "?entries=2"), (7, "?entries=2")])
def test_search_engines_are_told_the_page_that_is_shown(client, asked, called):
    film = FilmFactory(key="ferry")
    add_block(add_page(film), "timeline", entries=days(12))
    go_live(film)
    html = client.get(f"/en/ferry/microsite/?entries={asked}").content.decode()
    canonical = re.search(r'<link rel="canonical" href="([^"]*)"', html)[1]
    assert canonical == f"http://localhost:8000/en/ferry/microsite/{called}"


@pytest.mark.parametrize(
    ("facts", "heading"),
    [({}, ""), ({"heading_en": "Diary"}, "Diary"), ({"heading_en": "Log"}, "Log")],
)
def test_usual_heading_does_not_repeat_the_title_of_the_page(film, facts, heading):
    add_block(add_page(film, title_en="Diary"), "timeline", entries=days(1), **facts)
    assert show(film, "timeline").heading.value == heading


def test_usual_heading_stays_further_down(film):
    page = add_page(film, title_en="Diary")
    add_block(page, "interview", entries=({"title_en": "Why?"},))
    add_block(page, "timeline", entries=days(1))
    assert show(film, "timeline").heading.value == "Diary"
