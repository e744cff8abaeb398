"""Pages of companies: who has one, in which order its films stand, who may be asked."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from editorial.publishing import publish
from films.models import CompanyCredit, Release
from pages.models import Profile
from people.merging.merge import merge_records
from people.models import Company, Role
from tests.factories import CreditFactory, FilmFactory

pytestmark = pytest.mark.django_db
COMPANY_QUERIES = 8


def make_company(name="Nordlicht Film", **facts):
    with change(None, "test"):
        company = Company(name=name, **facts)
        company.save()
    return company


def shown_by(company, function="production_company", language="en", year=2011):
    film = FilmFactory(year=year)
    with change(None, "test"):
        CompanyCredit.objects.create(film=film, company=company, function=function)
    publish(film.record, language)
    return film


def page(client, company, language="en"):
    response = client.get(f"/{language}/companies/{company.key}/")
    assert response.status_code == 200
    return response


def test_films_stand_by_function_newest_first(client):
    company = make_company()
    older, newer = shown_by(company, year=2001), shown_by(company, year=2020)
    sold = shown_by(company, "world_sales")
    groups = page(client, company).context["groups"]
    assert [(group.label, [tile.title for tile in group.tiles]) for group in groups] == [
        ("Production company", [newer.title_en, older.title_en]),
        ("World sales", [sold.title_en]),
    ]


def test_company_of_the_crew_and_distributor_of_a_release_have_pages(client):
    company = make_company()
    film = FilmFactory()
    CreditFactory(film=film, person=None, company=company, role=Role.objects.get(key="sound_mix"))
    with change(None, "test"):
        release = Release.objects.create(film=film, country="DE", date="2012-05-01")
        release.distributors.add(company)
    publish(film.record, "de")
    groups = page(client, company, "de").context["groups"]
    assert [group.key for group in groups] == ["distributor", "sound_mix"]


def test_company_of_a_draft_has_no_page(client):
    company = make_company()
    with change(None, "test"):
        CompanyCredit.objects.create(film=FilmFactory(), company=company, function="funder")
    assert client.get(f"/en/companies/{company.key}/").status_code == 404


def test_company_has_a_page_only_in_languages_of_live_films(client):
    company = make_company()
    shown_by(company)
    assert client.get(f"/de/companies/{company.key}/").status_code == 404
    assert [item.code for item in page(client, company).context["switcher"]] == ["en"]


@pytest.mark.parametrize(
    ("function", "is_asked"),
    [("world_sales", True), ("distributor", True), ("press_agent", True), ("funder", False)],
)
def test_mail_and_phone_are_those_of_companies_that_want_to_be_asked(client, function, is_asked):
    company = make_company(email="sales@example.com", phone="+49 30 1234")
    shown_by(company, function)
    text = page(client, company).content.decode()
    assert ("mailto:sales@example.com" in text, 'href="tel:+49301234"' in text) == (
        is_asked,
        is_asked,
    )


def test_contact_address_and_notes_are_not_public(client):
    company = make_company(
        contact="Olga Berg", address="Inner Street 1", internal_notes="owes us money"
    )
    shown_by(company, "press_agent")
    text = page(client, company).content.decode()
    assert [word for word in ("Olga", "Inner Street", "owes") if word in text] == []


def test_description_has_no_fallback(client):
    company = make_company(description_en="We make films.")
    film = shown_by(company)
    publish(film.record, "de")
    assert "We make films." in page(client, company).content.decode()
    assert "We make films." not in page(client, company, "de").content.decode()


def test_merged_company_leads_to_the_one_that_was_kept(client):
    kept, other = make_company(), make_company("Nordlicht Filmproduktion")
    shown_by(kept)
    key = other.key
    merge_records(kept, [other], {})
    response = client.get(f"/en/companies/{key}/")
    assert (response.status_code, response["Location"]) == (301, f"/en/companies/{kept.key}/")


@pytest.mark.parametrize("rows", [1, 3])
def test_page_costs_the_same_whatever_its_films(client, rows):
    company = make_company()
    for _n in range(rows):
        shown_by(company)
    page(client, company)
    with CaptureQueriesContext(connection) as queries:
        response = page(client, company)
    assert len(response.context["groups"][0].tiles) == rows
    assert len(queries) == COMPANY_QUERIES


def test_own_company_is_reached_as_the_site_says(client):
    with change(None, "test"):
        Profile(name="nordlicht film", email="office@example.com", phone="+49 40 1").save()
    company = make_company(email="sales@example.com")
    shown_by(company)
    facts = page(client, company).content.decode().partition("company__facts")[2]
    facts = facts.partition("</dl>")[0]
    assert re.findall(r'href="([^"]+)"', facts) == ["mailto:office@example.com", "tel:+49401"]
