"""Headers of every answer; values that no database can hold are refused in words."""

import gzip

import pytest
from django.db import DataError
from django.http import HttpResponse
from django.test import RequestFactory

from config.middleware import compress_text, refuse_impossible_values
from editorial.publishing import publish
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db
HUGE = "9" * 30


@pytest.mark.one_machine  # of PostgreSQL Django knows what fits, and finds nothing there
@pytest.mark.parametrize(
    "path",
    [
        f"/admin/films/film/{HUGE}/change/",
        f"/admin/films/film/{HUGE}/publish/en/",
        f"/admin/films/film/{HUGE}/stills/",
        f"/admin/films/film/{HUGE}/credits/",
        f"/admin/people/person/{HUGE}/history/",
    ],
)
def test_number_of_thirty_digits_is_refused(client, path):
    client.force_login(make_member("owner"))
    response = client.get(path, headers={"Accept-Language": "de"})
    assert response.status_code == 400
    assert "Diese Anfrage war nicht zu verstehen." in response.content.decode()


def test_other_errors_stay_errors():
    handler = refuse_impossible_values(lambda request: HttpResponse())
    request = RequestFactory().get("/")
    assert handler.process_exception(request, DataError("NUL")).status_code == 400
    assert handler.process_exception(request, ValueError("a mistake of ours")) is None


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 302),
        ("/en/", 200),
        ("/en/ferry/", 200),
        ("/en/ferry/film.json", 200),
        ("/en/films/", 200),
        ("/en/search/?q=ferry", 200),
        ("/en/imprint/", 200),
        ("/en/nothing/", 404),
    ],
)
def test_public_page_is_asked_for_again_each_time(client, path, status):
    publish(FilmFactory(slug_en="ferry").record, "en")
    response = client.get(path)
    assert (response.status_code, response["Cache-Control"]) == (status, "no-cache")


def test_pages_of_the_desk_are_kept_by_nobody(client):
    client.force_login(make_member("owner"))
    for path in ("/admin/", "/admin/films/film/", "/admin/films/film/add/"):
        assert "no-store" in client.get(path)["Cache-Control"]


def test_text_is_sent_compressed_to_who_takes_it(client):
    plain = client.get("/en/").content
    response = client.get("/en/", headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]
    assert gzip.decompress(response.content) == plain


def test_file_is_never_compressed_on_its_way(client):
    def answer(request):
        return HttpResponse(b"\xff" * 9000, content_type="image/avif")

    request = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    assert compress_text(answer)(request).has_header("Content-Encoding") is False
