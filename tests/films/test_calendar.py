"""Screenings of all live films: read from publications, remembered, gone when they have begun."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desk.deriving import fill_derived
from editorial.changes import change
from editorial.memory import renew
from editorial.models import Publication, Reference
from editorial.publishing import publish, withdraw
from films.calendar import recent_and_upcoming, upcoming
from films.models import Award, Screening
from tests.factories import FilmFactory, SelectionFactory, VenueFactory, VersionFactory

pytestmark = pytest.mark.django_db
SOON = datetime(2099, 5, 2, 18, 30, tzinfo=UTC)
READING_QUERIES = 9


def screen(film, starts_at=SOON, **facts):
    """Give the film a screening; where, if it is not said, in Rostock."""
    venue = facts.pop("venue", None) or VenueFactory()
    with change(None, "test"):
        return Screening.objects.create(film=film, venue=venue, local_time=starts_at, **facts)


def test_screening_stands_on_the_clock_of_its_venue():
    film = FilmFactory(title_en="The Night Ferry")
    VersionFactory(film=film, runtime_seconds=5700)
    venue = VenueFactory(name="Kino Sõprus", city="Tallinn", country="EE", zone="Europe/Tallinn")
    screen(film, venue=venue, guests_en="Ada Lindqvist, director", subtitles="en")
    publish(film.record, "en")
    (found,) = upcoming("en")
    assert found.starts_at.isoformat() == "2099-05-02T21:30:00+03:00"
    assert (found.venue, found.city, found.country_code, found.country) == (
        "Kino Sõprus", "Tallinn", "EE", "Estonia",
    )  # fmt: skip
    assert found.version.line == "Original with English subtitles"
    assert found.guests.value == "Ada Lindqvist, director"
    assert (found.film.title, found.film.path) == ("The Night Ferry", film.slug_en)
    assert found.runtime_seconds == 5700


def test_what_has_begun_drops_out_and_stays_for_feeds():
    film = FilmFactory()
    screen(film)
    publish(film.record, "en")
    assert [entry.starts_at for entry in upcoming("en", SOON)] == [SOON]
    later = SOON + timedelta(minutes=1)
    assert upcoming("en", later) == ()
    assert len(recent_and_upcoming("en", later)) == 1
    assert recent_and_upcoming("en", SOON + timedelta(days=31)) == ()


def test_only_films_live_in_the_language_count():
    film = FilmFactory()
    screen(film)
    publish(film.record, "en")
    assert upcoming("de") == ()
    withdraw(film.record, "en", None)
    renew()
    assert upcoming("en") == ()


def test_venue_that_moves_is_seen_at_once():
    film, venue = FilmFactory(), VenueFactory()
    screen(film, venue=venue)
    publish(film.record, "en")
    renew()
    assert upcoming("en")[0].city == "Rostock"
    with change(None, "test"):
        venue.city = "Kiel"
        venue.save()
    renew()
    assert upcoming("en")[0].city == "Kiel"


@pytest.mark.parametrize("rows", [1, 3])
def test_reading_costs_the_same_whatever_is_shown(rows):
    for _n in range(rows):
        film = FilmFactory()
        selection = SelectionFactory(film=film)
        for _m in range(rows):
            screen(film, selection=selection)
        publish(film.record, "en")
    renew()
    with CaptureQueriesContext(connection) as queries:
        assert len(upcoming("en")) == rows * rows
    assert len(queries) == READING_QUERIES
    with CaptureQueriesContext(connection) as queries:
        upcoming("en")
    assert len(queries) == 0


def test_publications_of_older_sites_are_completed():
    film = FilmFactory()
    selection = SelectionFactory(film=film, section_en="Panorama", premiere="world")
    screen(film)
    screen(film, SOON - timedelta(days=3))
    with change(None, "test"):
        Award.objects.create(film=film, name_en="Golden Buoy", selection=selection)
    publish(film.record, "en")
    festivals = Reference.objects.filter(target=selection.edition.festival_id)
    new = sorted(festivals.values_list("usage", "role", "character", "year"))
    assert new == [
        ("award", "won", "", 2012),
        ("prize", "", "Golden Buoy", 2012),
        ("section", "", "Panorama", 2012),
        ("selection", "world", "", 2012),
    ]
    festivals.exclude(usage="selection").delete()
    festivals.update(role="")
    Publication.objects.update(screens_until=None)
    fill_derived()
    assert Publication.objects.get(language="").screens_until == SOON
    assert sorted(festivals.values_list("usage", "role", "character", "year")) == new
