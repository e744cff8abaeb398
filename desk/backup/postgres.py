"""PostgreSQL: copied by pg_dump, restored beside by pg_restore, exchanged by renaming databases."""

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from django.db import Error as DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend
from django.utils.translation import gettext as _

from desk.backup.databases import Inspection
from desk.backup.facts import Facts, read_facts
from desk.backup.failing import BackupError
from desk.backup.programs import run_program
from desk.backup.sign import (
    MEETING_PLACE,
    SETTLE_SECONDS,
    change_comment,
    with_sign,
    without_sign,
)
from desk.backup.swapping import Rename

log = logging.getLogger(__name__)

# PostgreSQL cuts longer names off without a word.
MAX_NAME = 63
# What the settings say, in the words of libpq's environment: no password on a command line.
VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
}


class PostgresDatabase:
    vendor = "postgresql"

    def __init__(self, values: dict[str, Any], hold_seconds: float = 3.0) -> None:
        """`hold_seconds`: how long `hold` waits for others to end."""
        self.values = values
        self.hold_seconds = hold_seconds
        self.name = str(values["NAME"])

    def server(self) -> str:
        with self._cursor(self.name) as cursor:
            cursor.execute("SHOW server_version")
            return f"PostgreSQL {cursor.fetchone()[0]}"

    def exists(self) -> bool:
        return self._is_there(self.name) and bool(self.facts().rows)

    def size(self) -> int:
        with self._cursor(self.name) as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])

    def facts(self) -> Facts:
        return self._facts_of(self.name)

    def copy(self, target: Path) -> Facts:
        with self._cursor(self.name) as cursor:
            # What is counted here and what pg_dump writes is one and the same moment.
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = f"--snapshot={cursor.fetchone()[0]}"
            self._run("pg_dump", self.name, "--format=custom", snapshot, f"--file={target}")
            target.chmod(0o600)
            facts = _read(cursor)
            cursor.execute("COMMIT")
        return facts

    def inspect(self, copy: Path) -> Inspection:
        try:
            run_program("pg_restore", ["--list", str(copy)], {})
        except BackupError as error:
            return Inspection(None, [str(error)])
        tried = self._beside(f"verify_{os.getpid()}")
        try:
            self._create(tried)
        except DatabaseError as error:
            text = _("The dump could not be loaded into a database of its own: %(error)s")
            return Inspection(None, notes=[text % {"error": str(error).strip()}])
        try:
            self._load(copy, tried)
            return Inspection(self._facts_of(tried))
        except BackupError as error:
            return Inspection(None, [str(error)])
        finally:
            self._drop(tried)

    def problems(self) -> list[str]:
        return []  # the server holds its own rules

    def stage(self, copy: Path) -> tuple[str, Inspection]:
        staged = self._beside("restoring")
        try:
            self._create(staged)
        except DatabaseError as error:
            text = _(
                "No database can be made beside the present one: %(error)s. "
                "The user of DATABASE_URL needs the right: ALTER ROLE ... CREATEDB"
            )
            raise BackupError(text % {"error": str(error).strip()}) from error
        self._load(copy, staged)
        copy.unlink()
        return staged, Inspection(self._facts_of(staged))

    def settle(self, staged: str) -> None:
        """The server has written everything."""

    def discard_stage(self) -> None:
        self._drop(self._beside("restoring"))

    def raise_sign(self, told: str) -> None:
        """Wait until every process has looked. Who does not own the database goes on without."""
        try:
            if self._comment(lambda comment: with_sign(comment, told)):
                time.sleep(SETTLE_SECONDS)
        except DatabaseError as error:
            log.warning("Other machines do not see that the site is in maintenance: %s", error)

    def lower_sign(self) -> None:
        with suppress(DatabaseError):
            self._comment(without_sign)

    @contextmanager
    def hold(self) -> Iterator[None]:
        users = self._last_sessions()
        if users:
            text = _(
                "The database is in use. Stop the site and its worker first. "
                "It is held by: %(users)s"
            )
            raise BackupError(text % {"users": ", ".join(users)})
        yield

    def is_taken(self, stamp: str) -> bool:
        return self._is_there(self._former(stamp))

    def renames(self, staged: str, stamp: str) -> list[Rename]:
        return []

    def exchange(self, staged: str, stamp: str) -> None:
        """Both names change in one transaction; the server refuses while somebody is connected."""
        try:
            with self._cursor(MEETING_PLACE) as cursor:
                cursor.execute("BEGIN")
                if self._is_there(self.name):
                    # Else the way back would lead into maintenance.
                    change_comment(cursor, self.name, without_sign)
                    cursor.execute(_renaming(self.name, self._former(stamp)))
                cursor.execute(_renaming(staged, self.name))
                cursor.execute("COMMIT")
        except DatabaseError as error:
            raise BackupError(_("The database: %(error)s") % {"error": error}) from error

    def is_exchanged(self) -> bool:
        return self.exists() and not self._is_there(self._beside("restoring"))

    def way_back(self, stamp: str) -> list[str]:
        return [
            f"psql postgres -c '{_renaming(self.name, self._beside('not_wanted'))}'",
            f"psql postgres -c '{_renaming(self._former(stamp), self.name)}'",
        ]

    def _former(self, stamp: str) -> str:
        return self._beside(f"before_restore_{stamp.replace('-', '_')}")

    def _beside(self, word: str) -> str:
        return f"{self.name[: MAX_NAME - len(word) - 1]}_{word}"

    def _is_there(self, name: str) -> bool:
        with self._cursor(MEETING_PLACE) as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            return cursor.fetchone() is not None

    def _sessions(self) -> list[str]:
        with self._cursor(MEETING_PLACE) as cursor:
            cursor.execute(
                "SELECT pid, usename, application_name, coalesce(host(client_addr), 'local') "
                "FROM pg_stat_activity WHERE datname = %s ORDER BY pid",
                [self.name],
            )
            return [" ".join(str(word) for word in row if word) for row in cursor.fetchall()]

    def _last_sessions(self) -> list[str]:
        """Return who is still connected after `hold_seconds`: answers that were begun may end."""
        until = time.monotonic() + self.hold_seconds
        while (users := self._sessions()) and time.monotonic() < until:
            time.sleep(0.1)
        return users

    def _comment(self, change: Callable[[str], str]) -> bool:
        """Change the comment of the site's database, if there is one."""
        with self._cursor(MEETING_PLACE) as cursor:
            return change_comment(cursor, self.name, change)

    def _create(self, name: str) -> None:
        """Make an empty database that sorts and encodes as the present one does."""
        with self._cursor(MEETING_PLACE) as cursor:
            cursor.execute(
                "SELECT pg_encoding_to_char(encoding), datcollate, datctype FROM pg_database "
                "WHERE datname = %s",
                [self.name],
            )
            encoding, collate, ctype = cursor.fetchone() or ("UTF8", "C.UTF-8", "C.UTF-8")
            cursor.execute(
                f"CREATE DATABASE {_quoted(name)} TEMPLATE template0 "
                f"ENCODING '{encoding}' LC_COLLATE '{collate}' LC_CTYPE '{ctype}'"
            )

    def _drop(self, name: str) -> None:
        with self._cursor(MEETING_PLACE) as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {_quoted(name)}")

    def _load(self, copy: Path, name: str) -> None:
        flags = ("--exit-on-error", "--no-owner", "--no-privileges", "--single-transaction")
        self._run("pg_restore", name, *flags, str(copy))

    def _facts_of(self, name: str) -> Facts:
        with self._cursor(name) as cursor:
            return _read(cursor)

    def _run(self, program: str, name: str, *arguments: str) -> None:
        params = self._wrapper(name).get_connection_params()
        known = {key: str(params[key]) for key in VARIABLES if params.get(key)}
        environment = {VARIABLES[key]: value for key, value in known.items()}
        run_program(program, [f"--dbname={name}", *arguments], environment)

    def _wrapper(self, name: str) -> BaseDatabaseWrapper:
        values = {**self.values, "NAME": name, "CONN_MAX_AGE": 0}
        wrapper: BaseDatabaseWrapper = load_backend(self.values["ENGINE"]).DatabaseWrapper(
            values, "backup"
        )
        return wrapper

    @contextmanager
    def _cursor(self, name: str) -> Iterator[Any]:
        """A connection of its own, where every statement is a transaction unless told otherwise."""
        wrapper = self._wrapper(name)
        with closing(wrapper), wrapper.cursor() as cursor:
            yield cursor


def _read(cursor: Any) -> Facts:
    def query(sql: str) -> list[tuple[Any, ...]]:
        cursor.execute(sql)
        return list(cursor.fetchall())

    found = query("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    return read_facts(query, [name for (name,) in found])


def _renaming(name: str, target: str) -> str:
    return f"ALTER DATABASE {_quoted(name)} RENAME TO {_quoted(target)}"


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'
