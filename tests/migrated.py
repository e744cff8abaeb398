"""Sites of their own for tests with real processes: the migrations have run once for each worker.

`migrated` is an SQLite file to copy; `postgres.migrated_database()` does the same over there.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection


def migrate(url: str) -> None:
    """Run the migrations on the database of this `DATABASE_URL`."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": url},
        cwd=settings.BASE_DIR, check=True,
    )  # fmt: skip


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, tmp_path_factory):
    """Keep the database of the tests as it is before the first of them, if it is in memory."""
    path = tmp_path_factory.mktemp("migrated") / "db.sqlite3"
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        with django_db_blocker.unblock(), closing(sqlite3.connect(path)) as file:
            connection.ensure_connection()
            connection.connection.backup(file)
    return path


@pytest.fixture(scope="session")
def empty_site(django_db_setup) -> Path:
    """The file of an empty site, to be copied."""
    if not django_db_setup.exists():
        # No test of this run needs a database of its own, or they have another kind.
        migrate(f"sqlite:///{django_db_setup}")
    return django_db_setup


@pytest.fixture
def migrated(empty_site, tmp_path) -> Path:
    """The file of an empty site in the folder of this test."""
    return copy_migrated(empty_site, tmp_path)


def copy_migrated(source: Path, folder: Path) -> Path:
    """Put the file of an empty site into a folder, as `db.sqlite3`."""
    return Path(shutil.copy(source, folder / "db.sqlite3"))
