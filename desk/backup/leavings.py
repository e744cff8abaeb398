"""What a killed backup has left: the copy of the database, and the file that was never finished.

Who writes one of them holds its lock; a lock that is free belongs to nobody any more.
"""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = ".backup-"
# Both hold personal data, and the first is never encrypted.
NAMES = (f"{PREFIX}*", "*.backup.part", "*.backup.age.part")
# Between being made and being locked a moment passes.
YOUNG_SECONDS = 60


@contextmanager
def own_folder(place: Path) -> Iterator[Path]:
    """Give a folder of one's own in `place`, which goes at the end; delete those left by others."""
    sweep(place)
    with tempfile.TemporaryDirectory(dir=place, prefix=PREFIX) as name, _held(Path(name)):
        yield Path(name)


def sweep(place: Path) -> list[str]:
    """Delete what killed backups have left in a folder; return the names."""
    found = [path for pattern in NAMES for path in sorted(place.glob(pattern))]
    return [path.name for path in found if _is_left(path) and _delete(path)]


def _is_left(path: Path) -> bool:
    """Tell whether nobody writes it any more."""
    with suppress(OSError):
        if path.is_symlink() or time.time() - path.stat().st_mtime < YOUNG_SECONDS:
            return False
        with _held(path):
            return True
    return False


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold the lock of a file or folder. Raises `OSError` if somebody else does."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def _delete(path: Path) -> bool:
    with suppress(OSError):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        return True
    return False
