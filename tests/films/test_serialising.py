"""film.json: what it adds to the page's facts, and that every film fits the schema."""

import json

import jsonschema
import pytest
from django.conf import settings

from editorial.changes import change
from editorial.publishing import publish
from films.models import Award, PressItem, Quote, Screening
from people.models import Role
from tests.factories import (
    CreditFactory,
    FilmFactory,
    SelectionFactory,
    VenueFactory,
    add_trailer,
)

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"


def read(client, film):
    publish(film.record, "en")
    data = client.get(f"/en/{film.slug_en}/film.json").json()
    schema = json.loads((settings.BASE_DIR / "films/film.schema.json").read_text("utf-8"))
    jsonschema.validate(data, schema)
    return data


def test_empty_film_fits_the_schema(client):
    data = read(client, FilmFactory())
    assert (data["screenings"], data["quotes"], data["laurels"]) == ([], [], [])


def test_screenings_to_come_have_the_offset_of_their_venue(client):
    film = FilmFactory()
    with change(None, "test"):
        venue = VenueFactory(name="Kino Helgoland", zone="Asia/Tokyo", address="Hafen 1")
        times = (("2099-01-01T20:00+09:00", ""), ("2099-01-02T20:00+09:00", "cancelled"))
        for moment, status in (*times, ("2001-01-01T20:00Z", "")):
            Screening.objects.create(
                film=film, venue=venue, local_time=moment, status=status, subtitles="en",
                tickets_url="https://kino.example/1",
            )  # fmt: skip
    first, second = read(client, film)["screenings"]
    assert (first["starts_at"], first["status"]) == ("2099-01-01T20:00+09:00", "planned")
    assert (second["starts_at"], second["status"]) == ("2099-01-02T20:00+09:00", "cancelled")
    assert (first["venue"], first["street"], first["subtitle_languages"]) == (
        "Kino Helgoland", "Hafen 1", ["en"]
    )  # fmt: skip
    assert (first["tickets_url"], second["tickets_url"]) == ("https://kino.example/1", "")


def test_quotes_say_where_they_stand(client):
    film = FilmFactory()
    with change(None, "test"):
        item = PressItem.objects.create(
            film=film, title="Am Sund", author="Ida Berg", outlet="Der Abend", language="de",
            date="2019-11-01", precision="month", url="https://abend.example/",
        )  # fmt: skip
        Quote.objects.create(
            press_item=item, text="Ein stilles Juwel.", translation_en="A quiet gem."
        )
    (quote,) = read(client, film)["quotes"]
    assert quote == {
        "text": "Ein stilles Juwel.",
        "language": "de",
        "abridged": "",
        "translation": "A quiet gem.",
        "translation_language": "en",
        "author": "Ida Berg",
        "outlet": "Der Abend",
        "title": "Am Sund",
        "kind": "review",
        "url": "https://abend.example/",
        "date": "2019-11-01",
        "date_precision": "month",
        "is_featured": False,
    }


def test_people_companies_and_festivals_lead_to_their_pages(client):
    film = FilmFactory()
    actor = CreditFactory(film=film, role=Role.objects.get(key="actor"), character_en="Pilot")
    selection = SelectionFactory(film=film)
    data = read(client, film)
    found = [data["cast"][0]["url"], data["selections"][0]["url"]]
    assert found == [
        f"{SITE}/en/people/{actor.person.record.key}/",
        f"{SITE}/en/festivals/{selection.edition.festival.record.key}/",
    ]
    assert [client.get(url.removeprefix(SITE)).status_code for url in found] == [200, 200]


def test_trailers_can_be_fetched(client):
    film = FilmFactory()
    add_trailer(film)
    (trailer,) = read(client, film)["trailers"]
    assert (trailer["title"], trailer["mime"], trailer["text_tracks"]) == (
        "Trailer", "video/mp4", []
    )  # fmt: skip
    assert client.get(trailer["url"].removeprefix(SITE)).status_code == 200


def test_laurels_can_be_fetched(client):
    film = FilmFactory()
    with change(None, "test"):
        Award.objects.create(film=film, name_en="Audience Award", body_en="Tamme", year=2019)
    (laurel,) = read(client, film)["laurels"]
    assert (laurel["text"], laurel["is_official"]) == ("Audience Award, Tamme, 2019", False)
    response = client.get(laurel["url"].removeprefix(SITE))
    assert (response.status_code, response["Content-Type"]) == (200, "image/svg+xml")
