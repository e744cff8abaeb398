"""What killed processes have left: half files, folders of a restore, a site in maintenance."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection

from desk.backup.maintenance import maintenance_file
from desk.backup.site import file_beside
from desk.doctor.finding import Finding

# Nothing that is still written is older: a day for the upload of a master.
DAY_SECONDS = 24 * 3600
AGAIN = "Type: python manage.py upgrade, which undoes or ends what was begun."


def find_remains() -> Iterator[Finding]:
    yield from _interrupted()
    for folder, pattern in _places():
        for path in folder.glob(pattern) if folder.is_dir() else ():
            if _is_left(path):
                yield Finding(
                    "remains", "left behind by a process that was killed", str(path),
                    f"Type: rm -r '{path}'",
                )  # fmt: skip


def _interrupted() -> Iterator[Finding]:
    name, backups = str(connection.settings_dict["NAME"]), Path(settings.BACKUP_ROOT).resolve()
    journal = file_beside(connection.vendor, name, backups, "swap")
    if journal.exists():
        yield Finding("remains", "a restore was interrupted", str(journal), AGAIN)
    notice = maintenance_file()
    if notice.exists():
        yield Finding("remains", "the site is in maintenance", str(notice), AGAIN)


def _places() -> Iterator[tuple[Path, str]]:
    if isinstance(default_storage, FileSystemStorage):
        media = Path(default_storage.location)
        yield media, "**/*.part"
        yield media.parent, f"{media.name}.restoring"
    backups = Path(settings.BACKUP_ROOT)
    yield backups, "**/*.part"
    yield backups, ".backup-*"
    if connection.vendor == "sqlite" and (database := Path(connection.settings_dict["NAME"])).name:
        yield database.parent, f"{database.name}.restoring*"
    yield Path(tempfile.gettempdir()), "lichtspiel-*"


def _is_left(path: Path) -> bool:
    with suppress(OSError):
        about = path.lstat()
        return about.st_uid == os.geteuid() and time.time() - about.st_mtime > DAY_SECONDS
    return False
