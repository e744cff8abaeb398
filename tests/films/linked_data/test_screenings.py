"""Screenings as search engines read them: on the film's page and in the calendar."""

import pytest

from editorial.changes import change
from editorial.publishing import publish
from films.models import Screening
from tests.factories import FilmFactory, VenueFactory, VersionFactory
from tests.structured import node_of

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"


def test_screening_is_an_event_of_its_film(client):
    film = FilmFactory(title_en="Ferry")
    with change(None, "test"):
        venue = VenueFactory(name="Kino Helgoland", city="Kiel", address="Hafen 1")
        screening = Screening.objects.create(
            film=film, venue=venue, local_time="2099-01-01T20:00+01:00",
            tickets_url="https://kino.example/", status="",
        )  # fmt: skip
    publish(film.record, "en")
    page = client.get(f"/en/{film.slug_en}/")
    work = node_of(page, "Movie")["@id"]
    assert node_of(page, "ScreeningEvent") == {
        "@type": "ScreeningEvent",
        "@id": f"{SITE}/en/{film.slug_en}/#screening-{screening.uuid}",
        "name": "Ferry",
        "url": f"{SITE}/en/{film.slug_en}/",
        "startDate": "2099-01-01T20:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Kino Helgoland",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Hafen 1",
                "addressLocality": "Kiel",
                "addressCountry": "DE",
            },
        },
        "workPresented": {"@id": work},
        "offers": {"@type": "Offer", "url": "https://kino.example/"},
    }


@pytest.mark.parametrize(
    ("own_version", "named", "told"),
    [(False, "", None), (True, "", ["nl"]), (False, "fr", ["fr"]), (True, "fr", ["fr"])],
)
def test_subtitles_are_those_of_the_screening_or_its_own_version(client, own_version, named, told):
    film = FilmFactory()
    VersionFactory(film=film, subtitle_languages=["en", "de"])
    dutch = VersionFactory(film=film, is_main=False, subtitle_languages=["nl"])
    with change(None, "test"):
        Screening.objects.create(
            film=film, venue=VenueFactory(), local_time="2099-01-01T20:00Z", subtitles=named,
            version=dutch if own_version else None,
        )  # fmt: skip
    publish(film.record, "en")
    event = node_of(client.get(f"/en/{film.slug_en}/"), "ScreeningEvent")
    assert event.get("subtitleLanguage") == told


def test_cancelled_screening_sells_no_tickets(client):
    film = FilmFactory()
    with change(None, "test"):
        Screening.objects.create(
            film=film, venue=VenueFactory(), local_time="2099-01-01T20:00Z", status="cancelled",
            tickets_url="https://kino.example/",
        )  # fmt: skip
    publish(film.record, "en")
    for url in (f"/en/{film.slug_en}/", "/en/screenings/"):
        event = node_of(client.get(url), "ScreeningEvent")
        assert (event["eventStatus"], "offers" in event) == (
            "https://schema.org/EventCancelled", False
        )  # fmt: skip
