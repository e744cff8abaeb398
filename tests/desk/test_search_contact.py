"""Who asks the search for contact finds the imprint, written or made by the site."""

import pytest

from editorial.publishing import publish
from tests.desk.test_search import ask
from tests.factories import FilmFactory, PageFactory

pytestmark = pytest.mark.django_db


def pages(client, question, language="en"):
    groups = {group.kind: group.hits for group in ask(client, question, language).context["groups"]}
    return [hit.url for hit in groups.get("pages", ())]


@pytest.mark.parametrize("question", ["contact", "Kontakt", "e-mail", "Telefon address"])
def test_contact_is_the_imprint_in_any_language(client, question):
    publish(FilmFactory().record, "en")
    assert pages(client, question) == ["/en/imprint/"]


def test_written_imprint_stands_once_before_other_pages(client):
    for title, slug in (("A word of contact", "word"), ("Contact us", "imprint")):
        publish(PageFactory(title_en=title, slug_en=slug).record, "en")
    assert pages(client, "contact") == ["/en/imprint/", "/en/word/"]


def test_question_for_more_than_contact_does_not_mean_the_imprint(client):
    publish(FilmFactory().record, "en")
    assert pages(client, "contact lenses") == []


def test_language_switch_keeps_question_and_kind(client):
    for language in ("en", "de"):
        publish(FilmFactory(title_en="Fog", title_de="Nebel").record, language)
    switcher = ask(client, "fog", **{"in": "films"}).context["switcher"]
    assert [item.url for item in switcher] == [
        "/en/search/?q=fog&in=films",
        "/de/search/?q=fog&in=films",
    ]
