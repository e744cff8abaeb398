"""Pickers of forms: whatever is sent for a row, the form comes back in words."""

import pytest
from django.urls import reverse

from tests.factories import EditionFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("sent", ["abc", "9" * 5000, "-1"])
def test_choice_that_is_no_number_is_refused_in_the_form(desk, sent):
    response = desk.post("/admin/festivals/edition/add/", {"festival": sent, "year": "2020"})
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == ["festival"]


def test_several_choices_that_are_no_numbers_are_refused_in_the_form(desk):
    response = desk.post("/admin/films/film/add/", {"genres": ["abc"], "title_en": "Night"})
    assert "genres" in response.context["adminform"].form.errors


@pytest.mark.parametrize(
    "address",
    [
        "films/trailer/add/?film=abc",
        "films/film/add/?genres=abc",
        "assets/image/add/?rights_until=soon",
    ],
)
def test_address_that_fills_in_nonsense_shows_an_empty_form(desk, address):
    response = desk.get(f"/admin/{address}")
    assert response.status_code == 200
    assert response.context["adminform"].form.initial == {}


def test_address_fills_in_a_row(desk):
    festival = EditionFactory().festival
    response = desk.get(f"/admin/festivals/edition/add/?festival={festival.pk}")
    assert str(festival) in response.content.decode()


@pytest.mark.parametrize(
    ("address", "language", "field"),
    [
        ("admin:festivals_venue_add", "en", "name"),
        ("admin:people_person_add", "de", "name"),
        ("admin:festivals_festival_add", "de", "name_de"),
        ("admin:festivals_festival_add", "en", "name_en"),
    ],
)
def test_what_was_typed_into_a_picker_becomes_the_name_of_a_new_row(
    client, address, language, field
):
    client.force_login(make_member("editor"))
    query = {"_popup": "1", "typed": " Kino Mondpalast "}
    page = client.get(reverse(address), query, headers={"accept-language": language})
    form = page.context["adminform"].form
    filled = {name for name in form.fields if form.get_initial_for_field(form.fields[name], name)}
    assert form[field].value() == "Kino Mondpalast"
    assert {name for name in filled if name.startswith("name")} == {field}
