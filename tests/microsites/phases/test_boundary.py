"""The next midnight at which live microsites change by themselves."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.changes import change
from editorial.models import Publication
from editorial.publishing import publish
from editorial.publishing.boundaries import next_boundary
from films.models import Release
from microsites.models import Block, Entry, MicrositePage
from microsites.phases.boundary import _known, next_change
from tests.factories import FilmFactory
from tests.microsites.clock import stop_clock

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


def midnight(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def screened(day: str, **facts):
    film = FilmFactory(**facts)
    with change(None, "test"):
        Release.objects.create(film=film, country="DE", date=day)
    return film


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2030-03-01", "2030-06-09"),
        ("2030-06-09", "2030-09-01"),
        ("2030-08-31", "2030-09-01"),
        ("2030-09-01", "2030-09-02"),
        ("2030-09-10", "2030-11-24"),
        ("2030-11-24", "2031-01-01"),
    ],
)
def test_releases_change_pages_at_midnight_of_the_company(monkeypatch, settings, day, expected):
    settings.TIME_ZONE = "Europe/Berlin"
    film = screened("2030-09-01")
    now = stop_clock(monkeypatch, day)
    publish(film.record, "en")
    assert next_change(now) == midnight(expected)
    assert next_boundary(now) == midnight(expected)


def test_blocks_and_entries_come_and_go(monkeypatch):
    film = FilmFactory()
    now = stop_clock(monkeypatch, "2030-03-01")
    with change(None, "test"):
        page = MicrositePage.objects.create(film=film)
        block = Block.objects.create(
            page=page, kind="links", starts_on="2030-05-01", ends_on="2030-06-30"
        )
        Entry.objects.create(block=block, title_en="Shop", ends_on="2030-05-31")
    publish(film.record, "en")
    days = []
    for _step in range(3):
        now = next_change(now)
        days.append(timezone.localdate(now).isoformat())
    assert days == ["2030-05-01", "2030-06-01", "2030-07-01"]


def test_last_day_counts_until_it_has_come(monkeypatch):
    film = FilmFactory()
    stop_clock(monkeypatch, "2030-03-01")
    with change(None, "test"):
        page = MicrositePage.objects.create(film=film)
        Block.objects.create(page=page, kind="links", ends_on="2030-06-30")
    publish(film.record, "en")
    assert Publication.objects.get(language="").changes_until.isoformat() == "2030-07-01"
    found = []
    for day in ("2030-06-30", "2030-07-01"):
        moment = next_change(stop_clock(monkeypatch, day))
        found.append((timezone.localdate(moment).isoformat(), len(_known)))
    # From then on its document is not read, however many such films there are.
    assert found == [("2030-07-01", 1), ("2031-01-01", 0)]


def test_only_what_is_live_counts(monkeypatch):
    now = stop_clock(monkeypatch, "2030-03-01")
    screened("2030-09-01")
    assert next_change(now) is None
    publish(FilmFactory().record, "en")
    assert timezone.localdate(next_change(now)).isoformat() == "2031-01-01"


def test_a_changed_release_is_read_anew(monkeypatch):
    now = stop_clock(monkeypatch, "2030-08-01")
    film = screened("2030-09-01")
    publish(film.record, "en")
    before = next_change(now)
    with change(None, "test"):
        row = Release.objects.get()
        row.date = "2030-08-15"
        row.save()
    stop_clock(monkeypatch, "2030-08-01", 13)
    after = next_change(timezone.now())
    days = [timezone.localdate(moment).isoformat() for moment in (before, after)]
    assert days == ["2030-09-01", "2030-08-15"]


@pytest.mark.parametrize("films", [1, 3])
def test_documents_are_read_once(films):
    for _number in range(films):
        publish(screened("2030-09-01").record, "en")
    now = timezone.now()
    counts = []
    for _time in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            next_change(now)
        counts.append(len(queries))
    assert counts == [2, 1]
