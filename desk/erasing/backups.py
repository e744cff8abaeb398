"""Which backups still hold an erased person, and the list of erasures that lies beside them."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from desk.erasing.report import BackupFile

LOG_NAME = "erasures.log"
RESTORE_POINTS = "restore-points"
BEFORE_RESTORE = ".before-restore-*"
# What backups and upgrades hold while they run.
PASSING = {".lock", ".maintenance", ".part"}


def backup_root() -> Path:
    return Path(settings.BACKUP_ROOT)


def backups_holding(since: datetime | None, erased_at: datetime) -> list[BackupFile]:
    """Return the backups made after the person was entered, oldest first, with their last day."""
    delete_by = erased_at + timedelta(days=settings.ERASED_BACKUP_DAYS)
    found = []
    for name, path in (*_backups_in(backup_root()), *_former_states()):
        made_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if since is None or made_at >= since:
            found.append(BackupFile(name, made_at, delete_by))
    return sorted(found, key=lambda backup: (backup.made_at, backup.name))


def _backups_in(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield files and folders that lie there, and what lies in the folder of restore points."""
    for path in root.iterdir() if root.is_dir() else ():
        if path.name == LOG_NAME or path.name.startswith(".") or path.suffix in PASSING:
            continue
        points = path.iterdir() if path.is_dir() and path.name == RESTORE_POINTS else (path,)
        for point in points:
            yield point.relative_to(root).as_posix(), point


def _former_states() -> Iterator[tuple[str, Path]]:
    """Yield what restores have left beside database and media."""
    for place in (Path(connection.settings_dict["NAME"]), Path(settings.MEDIA_ROOT)):
        for path in place.parent.glob(f"{place.name}{BEFORE_RESTORE}"):
            yield str(path), path


def read_log() -> list[dict[str, Any]]:
    """Return the erasures noted outside the database, oldest first; broken lines are skipped."""
    path = backup_root() / LOG_NAME
    if not path.exists():
        return []
    entries = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict) and entry.get("uuid"):
            entries.append(entry)
    return entries


def moments_of_erasures() -> list[datetime]:
    """Return when people were erased, by the clock of this machine and without its zone."""
    found = []
    for entry in read_log():
        try:
            moment = datetime.fromisoformat(entry["erased_at"])
        except (KeyError, TypeError, ValueError):
            continue
        found.append(moment.astimezone().replace(tzinfo=None))
    return found


def append_log(entry: dict[str, Any]) -> None:
    """Note an erasure outside the database. Raises OSError if that cannot be written."""
    root = backup_root()
    root.mkdir(parents=True, exist_ok=True)
    path = root / LOG_NAME
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{json.dumps(entry, sort_keys=True)}\n")
    path.chmod(0o600)
