"""Finished pages in the database: shown as long as nothing on them changed, and not longer."""

import gzip
import re

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from editorial.memory import forget, renew
from editorial.models import ContentVersion
from editorial.publishing import publish, withdraw
from films.views import read_film
from pages.models import StoredPage
from pages.rendering import render_page
from pages.stored import digest_of
from sources.models import Claim, Source
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image, place
from tests.films.test_views import full_film

pytestmark = pytest.mark.django_db
PAGE = "/en/ferry/"


@pytest.fixture
def film():
    person = PersonFactory(name="Mart Kask", key="mart-kask")
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", title_en="The Ferry")
    CreditFactory(film=film, person=person)
    for language in ("en", "de"):
        publish(film.record, language)
    return film


def show(client, path=PAGE):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def plant(name):
    """Write other words into a kept page: whoever reads them was shown what was kept."""
    assert StoredPage.objects.filter(name=name).update(packed=gzip.compress(b"as kept")) == 1


def names():
    return sorted(StoredPage.objects.values_list("name", flat=True))


def test_second_visitor_gets_what_was_made_for_the_first(client, film):
    first = show(client)
    assert names() == [f"film/{film.record_id}/en"]
    assert show(client) == first
    plant(f"film/{film.record_id}/en")
    assert show(client) == "as kept"


def test_who_takes_gzip_gets_it_as_it_was_packed(client, film):
    plain = show(client)
    packed = client.get(PAGE, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.content).decode() == plain


def test_change_elsewhere_leaves_the_page_as_it_is(client, film):
    show(client)
    plant(f"film/{film.record_id}/en")
    before = ContentVersion.read()
    with change(None, "test"):
        other = FilmFactory(key="other")
    number = ContentVersion.read()
    with change(None, "test") as opened:
        opened.show()
    assert (before, ContentVersion.read()) == (number, number + 1)
    assert other.key == "other"
    assert show(client) == "as kept"


def rename_person(film):
    person = film.credits.get().person
    person.name = "Mart Kaska"
    person.save()


def name_source(film):
    source = Source.objects.create(title="A quiet gem", text="Quiet.", is_named=True)
    Claim.objects.create(
        source=source, record=film.record, part="facts", values={"year": 2011}, printed="2011"
    )


def describe_picture(film):
    image = film.placements.get().image
    image.alt_en = "Two men on a pier"
    image.save()


@pytest.mark.parametrize("step", [rename_person, name_source, describe_picture])
def test_what_the_page_shows_of_others_makes_it_anew(client, film, step):
    place(film, make_image(), "still")
    publish(film.record, "en")
    before = show(client)
    plant(f"film/{film.record_id}/en")
    with change(None, "test") as opened:
        step(film)
        opened.show()
    after = show(client)
    assert after not in ("as kept", before)
    assert names() == [f"film/{film.record_id}/en"]


def test_publishing_shows_the_new_title_at_once(client, film):
    show(client)
    with change(None, "test"):
        film.title_en = "The Last Ferry"
        film.save()
    assert "The Last Ferry" not in show(client)
    publish(film.record, "en")
    assert "The Last Ferry" in show(client)


def test_withdrawn_film_is_gone_although_its_page_is_kept(client, film):
    show(client)
    withdraw(film.record, "en")
    assert client.get(PAGE).status_code == 404


def test_page_says_the_day(client, film):
    with time_machine.travel("2027-01-05T12:00Z", tick=False):
        first = show(client)
    with time_machine.travel("2027-01-06T12:00Z", tick=False):
        second = show(client)
    days = [re.search("As of ([^<·]*)", page)[1].split()[:2] for page in (first, second)]
    assert days == [["5", "January"], ["6", "January"]]


def test_update_of_the_code_makes_pages_anew(client, film, monkeypatch):
    show(client)
    plant(f"film/{film.record_id}/en")
    monkeypatch.setattr("pages.stored.code_version", lambda: "another")
    forget()
    assert "The Ferry" in show(client)


def test_visitor_does_not_wait_for_who_writes(client, film):
    def refuse(execute, sql, params, many, context):
        if "pages_storedpage" in sql and sql.startswith("INSERT"):
            raise OperationalError("database is locked")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        assert "The Ferry" in show(client)
    assert names() == []


def test_home_is_kept_by_language(client, film):
    english, german = show(client, "/en/"), show(client, "/de/")
    assert names() == ["home/de", "home/en"]
    assert (show(client, "/en/"), show(client, "/de/")) == (english, german)
    plant("home/de")
    assert (show(client, "/en/"), show(client, "/de/")) == (english, "as kept")


def test_rendering_asks_nothing_that_the_digest_does_not_know(rf):
    """A query here is something that could change without the page being made anew."""
    film = full_film(2)
    renew()
    contents = read_film(film.record_id, "en")
    request = rf.get(f"/en/{film.slug_en}/")
    digest_of(contents, request)
    with CaptureQueriesContext(connection) as queries:
        render_page(request, contents.template, "en", contents.context, contents.languages)
    assert [query["sql"] for query in queries] == []
