"""Imprint, privacy and accessibility: from a text page, or else from the site itself."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from editorial.changes import change
from editorial.publishing import publish, withdraw
from pages.legal import PURPOSES, legal_pages
from pages.models import Page, Profile
from tests.factories import FilmFactory, PageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile():
    with change(None, "test"):
        return Profile.objects.create(
            name="Nordlicht Film",
            legal_form="GmbH",
            represented_by="Greta Nordhus",
            street="Hafenweg 3",
            postal_code="18055",
            city="Rostock",
            country="DE",
            email="office@film.example",
            phone="+49 381 12 34",
            register_court="Amtsgericht Rostock",
            register_number="HRB 1",
            hosting="Serverhof AG\nRechenweg 1",
            log_days=14,
            supervisory_authority="Datenschutz MV",
            same_as=["https://films.example/nordlicht"],
        )


@pytest.fixture
def site(profile):
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre")
    for language in ("en", "de"):
        publish(film.record, language)


def make_page(purpose, languages=("en", "de"), **fields):
    page = PageFactory(**fields)
    with change(None, "test"):
        page.purpose = purpose
        page.save()
    for language in languages:
        publish(page.record, language)
    return page


def words(response):
    text = response.content.decode()
    start, end = text.index("<main"), text.index("</main>")
    return " ".join(text[start:end].split())


def foot(response):
    return [(item.title, item.url) for item in response.context["chrome"].legal]


GERMAN = [
    ("Impressum", "/de/impressum/"),
    ("Datenschutz", "/de/datenschutz/"),
    ("Barrierefreiheit", "/de/barrierefreiheit/"),
]


@pytest.mark.parametrize("url", ["/de/", "/de/faehre/", "/de/faehre/microsite/", "/de/nowhere/"])
def test_every_page_leads_to_all_three_at_its_foot(client, site, url):
    response = client.get(url)
    assert foot(response) == GERMAN
    at_the_foot = response.content.decode().partition("<footer")[2]
    assert [at_the_foot.count(f'href="{url}"') for _title, url in GERMAN] == [1, 1, 1]


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_site_makes_what_nobody_wrote(client, site, purpose, language):
    page = {page.purpose: page for page in legal_pages(language)}[purpose]
    response = client.get(page.url)
    assert (response.status_code, page.is_made) == (200, True)
    assert response.context["legal"].purpose == purpose
    assert response.context["title"] == page.title
    assert [item.code for item in response.context["switcher"]] == ["en", "de"]


def test_the_imprint_says_what_the_profile_knows(client, site):
    text = words(client.get("/de/impressum/"))
    lines = [
        "Angaben gemäß § 5 DDG", "Nordlicht Film GmbH", "Hafenweg 3", "18055 Rostock",
        "Deutschland", "office@film.example",
        '<a href="tel:+493811234">+49 381 12 34</a>', "Vertreten durch: Greta Nordhus",
        "Registereintrag: Amtsgericht Rostock, HRB 1", "Verbraucherstreitbeilegung (§ 36 VSBG)",
        "Wir sind nicht bereit und nicht verpflichtet", 'href="https://films.example/nordlicht"',
    ]  # fmt: skip
    assert [line for line in lines if line not in text] == []


def test_what_the_profile_does_not_know_is_left_out(client, site):
    text = words(client.get("/de/impressum/"))
    unknown = ["Umsatzsteuer", "Verantwortlich", "None"]
    assert [word for word in unknown if word in text] == []


def test_the_privacy_page_says_how_long_logs_are_kept(client, site, profile, settings):
    settings.MISSING_RETENTION_DAYS = 1
    text = words(client.get("/de/datenschutz/"))
    lines = [
        "löscht sie nach 14 Tagen", "Serverhof AG<br>Rechenweg 1",
        "Für uns zuständig: Datenschutz MV.", "Die Notiz wird 1 Tag nach dem letzten Mal gelöscht.",
    ]  # fmt: skip
    assert [line for line in lines if line not in text] == []
    with change(None, "test"):
        profile.log_days = None
        profile.save()
    assert "Betreiber des Servers" not in words(client.get("/de/datenschutz/"))


@pytest.mark.parametrize(
    ("conformance", "sentence"),
    [
        ("", "It has not been assessed yet."),
        ("partial", "According to our assessment it conforms to them in part."),
        ("full", "According to our assessment it conforms to them."),
    ],
)
def test_the_statement_says_no_more_than_was_assessed(client, site, profile, conformance, sentence):
    with change(None, "test"):
        profile.conformance = conformance
        profile.assessed_on = datetime.date(2026, 10, 2)
        profile.known_barriers_en = "Some *posters* have no description."
        profile.save()
    text = words(client.get("/en/accessibility/"))
    assert sentence in text
    assert ("Last assessed on 2 Oct 2026." in text) == bool(conformance)
    assert "<em>posters</em>" in text


def test_a_text_page_keeps_its_words_and_gets_the_facts(client, site):
    make_page(
        "imprint", title_de="Wer wir sind", slug_de="wer-wir-sind", body_de="Ein Hinterhof.",
        title_en="Who we are", slug_en="who-we-are", body_en="A courtyard.", menu="foot",
    )  # fmt: skip
    response = client.get("/de/wer-wir-sind/")
    assert "Ein Hinterhof." in words(response)
    assert "Vertreten durch: Greta Nordhus" in words(response)
    assert foot(response)[0] == ("Wer wir sind", "/de/wer-wir-sind/")
    at_the_foot = response.content.decode().partition("<footer")[2]
    assert at_the_foot.count('href="/de/wer-wir-sind/"') == 1
    moved = client.get("/de/impressum/")
    assert (moved.status_code, moved["Location"]) == (302, "/de/wer-wir-sind/")


def test_a_page_in_one_language_leads_to_the_made_one_of_the_other(client, site):
    page = make_page(
        "imprint", ["en"], title_en="Who we are", slug_en="who-we-are", body_en="A courtyard."
    )
    response = client.get("/en/who-we-are/")
    assert [item.url for item in response.context["switcher"]] == [
        "/en/who-we-are/",
        "/de/impressum/",
    ]
    assert client.get("/de/impressum/").status_code == 200
    withdraw(page.record, "en")
    assert client.get("/en/imprint/").context["legal"].purpose == "imprint"


def test_a_page_at_the_usual_address_counts_without_a_purpose(client, site):
    page = PageFactory(title_en="Legal", slug_en="imprint", body_en="All here.", menu="foot")
    publish(page.record, "en")
    response = client.get("/en/imprint/")
    assert response.context["legal"] is None
    assert foot(response)[0] == ("Legal", "/en/imprint/")
    assert response.context["chrome"].foot == ()


def test_the_word_of_another_language_leads_to_the_own(client, site):
    response = client.get("/en/impressum/")
    assert (response.status_code, response["Location"]) == (302, "/en/imprint/")


def test_a_purpose_needs_no_text(client, site):
    page = make_page("privacy", ["en"], title_en="Data", slug_en="data", body_en="")
    assert Page.objects.get(pk=page.pk).body_en == ""
    assert client.get("/en/data/").context["legal"].purpose == "privacy"


def test_sitemap_names_made_pages(client, site):
    text = client.get("/sitemap.xml").content.decode()
    found = [url for _title, url in GERMAN if f"<loc>http://localhost:8000{url}</loc>" in text]
    assert found == [url for _title, url in GERMAN]


def test_a_foreign_address_among_the_profiles_is_refused(profile):
    profile.same_as = ["https://films.example/a", "javascript:alert(1)"]
    with pytest.raises(ValidationError) as caught:
        profile.full_clean()
    assert caught.value.message_dict == {
        "same_as": [
            "“javascript:alert(1)” is no address of a website. Write it with https://, one a line."
        ]
    }
