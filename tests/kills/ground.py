"""The sites of one run: each in a folder of its own, with a database of its own."""

import json
import os
import random
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.desk.backup.trial import Trial
from tests.kills.browser import Browser
from tests.kills.databases import Databases
from tests.kills.victims import Cradle, kill_group, start
from tests.ports import free_ports

START_SECONDS = 40
TWO_DAYS = 2 * 24 * 3600


@dataclass(frozen=True)
class Ground:
    """Where one run takes place."""

    path: Path
    databases: Databases
    instants: int
    chance: random.Random
    cradle: Cradle

    def new_trial(self, name: str) -> Trial:
        folder = self.path / name
        (folder / "tmp").mkdir(parents=True)
        return Trial(folder, self.databases.new(folder))

    def copy(self, source: Trial, name: str) -> Trial:
        folder = self.path / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source.path, folder)
        return Trial(folder, self.databases.copy(source.url, folder))

    def told(self, trial: Trial) -> dict[str, Any]:
        """Return what `tests.kills.inside` tells of the site."""
        found: dict[str, Any] = json.loads(self.cradle.ask(trial, "tell"))
        return found

    def tidied(self, trial: Trial) -> list[str]:
        """Let two days pass and tidy; return the temporary files that are still there."""
        for folder in (trial.media, trial.path / "tmp"):
            let_time_pass(folder)
        self.cradle.measured(trial, "tidy")
        left = [path.name for path in (trial.path / "tmp").iterdir()]
        left += [path.name for path in files_below(trial.media) if path.suffix == ".part"]
        return [f"left behind: {name}" for name in left]


@contextmanager
def open_ground(path: Path, instants: int, seed: int, databases: Databases) -> Iterator[Ground]:
    cradle = Cradle(environment_of(Trial(path, databases.any_url)))
    try:
        yield Ground(path, databases, instants, random.Random(seed), cradle)
    finally:
        cradle.close()


def environment_of(trial: Trial, **more: str) -> dict[str, str]:
    """The settings of production, in which every folder is the trial's own, and nothing else."""
    ours = {"TMPDIR": str(trial.path / "tmp"), "STATIC_ROOT": str(trial.path / "static"),
            "CACHE_URL": "locmemcache://", "STORAGE_URL": ""}  # fmt: skip
    return trial.environment(FFMPEG="off", DEBUG="0", **ours, **more)


def let_time_pass(folder: Path) -> None:
    """Make everything below a folder two days old."""
    long_ago = time.time() - TWO_DAYS
    for path in folder.rglob("*"):
        os.utime(path, (long_ago, long_ago))


def check_integrity(trial: Trial) -> list[str]:
    """Return what SQLite finds wrong; PostgreSQL is believed."""
    if not trial.database.exists():
        return [] if trial.url.startswith("postgres") else ["the database is gone"]
    with closing(sqlite3.connect(trial.database)) as database:
        lines = [line for (line,) in database.execute("PRAGMA integrity_check")]
        keys = database.execute("PRAGMA foreign_key_check").fetchall()
    return ([] if lines == ["ok"] else lines) + [f"foreign key: {key}" for key in keys]


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


class Web:
    """gunicorn at one address, which can be killed and started again."""

    def __init__(self, trial: Trial) -> None:
        (self.port,) = free_ports(1)
        self.host = f"127.0.0.1:{self.port}"
        self._log = trial.path / "log"
        self._environment = environment_of(
            trial, PORT=str(self.port), WORKERS="1", SITE_URL=f"http://{self.host}"
        )
        if not (trial.path / "static").exists():
            code, _out, errors = trial.manage(
                "collectstatic", "--noinput", DEBUG="0", STATIC_ROOT=str(trial.path / "static")
            )
            assert code == 0, errors

    def start(self) -> float:
        """Start it; return the seconds until the first page stands."""
        line = ("-m", "gunicorn", "config.wsgi", "--config", "deploy/gunicorn.conf.py",
                "--log-level", "critical")  # fmt: skip
        began = time.monotonic()
        with self._log.open("ab") as log:
            self._process = start(self._environment, log, *line)
        while Browser(self).fetch("/healthz")[0] != 200:
            if time.monotonic() - began > START_SECONDS or self._process.poll() is not None:
                self.kill()
                raise RuntimeError(f"The site did not come back: {self._log.read_text()[-3000:]}")
            time.sleep(0.05)
        return time.monotonic() - began

    def kill(self) -> None:
        kill_group(self._process.pid)
        self._process.wait()
