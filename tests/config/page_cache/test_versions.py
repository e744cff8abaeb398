"""The content version, read past Django: exact, and out of the way in maintenance."""

import sqlite3
import subprocess
import time
from contextlib import closing

import pytest
from django.db import connection

from config.page_cache import versions as module
from config.page_cache.versions import PostgresSource, SqliteSource, Versions
from desk.backup.failing import BackupError
from desk.backup.sqlite import SqliteDatabase


@pytest.fixture
def notice(tmp_path):
    return tmp_path / "db.sqlite3.maintenance"


@pytest.fixture
def versions(migrated, notice):
    made = Versions(SqliteSource(migrated), notice)
    yield made
    made.close()


def write(path, number):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM editorial_contentversion")
        database.execute("INSERT INTO editorial_contentversion VALUES (1, ?)", (number,))


def can_hold(path) -> bool:
    """Tell whether nobody else uses the database."""
    try:
        with SqliteDatabase(path, hold_seconds=0).hold():
            return True
    except BackupError:
        return False


def wait_for(is_so):
    until = time.monotonic() + 20
    while not (has_come := is_so()) and time.monotonic() < until:
        time.sleep(0.02)
    assert has_come


def test_empty_site_has_version_0(versions):
    assert versions.read() == 0


def test_every_commit_is_seen_and_nothing_before(versions, migrated):
    write(migrated, 7)
    assert versions.read() == 7
    with closing(sqlite3.connect(migrated)) as other:
        other.execute("UPDATE editorial_contentversion SET number = 8")
        assert versions.read() == 7
        other.commit()
        assert versions.read() == 8
        # A login or an autosave: the file is another one, the content is not.
        other.execute("UPDATE django_content_type SET model = model")
        other.commit()
    assert versions.read() == 8


def test_missing_database_makes_the_cache_step_aside(tmp_path, notice):
    versions = Versions(SqliteSource(tmp_path / "nowhere.sqlite3"), notice)
    assert versions.read() is None


def test_in_maintenance_the_database_is_let_go(versions, migrated, notice):
    assert versions.read() == 0
    assert not can_hold(migrated)
    notice.write_text("{}")
    wait_for(lambda: can_hold(migrated))
    assert versions.read() is None
    notice.unlink()
    assert versions.read() == 0


def test_exchanged_database_is_opened_anew(versions, migrated, tmp_path):
    write(migrated, 7)
    assert versions.read() == 7
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(migrated)) as database:
        database.execute("VACUUM INTO ?", (str(other),))
    write(other, 9)
    other.rename(migrated)
    wait_for(lambda: versions.read() == 9)


@pytest.fixture
def server(postgres):
    """An empty site on PostgreSQL: its name, and what its parameters are."""
    url = postgres.migrated_database()
    name = url.rpartition("/")[2]
    parameters = {"host": str(postgres.folder), "user": "lichtspiel", "dbname": name}
    postgres.ask("INSERT INTO editorial_contentversion VALUES (1, 3)", name)
    return name, PostgresSource(lambda: parameters)


def test_postgres_is_exact_without_lag(server, postgres, notice):
    name, source = server
    versions = Versions(source, notice)
    assert versions.read() == 3
    postgres.ask("UPDATE editorial_contentversion SET number = 4", name)
    assert versions.read() == 4
    versions.close()


def test_postgres_is_believed_for_the_lag(server, postgres, notice):
    name, source = server
    versions = Versions(source, notice, lag=3600)
    assert versions.read() == 3
    postgres.ask("UPDATE editorial_contentversion SET number = 4", name)
    assert (versions.read(), versions.read(is_exact=True), versions.read()) == (3, 4, 4)
    versions.close()


def test_lost_connection_is_replaced_after_a_pause(server, postgres, notice, monkeypatch):
    name, source = server
    versions = Versions(source, notice)
    assert versions.read() == 3
    kill = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = "
    postgres.ask(f"{kill}'{name}'")
    assert versions.read() is None
    monkeypatch.setattr(versions, "_pause_until", 0.0)
    assert versions.read() == 3
    versions.close()


def test_postgres_is_let_go_in_maintenance(server, postgres, notice):
    name, source = server
    versions = Versions(source, notice)
    assert versions.read() == 3

    def is_free():
        try:
            postgres.ask(f"ALTER DATABASE {name} RENAME TO {name}_renamed")
        except subprocess.CalledProcessError:
            return False
        return True

    assert not is_free()
    notice.write_text("{}")
    wait_for(is_free)


def test_question_names_the_table_of_the_model(db):
    with connection.cursor() as cursor:
        assert cursor.execute(module.QUESTION).fetchone() is None
