"""The Atom feed, as a feed reader understands it."""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from django.utils import timezone

from editorial.changes import change
from editorial.memory import forget
from editorial.publishing import publish, withdraw
from films.models import Film
from tests.factories import FilmFactory, PageFactory, make_image, place
from tests.structured import links_of

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"


def read(client, language="en"):
    feed = feedparser.parse(client.get(f"/{language}/feed.xml").content)
    assert feed.bozo == 0
    return feed


def test_feed_tells_of_films_and_pages_of_its_language(client):
    film = FilmFactory(title_en="Ferry & Co", synopsis_short_en="Fish < *chips*.")
    page = PageFactory()
    publish(film.record, "en")
    publish(page.record, "en")
    publish(FilmFactory().record, "de")
    feed = read(client)
    assert (feed.version, feed.feed.language) == ("atom10", "en")
    assert [(entry.title, entry.link) for entry in feed.entries] == [
        ("Workshops", f"{SITE}/en/{page.slug_en}/"),
        ("Ferry & Co", f"{SITE}/en/{film.slug_en}/"),
    ]
    assert feed.entries[1].summary == "Fish &lt; chips."
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{SITE}/en/feed.xml"]


def test_entry_keeps_its_identity_when_its_address_changes(client):
    film = FilmFactory(slug_en="ferry")
    publish(film.record, "en")
    before = read(client).entries[0].id
    with change(None, "test"):
        row = Film.objects.get(pk=film.pk)
        row.slug_en = "the-ferry"
        row.save()
    publish(film.record, "en")
    (entry,) = read(client).entries
    assert (entry.id, entry.link) == (before, f"{SITE}/en/the-ferry/")
    assert entry.id.startswith("urn:uuid:")


def test_entries_of_two_languages_are_different(client):
    film = FilmFactory()
    publish(film.record, "en")
    publish(film.record, "de")
    assert read(client, "en").entries[0].id != read(client, "de").entries[0].id


def test_order_is_that_of_the_first_day(client):
    old, new = FilmFactory(title_en="Old"), FilmFactory(title_en="New")
    for film, year in ((old, 2020), (new, 2021)):
        publish(film.record, "en")
        film.record.publications.update(publish_at=datetime(year, 1, 1, tzinfo=UTC))
    with change(None, "test"):
        row = Film.objects.get(pk=old.pk)
        row.synopsis_short_en = "Told anew."
        row.save()
    publish(old.record, "en")
    forget()
    first, second = read(client).entries
    assert (first.title, second.title) == ("New", "Old")
    assert second.published.startswith("2020-01-01")
    assert second.updated > "2021"


def test_entry_of_a_film_has_its_picture(client):
    film, image = FilmFactory(), make_image()
    place(film, image)
    publish(film.record, "en")
    (enclosure,) = read(client).entries[0].enclosures
    assert enclosure.type == "image/jpeg"
    assert client.get(enclosure.href.removeprefix(SITE)).status_code == 200


def test_withdrawn_and_scheduled_are_not_in_it(client):
    gone, coming, film = FilmFactory(), FilmFactory(), FilmFactory()
    publish(gone.record, "en")
    withdraw(gone.record, "en")
    publish(coming.record, "en", at=timezone.now() + timedelta(days=1))
    publish(film.record, "en")
    assert [entry.title for entry in read(client).entries] == [film.title_en]


def test_feed_of_a_language_without_anything_is_not_there(client):
    publish(FilmFactory().record, "en")
    assert client.get("/de/feed.xml").status_code == 404


def test_unchanged_feed_is_not_sent_again(client):
    publish(FilmFactory().record, "en")
    first = client.get("/en/feed.xml")
    assert client.get("/en/feed.xml", headers={"if-none-match": first["ETag"]}).status_code == 304


def test_pages_lead_to_the_feed(client):
    film = FilmFactory()
    publish(film.record, "en")
    links = links_of(client.get(f"/en/{film.slug_en}/"), "alternate")
    feeds = [link["href"] for link in links if link.get("type") == "application/atom+xml"]
    assert feeds == ["/en/feed.xml"]


def test_control_characters_do_not_break_it(client):
    film = FilmFactory(title_en="Fer\x0bry")
    publish(film.record, "en")
    assert read(client).entries[0].title == "Ferry"
