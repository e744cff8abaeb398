"""Commands that are killed, with all that they have started."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import IO, Any

from tests.desk.backup.trial import ROOT, Trial

LONGEST = 600  # seconds


class Cradle:
    """Runs commands of sites, one after the other, and kills them when it is told to."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kills.cradle"], cwd=ROOT, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
        )  # fmt: skip

    def run(self, trial: Trial, *words: str, dies_at: int = -1, after: float = LONGEST) -> int:
        """Return the exit code, that of a signal below 0.

        It is killed after so many seconds, or right before it changes a name for the n-th time.
        """
        wish = {"words": words, "dies_at": dies_at, "folder": str(trial.path), "database":
                database_of(trial), "out": str(trial.path / "out"),
                "log": str(trial.path / "log")}  # fmt: skip
        answers = _pipe(self._process.stdout)
        _pipe(self._process.stdin).write(json.dumps(wish).encode() + b"\n")
        child = int(answers.readline())
        if not select.select([answers], [], [], after)[0]:
            kill_group(child)
        return int(answers.readline())

    def measured(self, trial: Trial, *words: str) -> float:
        """Run a command unhurt; return its seconds. Raises `RuntimeError` when it fails."""
        began = time.monotonic()
        if code := self.run(trial, *words):
            log = (trial.path / "log").read_text()[-2000:]
            raise RuntimeError(f"{' '.join(words)} failed unhurt with {code}: {said(trial)} {log}")
        return time.monotonic() - began

    def ask(self, trial: Trial, *words: str) -> str:
        """Return what a command prints. Raises `RuntimeError` when it fails."""
        self.measured(trial, *words)
        return said(trial)

    def count_names(self, trial: Trial, *words: str) -> int:
        """Run a command unhurt; return how often it renames or deletes a file."""
        if code := self.run(trial, *words, dies_at=0):
            raise RuntimeError(f"{' '.join(words)} failed unhurt with {code}: {said(trial)}")
        return int(said(trial).split()[-1])

    def close(self) -> None:
        _pipe(self._process.stdin).close()
        self._process.wait(timeout=30)


def said(trial: Trial) -> str:
    return (trial.path / "out").read_text()


def database_of(trial: Trial) -> str:
    is_file = trial.url.startswith("sqlite:")
    return str(trial.database) if is_file else trial.url.rpartition("/")[2]


def start(environment: Mapping[str, str], log: IO[bytes], *line: str) -> subprocess.Popen[bytes]:
    """Start Python with these arguments, in a group of its own."""
    return subprocess.Popen(
        [sys.executable, *line], cwd=ROOT, env=environment, start_new_session=True,
        stdout=log, stderr=log,
    )  # fmt: skip


def kill_group(pid: int) -> None:
    """Kill a process that leads its group, and all of that; it may be about to found it."""
    for end in (os.killpg, os.kill):
        try:
            end(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _pipe(pipe: Any) -> Any:
    assert pipe is not None
    return pipe
