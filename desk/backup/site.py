"""The site that is backed up: its database, its storage, the folder of its backups."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.db import connection

from desk.backup.databases import Database, database_of, is_in_memory

PRESENCE = "running.lock"


@dataclass(frozen=True)
class Site:
    database: Database
    storage: Storage
    backups: Path

    @property
    def media_folder(self) -> Path | None:
        """The folder of the storage, links followed, or None if it is kept elsewhere."""
        if not isinstance(self.storage, FileSystemStorage):
            return None
        return Path(self.storage.location).resolve()

    def beside(self, word: str) -> Path:
        return file_beside(self.database.vendor, self.database.name, self.backups, word)


def site_here() -> Site:
    """Return the site of the settings; `BackupError` if its database is of no known kind."""
    backups = Path(settings.BACKUP_ROOT).resolve()
    return Site(database_of(connection.settings_dict), storages["default"], backups)


def presence_file() -> Path:
    """Return the marker that web server and worker of this site hold."""
    name = str(connection.settings_dict["NAME"])
    return file_beside(connection.vendor, name, Path(settings.BACKUP_ROOT).resolve(), PRESENCE)


def file_beside(vendor: str, name: str, backups: Path, word: str) -> Path:
    """Return the place of a lock, journal or notice: beside the database file if there is one."""
    if vendor == "sqlite" and not is_in_memory(name):
        path = Path(name).resolve()
        return path.with_name(f"{path.name}.{word}")
    return backups / f"{Path(name).name}.{word}"
