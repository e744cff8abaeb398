"""A disk of a few megabytes that can be filled, emptied and closed. Mounting wants root."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FILLER = "filler"
BLOCK = 4096


class CannotMount(RuntimeError):
    """This machine lets nobody mount a disk; the fault cannot be tried here."""


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """Mount a tmpfs of this size in `folder`, for as long as the body runs."""
    place = folder / f"disk-{megabytes}"
    place.mkdir()
    options = f"size={megabytes}m,mode=755"
    _run("mount", "-t", "tmpfs", "-o", options, "lichtspiel-fault", str(place))
    try:
        yield place
    finally:
        _run("umount", "--lazy", str(place))


def fill(disk: Path, leave: int = 0) -> None:
    """Write until nothing more fits; then give `leave` bytes back."""
    with (disk / FILLER).open("ab", buffering=0) as file:
        with suppress(OSError):
            while True:
                file.write(bytes(64 * BLOCK))
        with suppress(OSError):
            while True:
                file.write(bytes(BLOCK))
        file.truncate(max(file.tell() - leave, 0))


def empty(disk: Path) -> None:
    """Give back what `fill` has taken."""
    (disk / FILLER).unlink()


@contextmanager
def closed(disk: Path) -> Iterator[None]:
    """Let nothing on the disk be written: it is mounted over itself, whoever has files open."""
    _run("mount", "--bind", str(disk), str(disk))
    try:
        _run("mount", "-o", "remount,bind,ro", str(disk))
        yield
    finally:
        _run("umount", "--lazy", str(disk))


def _run(*line: str) -> None:
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotMount(f"{' '.join(line)}: {done.stderr.strip()} (this fault wants root)")
