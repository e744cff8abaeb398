"""Festivals' pages: there as long as a live film was shown, in the reader's language."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from editorial.models import Forward, Record
from editorial.publishing import publish, withdraw
from films.models import Award
from tests.factories import EditionFactory, FestivalFactory, FilmFactory, SelectionFactory

pytestmark = pytest.mark.django_db
PAGE_QUERIES = 7
LIST_QUERIES = 4


@pytest.fixture
def festival():
    return FestivalFactory(key="harbour", name_en="Harbour Film Days", name_de="Hafenfilmtage")


def select(festival, year=2012, languages=("en",), **facts):
    edition = festival.editions.filter(year=year).first()
    edition = edition or EditionFactory(festival=festival, year=year)
    selection = SelectionFactory(edition=edition, **facts)
    for language in languages:
        publish(selection.film.record, language)
    return selection


def told(response):
    return [
        (year.year, film.tile.title, [s.value for s in film.sections], film.premieres,
         [(p.name.value, p.result) for p in film.prizes])
        for year in response.context["years"]
        for film in year.films
    ]  # fmt: skip


def test_page_tells_sections_premieres_and_prizes_by_year(client, festival):
    film = FilmFactory(title_en="The Night Ferry", title_de="Die Nachtfähre")
    selection = select(festival, 2012, (), film=film, section_en="Panorama", premiere="world")
    with change(None, "test"):
        Award.objects.create(film=film, name_en="Best Sound", selection=selection, result="mention")
        Award.objects.create(film=film, name_en="Golden Buoy", festival=festival, year=2012)
    publish(film.record, "en")
    publish(film.record, "de")
    select(festival, 2014, film=FilmFactory(title_en="Harbour Lights"))
    assert told(client.get("/en/festivals/harbour/")) == [
        (2014, "Harbour Lights", [], (), []),
        (2012, "The Night Ferry", ["Panorama"], ("World premiere",),
         [("Golden Buoy", "won"), ("Best Sound", "mention")]),
    ]  # fmt: skip
    german = client.get("/de/festivals/harbour/")
    assert told(german) == [
        (2012, "Die Nachtfähre", ["Panorama"], ("Weltpremiere",),
         [("Golden Buoy", "won"), ("Best Sound", "mention")]),
    ]  # fmt: skip
    assert '<span lang="en">Panorama</span>' in german.content.decode()


def test_page_is_there_as_long_as_a_live_film_shows_the_festival(client, festival):
    assert client.get("/en/festivals/harbour/").status_code == 404
    selection = select(festival)
    assert client.get("/en/festivals/harbour/").status_code == 200
    assert client.get("/de/festivals/harbour/").status_code == 404
    withdraw(selection.film.record, "en", None)
    assert client.get("/en/festivals/harbour/").status_code == 404
    assert client.get("/en/festivals/nowhere/").status_code == 404


def test_switch_leads_to_languages_with_films_of_the_festival(client, festival):
    select(festival, languages=("en", "de"))
    page = client.get("/en/festivals/harbour/")
    assert [item.url for item in page.context["switcher"]] == [
        "/en/festivals/harbour/",
        "/de/festivals/harbour/",
    ]


def test_address_of_a_merged_festival_leads_on(client, festival):
    select(festival)
    old = Record.objects.create(kind="festival", key="harbor")
    Forward.objects.create(uuid=old.uuid, record=festival.record)
    response = client.get("/en/festivals/harbor/")
    assert (response.status_code, response["Location"]) == (301, "/en/festivals/harbour/")


def test_list_names_festivals_by_country(client, festival):
    select(festival)
    select(festival, 2013)
    baltic = FestivalFactory(name_en="Baltic Nights", country="EE", city="Tallinn")
    select(baltic)
    FestivalFactory(name_en="Unseen")
    select(FestivalFactory(name_en="Åland Nights", country="AX", city="Mariehamn"))
    countries = client.get("/en/festivals/").context["countries"]
    assert [(c.name, [(f.name, f.films) for f in c.festivals]) for c in countries] == [
        ("Åland Islands", [("Åland Nights", 1)]),
        ("Estonia", [("Baltic Nights", 1)]),
        ("Germany", [("Harbour Film Days", 2)]),
    ]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("url", "cost"), [("/en/festivals/harbour/", PAGE_QUERIES), ("/en/festivals/", LIST_QUERIES)]
)
def test_pages_cost_the_same_whatever_is_shown(client, festival, rows, url, cost):
    for n in range(rows):
        select(festival, 2012 + n)
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    assert len(queries) == cost
