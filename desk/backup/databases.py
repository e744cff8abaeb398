"""What backups ask of a database, and which one the settings name."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from django.utils.translation import gettext as _

from desk.backup.facts import Facts
from desk.backup.failing import BackupError
from desk.backup.swapping import Rename


@dataclass(frozen=True)
class Inspection:
    """What a copy of a database says; `facts` is None if it could not be loaded here.

    `faults` speak against the copy, `gaps` were there when it was made, `notes` only inform.
    """

    facts: Facts | None
    faults: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Database(Protocol):
    """One database and the names beside it. `stamp` is the time that former states carry."""

    @property
    def vendor(self) -> str: ...
    @property
    def name(self) -> str: ...
    def server(self) -> str:
        """Return name and version of the database system."""

    def exists(self) -> bool:
        """Tell whether there is a database with at least one table."""

    def size(self) -> int:
        """Return how many bytes a copy needs at most."""

    def facts(self) -> Facts:
        """Read the present state."""

    def copy(self, target: Path) -> Facts:
        """Write a consistent copy while others write, and return what it holds."""

    def inspect(self, copy: Path) -> Inspection:
        """Read a copy without touching the site."""

    def problems(self) -> list[str]:
        """Return what the database system finds wrong with the present state."""

    def stage(self, copy: Path) -> tuple[str, Inspection]:
        """Make a database beside from a copy, which is used up; return its name and content."""

    def settle(self, staged: str) -> None:
        """Finish the staged database: nothing of it may stand in files of another name."""

    def discard_stage(self) -> None:
        """Delete what is staged, if there is anything."""

    def raise_sign(self, told: str) -> None:
        """Have all machines see that the site is in maintenance; return when they do."""

    def lower_sign(self) -> None:
        """Have all machines serve again."""

    def hold(self) -> AbstractContextManager[None]:
        """Keep everybody else away; `BackupError` if somebody uses the database."""

    def is_taken(self, stamp: str) -> bool:
        """Tell whether a former state carries this time already."""

    def renames(self, staged: str, stamp: str) -> list[Rename]:
        """Return which files change places."""

    def exchange(self, staged: str, stamp: str) -> None:
        """Do what renaming files does not."""

    def is_exchanged(self) -> bool:
        """Tell whether a killed restore got beyond `exchange`, which no name of a file undoes."""

    def way_back(self, stamp: str) -> list[str]:
        """Return the commands that bring the former database back."""


def database_of(values: dict[str, Any]) -> Database:
    """Return the database that one entry of `DATABASES` describes."""
    from desk.backup.postgres import PostgresDatabase
    from desk.backup.sqlite import SqliteDatabase

    engine = str(values["ENGINE"])
    if engine.endswith("sqlite3"):
        if is_in_memory(str(values["NAME"])):
            raise BackupError(_("The database lives in memory: there is nothing to back up."))
        return SqliteDatabase(Path(values["NAME"]).resolve())
    if engine.endswith("postgresql"):
        return PostgresDatabase(values)
    raise BackupError(_("Backups know SQLite and PostgreSQL, not %(name)s.") % {"name": engine})


def is_in_memory(name: str) -> bool:
    return name == ":memory:" or "mode=memory" in name
