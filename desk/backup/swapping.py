"""Renaming several things as if it were one step."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import gettext as _

from desk.backup.failing import BackupError

Rename = tuple[Path, Path]


@contextmanager
def swapped(renames: list[Rename], journal: Path) -> Iterator[None]:
    """Rename one after the other; if that or the body fails, all names are as before.

    The journal lets `undo_interrupted` do the same after a power cut.
    """
    journal.write_text(json.dumps([[str(a), str(b)] for a, b in renames]), encoding="utf-8")
    sync_folder(journal.parent)
    try:
        for source, target in renames:
            if os.path.lexists(target):
                raise BackupError(_("%(file)s is in the way.") % {"file": target})
            source.rename(target)
        yield
    except BaseException:
        _undo(renames)
        journal.unlink()
        raise
    for folder in {target.parent for _source, target in renames}:
        sync_folder(folder)
    journal.unlink()


def undo_interrupted(journal: Path, is_over: Callable[[], bool]) -> bool:
    """Give back the names that a killed process was about to change; tell whether it did.

    `is_over` is asked if there was one: what the names go with may have changed for good, and
    then they stay.
    """
    if not journal.exists():
        return False
    if is_over():
        journal.unlink()
        return False
    try:
        renames = [(Path(a), Path(b)) for a, b in json.loads(journal.read_text("utf-8"))]
    except ValueError:
        renames = []  # killed before the first rename
    _undo(renames)
    journal.unlink()
    return True


def _undo(renames: list[Rename]) -> None:
    for source, target in reversed(renames):
        if os.path.lexists(target) and not os.path.lexists(source):
            target.rename(source)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
