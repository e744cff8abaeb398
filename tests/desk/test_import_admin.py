"""Imports in the admin: the report, and undoing."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from desk.models import ImportRun
from films.models import Film
from tests.desk.test_undoing import folder
from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    place = folder(tmp_path)
    (place / "films" / "harbour" / "letter.txt").write_text("?")
    with pytest.raises(SystemExit):
        call_command("import_content", place, verbosity=0)
    return ImportRun.objects.get()


def test_list_and_report_name_what_is_to_be_looked_at(desk, run):
    assert desk.get(reverse("admin:desk_importrun_changelist")).status_code == 200
    page = desk.get(reverse("admin:desk_importrun_change", args=[run.pk])).content.decode()
    assert "harbour" in page
    assert "letter.txt" in page
    assert reverse("admin:desk_undo_import", args=[run.pk]) in page


def test_undoing_asks_first_and_then_undoes(desk, run):
    address = reverse("admin:desk_undo_import", args=[run.pk])
    assert "2 new records" in desk.get(address).content.decode()
    assert Film.objects.exists()
    page = desk.post(address, follow=True).content.decode()
    assert "The import is undone. Deleted: 2, restored: 0." in page
    assert not Film.objects.exists()
    assert address not in page


def test_undoing_twice_is_refused_in_words(desk, run):
    address = reverse("admin:desk_undo_import", args=[run.pk])
    desk.post(address)
    assert "undone already" in desk.post(address, follow=True).content.decode()


@pytest.mark.parametrize("role", ["translator", "viewer"])
def test_undoing_needs_the_right(client, run, role):
    client.force_login(make_member(role, languages=["de"]))
    assert client.post(reverse("admin:desk_undo_import", args=[run.pk])).status_code == 403
    assert Film.objects.exists()
