"""SQLite: one file, copied by VACUUM INTO, exchanged by renaming."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _

from desk.backup.databases import Inspection
from desk.backup.facts import Facts, read_facts
from desk.backup.failing import BackupError
from desk.backup.swapping import Rename
from desk.backup.users import processes_using

WAIT_SECONDS = 20.0
BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
# What is written last stands in the first; without the second the first is not read.
SIDE_FILES = ("-wal", "-shm", "-journal")


class SqliteDatabase:
    vendor = "sqlite"

    def __init__(self, path: Path, hold_seconds: float = 3.0) -> None:
        """`hold_seconds`: how long `hold` waits for others to end."""
        self.path = path
        self.name = str(path)
        self.hold_seconds = hold_seconds

    def server(self) -> str:
        return f"SQLite {sqlite3.sqlite_version}"

    def exists(self) -> bool:
        if not self.path.exists() or not self.path.stat().st_size:
            return False
        with explained(), closing(self._open()) as database:
            return bool(_tables(database))

    def size(self) -> int:
        files = [self.path, self.path.with_name(f"{self.path.name}-wal")]
        return sum(file.stat().st_size for file in files if file.exists())

    def facts(self) -> Facts:
        with explained(), closing(self._open()) as database:
            return _read(database)

    def copy(self, target: Path) -> Facts:
        with explained():
            with closing(self._open()) as database:
                database.execute("VACUUM INTO ?", (str(target),))
            target.chmod(0o600)
            with closing(_open_copy(target)) as copied:
                return _read(copied)

    def inspect(self, copy: Path) -> Inspection:
        try:
            with closing(_open_copy(copy)) as database:
                faults = _broken_pages(database)
                if faults:
                    return Inspection(None, faults)
                return Inspection(_read(database), gaps=_broken_keys(database))
        except sqlite3.Error as error:
            return Inspection(None, [str(error)])

    def problems(self) -> list[str]:
        with explained(), closing(self._open()) as database:
            return _broken_pages(database) or _broken_keys(database)

    def stage(self, copy: Path) -> tuple[str, Inspection]:
        inspection = self.inspect(copy)
        staged = self._beside("restoring")
        if copy != staged:
            copy.replace(staged)
        return str(staged), inspection

    def settle(self, staged: str) -> None:
        with explained(), closing(sqlite3.connect(staged)) as database:
            database.execute("PRAGMA journal_mode=DELETE")

    def discard_stage(self) -> None:
        for ending in ("", ".queue", *SIDE_FILES):
            Path(f"{self._beside('restoring')}{ending}").unlink(missing_ok=True)

    def raise_sign(self, told: str) -> None:
        """The file beside is seen by all who can open the database."""

    def lower_sign(self) -> None:
        """It goes with the file."""

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Only the last user of a database in WAL mode may leave that mode."""
        if not self.path.exists():
            yield
            return
        database = sqlite3.connect(self.path, timeout=self.hold_seconds, isolation_level=None)
        with closing(database):
            try:
                database.execute("PRAGMA journal_mode=DELETE")
                database.execute("BEGIN EXCLUSIVE")
            except sqlite3.DatabaseError as error:
                # What is no database can be held by nobody, and must be replaceable.
                if error.sqlite_errorcode in BUSY:
                    raise BackupError(self._users()) from error
            yield

    def is_taken(self, stamp: str) -> bool:
        former = self._former(stamp)
        return any(os.path.lexists(f"{former}{ending}") for ending in ("", *SIDE_FILES))

    def renames(self, staged: str, stamp: str) -> list[Rename]:
        former = self._former(stamp)
        moved = [
            (Path(f"{self.path}{ending}"), Path(f"{former}{ending}"))
            for ending in ("", *SIDE_FILES)
            if Path(f"{self.path}{ending}").exists()
        ]
        return [*moved, (Path(staged), self.path)]

    def exchange(self, staged: str, stamp: str) -> None:
        """Renaming was all."""

    def is_exchanged(self) -> bool:
        return False  # its names change with those of the files

    def way_back(self, stamp: str) -> list[str]:
        if not self._former(stamp).exists():
            return [f"rm '{self.path}'"]
        return [f"rm -f '{self.path}'-*", f"mv '{self._former(stamp)}' '{self.path}'"]

    def _former(self, stamp: str) -> Path:
        return self._beside(f"before-restore-{stamp}")

    def _beside(self, word: str) -> Path:
        return self.path.with_name(f"{self.path.name}.{word}")

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{quote(self.name)}?mode=rw", uri=True, timeout=WAIT_SECONDS)

    def _users(self) -> str:
        users = ", ".join(processes_using(self.path)) or _("unknown")
        return _(
            "The database is in use. Stop the site and its worker first. It is held by: %(users)s"
        ) % {"users": users}


@contextmanager
def explained() -> Iterator[None]:
    """Turn what SQLite raises into an error for people."""
    try:
        yield
    except sqlite3.Error as error:
        raise BackupError(_("The database: %(error)s") % {"error": error}) from error


def _open_copy(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes, without leaving files beside it."""
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)


def _tables(database: sqlite3.Connection) -> list[str]:
    found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found if not name.startswith("sqlite_")]


def _read(database: sqlite3.Connection) -> Facts:
    def query(sql: str) -> list[tuple[Any, ...]]:
        return database.execute(sql).fetchall()

    return read_facts(query, _tables(database))


def _broken_pages(database: sqlite3.Connection) -> list[str]:
    lines = [str(line) for (line,) in database.execute("PRAGMA integrity_check(20)")]
    return [] if lines == ["ok"] else lines


def _broken_keys(database: sqlite3.Connection) -> list[str]:
    return [
        _("%(table)s, row %(row)s points to a row of %(parent)s that is not there.")
        % {"table": table, "row": row, "parent": parent}
        for table, row, parent, _key in database.execute("PRAGMA foreign_key_check")
    ]
