"""The content version, read before every answer: by a connection of its own, past Django.

Opening one for each request would cost more than the page. While the site is in maintenance it is
closed: an upgrade that fails puts the database back, and must be its only user.
"""

import logging
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Protocol
from urllib.parse import quote

from config.page_cache.wal_index import Head, find_head
from desk.backup.maintenance import Notice

log = logging.getLogger(__name__)
# Shorter than the copy that an upgrade makes before it changes anything.
WATCH_SECONDS = 0.2
# A database that does not answer is left alone for so long.
PAUSE_SECONDS = 1.0
WAIT_SECONDS = 2
QUESTION = "SELECT number FROM editorial_contentversion WHERE id = 1"


class Source(Protocol):
    """One kind of database. What it raises means that it does not answer."""

    def open(self) -> Any:
        """Return a cursor of a new connection."""

    def ask(self, cursor: Any) -> int:
        """Return the content version."""

    def mark(self) -> object:
        """Return what is another one when the database was replaced."""


class SqliteSource:
    """Exact: the head of the shared memory of SQLite's writers tells whether anybody has committed.

    Only then the row is read. A question to SQLite, however short, lets go of the interpreter's
    lock, and a busy process waits for it longer than for everything else of a finished page.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._head: Head | None = None
        self._known = (b"", 0)

    def open(self) -> sqlite3.Cursor:
        self._known = (b"", 0)
        address = f"file:{quote(str(self._path))}?mode=rw"
        opened = sqlite3.connect(
            address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        cursor = opened.execute("PRAGMA query_only=1")
        # From the first reading on the connection holds the shared memory: it is not replaced.
        cursor.execute(QUESTION).fetchone()
        self._head = find_head(self._path)
        return cursor

    def ask(self, cursor: Any) -> int:
        # In this order: what is committed in between is noticed the next time.
        head = self._head.read() if self._head else b""
        if not head or head != self._known[0]:
            self._known = (head, _number(cursor.execute(QUESTION).fetchone()))
        return self._known[1]

    def mark(self) -> object:
        try:
            file = self._path.stat()
        except OSError:
            return None
        return file.st_dev, file.st_ino


class PostgresSource:
    """Exact as well, at the price of one question to the server."""

    def __init__(self, parameters: Callable[[], dict[str, Any]]) -> None:
        self._parameters = parameters

    def open(self) -> Any:
        import psycopg

        known = {**self._parameters(), "autocommit": True, "connect_timeout": WAIT_SECONDS}
        return psycopg.connect(**known).cursor()

    def ask(self, cursor: Any) -> int:
        return _number(cursor.execute(QUESTION).fetchone())

    def mark(self) -> object:
        return None


class Versions:
    """The version as one process knows it; `lag` is for how many seconds it is believed."""

    def __init__(self, source: Source, notice: Notice, lag: float = 0) -> None:
        self._source, self._notice, self._lag = source, notice, lag
        self._lock = Lock()
        self._cursor: Any = None
        self._mark: object = None
        self._believed = (0, 0.0)
        self._pause_until = 0.0

    def read(self, is_exact: bool = False) -> int | None:
        """Return the version, or None if the cache had better step aside."""
        if self._lag and not is_exact:
            number, until = self._believed
            if time.monotonic() < until:
                return number
        asked_at = time.monotonic()
        with self._lock:
            try:
                number = self._source.ask(self._cursor or self._open())
            except Exception as error:  # each kind of database has its own
                self._leave_alone(error)
                return None
        self._believed = (number, asked_at + self._lag)
        return number

    def close(self) -> None:
        """Let go of the database; the next reading takes hold of it again."""
        with self._lock:
            self._drop()

    def _open(self) -> Any:
        if time.monotonic() < self._pause_until or self._notice.exists():
            raise NotNow
        self._mark = self._source.mark()
        self._cursor = self._source.open()
        Thread(target=self._watch, args=(self._cursor,), daemon=True).start()
        return self._cursor

    def _watch(self, cursor: Any) -> None:
        """Close the connection when maintenance begins or the database is another one."""
        while self._cursor is cursor:
            if self._notice.exists() or self._source.mark() != self._mark:
                self.close()
                return
            time.sleep(WATCH_SECONDS)

    def _leave_alone(self, error: Exception) -> None:
        self._drop()
        if not isinstance(error, NotNow):
            log.warning("The page cache cannot read the content version: %r", error)
            self._pause_until = time.monotonic() + PAUSE_SECONDS

    def _drop(self) -> None:
        cursor, self._cursor = self._cursor, None
        self._believed = (0, 0.0)
        if cursor is not None:
            cursor.connection.close()


class NotNow(Exception):
    """The database is to be left alone."""


def _number(row: tuple[int] | None) -> int:
    return row[0] if row else 0
