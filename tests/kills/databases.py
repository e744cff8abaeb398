"""Where the databases of a run come from: files of SQLite, or a PostgreSQL server."""

import atexit
import itertools
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from tests.bad_input.world import connect, copied_database
from tests.migrated import migrate
from tests.second_run import TEMPLATE, is_on

# Of the databases that this process has made on a server.
NUMBERS = itertools.count()


class Databases(Protocol):
    """`any_url` is the URL of some database, for a program that is told later which one it has."""

    any_url: str

    def new(self, folder: Path) -> str:
        """Make the database of an empty site for this folder; return its URL."""

    def copy(self, url: str, folder: Path) -> str:
        """Return the URL of a copy for this folder, into which the other's was copied."""


@dataclass(frozen=True)
class Files:
    """`empty` is a file in which the migrations have run."""

    empty: Path

    @property
    def any_url(self) -> str:
        return f"sqlite:///{self.empty}"

    def new(self, folder: Path) -> str:
        shutil.copy(self.empty, folder / "db.sqlite3")
        return self.copy(self.any_url, folder)

    def copy(self, _url: str, folder: Path) -> str:
        return f"sqlite:///{folder / 'db.sqlite3'}"


@dataclass(frozen=True)
class OnServer:
    """`any_url` is any database of the server, `template` one in which the migrations have run."""

    any_url: str
    template: str

    def new(self, _folder: Path) -> str:
        return self._copied(self.template)

    def copy(self, url: str, _folder: Path) -> str:
        return self._copied(url.rpartition("/")[2])

    def _copied(self, source: str) -> str:
        return copied_database(self.any_url, f"killed_{next(NUMBERS)}", source)


def databases_here(empty: Path | None = None) -> Databases:
    """Return those of the server that `tests.servers` has started, else files."""
    if is_on():
        return OnServer(os.environ["DATABASE_URL"], os.environ[TEMPLATE])
    return Files(empty or empty_site())


def databases_beside(url: str) -> list[str]:
    """Return the databases of a server whose names begin with that of this one; none of a file."""
    if not url.startswith("postgres"):
        return []
    name = url.rpartition("/")[2]
    with connect(url, "postgres") as connection:
        rows = connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY 1",
            [f"{name}_"],
        )
        return [row[0] for row in rows]


@cache
def empty_site() -> Path:
    """Return a file in which the migrations have run; it goes with the process."""
    folder = Path(tempfile.mkdtemp(prefix="lichtspiel-kills-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "empty.sqlite3"
    migrate(f"sqlite:///{file}")
    return file
