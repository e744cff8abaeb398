"""What the company tells of itself, and the pieces that every page's data are made of."""

import pytest

from editorial.changes import change
from editorial.publishing import publish
from pages.licences import licence_url
from pages.linked_data import filled
from pages.models import Profile
from tests.factories import FilmFactory, PageFactory
from tests.structured import node_of

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"


@pytest.fixture
def profile():
    with change(None, "test"):
        row = Profile(
            name="Nordlicht", claim_en="Films about work.", street="Beispielstraße 7",
            postal_code="10115", city="Berlin", country="DE", email="office@example.com",
            same_as=["https://catalogue.example/nordlicht"],
        )  # fmt: skip
        row.save()
    return row


def test_home_tells_company_site_and_films(client, profile):
    film = FilmFactory(title_en="Ferry")
    publish(film.record, "en")
    page = client.get("/en/")
    company, site = node_of(page, "Organization"), node_of(page, "WebSite")
    assert (company["@id"], company["name"], company["sameAs"]) == (
        f"{SITE}/#company", "Nordlicht", ["https://catalogue.example/nordlicht"]
    )  # fmt: skip
    assert company["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Beispielstraße 7",
        "postalCode": "10115",
        "addressLocality": "Berlin",
        "addressCountry": "DE",
    }
    assert site["publisher"] == {"@id": company["@id"]}
    assert node_of(page, "ItemList")["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Ferry", "url": f"{SITE}/en/{film.slug_en}/"}
    ]


def test_search_that_the_site_names_finds(client, profile):
    film = FilmFactory(title_en="Ferry")
    publish(film.record, "en")
    action = node_of(client.get("/en/"), "WebSite")["potentialAction"]
    template = action["target"]["urlTemplate"].removeprefix(SITE)
    page = client.get(template.replace("{search_term_string}", "ferry"))
    assert f'href="/en/{film.slug_en}/"' in page.content.decode()


def test_page_below_another_says_where_it_stands(client):
    above = PageFactory(title_en="Workshops", slug_en="workshops")
    below = PageFactory(title_en="Listening", slug_en="listening", parent=above)
    publish(above.record, "en")
    publish(below.record, "en")
    path = node_of(client.get("/en/workshops/listening/"), "BreadcrumbList")["itemListElement"]
    assert [(step["name"], step["item"]) for step in path] == [
        ("Home", f"{SITE}/en/"),
        ("Workshops", f"{SITE}/en/workshops/"),
        ("Listening", f"{SITE}/en/workshops/listening/"),
    ]


def test_what_is_not_known_is_left_out_all_the_way_down():
    assert filled({"a": "", "b": {"c": None}, "d": ["", {"e": 0}], "f": False}) == {
        "d": [{"e": 0}], "f": False
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("Ada, CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc by-nc-sa 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("Nordlicht Filmproduktion", ""),
        ("ACC BY 4.0", ""),
    ],
)
def test_licence_is_known_by_its_short_name(words, url):
    assert licence_url(words) == url
