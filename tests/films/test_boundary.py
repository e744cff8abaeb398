"""A screening is a boundary: when it begins it is not to come any more, on any page."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from editorial.changes import change
from editorial.memory import renew
from editorial.publishing import publish, withdraw
from editorial.publishing.boundaries import next_boundary
from films.boundary import next_screening
from films.calendar import recent_and_upcoming, upcoming
from films.models import Screening
from tests.factories import FilmFactory, VenueFactory

pytestmark = pytest.mark.django_db
NOON = datetime(2027, 5, 2, 12, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def film():
    """A live film that is shown an hour before noon, an hour and two hours after."""
    with time_machine.travel(NOON - 2 * HOUR, tick=False):
        film, venue = FilmFactory(), VenueFactory()
        with change(None, "test"):
            for hours in (-1, 1, 2):
                start = NOON + hours * HOUR
                Screening.objects.create(film=film, venue=venue, local_time=start)
        publish(film.record, "en")
        yield film


def test_next_screening_is_the_first_that_has_not_begun(film):
    assert next_screening(NOON) == NOON + HOUR + MOMENT
    assert next_screening(NOON + HOUR) == NOON + HOUR + MOMENT
    assert next_screening(NOON + HOUR + MOMENT) == NOON + 2 * HOUR + MOMENT


def test_past_screenings_leave_the_feeds_at_boundaries(film):
    last = NOON + 2 * HOUR + timedelta(days=30)
    assert next_screening(NOON + 3 * HOUR) == NOON - HOUR + timedelta(days=30) + MOMENT
    assert (next_screening(last), next_screening(last + MOMENT)) == (last + MOMENT, None)


def test_withdrawn_and_moved_films_are_asked_anew(film):
    with change(None, "test"):
        Screening.objects.filter(film=film, local_time=NOON + HOUR).update(
            local_time=NOON + HOUR / 2
        )
    assert next_screening(NOON) == NOON + HOUR / 2 + MOMENT
    withdraw(film.record, "en")
    assert next_screening(NOON) is None


def test_boundary_is_exactly_where_lists_change(film):
    with time_machine.travel(NOON, tick=False) as clock:
        boundary = next_boundary()
        for moment, is_listed in ((boundary - MOMENT, True), (boundary, False)):
            clock.move_to(moment)
            renew()
            listed = [entry.starts_at for entry in upcoming("en")]
            assert (NOON + HOUR in listed) is is_listed
            assert len(recent_and_upcoming("en")) == 3
