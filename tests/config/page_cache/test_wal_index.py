"""What tells of a commit without a question: exact among processes, harmless to SQLite's locks."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from config.page_cache import wal_index
from config.page_cache.versions import QUESTION, SqliteSource
from config.page_cache.wal_index import find_head

WRITE = "UPDATE editorial_contentversion SET number = number + 1"
IN_ANOTHER_PROCESS = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    database.execute(sys.argv[2])
except sqlite3.OperationalError as error:
    print(error)
"""


def elsewhere(path, sql):
    """Run SQL in a process of its own; return what it complains of."""
    words = [sys.executable, "-c", IN_ANOTHER_PROCESS, str(path), sql]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def database(migrated):
    with closing(sqlite3.connect(migrated, isolation_level=None)) as opened:
        opened.execute("INSERT INTO editorial_contentversion VALUES (1, 1)")
        yield opened


def test_head_changes_with_every_commit_of_any_process(database, migrated):
    head = find_head(migrated)
    heads = [head.read()]
    for _n in range(3):
        assert elsewhere(migrated, WRITE) == ""
        heads.append(head.read())
        database.execute(WRITE)
        heads.append(head.read())
    assert len(set(heads)) == 7


def test_head_stays_while_nothing_is_committed(database, migrated):
    head = find_head(migrated)
    before = head.read()
    database.execute("BEGIN IMMEDIATE")
    database.execute(WRITE)
    assert head.read() == before
    database.execute("ROLLBACK")
    database.execute(QUESTION).fetchone()
    assert head.read() == before


def test_head_changes_with_the_first_commit_after_a_checkpoint(database, migrated):
    """The log begins anew: the same place of it says something else."""
    database.execute(WRITE)
    head = find_head(migrated)
    before = head.read()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.execute(WRITE)
    assert head.read() != before


def test_looking_lets_go_of_no_lock(database, migrated):
    """To close the file would: then two processes write at once."""
    database.execute("BEGIN IMMEDIATE")
    for _n in range(3):
        find_head(migrated).read()
    assert elsewhere(migrated, WRITE) == "database is locked"
    database.execute("ROLLBACK")
    assert elsewhere(migrated, WRITE) == ""


def test_the_same_memory_is_mapped_once(database, migrated):
    known = len(wal_index._KEPT)
    heads = {find_head(migrated) for _n in range(3)}
    assert (len(heads), len(wal_index._KEPT) - known) == (1, 1)


def test_row_is_read_only_after_a_commit(database, migrated):
    source = SqliteSource(migrated)
    cursor = source.open()
    asked = []
    cursor.connection.set_trace_callback(asked.append)
    assert [source.ask(cursor) for _n in range(3)] == [1, 1, 1]
    database.execute(WRITE)
    assert [source.ask(cursor) for _n in range(3)] == [2, 2, 2]
    assert asked == [QUESTION, QUESTION]
    cursor.connection.close()


def test_database_without_this_memory_is_asked_every_time(migrated):
    with closing(sqlite3.connect(migrated, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=DELETE")
        database.execute("INSERT INTO editorial_contentversion VALUES (1, 1)")
        source = SqliteSource(migrated)
        cursor = source.open()
        assert find_head(migrated) is None
        assert source.ask(cursor) == 1
        database.execute(WRITE)
        assert source.ask(cursor) == 2
        cursor.connection.close()
