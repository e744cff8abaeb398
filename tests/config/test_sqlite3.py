"""A database in WAL mode that cannot be written is read all the same; writers take turns."""

import sqlite3
import threading
import time
from contextlib import closing

import pytest
from django.db import OperationalError, connections

from config.sqlite3.queue import WAITING, turn
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


@pytest.mark.parametrize("is_whole", [True, False])
def test_whoever_writes_without_a_pause_lets_others_in(path, is_whole):
    """Without a queue the other one came in after about ten of them."""
    written, stop = [0], threading.Event()

    def write_on():
        with opened(path, timeout=20) as busy:
            while not stop.is_set():
                ask(busy, "BEGIN IMMEDIATE")
                time.sleep(0.01)
                ask(busy, "COMMIT")
                written[0] += 1

    def waited(other):
        asked = written[0]
        if is_whole:
            ask(other, "BEGIN IMMEDIATE")
        ask(other, "INSERT INTO films VALUES ('Snow Globe')")
        if is_whole:
            ask(other, "COMMIT")
        return written[0] - asked

    thread = threading.Thread(target=write_on)
    thread.start()
    try:
        while not written[0]:
            assert thread.is_alive()
            time.sleep(0.01)
        before = written[0]
        with opened(path, timeout=20) as other:
            waits = sorted(waited(other) for _one in range(25))
    finally:
        stop.set()
        thread.join()
    assert waits[len(waits) // 2] <= 2
    assert written[0] > before


def test_a_queue_that_nobody_leaves_is_passed_by_in_the_end(path):
    with turn(path, time.monotonic()), opened(path, timeout=0.05) as other:
        ask(other, "INSERT INTO films VALUES ('Snow Globe')")
        assert ask(other, "SELECT count(*) FROM films") == [(2,)]


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
