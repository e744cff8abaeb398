"""What owners hear of backups on the start page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from desk.backup.proofs import note_made, note_proof
from desk.backup.site import Site
from desk.start.backups import backups_of
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db
LATER = timedelta(days=60)


@pytest.fixture
def site(settings, tmp_path) -> Site:
    settings.BACKUP_ROOT = tmp_path / "backups"
    return Site(None, None, settings.BACKUP_ROOT)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "films.backup"
    path.write_bytes(b"x" * 2048)
    return path


def page_of(client, role) -> str:
    FilmFactory()
    client.force_login(make_member(role))
    return client.get(reverse("admin:index")).content.decode()


def test_new_site_is_told_calmly_what_to_type(site, client):
    page = page_of(client, "owner")
    assert page.count("No backup is known here yet.") == 1
    assert page.count("<code>manage.py backup --verify</code>") == 1
    assert page.count("There is no recent backup.") == 0


@pytest.mark.parametrize("role", ["editor", "translator", "viewer"])
def test_backups_are_the_owners_matter(site, client, role):
    assert page_of(client, role).count("start-backups") == 0


def test_page_names_the_last_backup_and_the_last_proof(site, file, client):
    note_made(site, file)
    note_proof(site, file, "2026-11-21T03:40:00+00:00")
    page = page_of(client, "owner")
    assert page.count("Last backup: 0\xa0minutes ago") == 1
    assert page.count(f"2.0\xa0KB, {file.parent}") == 1
    assert page.count("Last proven: 0\xa0minutes ago") == 1
    assert page.count("todo--blocking") == 0


def test_old_backups_and_proofs_warn(site, file, client):
    note_made(site, file)
    note_proof(site, file, "2026-11-21T03:40:00+00:00")
    owner = make_member("owner")
    found = [backups_of(owner, timezone.now() + timedelta(days=days)) for days in (2, 4, 46)]
    assert [(one.is_late, one.is_unproven) for one in found] == [
        (False, False),
        (True, False),
        (True, True),
    ]


def test_old_site_without_a_backup_warns(site):
    found = backups_of(make_member("owner"), timezone.now() + LATER)
    assert (found.made, found.is_late, found.is_unproven) == (None, True, True)


def test_who_wants_no_warning_gets_none(site, file, settings):
    settings.BACKUP_WARN_DAYS = settings.PROOF_WARN_DAYS = 0
    owner = make_member("owner")
    assert backups_of(owner, timezone.now() + LATER) is None
    note_made(site, file)
    assert backups_of(owner, timezone.now() + LATER).is_late is False
