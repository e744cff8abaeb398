"""Somebody saves while 64 connections read: after the commit nobody gets the page of before.

`READS=10000` reads as often as it takes to be sure; a few hundred find a mistake on most days.
"""

import os
import re
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

import pytest
from django.conf import settings

from tests.ports import free_ports

READS = int(os.environ.get("READS", "640"))
CONNECTIONS = 64
SAVES = max(8, READS // 200)
TITLE = re.compile(rb"<h1[^>]*>\s*(?:<[^>]+>\s*)*Number (\d+)\.")
GUNICORN = (
    "gunicorn",
    "config.wsgi",
    "--config",
    "deploy/gunicorn.conf.py",
    "--log-level",
    "error",
)


@dataclass
class Tally:
    """`committed` is the number of which the saver said that it is in the database."""

    committed: int = 0
    reads: int = 0
    seen: set[int] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def note(self, known: int, status: int, body: bytes) -> None:
        found = TITLE.search(body)
        with self.changed:
            self.reads += 1
            self.changed.notify_all()
            if status != 200 or found is None:
                self.faults.append(f"{status} without a title")
            elif int(found[1]) < known:
                self.faults.append(f"{int(found[1])} after {known}")
            else:
                self.seen.add(int(found[1]))

    def fail(self, error: Exception) -> None:
        with self.changed:
            self.reads += 1
            self.faults.append(repr(error))
            self.changed.notify_all()

    def wait_for(self, reads: int) -> None:
        """Wait until so many reads are done."""
        with self.changed:
            assert self.changed.wait_for(lambda: self.reads >= reads, 300)


@contextmanager
def site(url, folder, static):
    """gunicorn with two workers, and the saver; give its port and the saver."""
    (port,) = free_ports(1)
    environment = {
        **os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEBUG": "0", "SITE_URL": f"http://127.0.0.1:{port}", "PORT": str(port), "WORKERS": "2",
        "MEDIA_ROOT": str(folder / "media"), "BACKUP_ROOT": str(folder / "backups"),
        "STATIC_ROOT": str(static), "LOG_LEVEL": "ERROR", "CACHE_URL": "locmemcache://",
    }  # fmt: skip
    start = {"cwd": settings.BASE_DIR, "env": environment}
    server = subprocess.Popen([sys.executable, "-m", *GUNICORN], **start)
    saver = subprocess.Popen(
        [sys.executable, "-m", "tests.config.page_cache.saver"], text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, **start,
    )  # fmt: skip
    try:
        assert saver.stdout.readline() == "0\n"
        wait_for(port)
        yield port, saver
    finally:
        for process in (saver, server):
            process.terminate()
            process.communicate(timeout=30)


def wait_for(port):
    until = time.monotonic() + 60
    while True:
        try:
            status, _body = read(HTTPConnection("127.0.0.1", port, timeout=30))
            assert status == 200
            return
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.05)


def read(connection):
    try:
        return read_once(connection)
    except ConnectionError:  # the server closes what was idle for two seconds
        connection.close()
        return read_once(connection)


def read_once(connection):
    connection.request("GET", "/en/night-ferry/")
    response = connection.getresponse()
    return response.status, response.read()


def keep_reading(port, tally, share):
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    number = 0
    # As long as somebody saves: who has read enough would miss the last saves.
    while number < share or tally.committed < SAVES:
        number += 1
        known = tally.committed
        try:
            tally.note(known, *read(connection))
        except (OSError, HTTPException) as error:
            tally.fail(error)
            connection.close()
    connection.close()


def save(saver, tally):
    saver.stdin.write("\n")
    saver.stdin.flush()
    tally.committed = int(saver.stdout.readline())


@pytest.fixture(params=["sqlite", "postgres"])
def url(request):
    if request.param == "postgres":
        return request.getfixturevalue("postgres").migrated_database()
    return f"sqlite:///{request.getfixturevalue('migrated')}"


def test_nobody_gets_the_page_of_before(url, tmp_path, collected):
    with site(url, tmp_path, collected) as (port, saver):
        tally, share = Tally(), max(1, READS // CONNECTIONS)
        readers = [
            threading.Thread(target=keep_reading, args=(port, tally, share))
            for _number in range(CONNECTIONS)
        ]
        for reader in readers:
            reader.start()
        for number in range(SAVES):
            tally.wait_for(number * share * CONNECTIONS // SAVES)
            save(saver, tally)
        for reader in readers:
            reader.join()
        tally.note(tally.committed, *read(HTTPConnection("127.0.0.1", port, timeout=30)))
    assert tally.faults == []
    assert tally.reads > share * CONNECTIONS
    assert max(tally.seen) == tally.committed
    assert len(tally.seen) > 1
