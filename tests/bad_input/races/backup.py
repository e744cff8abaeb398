"""A backup of a site in which twenty changes a second are written."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

from django.db import connection, transaction

from tests.bad_input.world import ROOT, Server

A_SECOND, WRITERS = 20, 4
LONGEST = 1.0  # seconds that a writer may wait
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


def back_up_while_writing(_server: Server) -> str:
    from tests.factories import FilmFactory

    stop = threading.Event()
    writers = [Writer((FilmFactory().pk, FilmFactory().pk), stop) for _number in range(WRITERS)]
    with tempfile.TemporaryDirectory() as folder:
        backup = Path(folder) / "site.lichtspiel"
        for writer in writers:
            writer.start()
        try:
            _wait_for(writers, 5)
            begun = [len(writer.waits) for writer in writers]
            made = manage("backup", str(backup))
            ended = [len(writer.waits) for writer in writers]
        finally:
            stop.set()
            for writer in writers:
                writer.join()
        # What other cases have taken away of the files is told, and is no fault of the backup.
        if made.returncode and "The backup is complete" not in made.stderr:
            return f"the backup failed: {made.stderr[-500:]}"
        problems = [writer.problem for writer in writers if writer.problem]
        longest = max(wait for writer in writers for wait in writer.waits)
        if problems or longest > LONGEST:
            return f"a writer waited {longest:.2f} s; {problems}"
        between = list(zip(begun, ended, strict=True))
        return consistent(backup, [writer.pair for writer in writers], between)


def _wait_for(writers: list[Writer], writes: int) -> None:
    """Wait until each has written so often."""
    while any(len(writer.waits) < writes and writer.is_alive() for writer in writers):
        time.sleep(0.01)


def manage(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    env = {**os.environ, **more}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def consistent(backup: Path, pairs: list[tuple[int, int]], between: list[tuple[int, int]]) -> str:
    """Tell what is wrong with a backup: it verifies, and holds whole transactions of its time."""
    checked = manage("restore", str(backup), "--verify")
    if checked.returncode:
        return f"it does not verify: {checked.stdout[-300:]} {checked.stderr[-300:]}"
    if connection.vendor != "sqlite":
        return ""
    restored = backup.parent / "restored"
    restored.mkdir()
    place = {"DATABASE_URL": f"sqlite:///{restored / 'db.sqlite3'}",
             "MEDIA_ROOT": str(restored / "media"), "BACKUP_ROOT": str(restored)}  # fmt: skip
    back = manage("restore", str(backup), **place)
    if back.returncode:
        return f"it cannot be restored: {back.stderr[-500:]}"
    with closing(sqlite3.connect(restored / "db.sqlite3")) as file:
        ((said,),) = file.execute("PRAGMA integrity_check").fetchall()
        pinned = dict(file.execute("SELECT id, pinned FROM editorial_record").fetchall())
    numbers = [(pinned[one], pinned[two]) for one, two in pairs]
    whole = all(one == two for one, two in numbers)
    of_its_time = all(
        begun - 1 <= one <= ended
        for (one, _two), (begun, ended) in zip(numbers, between, strict=True)
    )
    return (
        "" if (said, whole, of_its_time) == ("ok", True, True) else f"{said}, {numbers}, {between}"
    )
