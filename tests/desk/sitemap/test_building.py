"""The sitemap: what stands in it, what it costs, and how a large one is divided."""

from datetime import UTC, datetime, timedelta
from time import sleep
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk.sitemap import ranges, views
from desk.sitemap.building import build_sitemap
from editorial.changes import change
from editorial.memory import forget
from editorial.publishing import publish, withdraw
from films.models import CompanyCredit, Placement, Screening, Trailer
from people.models import Company
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PageFactory,
    SelectionFactory,
    VenueFactory,
    add_trailer,
    make_image,
    place,
)

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "video": "http://www.google.com/schemas/sitemap-video/1.1",
}
# Content version, next boundary (6) and size (1); titles and facts of what is live (2); references
# and pictures of films (2); facts, files and texts of those with trailers (3); for people,
# companies and festivals each the last saves and one query a language (9); who serves the law (2).
SITEMAP_QUERIES = 32


def read(client, url="/sitemap.xml") -> dict[str, ElementTree.Element]:
    """Return the entries of the sitemap by path."""
    root = ElementTree.fromstring(client.get(url).content)
    return {
        entry.findtext("s:loc", "", NAMES).removeprefix(SITE): entry
        for entry in root.findall("s:url", NAMES)
    }


def full_film(number=0):
    """A film live in English with a picture, a trailer, a person, a company and a festival."""
    film = FilmFactory()
    image = make_image(colour=(number * 9, 50, 90))
    place(film, image)
    place(film, make_image(colour=(9, number * 9, 90)), usage="poster")
    add_trailer(film)
    CreditFactory(film=film)
    SelectionFactory(film=film)
    with change(None, "test"):
        Trailer.objects.filter(film=film).update(poster=image)
        company = Company(name=f"Nordlicht {number}")
        company.save()
        CompanyCredit.objects.create(film=film, company=company, function="distributor")
        Screening.objects.create(film=film, venue=VenueFactory(), local_time="2099-01-01T20:00Z")
    publish(film.record, "en")
    return film


@pytest.mark.parametrize("rows", [1, 3])
def test_sitemap_costs_the_same_whatever_is_live(client, rows):
    for number in range(rows):
        full_film(number)
    forget()
    with CaptureQueriesContext(connection) as queries:
        assert len([path for path in read(client) if path.startswith("/en/film-")]) == 2 * rows
    assert len(queries) == SITEMAP_QUERIES


def test_second_request_reads_only_the_content_version(client):
    full_film()
    client.get("/sitemap.xml")
    with CaptureQueriesContext(connection) as queries:
        client.get("/sitemap.xml")
    assert len(queries) == 1


def test_everything_public_is_listed_once(client):
    film = full_film()
    page = PageFactory()
    publish(page.record, "en")
    person = film.credits.get().person.record.key
    company = CompanyCredit.objects.get(film=film).company.record.key
    festival = film.selections.get().edition.festival.record.key
    assert sorted(read(client)) == sorted(
        [
            "/en/",
            "/en/films/",
            "/en/festivals/",
            "/en/screenings/",
            "/en/imprint/",
            "/en/privacy/",
            "/en/accessibility/",
            f"/en/{page.slug_en}/",
            f"/en/{film.slug_en}/",
            "/en/press/",
            f"/en/{film.slug_en}/press/",
            f"/en/people/{person}/",
            f"/en/companies/{company}/",
            f"/en/festivals/{festival}/",
        ]
    )


def test_languages_point_to_each_other_and_to_a_default(client):
    film = FilmFactory(slug_en="ferry", slug_de="faehre")
    publish(film.record, "en")
    publish(film.record, "de")
    links = {
        path: {
            link.get("hreflang"): link.get("href", "").removeprefix(SITE)
            for link in entry.findall("x:link", NAMES)
        }
        for path, entry in read(client).items()
    }
    ferry = {"en": "/en/ferry/", "de": "/de/faehre/", "x-default": "/en/ferry/"}
    home = {"en": "/en/", "de": "/de/", "x-default": "/"}
    assert (links["/en/ferry/"], links["/de/faehre/"]) == (ferry, ferry)
    assert (links["/en/"], links["/de/"]) == (home, home)


def test_page_of_one_language_has_no_alternates(client):
    film = FilmFactory()
    publish(film.record, "de")
    assert read(client)[f"/de/{film.slug_de}/"].findall("x:link", NAMES) == []


def test_last_change_is_that_of_texts_or_facts(client):
    film = FilmFactory()
    publish(film.record, "en")
    texts, facts = film.record.publications.order_by("-language")
    early = datetime(2020, 1, 1, tzinfo=UTC)
    late = datetime(2021, 5, 1, 12, tzinfo=UTC)
    film.record.publications.filter(pk=texts.pk).update(publish_at=early)
    film.record.publications.filter(pk=facts.pk).update(publish_at=late)
    forget()
    entry = read(client)[f"/en/{film.slug_en}/"]
    assert entry.findtext("s:lastmod", "", NAMES) == "2021-05-01T12:00:00+00:00"


