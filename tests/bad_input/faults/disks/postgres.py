"""A database of PostgreSQL on a disk that is full while the site runs."""

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from tests import postgres
from tests.bad_input.faults.disks.looking import (
    TYPED,
    film_form,
    logline,
    saves_again,
    unexplained,
    unkept,
    unread,
)
from tests.bad_input.faults.disks.site import running
from tests.bad_input.faults.disks.small_disk import empty, fill, small_disk
from tests.bad_input.world import connect

MEGABYTES = 40
# Pages of a table that are not full take short texts even then. Random, as texts are packed.
LONG = 60_000


def full() -> str:
    """Pages are read, saving says why not, and once there is room everything goes on."""
    with _on_small_disk() as (disk, url), running(DATABASE_URL=url) as browser:
        form = browser.fields(film_form())
        long = {**form, "internal_notes": secrets.token_hex(LONG // 2)}
        fill(disk)
        problem = unread(browser) or unkept(browser, long, 507, "Datenbank ist voll")
        problem = problem or unexplained(browser, 507, "Datenbank ist voll")
        problem = problem or ("" if logline(url) != TYPED else "it was saved all the same")
        empty(disk)
        return problem or unread(browser) or saves_again(browser, long, url)


@contextmanager
def _on_small_disk() -> Iterator[tuple[Path, str]]:
    """Copy the world's database to a disk of its own; yield the disk and the copy's URL."""
    server = os.environ["DATABASE_URL"].rpartition("/")[0]
    name = f"small_{os.getpid()}"
    with connect(server + "/", "postgres") as desk:
        size = desk.execute("SELECT pg_database_size(%s)", [_world()]).fetchone()[0]
        # The server's own folder: it may go through no other.
        folder = Path(connection.settings_dict["HOST"])
        with small_disk(folder, MEGABYTES + size // 1024**2) as disk:
            if os.geteuid() == 0:
                shutil.chown(disk, "postgres", "postgres")
            try:
                desk.execute(f"CREATE TABLESPACE {name} LOCATION '{disk}'")
                desk.execute(f"CREATE DATABASE {name} TEMPLATE template0 TABLESPACE {name}")
                _copy_world(name)
                yield disk, f"{server}/{name}"
            finally:
                desk.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
                desk.execute(f"DROP TABLESPACE IF EXISTS {name}")


def _copy_world(name: str) -> None:
    programs = postgres.find_programs()
    assert programs is not None
    server = connection.settings_dict
    there = ["-h", server["HOST"], "-U", server["USER"], "-d"]
    dump = subprocess.run(
        [programs / "pg_dump", *there, _world()], stdout=subprocess.PIPE, check=True
    )
    subprocess.run(
        [programs / "psql", *there, name, "-Xqo", "/dev/null", "-v", "ON_ERROR_STOP=1"],
        input=dump.stdout, check=True,
    )  # fmt: skip


def _world() -> str:
    return str(connection.settings_dict["NAME"])
