"""The home page: which film stands at its top, and where all the others are."""

import re

import pytest

from editorial.changes import change
from editorial.publishing import publish
from editorial.publishing.acting import pin
from films.models import Screening
from pages.models import Profile
from pages.templatetags.tiles import tile_sizes
from tests.factories import FilmFactory, VenueFactory, add_trailer, make_image, place

pytestmark = pytest.mark.django_db


def live_film(key, usage="", colour=(9, 9, 9), **facts):
    """A film live in English, with a picture of this use if one is named."""
    film = FilmFactory(key=key, **facts)
    if usage:
        place(film, make_image(colour=colour), usage=usage)
    publish(film.record, "en")
    return film


def front(client):
    return client.get("/en/").context["front"]


def keys(tiles):
    return [tile.key for tile in tiles]


def test_newest_film_with_a_still_stands_at_the_top(client):
    live_film("bare", year=2026)
    live_film("poster", "poster", (50, 9, 9), year=2025)
    live_film("old", "still", (9, 50, 9), year=2001)
    live_film("new", "still", (9, 9, 50), year=2020)
    assert front(client).top.film.key == "new"


def test_poster_is_better_than_nothing_at_the_top(client):
    live_film("bare", year=2026)
    live_film("poster", "poster", year=2001)
    assert front(client).top.film.key == "poster"


def test_film_without_any_picture_makes_a_top_of_its_title(client):
    live_film("bare", title_en="Night Ferry")
    page = client.get("/en/").content.decode()
    assert re.findall(r'class="hero hero--(\w+) stage field hue-\d"', page) == ["plain"]
    assert page.count("Night Ferry</a>") == 1


def test_pinned_film_stands_at_the_top_whatever_it_has(client):
    live_film("new", "still", year=2026)
    pinned = live_film("pinned", year=1999)
    assert front(client).top.film.key == "new"
    with change(None, "test"):
        pin(pinned.record, 1)
    assert front(client).top.film.key == "pinned"


def test_film_at_the_top_is_on_no_shelf_and_all_others_are(client):
    live_film("top", "still", year=2026)
    live_film("feature", year=2020)
    live_film("short", category="short", year=2021)
    shelves = front(client).shelves
    assert [(shelf.category, keys(shelf.tiles)) for shelf in shelves] == [
        ("feature", ["feature"]),
        ("short", ["short"]),
    ]


@pytest.mark.parametrize(("films", "pictured", "further"), [(11, 11, 0), (12, 9, 3)])
def test_long_shelf_ends_in_titles_that_lead_to_the_films(client, films, pictured, further):
    live_film("top", "still", year=2026)
    for number in range(films):
        live_film(f"film-{number:02}", year=2000 - number)
    [shelf] = front(client).shelves
    assert (len(shelf.tiles), len(shelf.further)) == (pictured, further)
    page = client.get("/en/").content.decode()
    assert all(f'href="/en/film-{number:02}/"' in page for number in range(films))


def test_shelf_of_a_large_catalogue_is_cut_and_says_so(client, monkeypatch):
    monkeypatch.setattr("films.front.MOST_TITLES", 2)
    live_film("top", "still", year=2026)
    for number in range(12):
        live_film(f"film-{number:02}", year=2000 - number)
    [shelf] = front(client).shelves
    assert keys([*shelf.tiles, *shelf.further]) == [f"film-{number:02}" for number in range(11)]
    assert (shelf.count, shelf.is_cut) == (12, True)
    page = client.get("/en/").content.decode()
    [more] = re.findall(r'<a class="shelf__more" href="(.*?)">(.*?)</a>', page)
    assert more == ("/en/films/?category=feature", "All 12 in the catalogue")


def test_top_says_its_line_and_leads_to_film_trailer_and_screenings(client):
    film = FilmFactory(key="ferry", tagline_en="Nobody waits.", tagline_de="Keiner wartet.")
    add_trailer(film)
    with change(None, "test"):
        Screening.objects.create(film=film, venue=VenueFactory(), local_time="2099-01-01T20:00Z")
    publish(film.record, "en")
    top = front(client).top
    assert (top.line.value, top.url) == ("Nobody waits.", "/en/ferry/")
    assert (top.trailer, top.screenings) == ("/en/ferry/#trailer", "/en/ferry/#screenings")


def test_home_shows_four_screenings_and_the_way_to_all(client):
    film = FilmFactory(key="ferry")
    with change(None, "test"):
        for day in range(1, 7):
            venue = VenueFactory()
            time = f"2099-01-0{day}T20:00Z"
            Screening.objects.create(film=film, venue=venue, local_time=time)
    publish(film.record, "en")
    response = client.get("/en/")
    assert [entry.starts_at.day for entry in response.context["screenings"]] == [1, 2, 3, 4]
    page = response.content.decode()
    # Menu, foot and the section itself.
    assert page.count('href="/en/screenings/"') == 3
    assert page.count('<li class="agenda__item') == 4


def test_next_screenings_lead_to_tickets_unless_cancelled(client):
    film = FilmFactory(key="ferry", title_en="Ferry")
    with change(None, "test"):
        for number, status in enumerate(["", "cancelled"], start=1):
            Screening.objects.create(
                film=film, venue=VenueFactory(name="Kino Kai"), status=status,
                local_time=f"2099-01-0{number}T20:00Z", tickets_url=f"https://kai.example/{number}",
            )  # fmt: skip
        Screening.objects.create(film=film, venue=VenueFactory(), local_time="2099-01-03T20:00Z")
    publish(film.record, "en")
    page = client.get("/en/").content.decode()
    assert re.findall(r'class="agenda__tickets" href="([^"]+)"', page) == ["https://kai.example/1"]


def test_home_without_screenings_says_nothing_of_them(client):
    live_film("ferry")
    page = client.get("/en/").content.decode()
    assert (page.count("/en/screenings/"), page.count("agenda")) == (0, 0)


def test_home_without_films_greets_all_the_same(client):
    with change(None, "test"):
        Profile(name="Nordlicht", claim_en="Films about work.").save()
    response = client.get("/en/")
    assert response.context["front"].top is None
    page = response.content.decode()
    assert [page.count(words) for words in ("No film is to be seen here yet.", "hero")] == [1, 0]


def test_not_found_offers_films_of_the_language(client):
    live_film("ferry", title_en="Night Ferry")
    english, german = client.get("/en/nowhere/"), client.get("/de/nirgends/")
    assert (english.status_code, german.status_code) == (404, 404)
    assert keys(english.context["tiles"]) == ["ferry"]
    assert keys(german.context["tiles"]) == []
    assert (
        english.content.decode().count('<a class="button" href="/en/films/">To all films</a>') == 1
    )


@pytest.mark.parametrize(
    ("place", "count", "sizes"),
    [
        (0, 3, "30vw, 32vw"),
        (1, 3, "30vw, 32vw"),
        (1, 2, "46vw, 32vw"),
        (3, 4, "46vw, 32vw"),
        (4, 7, "30vw, 32vw"),
        (0, 1, "30vw, 32vw"),
    ],
)
def test_sizes_of_tiles_follow_their_layout(place, count, sizes):
    assert tile_sizes(place, count).endswith(f"(min-width: 48rem) {sizes}")