def test_pictures_are_those_the_page_shows(client):
    film = FilmFactory()
    still, poster, teaser, art = (make_image(colour=(n * 20, 50, 90)) for n in range(4))
    for image, usage in ((still, "still"), (poster, "poster"), (teaser, "teaser")):
        place(film, image, usage=usage)
    place(film, art, usage="title_art")
    place(film, make_image(colour=(200, 1, 1), access="internal"))
    publish(film.record, "en")
    entry = read(client)[f"/en/{film.slug_en}/"]
    found = [node.text for node in entry.findall("image:image/image:loc", NAMES)]
    assert found == [SITE + image.picture.fallback.url for image in (still, poster)]


def test_picture_leaves_the_minute_its_rights_end(client):
    film, image = FilmFactory(), make_image()
    place(film, image)
    publish(film.record, "en")
    url = image.picture.fallback.url
    assert url in client.get("/sitemap.xml").content.decode()
    soon = timezone.now() + timedelta(seconds=2)
    with change(None, "test"):
        image.rights_until = soon
        image.save()
    assert url in client.get("/sitemap.xml").content.decode()
    sleep((soon - timezone.now()).total_seconds() + 0.1)
    assert url not in client.get("/sitemap.xml").content.decode()


def test_trailer_is_listed_with_what_search_engines_ask_for(client):
    film = full_film()
    entry = read(client)[f"/en/{film.slug_en}/"]
    (video,) = entry.findall("video:video", NAMES)
    image = Placement.objects.get(film=film, usage="still").image
    assert video.findtext("video:thumbnail_loc", "", NAMES) == SITE + image.picture.fallback.url
    assert video.findtext("video:title", "", NAMES) == f"{film.title_en}: Trailer"
    assert video.findtext("video:description", "", NAMES) == film.synopsis_short_en
    content = video.findtext("video:content_loc", "", NAMES).removeprefix(SITE)
    assert client.get(content).status_code == 200


def test_trailer_without_a_picture_is_left_out(client):
    film = FilmFactory()
    add_trailer(film)
    publish(film.record, "en")
    assert read(client)[f"/en/{film.slug_en}/"].findall("video:video", NAMES) == []


def test_unchanged_sitemap_is_not_sent_again(client):
    film = FilmFactory()
    publish(film.record, "en")
    first = client.get("/sitemap.xml")
    again = client.get("/sitemap.xml", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    withdraw(film.record, "en")
    assert client.get("/sitemap.xml", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_large_sitemap_is_divided_by_kind_and_size(client, monkeypatch):
    films = [full_film(number) for number in range(3)]
    monkeypatch.setattr(views, "build_sitemap", lambda: build_sitemap(most=2))
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    parts = [node.text.removeprefix(SITE) for node in root.findall("s:sitemap/s:loc", NAMES)]
    assert parts == [
        "/sitemap-pages-1.xml",
        "/sitemap-pages-2.xml",
        "/sitemap-pages-3.xml",
        "/sitemap-pages-4.xml",
        "/sitemap-films-1.xml",
        "/sitemap-films-2.xml",
        "/sitemap-press-1.xml",
        "/sitemap-press-2.xml",
        "/sitemap-people-1.xml",
        "/sitemap-people-2.xml",
        "/sitemap-companies-1.xml",
        "/sitemap-companies-2.xml",
        "/sitemap-festivals-1.xml",
        "/sitemap-festivals-2.xml",
    ]
    found = [path for part in parts for path in read(client, part)]
    assert len(found) == len(set(found)) == 4 + 3 + 4 + 3 * 4
    assert {f"/en/{film.slug_en}/" for film in films} <= set(found)
    assert client.get("/sitemap-films-3.xml").status_code == 404


def test_sitemap_of_an_empty_site_is_valid(client):
    assert read(client) == {}


def test_parts_of_a_very_large_sitemap_are_made_one_by_one_and_list_the_same(client, monkeypatch):
    for number in range(3):
        full_film(number)
    PageFactory(key="about")
    everything = set(read(client))
    monkeypatch.setattr(ranges, "RECORDS", 1)
    forget()
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    parts = [node.text.removeprefix(SITE) for node in root.findall("s:sitemap/s:loc", NAMES)]
    assert [part for part in parts if "films" in part] == [
        f"/sitemap-films-{number}.xml" for number in (1, 2, 3)
    ]
    found = [path for part in parts for path in read(client, part)]
    assert sorted(found) == sorted(everything)
    assert client.get("/sitemap-films-4.xml").status_code == 404
