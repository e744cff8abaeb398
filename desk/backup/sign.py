"""The sign of maintenance that all machines of a PostgreSQL site see: the comment of its database.

A comment survives kills, and is read and changed without a connection to that database, which a
restore must have for itself. It is asked for in `postgres`, where restores rename databases as
well: at most once in `LOOK_SECONDS` by each process, however many visitors it has.
"""

import logging
import os
import time
from collections.abc import Callable
from threading import Lock
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

log = logging.getLogger(__name__)
# For so long a process believes what it saw last; whoever raises the sign waits for longer.
LOOK_SECONDS = 0.5
SETTLE_SECONDS = 2 * LOOK_SECONDS
# A server that does not answer is left alone for so long.
PAUSE_SECONDS = 5.0
WAIT_SECONDS = 2
MEETING_PLACE = "postgres"
WORD = "Lichtspiel maintenance: "
QUESTION = (
    "SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE datname = %s"
)


def with_sign(comment: str, told: str) -> str:
    """Return the comment of the database with our line as its last."""
    return "\n".join([*_others(comment), f"{WORD}{told}"])


def without_sign(comment: str) -> str:
    return "\n".join(_others(comment))


def has_sign(comment: str) -> bool:
    return any(line.startswith(WORD) for line in comment.splitlines())


def _others(comment: str) -> list[str]:
    return [line for line in comment.splitlines() if not line.startswith(WORD)]


def change_comment(cursor: Any, name: str, change: Callable[[str], str]) -> bool:
    """Change the comment of a database; tell whether there was anything to change."""
    cursor.execute(QUESTION, [name])
    row = cursor.fetchone()
    if row is None or change(row[0]) == row[0]:
        return False
    cursor.execute("SELECT quote_ident(%s), quote_literal(%s)", [name, change(row[0])])
    cursor.execute("COMMENT ON DATABASE {} IS {}".format(*cursor.fetchone()))
    return True


class Sign:
    """The sign as one process knows it, whose threads share one connection."""

    def __init__(self, name: str, parameters: Callable[[], dict[str, Any]]) -> None:
        """`parameters` for `psycopg.connect`; `name` of the database that bears the sign."""
        self._name, self._parameters = name, parameters
        self._lock = Lock()
        self._connection: Any = None
        self._owner = 0
        self._is_up = False
        self._until = 0.0
        self._is_told = False

    def is_up(self) -> bool:
        """Tell whether it was up `LOOK_SECONDS` ago or later. Never raises."""
        if time.monotonic() < self._until:
            return self._is_up
        with self._lock:
            if time.monotonic() >= self._until:
                self._look()
            return self._is_up

    def close(self) -> None:
        with self._lock:
            self._drop()

    def _look(self) -> None:
        began = time.monotonic()
        try:
            row = self._connected().execute(QUESTION, [self._name]).fetchone()
        except Exception as error:  # psycopg is imported only where it is used
            self._drop()
            self._tell(error)
            self._until = time.monotonic() + PAUSE_SECONDS
            return
        # Between two names of an exchange there is none: that is no end of the maintenance.
        self._is_up = has_sign(row[0]) if row else self._is_up
        self._until, self._is_told = began + LOOK_SECONDS, False

    def _connected(self) -> Any:
        import psycopg

        if self._owner != os.getpid():  # a forked process has inherited what is not its own
            self._connection, self._owner = None, os.getpid()
        if self._connection is None:
            known = {**self._parameters(), "dbname": MEETING_PLACE, "autocommit": True}
            self._connection = psycopg.connect(**known, connect_timeout=WAIT_SECONDS)
        return self._connection

    def _drop(self) -> None:
        opened, self._connection = self._connection, None
        if opened is not None and self._owner == os.getpid():
            opened.close()

    def _tell(self, error: Exception) -> None:
        if not self._is_told:
            log.warning("Maintenance by another machine would not be seen: %s", error)
        self._is_told = True


def find_sign(connection: BaseDatabaseWrapper) -> Sign | None:
    """Return the sign of the database that Django uses; None for SQLite, which has one machine."""
    if connection.vendor != "postgresql":
        return None
    return _sign_of(str(connection.settings_dict["NAME"]), connection.get_connection_params)


_signs: dict[str, Sign] = {}


def _sign_of(name: str, parameters: Callable[[], dict[str, Any]]) -> Sign:
    """One for each database and process, whatever asks: a connection is not free."""
    if name not in _signs:
        _signs[name] = Sign(name, parameters)
    return _signs[name]
