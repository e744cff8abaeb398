"""Disk or database in trouble: what is wrong is said, and what was typed comes back."""

import pytest
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory

from desk.errors import bad_request
from desk.unsaved import answer_trouble
from editorial.trouble import Trouble
from films.models import Credit, Film
from people.models import Role
from tests.bad_input.faults.disks.browser import read_form
from tests.factories import FilmFactory, upload

pytestmark = [pytest.mark.django_db, pytest.mark.one_machine]
GERMAN = {"Accept-Language": "de"}
TYPED = "Words that nobody\nwants to type again"


@pytest.fixture
def film():
    return FilmFactory()


@pytest.fixture
def desk(desk):
    desk.raise_request_exception = False
    return desk


@pytest.fixture
def reading_only(desk):
    """Call it, and SQLite refuses to write, as it does for a file that is read-only."""

    def close(is_closed=True):
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA query_only = {int(is_closed)}")

    yield close
    close(False)


def form_of(client, path):
    return read_form(client.get(path).content.decode())


def test_form_comes_back_with_what_was_typed(desk, film, reading_only):
    path = f"/admin/films/film/{film.pk}/change/"
    form = form_of(desk, path) | {"logline_en": TYPED}
    reading_only()
    response = desk.post(path, form, headers=GERMAN)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    shown = read_form(response.content.decode())
    assert {**shown, "csrfmiddlewaretoken": ""} == {**form, "csrfmiddlewaretoken": ""}
    assert "Die Datenbank lässt sich zurzeit nur lesen" in response.content.decode()


def test_form_is_saved_when_it_is_over(desk, film, reading_only):
    path = f"/admin/films/film/{film.pk}/change/"
    reading_only()
    response = desk.post(path, form_of(desk, path) | {"logline_en": "Once more"})
    reading_only(False)
    desk.post(path, read_form(response.content.decode()))
    assert Film.objects.get().logline_en == "Once more"


def test_autosave_is_told_in_words(desk, film, reading_only):
    path = f"/admin/films/film/{film.pk}/change/"
    form = form_of(desk, path) | {"logline_en": TYPED, "_autosave": "1"}
    reading_only()
    response = desk.post(path, form, headers=GERMAN)
    assert response.status_code == 503
    assert response.json()["state"] == "failed"
    assert response.json()["text"].startswith("Die Datenbank lässt sich zurzeit nur lesen")


def test_any_other_form_comes_back_to_be_sent_again(desk, film, reading_only):
    path = f"/admin/films/film/{film.pk}/credits/new/"
    role = str(Role.objects.order_by("pk")[0].pk)
    form = form_of(desk, path) | {"name": "Ada Lindqvist", "role": role}
    reading_only()
    response = desk.post(path, form)
    assert response.status_code == 503
    reading_only(False)
    desk.post(path, read_form(response.content.decode()))
    assert Credit.objects.get().credited_as or Credit.objects.get().person is not None


def test_script_gets_json(desk, film, reading_only):
    reading_only()
    path = f"/admin/films/film/{film.pk}/stills/upload/"
    response = desk.post(path, {"files": upload()}, headers={"Accept": "application/json"})
    assert (response.status_code, response.json()["state"]) == (503, "failed")


def test_log_in_says_why_and_returns_no_password(editor, reading_only):
    client = Client(raise_request_exception=False)
    fields = {"username": "editor", "password": "test-pass-1"}
    reading_only()
    response = client.post("/admin/login/", fields, headers=GERMAN)
    assert response.status_code == 503
    assert "nur lesen" in response.content.decode()
    assert "test-pass-1" not in response.content.decode()


def test_who_only_looks_hears_nothing_of_it(editor, reading_only):
    client = Client()
    client.post("/admin/login/", {"username": "editor", "password": "test-pass-1"})
    client.get("/admin/")
    reading_only()
    assert client.get("/admin/").status_code == 200


def test_session_that_cannot_be_saved_is_no_bad_request(editor, reading_only):
    client = Client()
    client.post("/admin/login/", {"username": "editor", "password": "test-pass-1"})
    request = RequestFactory().get("/admin/", headers=GERMAN)
    request.user, request.session = editor, client.session
    request.session["greeting"] = "read"
    reading_only()
    with pytest.raises(SessionInterrupted) as caught:
        SessionMiddleware(lambda request: None).process_response(request, HttpResponse())
    response = bad_request(request, caught.value)
    assert response.status_code == 503
    assert "nur lesen" in response.content.decode()


def test_form_of_others_does_not_come_back():
    request = RequestFactory(enforce_csrf_checks=True).post("/admin/x/", {"note": TYPED})
    response = answer_trouble(request, Trouble("full", "database"))
    assert response.status_code == 507
    assert "Words that nobody" not in response.content.decode()


def test_visitor_hears_nothing_of_disks(rf):
    response = answer_trouble(rf.get("/en/", headers=GERMAN), Trouble("full", "database"))
    assert response.status_code == 507
    assert "Platte" not in response.content.decode()
    assert "Bei uns ist etwas schiefgegangen" in response.content.decode()
