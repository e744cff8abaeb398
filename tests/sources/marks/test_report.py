"""Open and disputed points of all films: filters, order, pages, a constant number of queries."""

import re

import pytest
from django.urls import reverse

from desk.start.open_points import open_points
from editorial.changes import change
from people.models import Person, PersonName, Role
from sources.deciding.decide import decide
from sources.models import Standing
from tests.factories import CreditFactory, FilmFactory, VersionFactory, make_member
from tests.sources.making import add_source, say

pytestmark = pytest.mark.django_db
URL = "/admin/sources/points/"


@pytest.fixture
def desk(client):
    client.force_login(make_member("editor"))
    return client


def lines_of(desk, **query):
    page = desk.get(URL, query).content.decode()
    return re.findall(r'<p class="point__head"><a href="[^"]*">(.*?)</a>', page)


def film_with_points(name="Ferry"):
    film = FilmFactory(title_en=name, year=2011)
    VersionFactory(film=film, runtime_seconds=5700)
    source = add_source()
    say(film, source, "facts", year=2012)
    say(film, source, "versions", runtime_seconds=5520)
    return film


def test_it_lists_what_is_open_film_by_film(desk):
    film_with_points("Zebra")
    film_with_points("Anchor")
    page = desk.get(URL).content.decode()
    assert re.findall(r'class="points__film"><a[^>]*>(.*?)</a>', page) == ["Anchor", "Zebra"]
    assert lines_of(desk) == ["Year", "Runtime"] * 2
    values = re.findall(r"(\d+ min) <span", page)
    assert values == ["95 min", "92 min"] * 2


def test_it_says_who_says_what_and_leads_to_the_point(desk):
    film = film_with_points()
    say(film, add_source("Other"), "facts", year=2012)
    say(film, add_source("Third"), "facts", year=2011)
    page = desk.get(URL).content.decode()
    (told, *_further) = re.findall(r'<p class="points__told">(.*?)</p>', page, re.S)
    text = re.sub(r"<[^>]+>", "", told)
    assert text == "2011 (film, 1 witness)2012 (2 witnesses)"
    place = reverse("film_points", args=[film.pk])
    (url, *_others) = re.findall(r'<p class="point__head"><a href="([^"]*)"', page)
    assert url == f"{place}?state=open#point-facts-year"
    assert desk.get(url).content.decode().count('id="point-facts-year"') == 1


def test_it_is_limited_by_state_kind_and_film(desk):
    film = film_with_points("Zebra")
    film_with_points("Anchor")
    decide(film.record, "facts/year", None, state="disputed")
    assert lines_of(desk, state="disputed") == ["Year"]
    assert lines_of(desk, state="") == ["Year", "Runtime"] * 2
    assert lines_of(desk, film=film.pk) == ["Runtime"]
    assert lines_of(desk, group="spelling") == []


@pytest.mark.parametrize(
    "query", [{"p": "x"}, {"p": "999"}, {"state": "\0", "film": "'", "group": "x"}]
)
def test_odd_questions_are_answered(desk, query):
    film_with_points()
    assert desk.get(URL, query).status_code == 200


def test_decided_points_leave_the_list(desk):
    film = film_with_points()
    decide(film.record, "facts/year", 2012)
    decide(film.record, "versions/runtime_seconds", 5700)
    assert desk.get(URL).content.decode().count("Nothing is open") == 1


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_with_one_film_and_with_three(desk, count, django_assert_num_queries):
    for number in range(count):
        film_with_points(f"Film {number}")
    desk.get(URL)
    with django_assert_num_queries(6):
        page = desk.get(URL).content.decode()
    assert page.count("points__film") == count


def test_start_page_names_films_with_open_points():
    film = film_with_points("Ferry")
    block = open_points(make_member("editor"))
    assert [(item.title, item.note, item.url) for item in block.items] == [
        ("Ferry", "2 open points", reverse("film_points", args=[film.pk]))
    ]
    assert open_points(make_member("viewer")) is None


def test_new_name_of_a_person_settles_the_spelling_in_all_films():
    with change(None, "test"):
        person = Person.objects.create(name="Sergei Ashkenazy")
    role = Role.objects.get(key="screenplay")
    film = CreditFactory(person=person, role=role).film
    say(film, add_source(), "credits", name="Sergej Ashkenazi", role="screenplay")
    assert Standing.objects.get(record=film.record).open > 0
    with change(None, "test"):
        PersonName.objects.create(person=person, name="Sergej Ashkenazi")
    keys = [point["key"] for point in Standing.objects.get(record=film.record).points]
    assert [key for key in keys if key.endswith("/name")] == []
