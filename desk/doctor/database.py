"""Migrations that are missing; rows that the database itself finds broken."""

import re
from collections.abc import Iterator

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from desk.doctor.damage import has_backups, say_reindex, say_restore
from desk.doctor.finding import Finding

# Names of indexes that PostgreSQL does not use, as building them was cut short.
INVALID = (
    "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid "
    "AND indexrelid::regclass::text NOT LIKE 'pg_%'"
)
# What `PRAGMA integrity_check` says of single rows, and of indexes (https://sqlite.org/pragma.html).
CONSTRAINT = re.compile(r"(NULL|NUMERIC|TEXT|non-INTEGER) value in |CHECK constraint failed in ")
INDEX = re.compile(r"(missing from|entries in|non-unique entry in) index ")


def find_migrations() -> Iterator[Finding]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    name = str(connection.settings_dict["NAME"])
    if plan and not executor.loader.applied_migrations and has_backups():
        yield Finding(
            "migrations",
            "the database is empty, though backups were made: it was lost, or another one is meant",
            name,
            f"If it is to be empty, type: make upgrade. Otherwise: {say_restore()}",
        )
    elif plan:
        names = ", ".join(str(migration) for migration, _backwards in plan[:5])
        yield Finding(
            "migrations",
            f"{len(plan)} migrations are pending: {names}",
            name,
            "Type: make upgrade",
        )


def find_broken_rows() -> Iterator[Finding]:
    name = str(connection.settings_dict["NAME"])
    found = _in_sqlite() if connection.vendor == "sqlite" else _in_postgres()
    for what, remedy in found:
        yield Finding("database", what, name, remedy)


def _in_sqlite() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(20)")
        pages = [str(line) for (line,) in cursor.fetchall()]
        if pages != ["ok"]:
            yield from _read(pages)
            return
        cursor.execute("PRAGMA foreign_key_check")
        for table, row, parent, _key in cursor:
            yield (
                f"{table}, row {row} points to a row of {parent} that is not there",
                f"Look at it: python manage.py dbshell, table {table}, rowid {row}. Delete it, or "
                "restore a backup that has the other row.",
            )


def _read(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what a check of SQLite says, and what to do; what is restored needs no other mend."""
    rows = [line for line in lines if CONSTRAINT.match(line)]
    indexes = [line for line in lines if INDEX.search(line)]
    pages = [line for line in lines if line not in rows and line not in indexes]
    if pages:
        yield _together(pages), say_restore()
        return
    for line in rows:
        yield line, "Look at it: python manage.py dbshell. Correct the row, or delete it."
    if indexes:
        yield _together(indexes), say_reindex("REINDEX;")


def _together(lines: list[str]) -> str:
    more = len(lines) - 1
    return f"{lines[0]} ({more} more of the kind)" if more else lines[0]


def _in_postgres() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(INVALID)
        for (index,) in cursor.fetchall():
            yield f"the index {index} is not valid", f"In psql type: REINDEX INDEX {index};"
