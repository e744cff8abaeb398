"""Feeds of screenings, read by an independent parser: right over the changes of the clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from editorial.changes import change
from editorial.models import Publication
from editorial.publishing import publish
from films.models import Screening
from tests.factories import FilmFactory, VenueFactory, VersionFactory
from tests.films.test_calendar import SOON, screen

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


def read(client, url="/en/screenings.ics") -> Calendar:
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def only_event(client, url="/en/screenings.ics"):
    (event,) = read(client, url).events
    return event


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", title_en="The Night Ferry", title_de="Die Nachtfähre")
    VersionFactory(film=film, runtime_seconds=5400)
    return film


def show(film, starts_at, **facts):
    screening = screen(film, starts_at, **facts)
    publish(film.record, "en")
    return screening


def test_event_tells_all_that_is_known(client, film, settings):
    settings.SITE_URL = "https://films.example"
    venue = VenueFactory(name="Kino Helgoland", address="Am Kai 1", city="Rostock")
    screening = show(
        film, SOON, venue=venue, subtitles="en", guests_en="Ada Lindqvist",
        tickets_url="https://kino.example/1",
    )  # fmt: skip
    calendar = read(client)
    (event,) = calendar.events
    assert event["UID"] == f"{screening.uuid}@films.example"
    assert event["SUMMARY"] == "The Night Ferry"
    assert event["LOCATION"] == "Kino Helgoland, Am Kai 1, Rostock, Germany"
    assert event["URL"] == "https://films.example/en/ferry/"
    assert event["STATUS"] == "CONFIRMED"
    assert event["DESCRIPTION"].splitlines() == [
        "Original with English subtitles",
        "Guests: Ada Lindqvist",
        "Tickets: https://kino.example/1",
    ]
    assert event.start == datetime(2099, 5, 2, 20, 30, tzinfo=BERLIN)
    assert event.end - event.start == timedelta(minutes=90)
    assert calendar["X-WR-CALNAME"] == calendar["NAME"] == "Screenings"
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=6)
    assert calendar.get_missing_tzids() == set()


def test_zone_is_told_with_the_event(client, film):
    show(film, SOON)
    event = only_event(client)
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert [zone.tz_name for zone in read(client).timezones] == ["Europe/Berlin"]


def test_film_of_unknown_length_takes_two_hours(client):
    film = FilmFactory()
    show(film, SOON)
    assert only_event(client).duration == timedelta(hours=2)


# Sunday, 30 March 2098: clocks in Berlin go from 2 to 3; 26 October 2098: from 3 to 2.
BEFORE_SPRING = datetime(2098, 3, 30, 0, 45, tzinfo=UTC)
FIRST_HALF_PAST_TWO = datetime(2098, 10, 26, 0, 30, tzinfo=UTC)
SECOND_HALF_PAST_TWO = datetime(2098, 10, 26, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("starts_at", "clock", "end_clock"),
    [
        (BEFORE_SPRING, "01:45", "04:15"),
        (FIRST_HALF_PAST_TWO - timedelta(hours=2), "00:30", "02:00"),
    ],
)
def test_film_lasts_as_long_over_a_change_of_clocks(client, film, starts_at, clock, end_clock):
    show(film, starts_at)
    event = only_event(client)
    begin, end = event.start, event.end
    assert (begin.strftime("%H:%M"), end.strftime("%H:%M")) == (clock, end_clock)
    assert end.astimezone(UTC) - begin.astimezone(UTC) == timedelta(minutes=90)
    assert begin.astimezone(UTC) == starts_at


@pytest.mark.parametrize("starts_at", [FIRST_HALF_PAST_TWO, SECOND_HALF_PAST_TWO])
def test_hour_that_comes_twice_is_told_apart(client, film, starts_at):
    show(film, starts_at)
    event = only_event(client)
    # A reader that knows no second hour takes a local time for the first.
    assert event.start.astimezone(UTC) == starts_at
    assert event.end.astimezone(UTC) == starts_at + timedelta(minutes=90)


def test_hour_that_never_comes_is_stored_as_the_one_that_does(client, film):
    skipped = datetime(2098, 3, 30, 2, 30, tzinfo=BERLIN)
    show(film, skipped)
    start = only_event(client).start
    assert (start.strftime("%H:%M"), start.astimezone(UTC)) == ("03:30", skipped.astimezone(UTC))


def test_moved_screening_keeps_its_identity_and_counts_up(client, film):
    screening = show(film, SOON)
    Publication.objects.update(publish_at=F("publish_at") - timedelta(hours=1))
    before = only_event(client)
    with change(None, "test"):
        moved = Screening.objects.get(pk=screening.pk)
        moved.local_time = SOON + timedelta(days=1)
        moved.save()
    after = only_event(client)
    assert after["UID"] == before["UID"]
    assert 3600 <= after["SEQUENCE"] - before["SEQUENCE"] < 3700
    assert 0 < after["SEQUENCE"] < 2**31
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert after.start - before.start == timedelta(days=1)


def test_cancelled_screening_stays_and_says_so(client, film):
    show(film, SOON, status="cancelled", tickets_url="https://kino.example/1")
    event = only_event(client)
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == "Cancelled: The Night Ferry"
    assert "DESCRIPTION" not in event


def test_feed_of_a_film_a_country_or_a_city_holds_no_other(client, film):
    show(film, SOON, venue=VenueFactory(city="Kiel"))
    other = FilmFactory(key="other")
    show(other, SOON, venue=VenueFactory(city="Tallinn", country="EE", zone="Europe/Tallinn"))
    assert len(read(client).events) == 2
    assert only_event(client, "/en/ferry/screenings.ics")["SUMMARY"] == "The Night Ferry"
    assert only_event(client, "/en/screenings.ics?country=EE")["URL"].endswith("/en/other/")
    assert only_event(client, "/en/screenings.ics?city=Kiel")["SUMMARY"] == "The Night Ferry"
    assert read(client, "/en/screenings.ics?country=%00&city=x").events == []
    assert client.get("/en/nowhere/screenings.ics").status_code == 404


def test_feed_speaks_the_language_of_its_address(client, film):
    screen(film, SOON, status="cancelled")
    for language in ("en", "de"):
        publish(film.record, language)
    assert only_event(client, "/de/screenings.ics")["SUMMARY"] == "Fällt aus: Die Nachtfähre"


def test_what_has_passed_stays_for_thirty_days(client, film):
    now = timezone.now().replace(microsecond=0)
    screen(film, now - timedelta(days=29))
    show(film, now - timedelta(days=31))
    # By number: in the hour that comes twice no time of one zone equals that of another (PEP 495).
    assert only_event(client).start.timestamp() == (now - timedelta(days=29)).timestamp()


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("url", "cost"), [("/en/screenings.ics", 1), ("/en/f0/screenings.ics", 3)])
def test_feeds_cost_the_same_whatever_they_hold(client, rows, url, cost):
    for n in range(rows):
        film = FilmFactory(key=f"f{n}")
        for _m in range(rows):
            screen(film)
        publish(film.record, "en")
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        read(client, url)
    assert len(queries) == cost


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("country=EE", "Screenings: Estonia"),
        ("country=EE&city=tallinn", "Screenings: Tallinn"),
        ("country=XX", "Screenings"),
        ("city=Buy%0DATTACH:http://spam.example", "Screenings"),
        ("country=EE&city=Kiel", "Screenings"),
    ],
)
def test_feed_is_named_after_places_of_the_site_only(client, film, query, name):
    show(film, SOON, venue=VenueFactory(city="Tallinn", country="EE", zone="Europe/Tallinn"))
    response = client.get(f"/en/screenings.ics?{query}")
    assert Calendar.from_ical(response.content)["NAME"] == name
    assert b"spam" not in response.content


# Every sign at which some reader breaks a line or stops.
ODD = "".join(map(chr, (0x01, 0x0B, 0x0C, 0x0D, 0x1C, 0x7F, 0x85, 0x9F, 0x2028, 0x2029)))


def test_no_text_breaks_a_line_of_the_feed(client, film):
    with change(None, "test"):
        film.title_en = f"The{ODD}Ferry"
        film.save()
    venue = VenueFactory(name=f"Kino{ODD}Eins", address=f"Am{ODD}Kai", city=f"Ros{ODD}tock")
    show(film, SOON, venue=venue, note_en=f"With{ODD}talk", guests_en=f"Ada{ODD}Lind")
    for url in ("/en/screenings.ics", "/en/screenings.ics?country=DE", "/en/ferry/screenings.ics"):
        text = client.get(url).content.decode()
        assert [sign for sign in ODD if sign in text.replace("\r\n", "")] == []
    event = only_event(client)
    assert event["SUMMARY"] == "The Ferry"
    assert event["LOCATION"] == "Kino Eins, Am Kai, Ros tock, Germany"
    assert event["DESCRIPTION"].splitlines()[-2:] == ["Guests: Ada Lind", "With talk"]
    assert read(client, "/en/ferry/screenings.ics")["NAME"] == "The Ferry: screenings"


@pytest.mark.parametrize("url", ["/en/screenings.ics", "/en/ferry/screenings.ics"])
def test_feed_is_sent_again_only_after_a_change(client, film, url):
    screening = show(film, SOON)
    first = client.get(url)
    known = {"if-none-match": first["ETag"]}
    assert client.get(url, headers=known).status_code == 304
    assert client.get(url).content == first.content
    with change(None, "test"):
        moved = Screening.objects.get(pk=screening.pk)
        moved.local_time = SOON + timedelta(days=1)
        moved.save()
    assert client.get(url, headers=known).status_code == 200
