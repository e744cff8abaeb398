"""Little room where the site writes."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.template.defaultfilters import filesizeformat

from desk.doctor.finding import Finding

# An hour of uploads, or one trailer. A disk that has no more is full by tonight.
LOW_BYTES = 1024**3
LOW_FILES = 10_000


def find_disk() -> Iterator[Finding]:
    """Name each file system once, with all that lies on it."""
    by_device: dict[int, list[tuple[str, Path]]] = {}
    for name, folder in places():
        there = _existing(folder)
        by_device.setdefault(there.stat().st_dev, []).append((name, there))
    for found in by_device.values():
        yield from _look(", ".join(f"{name} ({folder})" for name, folder in found), found[0][1])


def places() -> Iterator[tuple[str, Path]]:
    """Yield every folder that the site writes on this machine, with what it is for."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and Path(name).is_file():
        yield "database", Path(name).resolve().parent
    if isinstance(default_storage, FileSystemStorage):
        yield "media", Path(default_storage.location)
    yield "temporary files", Path(tempfile.gettempdir())
    yield "backups", Path(settings.BACKUP_ROOT)


def _look(where: str, folder: Path) -> Iterator[Finding]:
    about = os.statvfs(folder)
    free = about.f_bavail * about.f_frsize
    remedy = (
        "Make room: old backups (manage.py backup --keep), files called *.before-restore-* and "
        "*.unwanted-*, logs (journalctl --vacuum-size=200M); or enlarge the disk."
    )
    if free < LOW_BYTES:
        yield Finding("disk", f"{filesizeformat(free)} are free", where, remedy)
    if about.f_files and about.f_favail < LOW_FILES:
        yield Finding("disk", f"there is room for {about.f_favail} more files", where, remedy)


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.absolute().parents) if path.exists())
