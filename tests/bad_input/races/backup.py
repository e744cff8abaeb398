"""A backup of a site in which twenty changes a second are written."""

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction

from tests.bad_input.world import ROOT, Server, connect

A_SECOND, WRITERS = 20, 4
# Seconds that a writer may wait for a backup. Whoever waits for more than half of it waits for a
# lock, unless that is as short as the pauses of a busy machine.
LONGEST, NOISE = 1.0, 0.25
ROUNDS = 3
LARGE = 64 * 1024 * 1024  # bytes
SECONDS = re.compile(r"([0-9.]+) seconds")
WRITE = "UPDATE editorial_record SET pinned = %s WHERE id = %s"


class Writer(threading.Thread):
    """Writes the same number to two records in one transaction, five times a second."""

    def __init__(self, pair: tuple[int, int], stop: threading.Event) -> None:
        super().__init__()
        self.pair, self.stop, self.waits, self.problem = pair, stop, [], ""

    def run(self) -> None:
        try:
            while not self.stop.is_set():
                started = time.monotonic()
                with transaction.atomic(), connection.cursor() as cursor:
                    for record in self.pair:
                        cursor.execute(WRITE, [len(self.waits), record])
                self.waits.append(time.monotonic() - started)
                self.stop.wait(max(0, WRITERS / A_SECOND - self.waits[-1]))
        except Exception as error:
            self.problem = repr(error)
        finally:
            connection.close()


@dataclass(frozen=True)
class Made:
    """A backup that was made while others wrote, and how many writes each had done around it.

    `quiet` is how long a writer waited while another command kept the machine as busy.
    """

    done: subprocess.CompletedProcess[str]
    quiet: float
    longest: float
    between: list[tuple[int, int]]

    @property
    def is_held_up(self) -> bool:
        """Tell whether somebody waited for the backup, rather than for the processor."""
        found = SECONDS.search(self.done.stdout)
        allowed = min(LONGEST, max(NOISE, float(found[1]) / 2 if found else 0))
        return self.longest - self.quiet > allowed


def back_up_while_writing(_server: Server) -> str:
    from tests.factories import FilmFactory

    stop = threading.Event()
    writers = [Writer((FilmFactory().pk, FilmFactory().pk), stop) for _number in range(WRITERS)]
    with tempfile.TemporaryDirectory() as folder, _large_file():
        backup = Path(folder) / "site.lichtspiel"
        for writer in writers:
            writer.start()
        try:
            _wait_for(writers, [0] * WRITERS)
            made = _make(backup, writers)
        finally:
            stop.set()
            for writer in writers:
                writer.join()
        if made.done.returncode:
            return f"the backup failed: {made.done.stderr[-500:]}"
        problems = [writer.problem for writer in writers if writer.problem]
        if problems or made.is_held_up:
            return f"a writer waited {made.longest:.2f} s, {made.quiet:.2f} s without; {problems}"
        return consistent(backup, [writer.pair for writer in writers], made.between)


@contextmanager
def _large_file() -> Iterator[None]:
    """Let the backup take long enough for a wait to be seen."""
    name = default_storage.save("large.bin", ContentFile(os.urandom(LARGE)))
    try:
        yield
    finally:
        default_storage.delete(name)


def _make(backup: Path, writers: list[Writer]) -> Made:
    """Back up, and again where a writer waited long: who holds the database does so each time."""
    for _round in range(ROUNDS):
        before = _written(writers)
        manage("check")
        begun = _written(writers)
        done = manage("backup", str(backup), "--overwrite", LANGUAGE_CODE="en")
        ended = _written(writers)
        _wait_for(writers, ended)  # who waits for it counts as well
        quiet, longest = _longest(writers, before, begun), _longest(writers, begun)
        made = Made(done, quiet, longest, list(zip(begun, ended, strict=True)))
        if not made.is_held_up:
            break
    return made


def _written(writers: list[Writer]) -> list[int]:
    return [len(writer.waits) for writer in writers]


def _longest(writers: list[Writer], since: list[int], until: list[int] | None = None) -> float:
    """Return the longest wait of all between these numbers of writes; seconds."""
    ends = until or [None] * len(writers)
    waits = [writer.waits[begin:end]
             for writer, begin, end in zip(writers, since, ends, strict=True)]  # fmt: skip
    return max(chain.from_iterable(waits), default=0.0)


def _wait_for(writers: list[Writer], written: list[int]) -> None:
    """Wait until each has written more often."""
    while any(
        len(writer.waits) <= number and writer.is_alive()
        for writer, number in zip(writers, written, strict=True)
    ):
        time.sleep(0.01)


def manage(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    env = {**os.environ, **more}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def url_below(folder: Path) -> str:
    """Return the URL of a database that is not there yet, of the kind that the world has."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{folder / 'db.sqlite3'}"
    return f"{os.environ['DATABASE_URL']}_restored"


def read_numbers(url: str) -> tuple[str, dict[int, int]]:
    """Return what a restored database finds wrong with itself, `ok` for nothing, and its numbers.

    PostgreSQL is believed.
    """
    asked = "SELECT id, pinned FROM editorial_record"
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            ((said,),) = file.execute("PRAGMA integrity_check").fetchall()
            return said, dict(file.execute(asked).fetchall())
    with connect(url, url.rpartition("/")[2]) as server:
        return "ok", dict(server.execute(asked).fetchall())


def consistent(backup: Path, pairs: list[tuple[int, int]], between: list[tuple[int, int]]) -> str:
    """Tell what is wrong with a backup: it verifies, and holds whole transactions of its time."""
    checked = manage("restore", str(backup), "--verify")
    if checked.returncode:
        return f"it does not verify: {checked.stdout[-300:]} {checked.stderr[-300:]}"
    restored = backup.parent / "restored"
    restored.mkdir()
    place = {"DATABASE_URL": url_below(restored), "STORAGE_URL": "",
             "MEDIA_ROOT": str(restored / "media"), "BACKUP_ROOT": str(restored)}  # fmt: skip
    back = manage("restore", str(backup), **place)
    if back.returncode:
        return f"it cannot be restored: {back.stderr[-500:]}"
    said, pinned = read_numbers(place["DATABASE_URL"])
    numbers = [(pinned[one], pinned[two]) for one, two in pairs]
    whole = all(one == two for one, two in numbers)
    of_its_time = all(
        begun - 1 <= one <= ended
        for (one, _two), (begun, ended) in zip(numbers, between, strict=True)
    )
    return (
        "" if (said, whole, of_its_time) == ("ok", True, True) else f"{said}, {numbers}, {between}"
    )
