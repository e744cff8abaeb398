"""upgrade: forwards as a whole, or back to where it was."""

import subprocess
import sys

import pytest

from desk.backup.locking import locked
from tests.desk.backup.trial import NEW_TABLE, ask, copy_code, state_of

SPOILING = {
    "fails": (f"{NEW_TABLE}, migrations.RunPython(fail)", "no such luck"),
    "loses a record": (
        f"{NEW_TABLE}, migrations.RunPython(spoil)",
        "film: 2 rows expected, 1 found.",
    ),
    "breaks references": (
        "migrations.RunSQL('PRAGMA foreign_keys=OFF; UPDATE films_credit SET person_id = 99999')",
        "primary key '1' has an invalid foreign key",
    ),
    "makes documents unreadable": (
        "migrations.RunSQL('ALTER TABLE films_version RENAME TO elsewhere')",
        "film/night-ferry: OperationalError('no such table: films_version')",
    ),
}


@pytest.fixture(scope="module")
def newer_code(tmp_path_factory):
    return copy_code(tmp_path_factory.mktemp("newer") / "code", NEW_TABLE)


def test_upgrade_migrates_and_keeps_a_backup(trial, newer_code):
    before = trial.hashes()
    newer = trial.with_code(newer_code)
    code, out, errors = newer.manage("upgrade")
    backup = next(trial.backups.glob("before-upgrade-*.backup"))
    assert (code, errors) == (0, "")
    assert out.splitlines() == [
        f"Backup: {backup}",
        "Migrations: desk.9999_trial",
        "The upgrade is complete.",
    ]
    assert ask(trial.database, "SELECT count(*) FROM desk_trial") == [(0,)]
    assert trial.hashes() == before
    assert not (trial.path / "db.sqlite3.maintenance").exists()
    again = newer.manage("upgrade")
    assert (again[0], again[1].splitlines()[1:]) == (
        0,
        ["Migrations: none", "The upgrade is complete."],
    )


def test_backup_of_an_upgrade_is_whole_and_private(trial):
    assert trial.manage("upgrade")[0] == 0
    backup = next(trial.backups.glob("before-upgrade-*.backup"))
    assert (trial.backups.stat().st_mode & 0o777, backup.stat().st_mode & 0o777) == (0o700, 0o600)
    code, out, _errors = trial.manage("restore", backup, "--verify")
    assert (code, f"{len(state_of(trial.media))} files." in out) == (0, True)


def test_backup_of_an_upgrade_may_leave_files_out(trial):
    assert trial.manage("upgrade", "--database-only")[0] == 0
    backup = next(trial.backups.glob("before-upgrade-*.backup"))
    assert " 0 files." in trial.manage("restore", backup, "--verify")[1]


@pytest.mark.parametrize("operations,reason", SPOILING.values(), ids=SPOILING.keys())
def test_failed_upgrade_brings_the_former_state_back(trial, tmp_path, operations, reason):
    before, files = trial.content(), state_of(trial.media)
    newer = trial.with_code(copy_code(tmp_path / "code", operations))
    code, _out, errors = newer.manage("upgrade")
    assert code == 1
    assert reason in errors
    assert "The database is again what it was before." in errors
    assert (trial.content(), state_of(trial.media)) == (before, files)
    assert not (trial.path / "db.sqlite3.maintenance").exists()


HOLD = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
print(database.execute("SELECT count(*) FROM films_film").fetchall(), flush=True)
sys.stdin.read()
"""


def test_upgrade_that_cannot_go_back_says_what_to_type(trial, tmp_path):
    newer = trial.with_code(copy_code(tmp_path / "code", "migrations.RunPython(fail)"))
    reader = subprocess.Popen(
        [sys.executable, "-c", HOLD, trial.database],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    reader.stdout.readline()
    code, _out, errors = newer.manage("upgrade")
    reader.communicate("")
    point = next((trial.backups / "restore-points").glob("*.backup"))
    assert code == 1
    assert errors.splitlines()[-1] == f"    python manage.py restore {point}"
    assert (trial.path / "db.sqlite3.maintenance").exists()
    assert trial.manage("restore", point)[0] == 0
    assert not (trial.path / "db.sqlite3.maintenance").exists()


def test_second_upgrade_is_refused_meanwhile(trial):
    with locked(trial.site()):
        code, out, errors = trial.manage("upgrade")
    assert (code, out) == (1, "")
    assert errors.startswith("CommandError: A backup, restore or upgrade of this site is running.")
    assert not trial.backups.exists()


def test_upgrade_of_nothing_creates_the_database(empty):
    assert empty.manage("upgrade") == (0, "The database was created.\n", "")
    assert ask(empty.database, "SELECT count(*) FROM films_film") == [(0,)]


def test_what_was_wrong_before_does_not_hinder(trial):
    ask(trial.database, "UPDATE editorial_revision SET user_id = 99999")
    assert trial.manage("upgrade")[0] == 0


def test_first_migration_cut_short_is_completed(empty):
    assert empty.manage("migrate", "contenttypes", "--verbosity", "0")[0] == 0
    code, out, errors = empty.manage("upgrade")
    assert (code, errors, out.splitlines()[-1]) == (0, "", "The upgrade is complete.")
    assert ask(empty.database, "SELECT count(*) FROM films_film") == [(0,)]
