"""Restore points: quick, private, ten of them."""

import json
import os
import sys
import tarfile

import pytest

from desk.backup import make_restore_point
from desk.backup.points import KEPT, add_point
from tests.desk.backup.trial import ask

CALL = """
import django
django.setup()
from desk.backup import make_restore_point
print(make_restore_point("before an import"))
"""


def test_point_holds_the_database_and_the_reason(trial):
    path = add_point(trial.site(), "before an import")
    with tarfile.open(path) as archive:
        assert archive.getnames() == ["database.sqlite3", "manifest.json", "seal"]
        manifest = json.load(archive.extractfile("manifest.json"))
    assert (manifest["reason"], manifest["is_whole"]) == ("before an import", False)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_last_ten_points_are_kept(trial):
    folder = trial.backups / "restore-points"
    folder.mkdir(parents=True)
    (folder / "mine.backup").write_bytes(b"stays")
    paths = [add_point(trial.site(), "again") for _ in range(KEPT + 3)]
    assert sorted(folder.glob("*.backup")) == sorted([*paths[-KEPT:], folder / "mine.backup"])


def test_point_brings_the_database_back(trial):
    path = add_point(trial.site(), "before an import")
    ask(trial.database, "DELETE FROM films_credit")
    assert trial.manage("restore", path)[0] == 0
    assert ask(trial.database, "SELECT count(*) FROM films_credit") == [(1,)]


def test_point_is_made_of_the_site_of_the_settings(trial):
    code, out, errors = trial._run([sys.executable, "-c", CALL], trial.code, trial.environment())
    made = next((trial.backups / "restore-points").iterdir())
    assert (code, out, errors) == (0, f"{made}\n", "")


def test_site_without_a_database_has_no_point(empty):
    line = [sys.executable, "-c", CALL]
    assert empty._run(line, empty.code, empty.environment()) == (0, "None\n", "")


@pytest.mark.one_machine  # only SQLite has databases in memory
@pytest.mark.django_db
def test_database_in_memory_has_no_point(settings):
    assert make_restore_point("test") is None
    assert not os.path.lexists(settings.BACKUP_ROOT)
