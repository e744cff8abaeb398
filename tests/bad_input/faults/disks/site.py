"""The site once more, with some part of it on a disk of the fault's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from tests.bad_input.faults.disks.browser import Browser
from tests.bad_input.manifest import DoesNotApply
from tests.bad_input.world import Server


@contextmanager
def running(
    output: Path | None = None, is_closed: bool = False, **environment: str
) -> Iterator[Browser]:
    """Serve with these variables; return the browser of an editor who is logged in.

    `is_closed`: nobody can log in, because nothing can be written.
    """
    server = Server("http", output, FFMPEG="off", STORAGE_URL="", **environment)
    try:
        browser = Browser(server)
        status = 0 if is_closed else browser.log_in().status
        if status not in (0, 302):
            raise AssertionError(f"the editor could not log in: {status}")
        yield browser
    finally:
        server.stop()


def copy_database(target: Path) -> str:
    """Copy the world's database; return the URL of the copy."""
    name = str(connection.settings_dict["NAME"])
    with closing(sqlite3.connect(name)) as database:
        database.execute("VACUUM INTO ?", (str(target),))
    with closing(sqlite3.connect(target)) as copied:
        copied.execute("PRAGMA journal_mode=WAL")
    return f"sqlite:///{target}"


def of_sqlite_alone() -> None:
    """Raise `DoesNotApply` where the world has another database."""
    if connection.vendor != "sqlite":
        raise DoesNotApply


def count(path: Path, table: str) -> int:
    """Return how many rows a table of another database has."""
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def damage(path: Path) -> str:
    """Return what SQLite finds wrong with a database; '' for nothing."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("PRAGMA integrity_check").fetchone()[0]
    return "" if found == "ok" else str(found)[:200]
