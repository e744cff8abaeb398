"""A database in WAL mode that cannot be written is read all the same."""

import sqlite3
from contextlib import closing

import pytest
from django.db import OperationalError, connections

from config.sqlite3.base import WAITING
from tests.limited import files_up_to

pytestmark = [pytest.mark.django_db, pytest.mark.one_machine]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE films (title)")
        database.execute("INSERT INTO films VALUES ('Night Ferry')")
        database.commit()
    return path


def opened(path, timeout=0):
    options = {"timeout": timeout, "transaction_mode": "IMMEDIATE",
               "init_command": "PRAGMA journal_mode=WAL"}  # fmt: skip
    other = connections.create_connection("default").copy("other")
    other.settings_dict = {**other.settings_dict, "NAME": str(path), "OPTIONS": options}
    return closing(other)


def ask(other, sql):
    with other.cursor() as cursor:
        return cursor.execute(sql).fetchall()


def test_full_disk_does_not_keep_anybody_from_reading(path):
    with files_up_to(0), opened(path) as other:
        assert ask(other, "SELECT title FROM films") == [("Night Ferry",)]
        with pytest.raises(OperationalError, match="readonly"):
            ask(other, "INSERT INTO films VALUES ('lost')")


def test_what_stands_in_the_log_only_is_not_passed_over(path):
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("INSERT INTO films VALUES ('Snow Globe')")
        writer.commit()
        log = path.with_name(f"{path.name}-wal").read_bytes()
    path.with_name(f"{path.name}-wal").write_bytes(log)
    with files_up_to(0), opened(path) as other, pytest.raises(OperationalError, match="I/O"):
        ask(other, "SELECT title FROM films")


def test_one_thread_more_than_wait_gives_up_early(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        for _one in range(3):
            WAITING.acquire()
        try:
            with opened(path, timeout=600) as other, pytest.raises(OperationalError, match="lock"):
                other.ensure_connection()
                other._start_transaction_under_autocommit()
            with opened(path, timeout=600) as other:
                assert ask(other, "PRAGMA busy_timeout") == [(600_000,)]
        finally:
            WAITING.release(3)
