"""What the admin of published records answers beside its own pages."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", ["x", "."])
def test_asking_to_delete_what_cannot_be_leads_back(desk, number):
    answer = desk.get(f"/admin/films/film/{number}/delete/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")
