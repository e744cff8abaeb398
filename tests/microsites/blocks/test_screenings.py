"""Screenings and cinemas by country: only what is to come."""

from datetime import UTC, date, datetime

import pytest

from editorial.changes import change
from films.models import Release, Screening
from tests.factories import FilmFactory, VenueFactory
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def film():
    film = FilmFactory()
    add_block(add_page(film), "screenings")
    return film


def start(film, country, day, **facts):
    with change(None, "test"):
        Release.objects.create(film=film, country=country, date=day, kind="cinema", **facts)


def screen(film, country, moment, city="Rostock"):
    venue = VenueFactory(name=f"Kino {city}", city=city, country=country)
    with change(None, "test"):
        Screening.objects.create(film=film, venue=venue, local_time=moment)


def lines(film, language="en", today=TODAY):
    now = datetime.combine(today, datetime.min.time(), UTC)
    block = show(film, "screenings", language, today=today, now=now)
    if block is None:
        return []
    return [
        (
            group.name,
            [start.line.replace("\N{NO-BREAK SPACE}", " ") for start in group.starts],
            [screening.city for screening in group.screenings],
        )
        for group in block.data["groups"]
    ]


def test_what_has_passed_leaves_no_trace(film):
    start(film, "DE", "2011-09-01", status="done")
    start(film, "RU", None, status="expected")
    screen(film, "DE", "2026-11-20T20:00:00+01:00")
    assert lines(film) == []


def test_countries_stand_in_the_order_of_what_is_next(film):
    screen(film, "AT", "2026-12-24T20:00:00+01:00", "Linz")
    screen(film, "DE", "2026-12-01T20:00:00+01:00")
    start(film, "CH", "2027-03-04")
    assert lines(film) == [
        ("Germany", [], ["Rostock"]),
        ("Austria", [], ["Linz"]),
        ("Switzerland", ["In cinemas from 4 March 2027"], []),
    ]


@pytest.mark.parametrize(
    ("today", "english", "german"),
    [
        (date(2011, 8, 20), "In cinemas from 1 September 2011", "Im Kino ab 1. September 2011"),
        (date(2011, 9, 10), "In cinemas since 1 September 2011", "Im Kino seit 1. September 2011"),
    ],
)
def test_release_is_told_with_its_year(film, today, english, german):
    start(film, "DE", "2011-09-01", status="done")
    assert lines(film, "en", today) == [("Germany", [english], [])]
    assert lines(film, "de", today) == [("Deutschland", [german], [])]


def test_release_of_some_day_of_a_year_is_told_as_that(film):
    start(film, "DE", "2027-01-01", precision="year")
    assert lines(film) == [("Germany", ["In cinemas in 2027"], [])]
    assert lines(film, "de") == [("Deutschland", ["2027 im Kino"], [])]


def test_past_release_is_not_told_again_beside_a_revival(film):
    start(film, "DE", "2011-09-01", status="done")
    screen(film, "DE", "2026-12-01T20:00:00+01:00")
    assert lines(film) == [("Germany", [], ["Rostock"])]


def test_discs_are_no_cinemas(film):
    with change(None, "test"):
        Release.objects.create(film=film, country="DE", date="2027-01-01", kind="disc")
    assert lines(film) == []


def test_calendar_is_offered_with_screenings_alone(film):
    start(film, "DE", "2027-03-04")
    assert "webcal:" not in write(film, "screenings", now=NOW)
    screen(film, "DE", "2026-12-01T20:00:00+01:00")
    assert "webcal:" in write(film, "screenings", now=NOW)


def test_screening_has_its_year(film):
    screen(film, "DE", "2026-12-01T20:00:00+01:00")
    shown = words(write(film, "screenings", now=NOW)).replace("\N{NO-BREAK SPACE}", " ")
    assert shown.startswith("Germany Tue, 1 Dec 2026 20:00 Kino Rostock Rostock, Germany")


def test_evening_far_west_is_not_over_because_it_is_tomorrow_here(film):
    """At two in the morning in Berlin it is five in the afternoon in Los Angeles."""
    venue = VenueFactory(name="Vista", city="Los Angeles", country="US", zone="America/Los_Angeles")
    with change(None, "test"):
        Screening.objects.create(film=film, venue=venue, local_time="2026-11-20T20:00:00-08:00")
    night = datetime(2026, 11, 21, 1, tzinfo=UTC)
    block = show(film, "screenings", today=TODAY, now=night)
    assert [group.name for group in block.data["groups"]] == ["United States"]
