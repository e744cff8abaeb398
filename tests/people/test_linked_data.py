"""What search engines and networks read of people and companies."""

import pytest

from editorial.changes import change
from editorial.publishing import publish
from films.models import CompanyCredit
from people.models import Company, PersonName
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image
from tests.structured import node_of, properties_of

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"


def test_person_is_told_as_the_page_shows(client):
    portrait = make_image(photographer="Jo Kern")
    person = PersonFactory(
        name="Ada Lindqvist", born_on="1968-04", birthplace_en="Kiel", died_on="2020",
        website="https://ada.example/", biography_en="Ada **films**.", portrait=portrait,
    )  # fmt: skip
    film = FilmFactory(title_en="Ferry")
    CreditFactory(film=film, person=person)
    with change(None, "test"):
        for name, kind in (("Ada Berg", "stage"), ("Ada Secret", "legal"), ("Adda", "misspelling")):
            PersonName.objects.create(person=person, name=name, kind=kind)
    publish(film.record, "en")
    page = client.get(f"/en/people/{person.record.key}/")
    url = f"{SITE}/en/people/{person.record.key}/"
    assert node_of(page, "Person") == {
        "@type": "Person",
        "@id": f"{url}#person",
        "name": "Ada Lindqvist",
        "alternateName": ["Ada Berg"],
        "url": url,
        "description": "Ada films.",
        "birthDate": "1968-04",
        "birthPlace": {"@type": "Place", "name": "Kiel"},
        "deathDate": "2020",
        "jobTitle": ["Director"],
        "image": {
            "@type": "ImageObject",
            "contentUrl": SITE + portrait.picture.fallback.url,
            "width": 900,
            "height": 600,
            "creditText": "Jo Kern",
            "creator": {"@type": "Person", "name": "Jo Kern"},
        },
        "sameAs": "https://ada.example/",
    }
    films = node_of(page, "ItemList")
    assert [item["name"] for item in films["itemListElement"]] == ["Ferry"]
    card = properties_of(page)
    assert (card["og:type"], card["og:title"], card["og:description"]) == (
        ["profile"], ["Ada Lindqvist"], ["Ada films."]
    )  # fmt: skip


def test_person_has_every_spelling_but_slips_and_legal_names(client):
    person = PersonFactory(name="Jürgen Ашкенази")
    film = FilmFactory()
    CreditFactory(film=film, person=person)
    kinds = (
        ("Jürgen Aschkenasi", "transliteration"), ("Juergen Ашкенази", "other"),
        ("Юрген Ашкенази", "script"), ("Jürgen Askenasy", "misspelling"),
        ("Georg Ашкенази", "legal"), ("J. Stern", "stage"), ("Jürgen Ашкенази", "stage"),
    )  # fmt: skip
    with change(None, "test"):
        for place, (name, kind) in enumerate(kinds):
            PersonName.objects.create(person=person, name=name, kind=kind, position=place)
    publish(film.record, "en")
    page = client.get(f"/en/people/{person.record.key}/")
    assert node_of(page, "Person")["alternateName"] == [
        "Jürgen Aschkenasi", "Juergen Ашкенази", "Юрген Ашкенази", "J. Stern",
    ]  # fmt: skip
    told = page.content.decode()
    assert (told.count("Askenasy"), told.count("Georg")) == (0, 0)


@pytest.mark.parametrize(("function", "is_asked"), [("world_sales", True), ("funder", False)])
def test_company_gives_its_mail_only_where_the_page_does(client, function, is_asked):
    film = FilmFactory()
    with change(None, "test"):
        company = Company(name="Nordlicht", city="Kiel", country="DE", email="a@example.com")
        company.save()
        CompanyCredit.objects.create(film=film, company=company, function=function)
    publish(film.record, "en")
    page = client.get(f"/en/companies/{company.record.key}/")
    data = node_of(page, "Organization")
    assert data.get("email") == ("a@example.com" if is_asked else None)
    assert data["address"] == {
        "@type": "PostalAddress", "addressLocality": "Kiel", "addressCountry": "DE"
    }  # fmt: skip
