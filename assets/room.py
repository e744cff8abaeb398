"""Is there room for a file, and may it be written? Asked before anything of a form is saved."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage, default_storage

from assets.spooling import LostUpload
from editorial.trouble import naming, say_trouble, trouble_of

# The file itself, and as much again for what is made of it at once.
SHARES = 2
# The database may lie on the same disk, and must not be the one that finds it full.
RESERVE = 4 * 1024 * 1024
BLOCK = 4096


class NoRoom(ValidationError):
    """The file may be good; it cannot be kept at the moment."""


def refuse_lost(file: Any) -> None:
    """Raise NoRoom for an upload that was lost on its way."""
    if isinstance(file, LostUpload):
        with saying_trouble():
            raise file.error


def refuse_without_room(file: Any) -> None:
    """Raise NoRoom for an upload that was lost on its way, or could not be kept."""
    refuse_lost(file)
    with saying_trouble():
        if isinstance(default_storage, FileSystemStorage):
            _try_out(Path(default_storage.location), SHARES * file.size + RESERVE)


@contextmanager
def saying_trouble() -> Iterator[None]:
    """Have a disk in trouble said at the field; other errors stay errors."""
    try:
        yield
    except OSError as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise NoRoom(say_trouble(trouble), code=trouble.kind) from error


def _try_out(folder: Path, needed: int) -> None:
    """Raise OSError unless so many bytes are free and one block can be written.

    A disk says how much room it has, but nothing of quotas and of being closed.
    """
    with naming(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
            written = file.write(bytes(BLOCK))
        if written < BLOCK or shutil.disk_usage(folder).free < needed:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
