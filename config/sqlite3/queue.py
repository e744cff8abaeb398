"""Who wants to write stands in a queue, since SQLite has none.

It lets those who wait try again after pauses that grow to a tenth of a second, and whoever writes
again and again, as an import does, is always there first: others give up in the end. Here only one
waits for the database at a time, the holder of the lock on a file beside it, and whoever has just
written comes behind.
"""

import fcntl
import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from django.db.backends.sqlite3.base import SQLiteCursorWrapper

from desk.presence import open_marker

# Statements that take the lock for writing; a transaction takes it with its first.
WRITING = re.compile(r"\s*(BEGIN|INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
# So many threads of a process wait for whoever writes at the moment, one less than gunicorn has:
# pages are answered meanwhile. The others give up after so many seconds.
WAITING = BoundedSemaphore(3)
PATIENCE = 1.0
# Seconds between two looks at the queue; milliseconds that SQLite tries by itself.
LOOK, TRY = 0.005, 10


class Cursor(SQLiteCursorWrapper):
    """A cursor that waits for its turn before it begins to write."""

    database = ""  # the path of its file

    def execute(self, query: str, params: Any = None) -> Any:
        if self.connection.in_transaction or not WRITING.match(query):
            return super().execute(query, params)
        with _patience(self.connection) as deadline, turn(Path(self.database), deadline):
            return _insist(lambda: super(Cursor, self).execute(query, params), deadline)


@contextmanager
def turn(database: Path, deadline: float) -> Iterator[None]:
    """Hold the first place of the queue, or go without when the time is up or no file can be made.

    `deadline` is a moment of `time.monotonic`. The lock ends with its process.
    """
    try:
        handle = open_marker(database.with_name(f"{database.name}.queue"))
    except OSError:
        yield
        return
    try:
        while not _taken(handle) and time.monotonic() < deadline:
            time.sleep(LOOK)
        yield
    finally:
        # Said aloud: a child that was forked meanwhile has the file open as well.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks has no queue
        return True
    return True


@contextmanager
def _patience(connection: sqlite3.Connection) -> Iterator[float]:
    """Yield until when this thread waits; SQLite itself tries for a moment only."""
    usual = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    waits = WAITING.acquire(blocking=False)
    connection.execute(f"PRAGMA busy_timeout = {min(usual, TRY)}")
    try:
        yield time.monotonic() + (usual / 1000 if waits else min(usual / 1000, PATIENCE))
    finally:
        connection.execute(f"PRAGMA busy_timeout = {usual}")
        if waits:
            WAITING.release()


def _insist(write: Callable[[], Any], deadline: float) -> Any:
    """Try until the database is free. Raises `sqlite3.OperationalError` after the deadline."""
    while True:
        try:
            return write()
        except sqlite3.OperationalError as error:
            is_busy = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() >= deadline:
                raise
