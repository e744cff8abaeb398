"""The page of the search and the suggestions of its box."""

import pytest
from django.urls import reverse

from editorial.publishing import publish
from tests.factories import FilmFactory, PersonFactory, make_member

pytestmark = pytest.mark.django_db


def suggest(client, question):
    return client.get(reverse("desk_search_suggest"), {"q": question}).json()


def test_page_leads_to_the_form_and_to_what_visitors_see(desk):
    film = FilmFactory(title_en="Night Ferry", title_de="")
    publish(film.record, "en")
    page = desk.get(reverse("desk_search"), {"q": "ferry"}).content.decode()
    assert page.count(f'href="{reverse("admin:films_film_change", args=[film.pk])}"') == 1
    assert page.count(f'href="/en/{film.record.addresses.get().path}/"') == 1


def test_kind_shows_all_of_one(desk):
    for number in range(10):
        FilmFactory(title_en=f"Island {number}", title_de="")
    PersonFactory(name="Island Jones")
    few = desk.get(reverse("desk_search"), {"q": "island"}).context["groups"]
    many = desk.get(reverse("desk_search"), {"q": "island", "kind": "film"}).context["groups"]
    assert [(group.kind, len(group.hits)) for group in few] == [("film", 8), ("person", 1)]
    assert [(group.kind, len(group.hits)) for group in many] == [("film", 10)]


def test_question_is_escaped(desk):
    page = desk.get(reverse("desk_search"), {"q": "<svg/onload=alert(1)>"}).content.decode()
    assert "<svg/onload" not in page


@pytest.mark.parametrize("question", ["", "\x00", "'; --", "x" * 5000, "％", "\ud83d"])
def test_any_question_gets_an_answer(desk, question):
    asked = question.encode("utf-8", "surrogatepass")
    assert desk.get(reverse("desk_search"), {"q": asked}).status_code == 200
    assert suggest(desk, asked)["groups"] == []


def test_suggestions_are_few_and_by_kind(desk):
    for number in range(6):
        FilmFactory(title_en=f"Island {number}", title_de="")
    answer = suggest(desk, "isl")
    assert [(group["name"], len(group["hits"])) for group in answer["groups"]] == [("Films", 4)]
    assert (answer["all"], answer["said"]) == ("/admin/search/?q=isl", "4 suggestions")


def test_one_letter_suggests_nothing(desk):
    FilmFactory(title_en="I", title_de="")
    assert suggest(desk, "i")["groups"] == []


@pytest.mark.parametrize("name", ["desk_search", "desk_search_suggest"])
def test_viewer_searches_and_strangers_do_not(client, django_user_model, name):
    assert client.get(reverse(name)).status_code == 302
    client.force_login(make_member("viewer"))
    assert client.get(reverse(name)).status_code == 200
