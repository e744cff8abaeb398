"""A damaged database is told once, with the backup that is to take its place."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import OperationalError

from desk.backup.proofs import note_made, note_proof
from desk.backup.site import Site
from desk.doctor.damage import COPY, damage_told_by, say_reindex, say_restore
from tests.desk.backup.trial import Trial, ask
from tests.migrated import copy_migrated

DAY = "2026-11-21T03:40:00+00:00"


@pytest.fixture
def site(settings) -> Site:
    root = Path(settings.BACKUP_ROOT)
    root.mkdir()
    return Site(None, None, root)


def make_file(site: Site, name: str) -> Path:
    file = site.backups / name
    file.write_bytes(b"x")
    return file


def spoil(path: Path, table: str) -> None:
    """Write over the first page of a table."""
    ((page,),) = ask(path, f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")
    ((size,),) = ask(path, "PRAGMA page_size")
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def test_damage_is_told_once_and_what_can_be_looked_at_is(empty_site, tmp_path):
    database = copy_migrated(empty_site, tmp_path)
    trial = Trial(tmp_path, f"sqlite:///{database}")
    trial.backups.mkdir()
    trial.file.write_bytes(b"x")
    note_made(trial.site(), trial.file)
    note_proof(trial.site(), trial.file, DAY)
    spoil(database, "editorial_record")
    code, out, _errors = trial.manage("doctor", "--json")
    found = [(one["check"], one["what"].partition(";")[0]) for one in json.loads(out)]
    assert (code, found) == (1, [
        ("database", "the database is damaged: database disk image is malformed"),
        ("worker", "no worker is running"),
    ])  # fmt: skip
    assert json.loads(out)[0]["remedy"] == (
        f"{COPY}Then restore the last proven backup, of 2026-11-21 03:40 UTC: "
        f"python manage.py restore {trial.file}"
    )


def test_file_that_is_no_database_is_damaged(tmp_path, settings):
    file = tmp_path / "db.sqlite3"
    file.write_bytes(b"noise" * 1000)
    with closing(sqlite3.connect(file)) as database, pytest.raises(sqlite3.Error) as raised:
        database.execute("SELECT 1 FROM sqlite_master")
    assert damage_told_by(raised.value).what == "the database is damaged: file is not a database"


def test_other_errors_are_no_damage():
    assert damage_told_by(OperationalError("no such table: films")) is None
    assert damage_told_by(OSError(28, "full")) is None


def test_the_newest_of_proven_backups_that_are_there_is_named(site):
    old, new, gone = (make_file(site, f"{name}.backup") for name in ("an old one", "new", "gone"))
    note_proof(site, new, DAY)
    note_proof(site, old, "2026-10-01T03:40:00+00:00")
    note_proof(site, gone, "2026-11-22T03:40:00+00:00")
    gone.unlink()
    assert say_restore().endswith(f"of 2026-11-21 03:40 UTC: python manage.py restore {new}")
    new.unlink()
    assert say_restore().endswith(f"python manage.py restore '{old}'")
    old.unlink()
    assert say_restore() == (
        f"{COPY}The last proven backup, {gone} of 2026-11-22, is not there: fetch its copy, then "
        "type: python manage.py restore FILE"
    )


def test_without_a_proof_the_last_backup_is_to_be_looked_at_first(site):
    words = f"{COPY}Then restore a backup; no backup is known to be proven, so look first: "
    line = "python manage.py restore"
    assert say_restore() == f"{words}{line} FILE --verify; then: {line} FILE"
    file = make_file(site, "made.backup")
    note_made(site, file)
    assert say_restore() == f"{words}{line} {file} --verify; then: {line} {file}"


def test_newer_backup_that_is_not_proven_is_to_be_looked_at_first(site):
    old, new = make_file(site, "old.backup"), make_file(site, "new.backup.age")
    note_proof(site, old, DAY)
    note_made(site, new)
    line = f"python manage.py restore {new} --identity KEYFILE"
    assert say_restore() == (
        f"{COPY}Then look at the newest backup, which is not proven: {line} --verify; if it is "
        f"equal: {line}; if not, the last proven one, of 2026-11-21 03:40 UTC: "
        f"python manage.py restore {old}"
    )
    old.unlink()
    assert say_restore().endswith(f"not proven: {line} --verify; if it is equal: {line}")


def forget_index(path: Path, statement: str) -> None:
    """Carry out a statement of which the index `reel_titles` hears nothing."""
    for sql in (
        "CREATE TABLE kept AS SELECT * FROM sqlite_master WHERE name = 'reel_titles'",
        "DELETE FROM sqlite_master WHERE name = 'reel_titles'",
        statement,
        "INSERT INTO sqlite_master SELECT * FROM kept",
        "DROP TABLE kept",
    ):
        with closing(sqlite3.connect(path)) as opened:
            opened.execute("PRAGMA writable_schema = ON")
            opened.execute(sql)
            opened.commit()


def test_damaged_index_costs_no_row(empty_site, tmp_path):
    database = copy_migrated(empty_site, tmp_path)
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("CREATE TABLE reels (title)")
        opened.execute("CREATE INDEX reel_titles ON reels (title)")
        opened.commit()
    forget_index(database, "INSERT INTO reels VALUES ('Night'), ('Ferry')")
    _code, out, _errors = Trial(tmp_path, f"sqlite:///{database}").manage("doctor", "--json")
    found = [one for one in json.loads(out) if one["check"] == "database"]
    assert [(one["what"], one["remedy"]) for one in found] == [
        ("row 1 missing from index reel_titles (2 more of the kind)", say_reindex("REINDEX;"))
    ]
