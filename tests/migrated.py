"""The database of an empty site: the migrations run once for all workers of a run.

The database of the tests begins as a copy of it. `migrated` is an SQLite file of its own for a
test with real processes; `postgres.migrated_database()` does the same over there.
"""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


def migrate(url: str) -> None:
    """Run the migrations on the database of this `DATABASE_URL`."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": url},
        cwd=ROOT, check=True,
    )  # fmt: skip


def shared_folder(tmp_path_factory) -> Path:
    """Return the folder that all workers of this run see."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextmanager
def made_by_one(path: Path) -> Iterator[bool]:
    """Say whether `path` is to be made here; the other workers wait until it is there."""
    with path.with_suffix(".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield not path.exists()


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory) -> Path:
    """The file of an empty site, to be copied."""
    path = shared_folder(tmp_path_factory) / "empty.sqlite3"
    with made_by_one(path) as is_mine:
        if is_mine:
            half = path.with_suffix(".half")
            migrate(f"sqlite:///{half}")
            half.rename(path)
    return path


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, request):
    """Fill the database of the tests; then its migrations find nothing to do."""
    test = connection.settings_dict["TEST"]
    if connection.vendor == "postgresql":
        test["TEMPLATE"] = os.environ.get("EMPTY_DATABASE")
        yield
        return
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    test["NAME"] = name = f"file:tests-{worker}?mode=memory&cache=shared"
    with closing(sqlite3.connect(name, uri=True)) as memory:
        with closing(sqlite3.connect(request.getfixturevalue("empty_site"))) as file:
            file.backup(memory)
        yield


@pytest.fixture
def migrated(empty_site, tmp_path) -> Path:
    """The file of an empty site in the folder of this test."""
    return copy_migrated(empty_site, tmp_path)


def copy_migrated(source: Path, folder: Path) -> Path:
    """Put the file of an empty site into a folder, as `db.sqlite3`."""
    return Path(shutil.copy(source, folder / "db.sqlite3"))
