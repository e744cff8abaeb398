"""Contacts for the reader's country first, all others after them."""

import re

import pytest

from press.contacts import Contact
from press.near import find_country, group_contacts
from tests.factories import FilmFactory
from tests.microsites.making import go_live
from tests.press.test_views import add_company


@pytest.mark.parametrize(
    ("header", "language", "country"),
    [
        ("de-AT,de;q=0.9", "en", "AT"),
        ("de,en-US;q=0.7,en;q=0.3", "en", "DE"),
        ("fr;q=0.5,ja;q=0.9", "en", "JP"),
        ("zh-Hant-TW", "en", "TW"),
        ("", "de", "DE"),
        ("xx", "de", "DE"),
        ("*", "de", "DE"),
        ("de-" * 5000, "de", "DE"),
        ("\x00é;q=nan", "xx", ""),
    ],
)
def test_country_is_that_of_the_language_wanted_most(header, language, country):
    assert find_country(header, language) == country


def contact(name: str, territory: str = "") -> Contact:
    return Contact(name, territory, None)


def names(country: str, *contacts: Contact) -> list[tuple[str, list[str]]]:
    groups = group_contacts(contacts, country, "en")
    return [(group.heading, [found.label for found in group.contacts]) for group in groups]


AGENT, FRENCH = contact("agent"), contact("french", "France")
GERMAN, DACH = contact("german", "Austria, Germany"), contact("dach", "DACH")


def test_those_for_the_country_and_for_everywhere_come_first():
    assert names("DE", AGENT, FRENCH, GERMAN, DACH) == [
        ("Germany", ["agent", "german", "dach"]),
        ("Other countries", ["french"]),
    ]


@pytest.mark.parametrize("country", ["JP", ""])
def test_nobody_for_the_country_leaves_one_list(country):
    assert names(country, AGENT, FRENCH) == [("", ["agent", "french"])]


def test_nobody_else_needs_no_heading():
    assert names("FR", AGENT, FRENCH) == [("", ["agent", "french"])]
    assert names("FR") == []


@pytest.mark.django_db
def test_page_lists_all_in_the_reader_s_order_and_says_so_to_caches(client):
    film = FilmFactory(key="ferry", slug_en="ferry", logline_en="It sails.")
    add_company(film, "distributor", "Beta", territory="FR")
    add_company(film, "distributor", "Zeta", territory="DE, AT")
    go_live(film)
    found = {}
    for header in ("fr-FR", "de-AT"):
        response = client.get("/en/ferry/press/", headers={"Accept-Language": header})
        assert "Accept-Language" in response.headers["Vary"]
        text = response.content.decode()
        found[header] = re.findall(r'press-contact__what">Distributor: ([^<]+)<', text)
    assert found == {
        "fr-FR": ["France", "Germany, Austria"],
        "de-AT": ["Germany, Austria", "France"],
    }
