"""The hot questions of public pages are answered from indexes, on both databases."""

import re

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.changes import change
from editorial.models import Publication, Reference
from editorial.models.window import being_live
from editorial.publishing import publish
from editorial.publishing.window import live_neutral, live_titles
from films.models import Country
from pages.listing import live_facts_of_films
from tests.factories import CreditFactory, FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def questions():
    """Return by name the question, and the index that must answer it."""
    credits = Reference.objects.filter(
        being_live(NOW, "publication__"), target=1, usage="credit"
    ).order_by()
    at = Publication.objects.live(NOW).filter(
        record__addresses__language="en", record__addresses__path="ferry"
    )
    return {
        "address": (
            at.order_by(),
            "publication_facts|publication_counting|editorial_publication_record_id",
        ),
        "titles": (live_titles("film", "en", NOW).order_by().values("record"), "publication_live"),
        "neutral": (
            live_neutral(NOW).filter(kind="film").order_by().values("record"),
            "publication_live",
        ),
        "year": (
            live_facts_of_films(Q(year__in=[2024])).values("record"),
            "publication_year|publication_live",
        ),
        "person": (credits.values("publication__record"), "reference_target"),
        "tiles": (
            Reference.objects.filter(publication__in=[1, 2], usage="still").order_by(),
            "reference_shown",
        ),
        "sitemap part": (
            live_neutral(NOW)
            .filter(kind="film", record__pk__range=(1, 99))
            .order_by()
            .values("pk"),
            "publication_facts|publication_live",
        ),
        "screenings": (
            Publication.objects.live(NOW).filter(screens_until__gte=NOW).order_by(),
            "publication_screens",
        ),
    }


@pytest.mark.one_machine  # of tables this small PostgreSQL reads whole indexes
@pytest.mark.parametrize("name", list(questions()))
def test_question_is_answered_from_its_index(name):
    question, indexes = questions()[name]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # A table of no rows is faster read whole.
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = question.explain()
    assert any(index in plan for index in indexes.split("|")), plan


# Tables that grow with the catalogue and hold wide or many rows.
LARGE = (
    "editorial_publication", "editorial_reference", "editorial_searchword", "editorial_record",
    "editorial_revision", "people_namekey", "films_credit", "films_film", "people_person",
)  # fmt: skip
PAGES = {
    "search": "/en/search/?q=ferry",
    "search for short words": "/en/search/?q=a+of",
    "search for several words": "/en/search/?q=the+night+ferry",
    "catalogue": "/en/films/",
    "catalogue by title": "/en/films/?sort=title",
    "catalogue of a decade": "/en/films/?year=2020s&category=feature",
    "catalogue of a country": "/en/films/?country=EE",
    "film page with related films": "/en/{}/",
}


@pytest.fixture
def catalogue():
    """Two films of one director and one country, of which each is related to the other."""
    person = PersonFactory(name="Ada Lindqvist")
    for title in ("Night Ferry", "Day Ferry"):
        film = FilmFactory(title_en=title)
        CreditFactory(film=film, person=person)
        with change(None, "test"):
            Country.objects.create(film=film, code="EE")
        publish(film.record, "en")
    return film


def plan_of(sql: str) -> str:
    with connection.cursor() as cursor:
        is_sqlite = connection.vendor == "sqlite"
        cursor.execute(f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{sql}")
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def read_whole(plan: str, sql: str) -> list[str]:
    """Return the large tables that a plan reads row by row; a covering index is no table."""
    aliases = {alias: table for table, alias in re.findall(r'"(\w+)" ([A-Z]\d+)\b', sql)}
    read = re.findall(r"(?:SCAN|Seq Scan on) (\w+)\b(?! USING)", plan)
    return [table for name in read if (table := aliases.get(name, name)) in LARGE]


def test_plan_that_reads_a_table_whole_is_recognised():
    assert read_whole("SCAN editorial_publication", "") == ["editorial_publication"]
    assert read_whole("SCAN U0", '"editorial_reference" U0') == ["editorial_reference"]
    assert read_whole("Seq Scan on films_credit u0  (cost=0)", "") == ["films_credit"]
    assert read_whole("SCAN films_film USING COVERING INDEX year", "") == []


@pytest.mark.parametrize("name", list(PAGES))
def test_page_reads_no_large_table_whole(client, catalogue, name):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(PAGES[name].format(catalogue.slug_en)).status_code == 200
    asked = [query["sql"] for query in queries if query["sql"].startswith("SELECT")]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    read = {sql: tables for sql in asked if (tables := read_whole(plan_of(sql), sql))}
    assert read == {}
    assert any("editorial_" in sql for sql in asked)
