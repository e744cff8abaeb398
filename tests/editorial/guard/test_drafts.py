"""What was typed and could not be saved."""

import pytest
from django.urls import reverse

from editorial.models import Draft
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db


def test_draft_holds_no_nul(client):
    client.force_login(make_member("editor"))
    address = reverse("admin:films_film_change", args=[FilmFactory().pk])
    client.post(address, {"_keep": "1", "logline_en": "A\x00 stray one."})
    assert Draft.objects.get().fields == {"logline_en": ["A stray one."]}


@pytest.mark.parametrize(("role", "status"), [("viewer", 403), ("translator", 200)])
def test_draft_of_a_deleted_record_is_kept_for_who_writes(client, role, status):
    client.force_login(make_member(role, languages=["de"]))
    address = reverse("admin:films_film_change", args=[999_999])
    assert client.post(address, {"_keep": "1", "logline_de": "Ein Satz."}).status_code == status
    assert Draft.objects.count() == (status == 200)
