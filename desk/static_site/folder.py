"""The new site is built beside the old one and takes its place in one step."""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desk.static_site.manifest import NAME

# Linux: the two names change places at once (renameat2(2)).
AT_FDCWD, RENAME_EXCHANGE = -100, 2


class CannotExport(Exception):
    """Nothing was changed; the text says why and what to do."""


def check_folder(folder: Path) -> None:
    """Raise `CannotExport` unless the folder is missing, empty, or an exported site."""
    if not folder.parent.is_dir():
        raise CannotExport(f"There is no folder {folder.parent}: make it first.")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise CannotExport(f"{folder} is a file; a folder is needed.")
    if os.path.ismount(folder):
        raise CannotExport(
            f"{folder} is a disk of its own, which cannot be exchanged: name a folder on it."
        )
    if any(folder.iterdir()) and not (folder / NAME).exists():
        raise CannotExport(
            f"{folder} holds something that is no exported site: name a new or an empty folder."
        )


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Let no other export write this site meanwhile. Raises `CannotExport`."""
    path = _beside(folder, "lock")
    while True:
        file = path.open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.close()
            raise CannotExport(f"Another export is writing {folder} just now.") from error
        # The one before may have deleted the file between our two steps.
        if path.exists() and path.stat().st_ino == os.fstat(file.fileno()).st_ino:
            break
        file.close()
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        file.close()


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """Yield an empty folder beside the site; it goes again unless it took the site's place."""
    new, old = _beside(folder, "new"), _beside(folder, "old")
    if old.exists() and not folder.exists():  # cut off between two renames
        old.rename(folder)
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    new.mkdir()
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def take_place(new: Path, folder: Path) -> None:
    """Put the new site where visitors find it; the old one is deleted afterwards."""
    if not folder.exists():
        new.rename(folder)
        return
    shutil.copymode(folder, new)
    if not _exchange(new, folder):
        old = _beside(folder, "old")
        folder.rename(old)
        new.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names; False where the system or the disk cannot."""
    with suppress(AttributeError, OSError):
        call = ctypes.CDLL(None, use_errno=True).renameat2
        names = (AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other))
        return int(call(*names, RENAME_EXCHANGE)) == 0
    return False


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f".{folder.name}.{what}")
