"""Public pages of films: what they show and what they cost."""

import json

import jsonschema
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from editorial.publishing import publish
from festivals.models import Venue
from films.models import Award, CompanyCredit, Country, Link, PressItem, Quote, Release, Screening
from people.models import Company, Role
from tests.factories import (
    CreditFactory,
    FilmFactory,
    SelectionFactory,
    VersionFactory,
    add_trailer,
    make_image,
    place,
)

pytestmark = pytest.mark.django_db
# The content version and the finished page (pages/stored.py).
FILM_PAGE_QUERIES = HOME_QUERIES = 2
# When something changed elsewhere: all that the page shows is read, nothing rendered. Twenty of
# them are for menus, vocabulary and boundaries, once in each process.
FILM_PAGE_CHECK_QUERIES = 33


def full_film(rows: int):
    """A live film with `rows` rows of everything."""
    film = FilmFactory(key=f"full-{rows}")
    VersionFactory(film=film)
    add_trailer(film)
    for n in range(rows):
        CreditFactory(film=film)
        CreditFactory(film=film, role=Role.objects.get(key="actor"), character_en=f"Sailor {n}")
        selection = SelectionFactory(film=film)
        place(film, make_image(colour=(n * 9, 50, rows)), position=n)
        with change(None, "test"):
            company = Company(name=f"Nordlicht {n}")
            company.save()
            CompanyCredit.objects.create(film=film, company=company, function="distributor")
            Country.objects.create(film=film, code=("DE", "EE", "FI")[n])
            Award.objects.create(
                film=film, name_en=f"Prize {n}", festival=selection.edition.festival
            )
            Link.objects.create(film=film, kind="watch", url=f"https://example.com/{n}")
            release = Release.objects.create(film=film, country="DE", date="2012-05-01")
            release.distributors.add(company)
            venue = Venue.objects.create(name=f"Kino {n}", city="Kiel", country="DE")
            Screening.objects.create(film=film, venue=venue, local_time="2099-01-01T20:00Z")
            item = PressItem.objects.create(film=film, title=f"Review {n}")
            Quote.objects.create(press_item=item, text="A quiet gem.")
    for language in ("en", "de"):
        publish(film.record, language)
    return film


@pytest.mark.parametrize("rows", [1, 3])
def test_film_page_costs_the_same_whatever_its_rows(client, rows):
    film = full_film(rows)
    url = f"/en/{film.slug_en}/"
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200
    assert len(queries) == FILM_PAGE_QUERIES


@pytest.mark.parametrize("rows", [1, 3])
def test_film_page_after_a_change_elsewhere_costs_the_same_whatever_its_rows(client, rows):
    film = full_film(rows)
    url = f"/en/{film.slug_en}/"
    client.get(url)
    with change(None, "test") as opened:
        opened.show()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.templates == []
    assert len(queries) == FILM_PAGE_CHECK_QUERIES


@pytest.mark.parametrize("rows", [1, 3])
def test_home_costs_the_same_whatever_its_films(client, rows):
    for _n in range(rows):
        film = FilmFactory()
        place(film, make_image())
        publish(film.record, "en")
    first = client.get("/en/")
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/en/")
    assert len(first.context["tiles"]) == rows
    assert response.content == first.content
    assert len(queries) == HOME_QUERIES


def test_film_page_shows_every_fact_in_the_readers_language(client):
    film = full_film(1)
    german = client.get(f"/de/{film.slug_de}/").content.decode()
    for word in ("Deutschland", "95", "Regie", "Spielfilm", "Nordlicht 0", "Hafenfilmtage",
                 "Kino 0", "1.\xa0Mai\xa02012", "A quiet gem.", "2011"):  # fmt: skip
        assert word in german, word
    english = client.get(f"/en/{film.slug_en}/").content.decode()
    for word in ("Germany", "Directed by", "Feature film", "Sailor 0", "Prize 0"):
        assert word in english, word


def test_visitor_gets_no_cookie_and_a_strict_policy(client):
    film = full_film(1)
    response = client.get(f"/en/{film.slug_en}/")
    assert response.cookies == {}
    policy = response["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"


def test_film_json_fits_its_schema(client):
    film = full_film(3)
    schema = json.loads((settings.BASE_DIR / "films/film.schema.json").read_text("utf-8"))
    data = client.get(f"/en/{film.slug_en}/film.json").json()
    jsonschema.validate(data, schema)
    assert data["titles"] == {"en": film.title_en, "de": film.title_de}
    assert data["countries"] == ["DE", "EE", "FI"]
    assert data["runtime_seconds"] == 5700
    assert data["cast"][0]["character"] == "Sailor 0"


def test_linked_data_has_no_empty_property(client):
    film = full_film(1)
    data = client.get(f"/en/{film.slug_en}/").context["linked_data"]["@graph"][0]
    assert data["@type"] == "Movie"
    assert data["duration"] == "PT95M"
    assert all(data.values())


@pytest.mark.parametrize("end", ["microsite/", "film.json"])
def test_slug_of_the_other_language_redirects_below_the_film_too(client, end):
    film = FilmFactory(slug_en="ferry", slug_de="faehre")
    for language in ("en", "de"):
        publish(film.record, language)
    response = client.get(f"/de/ferry/{end}")
    assert (response.status_code, response["Location"]) == (302, f"/de/faehre/{end}")
    assert client.get(f"/de/nowhere/{end}").status_code == 404


def test_slug_of_the_other_language_redirects(client):
    film = FilmFactory(slug_en="night-ferry", slug_de="nachtfaehre")
    publish(film.record, "en")
    publish(film.record, "de")
    response = client.get("/de/night-ferry/")
    assert (response.status_code, response["Location"]) == (302, "/de/nachtfaehre/")


def test_missing_text_falls_back_to_a_live_language_and_says_so(client):
    film = FilmFactory(synopsis_short_de="", logline_de="Eine letzte Fahrt.", press_note_en="Note.")
    publish(film.record, "en")
    publish(film.record, "de")
    page = client.get(f"/de/{film.slug_de}/").content.decode()
    assert "A ferry crosses" in page
    assert 'lang="en"' in page


@pytest.mark.parametrize(
    ("header", "location"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "/de/"),
        ("en;q=0.4, de;q=0.8", "/de/"),
        ("fr", "/en/"),
        ("", "/en/"),
        ("de;q=0, en", "/en/"),
    ],
)
def test_entrance_leads_to_the_visitors_language(client, header, location):
    response = client.get("/", headers={"accept-language": header})
    assert response["Location"] == location
    assert "Accept-Language" in response["Vary"]


def test_draft_home_is_empty_but_friendly(client):
    assert client.get("/en/").status_code == 200
