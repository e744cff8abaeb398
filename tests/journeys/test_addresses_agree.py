"""Every address of the sitemap answers, names itself, and agrees with its other languages."""

from xml.etree import ElementTree

import pytest

from editorial.changes import change
from editorial.publishing import publish
from films.models import CompanyCredit, Screening
from people.models import Company
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PageFactory,
    SelectionFactory,
    VenueFactory,
    make_image,
    place,
)
from tests.structured import alternates_of, canonical_of, node_of, nodes_of, properties_of

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}


@pytest.fixture
def world():
    """Films in two languages and in one, with people, companies, festivals and a tree of pages."""
    bilingual = FilmFactory(slug_en="ferry", slug_de="faehre")
    english, german = FilmFactory(), FilmFactory()
    person = CreditFactory(film=bilingual).person
    CreditFactory(film=english, person=person)
    for film in (bilingual, english, german):
        CreditFactory(film=film)
        SelectionFactory(film=film)
        place(film, make_image(colour=(film.pk % 200, 40, 90)))
        with change(None, "test"):
            company = Company(name=f"Nordlicht {film.pk}")
            company.save()
            CompanyCredit.objects.create(film=film, company=company, function="distributor")
            venue = VenueFactory()
            Screening.objects.create(film=film, venue=venue, local_time="2099-01-01T20:00Z")
    above = PageFactory()
    below = PageFactory(parent=above)
    imprint = PageFactory(slug_en="imprint", slug_de="anbieter")
    privacy = PageFactory(slug_en="your-data", slug_de="ihre-daten", purpose="privacy")
    for record, codes in (
        (bilingual.record, ("en", "de")),
        (english.record, ("en",)),
        (german.record, ("de",)),
        (above.record, ("en", "de")),
        (below.record, ("en",)),
        (imprint.record, ("en", "de")),
        (privacy.record, ("de",)),
    ):
        for code in codes:
            publish(record, code)


@pytest.fixture
def entries(client, world) -> dict[str, dict[str, str]]:
    """The alternates of every address of the sitemap."""
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {
        entry.findtext("s:loc", "", NAMES): {
            link.get("hreflang", ""): link.get("href", "")
            for link in entry.findall("x:link", NAMES)
        }
        for entry in root.findall("s:url", NAMES)
    }


@pytest.fixture
def pages(client, entries):
    """Every page of the sitemap by its address."""
    return {url: client.get(url.removeprefix(SITE)) for url in entries}


def test_every_address_answers_and_is_canonical(pages):
    assert {url: (page.status_code, canonical_of(page)) for url, page in pages.items()} == {
        url: (200, [url]) for url in pages
    }


def test_page_and_sitemap_name_the_same_languages(entries, pages):
    assert {url: alternates_of(page) for url, page in pages.items()} == entries


def test_languages_point_back(entries):
    for url, alternates in entries.items():
        others = {code: other for code, other in alternates.items() if code != "x-default"}
        assert [entries[other] for other in others.values()] == [alternates] * len(others)
        assert not alternates or url in others.values()


def test_default_is_the_entrance_for_home_and_the_first_language_elsewhere(entries):
    defaults = {url: found["x-default"] for url, found in entries.items() if found}
    for url, default in defaults.items():
        is_home = url in (f"{SITE}/en/", f"{SITE}/de/")
        assert default == (f"{SITE}/" if is_home else entries[url]["en"])


def test_every_page_describes_itself(pages):
    for url, page in pages.items():
        assert [node["@type"] for node in nodes_of(page)] != [], url
        properties = properties_of(page)
        assert (properties["og:url"], len(properties["og:title"])) == ([url], 1)


def test_every_page_below_home_says_where_it_stands(pages):
    homes = (f"{SITE}/en/", f"{SITE}/de/")
    for url, page in pages.items():
        if url not in homes:
            steps = node_of(page, "BreadcrumbList")["itemListElement"]
            assert (steps[0]["item"] in homes, steps[-1]["item"]) == (True, url)


def test_no_two_things_of_a_page_share_an_identity(pages):
    for url, page in pages.items():
        identities = [node["@id"] for node in nodes_of(page) if "@id" in node]
        assert len(identities) == len(set(identities)), url


def test_parameters_are_no_part_of_an_address(client, pages):
    for url in pages:
        page = client.get(f"{url.removeprefix(SITE)}?utm_source=letter&page=1")
        assert (page.status_code, canonical_of(page)) == (200, [url])


def test_errors_and_searches_claim_no_languages(client, world):
    assert alternates_of(client.get("/en/nowhere/")) == {}
    assert alternates_of(client.get("/en/search/?q=ferry")) == {}
