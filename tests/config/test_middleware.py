"""Values that no database can hold are refused in words."""

import gzip

import pytest
from django.db import DataError
from django.http import HttpResponse
from django.test import RequestFactory

from config.middleware import compress_text, refuse_impossible_values
from tests.factories import make_member

pytestmark = pytest.mark.django_db
HUGE = "9" * 30


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
