"""The page of screenings: by month and day, narrowed to a country or a city."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.publishing import publish
from tests.factories import FilmFactory, VenueFactory
from tests.films.test_calendar import SOON, screen

pytestmark = pytest.mark.django_db
PAGE_QUERIES = 2


@pytest.fixture
def programme():
    """Two films in three countries, in four towns."""
    ferry, lights = FilmFactory(title_en="The Night Ferry"), FilmFactory(title_en="Harbour Lights")
    prague = VenueFactory(city="Praha", country="CZ", zone="Europe/Prague")
    screen(ferry, SOON, venue=VenueFactory(city="Kiel"))
    screen(ferry, datetime(2099, 6, 1, 18, tzinfo=UTC), venue=VenueFactory(city="Rostock"))
    screen(ferry, datetime(2099, 7, 1, 18, tzinfo=UTC), venue=prague)
    tallinn = VenueFactory(city="Tallinn", country="EE", zone="Europe/Tallinn")
    screen(lights, SOON, venue=tallinn, status="cancelled", tickets_url="https://kino.example/")
    for film in (ferry, lights):
        publish(film.record, "en")
    return ferry


def shown(response) -> list[str]:
    return [
        entry.city
        for month in response.context["months"]
        for day in month.days
        for entry in day.screenings
    ]


def test_screenings_stand_under_months_and_days(client, programme):
    months = client.get("/en/screenings/").context["months"]
    assert [month.label for month in months] == ["May 2099", "June 2099", "July 2099"]
    assert [len(day.screenings) for month in months for day in month.days] == [2, 1, 1]


@pytest.mark.parametrize(
    ("query", "cities"),
    [
        ("country=EE", ["Tallinn"]),
        ("country=ee", ["Tallinn"]),
        ("city=kiel", ["Kiel"]),
        ("country=DE&city=", ["Kiel", "Rostock"]),
        ("country=EE&city=Kiel", []),
        ("city=Reval", []),
        ("city=Praha", ["Prague"]),
        ("city=Prag&country=CZ", ["Prague"]),
        ("country=XX", []),
        ("city=%00%ff&page=x", []),
    ],
)
def test_choice_narrows_the_list(client, programme, query, cities):
    response = client.get(f"/en/screenings/?{query}")
    assert response.status_code == 200
    assert sorted(shown(response)) == cities


def test_counts_stand_beside_what_can_be_chosen(client, programme):
    facets = client.get("/en/screenings/?country=DE").context["facets"]
    countries = [(c.value, c.label, c.count, c.is_chosen) for c in facets.countries]
    assert countries == [
        ("CZ", "Czechia", 1, False),
        ("EE", "Estonia", 1, False),
        ("DE", "Germany", 2, True),
    ]
    cities = [(g.country, [(c.value, c.count) for c in g.cities]) for g in facets.cities]
    assert cities == [
        ("Czechia", [("Prague", 1)]),
        ("Estonia", [("Tallinn", 1)]),
        ("Germany", [("Kiel", 1), ("Rostock", 1)]),
    ]


def test_impossible_pair_stays_chosen_and_offers_its_halves(client, programme):
    response = client.get("/en/screenings/?country=EE&city=kiel")
    facets = response.context["facets"]
    assert [c.value for c in facets.countries if c.is_chosen] == ["EE"]
    assert [c.value for g in facets.cities for c in g.cities if c.is_chosen] == ["Kiel"]
    page = response.content.decode()
    assert '<a href="?country=EE">Estonia (1)</a>' in page
    assert '<a href="?city=Kiel">Kiel (1)</a>' in page
    assert page.count("screenings.ics?") == 0


def test_unknown_place_stays_chosen_and_offers_no_empty_feed(client, programme):
    response = client.get("/en/screenings/?city=Atlantis")
    facets = response.context["facets"]
    chosen = [(c.value, c.count) for g in facets.cities for c in g.cities if c.is_chosen]
    assert (chosen, facets.ways_out) == ([("Atlantis", 0)], ())
    assert response.content.decode().count("screenings.ics?") == 0


def test_cities_are_named_in_the_readers_language(client, programme):
    publish(programme.record, "de")
    assert shown(client.get("/de/screenings/?city=Prague")) == ["Prag"]


def test_cancelled_screening_is_struck_and_sells_nothing(client, programme):
    page = client.get("/en/screenings/?country=EE").content.decode()
    assert "Cancelled" in page
    assert page.count("<s>") == 1
    assert "https://kino.example/" not in page


def test_zone_is_named_where_the_clock_differs_from_ours(client, programme):
    page = client.get("/en/screenings/").content.decode()
    assert page.count("local time, EEST") == 1
    assert page.count("local time") == 1


def test_site_without_screenings_says_so(client):
    film = FilmFactory()
    publish(film.record, "en")
    page = client.get("/en/screenings/").content.decode()
    assert "No screenings are announced at the moment." in page


@pytest.mark.parametrize("rows", [1, 3])
def test_page_costs_the_same_whatever_is_shown(client, rows):
    for _n in range(rows):
        film = FilmFactory()
        screen(film)
        publish(film.record, "en")
    client.get("/en/screenings/")
    with CaptureQueriesContext(connection) as queries:
        assert len(shown(client.get("/en/screenings/"))) == rows
    assert len(queries) == PAGE_QUERIES


def test_long_programme_is_paged(client, monkeypatch):
    monkeypatch.setattr("films.screening_views.PER_PAGE", 2)
    film = FilmFactory()
    for hour in (16, 18, 20):
        screen(film, datetime(2099, 5, 2, hour, tzinfo=UTC), venue=VenueFactory(city=f"C{hour}"))
    publish(film.record, "en")
    assert shown(client.get("/en/screenings/")) == ["C16", "C18"]
    assert shown(client.get("/en/screenings/?page=2")) == ["C20"]


def test_language_switch_keeps_the_place(client, programme):
    german = FilmFactory(title_de="Nebel")
    publish(german.record, "de")
    switcher = client.get("/en/screenings/?country=de&city=Kiel&page=1").context["switcher"]
    assert [item.url for item in switcher] == [
        "/en/screenings/?country=DE&city=Kiel",
        "/de/screenings/?country=DE&city=Kiel",
    ]
    switcher = client.get("/en/screenings/").context["switcher"]
    assert [item.url for item in switcher] == ["/en/screenings/", "/de/screenings/"]
