"""Worlds of many rows, built once in a process: later tests get the same rows without the work.

What `built_once` decorates must build on the empty site alone. The first call builds, and notes
which rows and files it added; the next ones write these down as they are. Where a test has
content already, and on PostgreSQL, it builds as if it were not decorated.
"""

import copy
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from django.conf import settings
from django.db import connection

Rows = dict[str, set[tuple]]


@dataclass(frozen=True)
class Built:
    """What the function returned, and what it left in the database and among the media."""

    returned: Any
    added: Rows
    gone: Rows
    media: Path


def built_once(make: Callable[[], Any]) -> Callable[[], Any]:
    """Decorate a function without arguments."""
    kept: dict[tuple, Built] = {}

    @wraps(make)
    def build():
        place = stage() if connection.vendor == "sqlite" else None
        if place is None:
            return make()
        if place not in kept:
            before = rows()
            returned = make()
            kept[place] = note(before, copy.deepcopy(returned))
            return returned
        write(kept[place])
        return copy.deepcopy(kept[place].returned)

    return build


def ask(sql: str, *values: Any) -> list[tuple]:
    """Ask SQLite itself: rows as they are stored, and not through the door for writing."""
    return connection.connection.execute(sql, values).fetchall()


def stage() -> tuple | None:
    """Return what tells one empty site from another, None where a test has added something."""
    connection.ensure_connection()
    counts = dict(ask("SELECT name, seq FROM sqlite_sequence"))
    if counts.get("editorial_record", 0) or any(Path(settings.MEDIA_ROOT).glob("*")):
        return None
    users = ask("SELECT id, username, is_superuser FROM auth_user ORDER BY id")
    members = ask("SELECT user_id, role FROM editorial_membership ORDER BY id")
    return (*counts.items(), *users, *members)


def rows() -> Rows:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return {name: set(ask(f'SELECT * FROM "{name}"')) for (name,) in ask(tables)}


def note(before: Rows, returned: Any) -> Built:
    after = rows()
    media = Path(mkdtemp(dir=Path(settings.MEDIA_ROOT).parent)) / "media"
    if Path(settings.MEDIA_ROOT).exists():
        shutil.copytree(settings.MEDIA_ROOT, media)
    return Built(
        returned,
        {name: found - before[name] for name, found in after.items() if found - before[name]},
        {name: found - after[name] for name, found in before.items() if found - after[name]},
        media,
    )


def write(built: Built) -> None:
    """Bring database and media to where they were when this had been built."""
    for name, gone in built.gone.items():
        columns = [row[1] for row in ask(f"PRAGMA table_info('{name}')")]
        same = " AND ".join(f'"{column}" IS ?' for column in columns)
        connection.connection.executemany(f'DELETE FROM "{name}" WHERE {same}', gone)
    for name, added in built.added.items():
        marks = ", ".join("?" * len(next(iter(added))))
        connection.connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', added)
    if built.media.exists():
        shutil.copytree(built.media, settings.MEDIA_ROOT)
