"""Migrations that are missing; rows that the database itself finds broken."""

from collections.abc import Iterator

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from desk.doctor.damage import say_restore
from desk.doctor.finding import Finding

# Names of indexes that PostgreSQL does not use, as building them was cut short.
INVALID = (
    "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid "
    "AND indexrelid::regclass::text NOT LIKE 'pg_%'"
)


def find_migrations() -> Iterator[Finding]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        names = ", ".join(str(migration) for migration, _backwards in plan[:5])
        yield Finding(
            "migrations",
            f"{len(plan)} migrations are pending: {names}",
            str(connection.settings_dict["NAME"]),
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
        yield from ((line, say_restore()) for line in pages if line != "ok")
        if pages != ["ok"]:
            return
        cursor.execute("PRAGMA foreign_key_check")
        for table, row, parent, _key in cursor:
            yield (
                f"{table}, row {row} points to a row of {parent} that is not there",
                f"Look at it: python manage.py dbshell, table {table}, rowid {row}. Delete it, or "
                "restore a backup that has the other row.",
            )


def _in_postgres() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(INVALID)
        for (index,) in cursor.fetchall():
            yield f"the index {index} is not valid", f"In psql type: REINDEX INDEX {index};"
