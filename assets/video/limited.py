"""The only place that starts ffmpeg: found, confined, watched."""

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from assets.video.confine import OPEN_NETWORK

log = logging.getLogger(__name__)
CONFINE = Path(__file__).with_name("confine.py")
MEGABYTE = 1024**2
# ffmpeg needs 1.5 GB of address space for a 4K master in ProRes.
MEMORY_BYTES = 3 * 1024**3
MAX_FILES = 64
# What is read of the output of a program that describes a file.
MAX_OUTPUT = MEGABYTE


class ProgramFailed(Exception):
    """The program could not do it; the text is the last that it said."""


class LimitReached(ProgramFailed):
    """It needed more time, memory or space than it may have."""


@dataclass(frozen=True)
class Limits:
    """Seconds by the clock, bytes of one file written."""

    seconds: int
    file_bytes: int = 64 * MEGABYTE

    def for_system(self) -> dict[str, int]:
        # Two threads may use twice the time of the clock.
        return {
            "RLIMIT_AS": MEMORY_BYTES,
            "RLIMIT_CPU": 2 * self.seconds + 1,
            "RLIMIT_FSIZE": self.file_bytes,
            "RLIMIT_NOFILE": MAX_FILES,
            "RLIMIT_CORE": 0,
        }


def find_program(name: str) -> str:
    """Return where `ffmpeg` or `ffprobe` lies: beside the FFMPEG of the settings, or on PATH."""
    wanted = settings.FFMPEG
    if wanted == "off":
        return ""
    if wanted:
        beside = Path(wanted).with_name(name)
        return str(beside.resolve()) if os.access(beside, os.X_OK) and beside.is_file() else ""
    return shutil.which(name) or ""


def has_ffmpeg() -> bool:
    return bool(find_program("ffmpeg") and find_program("ffprobe"))


def run_limited(name: str, arguments: list[str], folder: Path, limits: Limits) -> str:
    """Run the program in `folder` and return what it printed.

    It may open the files that the arguments name as `file:`, and no others. Raises LimitReached or
    ProgramFailed. Output goes to files, which have a limit as well.
    """
    named = [word.removeprefix("file:") for word in arguments if word.startswith("file:")]
    facts = [json.dumps(limits.for_system()), json.dumps(named)]
    command = [sys.executable, "-I", "-S", str(CONFINE), *facts]
    out, said = folder / "stdout", folder / "stderr"
    with out.open("wb") as stdout, said.open("wb") as stderr:
        process = subprocess.Popen(  # noqa: S603 - our own arguments, no shell
            [*command, find_program(name), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            cwd=folder,
            env={},
            start_new_session=True,
        )
        try:
            code = process.wait(limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise LimitReached(f"more than {limits.seconds} s") from error
        finally:
            _end(process)
    if (folder / OPEN_NETWORK).exists():
        _say_open_network()
    words = _tail(said)
    if code in (-signal.SIGXCPU, -signal.SIGXFSZ, -signal.SIGKILL):
        raise LimitReached(f"signal {-code}: {words}")
    if code and ("Cannot allocate memory" in words or "malloc of size" in words):
        raise LimitReached(words)
    if code:
        raise ProgramFailed(words)
    with out.open("rb") as printed:
        return printed.read(MAX_OUTPUT).decode("utf-8", "replace")


@cache
def _say_open_network() -> None:
    """Once a process: whoever runs the server may forbid it another way."""
    log.warning("This system lets nobody leave the network: ffmpeg could reach it.")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill what still runs, with everything it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _tail(file: Path) -> str:
    with file.open("rb") as stream:
        stream.seek(max(0, file.stat().st_size - 2000))
        return stream.read().decode("utf-8", "replace").strip()
