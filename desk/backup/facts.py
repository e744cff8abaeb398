"""What a database says about itself: rows per table, migrations, files it names."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from assets.models import Image, MediaFile
from assets.naming import file_name_of, original_name_of

Query = Callable[[str], list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Facts:
    """`files` are storage names of originals, videos and subtitles."""

    rows: dict[str, int]
    migrations: list[tuple[str, str]]
    files: set[str]


def read_facts(query: Query, tables: Iterable[str]) -> Facts:
    names = sorted(tables)
    rows = {name: query(f'SELECT count(*) FROM "{name}"')[0][0] for name in names}  # noqa: S608
    migrations: list[tuple[str, str]] = []
    if "django_migrations" in rows:
        found = query("SELECT app, name FROM django_migrations ORDER BY app, name")
        migrations = [(app, name) for app, name in found]
    return Facts(rows, migrations, _files(query, rows))


def _files(query: Query, rows: dict[str, int]) -> set[str]:
    files = set()
    images, media = Image._meta.db_table, MediaFile._meta.db_table
    if images in rows:
        for sha256, extension in query(f'SELECT sha256, extension FROM "{images}"'):  # noqa: S608
            files.add(original_name_of(sha256, extension))
    if media in rows:
        found = query(f'SELECT kind, sha256, extension FROM "{media}"')  # noqa: S608
        for kind, sha256, extension in found:
            files.add(file_name_of(kind, sha256, extension))
    return files
