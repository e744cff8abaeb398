"""The head of SQLite's wal-index, which every commit changes (https://sqlite.org/walformat.html).

Whoever writes in WAL mode notes there, in memory that all processes share, up to where the log
counts: twice, the second copy first, with a counter of commits and sums over all of it. As long as
both copies are what they were nobody has committed. What they say is left to SQLite.
"""

import mmap
import os
from pathlib import Path
from threading import Lock

# Section 2.1 of the format: two copies of 48 bytes.
HEAD_BYTES = 96
_LOCK = Lock()
# For as long as the process lives: to close a file lets go of all locks that the process has on
# it, those of SQLite's connections included (https://sqlite.org/howtocorrupt.html, section 2.2).
_KEPT: dict[tuple[int, int], "Head"] = {}


class Head:
    """One shared memory, mapped for reading."""

    def __init__(self, file: int) -> None:
        """`file` is never closed. Raises OSError and ValueError if it cannot be mapped."""
        self._memory = mmap.mmap(file, HEAD_BYTES, access=mmap.ACCESS_READ)

    def read(self) -> bytes:
        """Return the bytes of both copies."""
        return self._memory[:]


def find_head(database: Path) -> Head | None:
    """Return the head for a database that is open; None if its journal is of another kind."""
    with _LOCK:
        try:
            memory = Path(f"{database}-shm")
            file = memory.stat()
            return _KEPT.get((file.st_dev, file.st_ino)) or _keep(memory)
        except (OSError, ValueError):
            return None


def _keep(path: Path) -> Head:
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    opened = os.fstat(file)
    place = opened.st_dev, opened.st_ino
    # A second mapping would be closed when nobody has it any more.
    if place not in _KEPT:
        _KEPT[place] = Head(file)
    return _KEPT[place]
