"""Search: what it finds and what it bears."""

import pytest

from editorial.changes import change
from editorial.publishing import publish
from tests.factories import CreditFactory, FilmFactory, PageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    credit = CreditFactory(film=FilmFactory(title_en="Night Ferry"), person__name="Ada Lindqvist")
    publish(credit.film.record, "en")
    return credit.film


def ask(client, question, language="en"):
    response = client.get(f"/{language}/search/", {"q": question})
    assert response.status_code == 200
    return response.context


def test_it_finds_a_film_by_its_text(client, film):
    assert [tile.title for tile in ask(client, "SOUND ferry")["tiles"]] == ["Night Ferry"]


def test_it_finds_people_by_any_of_their_names(client, film):
    person = film.credits.get().person
    with change(None, "test"):
        person.names.create(name="Ада Линдквист", script="Cyrl", kind="script")
    assert [p.name for p in ask(client, "lindq")["found_people"]] == ["Ada Lindqvist"]
    assert [p.name for p in ask(client, "Линдквист")["found_people"]] == ["Ada Lindqvist"]


def test_it_does_not_find_people_of_drafts(client):
    CreditFactory(person__name="Ada Lindqvist")
    assert ask(client, "lindqvist")["found_people"] == []


def test_it_finds_people_only_in_languages_that_show_them(client, film):
    assert ask(client, "lindqvist", "de")["found_people"] == []


def test_it_finds_pages(client):
    publish(PageFactory().record, "de")
    assert [page.title for page in ask(client, "hinsehen", "de")["found_pages"]] == ["Werkstätten"]


@pytest.mark.parametrize("question", ["", "   ", "\x00", "')--", '" NEAR(', "%", "a" * 9000])
def test_it_bears_any_question(client, film, question):
    assert ask(client, question)["tiles"] == []


def test_question_is_escaped(client):
    page = client.get("/en/search/", {"q": "<svg/onload=alert(1)>"}).content.decode()
    assert "<svg/onload" not in page


def test_search_without_language_leads_to_the_visitors(client):
    response = client.get("/search/?q=ferry", headers={"accept-language": "de"})
    assert response["Location"] == "/de/search/?q=ferry"
