"""Errors inside the admin stay inside the admin."""

import pytest

from tests.factories import make_member

pytestmark = pytest.mark.django_db


def test_missing_page_of_the_desk_has_the_menu(desk):
    response = desk.get("/admin/films/nothing/")
    assert response.status_code == 404
    assert response.templates[0].name == "desk/error.html"
    assert response.context["menu"]


def test_forbidden_page_of_the_desk_has_the_menu(client):
    client.force_login(make_member("viewer"))
    response = client.get("/admin/films/film/add/")
    assert response.status_code == 403
    assert response.templates[0].name == "desk/error.html"


def test_visitor_never_sees_the_desk_around_an_error(client):
    response = client.get("/en/nothing/")
    assert response.status_code == 404
    assert response.templates[0].name == "404.html"


def test_old_form_is_refused_inside_the_desk(editor):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    response = client.post("/admin/films/film/add/", {})
    assert response.status_code == 403
    assert response.templates[0].name == "desk/error.html"


def test_no_browser_keeps_an_error_of_the_desk(desk):
    assert "no-store" in desk.get("/admin/films/nothing/").headers["Cache-Control"]


@pytest.mark.parametrize("field", ["title_en", "synopsis_long_de"])
def test_form_of_what_was_deleted_comes_back_with_what_was_typed(desk, field):
    answer = desk.post("/admin/films/film/999/change/", {field: "Nachtfähre", "year": "1999"})
    page = answer.content.decode()
    assert (answer.status_code, "Deleted meanwhile" in page, "Nachtfähre" in page) == (
        404,
        True,
        True,
    )
