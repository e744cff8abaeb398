"""Sources on the film page: those that may be named, by name alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from editorial.models import ContentVersion
from editorial.publishing import publish, withdraw
from sources.models import Claim, Source
from sources.reading.objects import Fact
from sources.taking.choices import Choice
from sources.taking.take import take
from sources.taking.take_back import take_back
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
NAMED = (
    '<li>Ida Brandt: <cite lang="en"><a href="https://example.org/gem" rel="noopener">'
    "A quiet gem</a></cite>, Cinema Weekly, {date}</li>"
)


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre")
    for language in ("en", "de"):
        publish(film.record, language)
    return film


def make_source(film, **facts):
    values = {"title": "A quiet gem", "author": "Ida Brandt", "medium": "Cinema Weekly",
              "date": "2011-10", "url": "https://example.org/gem", "language": "en",
              "text": "Everything is quiet.", "is_named": True}  # fmt: skip
    source = Source.objects.create(**values | facts)
    Claim.objects.create(
        source=source, record=film.record, part="facts", values={"year": 2011}, printed="2011"
    )
    return source


def page(client, address="/en/ferry/") -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize(
    ("address", "heading", "date"),
    [("/en/ferry/", "Sources", "October\xa02011"), ("/de/faehre/", "Quellen", "Oktober\xa02011")],
)
def test_a_named_source_stands_at_the_end_in_both_languages(client, film, address, heading, date):
    make_source(film)
    text = page(client, address)
    assert text.count(f'id="sources">{heading}</h2>') == 1
    assert text.count(NAMED.format(date=date)) == 1
    assert "Everything is quiet." not in text


def test_a_source_that_is_not_named_leaves_no_trace(client, film):
    make_source(film, is_named=False)
    text = page(client)
    assert "film-sources" not in text
    assert "A quiet gem" not in text


def test_a_source_is_named_once_whatever_it_says_and_only_of_its_film(client, film):
    source = make_source(film)
    Claim.objects.create(source=source, record=film.record, part="facts", values={"year": 2012})
    other = FilmFactory(key="other", slug_en="other")
    publish(other.record, "en")
    assert page(client).count("A quiet gem") == 1
    assert "A quiet gem" not in page(client, "/en/other/")


def test_a_film_that_is_withdrawn_names_nothing(client, film):
    make_source(film)
    withdraw(film.record, "en")
    withdraw(film.record, "de")
    assert client.get("/en/ferry/").status_code == 404


def test_taking_in_a_named_source_and_taking_it_back_make_the_page_anew(client, film):
    source = Source.objects.create(title="A quiet gem", is_named=True)
    before, number = page(client), ContentVersion.read()
    fact = Fact("facts", {"year": film.year}, "2011", 0, 4)
    taken = take(source, film.record, [Choice(fact)])
    assert ContentVersion.read() == number + 1
    assert page(client).count("A quiet gem") == 1
    take_back(taken.intake)
    assert page(client) == before


def test_a_source_that_is_not_named_makes_no_page_anew(client, film):
    source = Source.objects.create(title="A quiet gem")
    number = ContentVersion.read()
    take(source, film.record, [Choice(Fact("facts", {"year": film.year}, "2011", 0, 4))])
    assert ContentVersion.read() == number


def test_naming_at_the_desk_makes_the_page_anew(client, desk, film):
    source = make_source(film, is_named=False)
    assert page(client).count("A quiet gem") == 0
    address = f"/admin/films/film/{film.pk}/sources/{source.pk}/naming/"
    assert desk.post(address, {"is_named": "on"}).status_code == 302
    assert page(client).count("A quiet gem") == 1
    desk.post(address, {})
    assert page(client).count("A quiet gem") == 0


@pytest.mark.parametrize("count", [0, 1, 3])
def test_naming_costs_no_query_once_it_is_known(client, film, count):
    for number in range(count):
        make_source(film, title=f"Review {number}")
    with change(None, "test") as opened:
        opened.show()
    with CaptureQueriesContext(connection) as first:
        page(client)
    with CaptureQueriesContext(connection) as queries:
        page(client)
    asked = [query["sql"] for query in first if "sources_claim" in query["sql"]]
    assert len(asked) == 1
    assert [query["sql"] for query in queries if "sources_" in query["sql"]] == []
