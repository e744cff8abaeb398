"""Restore points: the database alone, quickly, before something that changes much."""

from datetime import datetime
from pathlib import Path

from django.db import connection

from desk.backup.databases import is_in_memory
from desk.backup.making import make_backup
from desk.backup.site import Site, site_here

KEPT = 10
PATTERN = "[0-9]*-[0-9]*.backup"


def make_restore_point(reason: str) -> Path | None:
    """Copy the database into BACKUP_ROOT/restore-points and return the file.

    The last ten are kept. `None` if there is nothing to copy (a database in memory, or none yet);
    `BackupError` if it cannot be made: the disk is full, or pg_dump is missing.
    """
    if connection.vendor == "sqlite" and is_in_memory(str(connection.settings_dict["NAME"])):
        return None
    site = site_here()
    return add_point(site, reason) if site.database.exists() else None


def add_point(site: Site, reason: str) -> Path:
    folder = site.backups / "restore-points"
    make_private(site.backups)
    make_private(folder)
    name = datetime.now().strftime("%Y%m%d-%H%M%S%f")
    path = make_backup(site, folder / f"{name}.backup", is_whole=False, reason=reason).path
    for old in sorted(folder.glob(PATTERN))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may look into; one that exists keeps its rights."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
