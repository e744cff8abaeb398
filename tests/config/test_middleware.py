"""Values that no database can hold are refused in words."""

import pytest
from django.db import DataError
from django.http import HttpResponse
from django.test import RequestFactory

from config.middleware import refuse_impossible_values
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
