"""Commands of an operator on a disk that has no room for what they write."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tests.bad_input.faults.disks.site import copy_database, damage
from tests.bad_input.faults.disks.small_disk import FILLER, empty, fill, small_disk
from tests.bad_input.faults.imports import write_film
from tests.bad_input.world import ROOT


@dataclass(frozen=True)
class Done:
    code: int
    output: str


def manage(*words: str, **environment: str) -> Done:
    """Run a command of the site with these variables."""
    line = [sys.executable, "manage.py", *words]
    env = {**os.environ, "DEBUG": "0", "LOG_LEVEL": "WARNING", "STORAGE_URL": "", **environment}
    ended = subprocess.run(line, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    return Done(ended.returncode, ended.stdout + ended.stderr)


def full(folder: Path) -> str:
    """Backup, restore, kit, export and import: each says so, and leaves nothing half done."""
    with small_disk(folder, 3) as disk:
        media, database = folder / "media", folder / "db.sqlite3"
        shutil.copytree(settings.MEDIA_ROOT, media)
        site = {"DATABASE_URL": copy_database(database), "MEDIA_ROOT": str(media)}
        site["BACKUP_ROOT"] = str(folder / "backups")
        whole = folder / "whole.zip"
        if manage("backup", str(whole), **site).code:
            return "no backup can be made at all"
        fill(disk, leave=8 * 1024)
        return _without_room(disk, whole, site)


def _without_room(disk: Path, whole: Path, site: dict[str, str]) -> str:
    target = str(disk)
    elsewhere = {**site, "DATABASE_URL": f"sqlite:///{disk / 'new.sqlite3'}"}
    tried = {
        "backup": manage("backup", f"{target}/part.zip", **site),
        "restore": manage("restore", str(whole), **elsewhere),
        "kit": manage("press_kit", "night-ferry", "--language", "de", "--format", "pdf",
                      "--output", f"{target}/kits", **site),
        "export": manage("export_content", f"{target}/export", **site),
    }  # fmt: skip
    wrong = {name: done.output[-300:] for name, done in tried.items() if _is_wrong(done)}
    # An export that broke off says so itself, and is finished by the next one; locks are empty.
    left = [path.name for path in disk.rglob("*") if path.is_file() and path.stat().st_size
            and path.name != FILLER and disk / "export" not in path.parents]  # fmt: skip
    if wrong:
        return f"no clear word: {wrong}"
    return f"left on the disk: {left}" if left else ""


def _is_wrong(done: Done) -> bool:
    return done.code == 0 or "Traceback" in done.output or not done.output.strip()


def full_import(folder: Path) -> str:
    """Films that find no room are not there; the others are whole, and the next run goes on."""
    with small_disk(folder, 8) as disk:
        path, media = disk / "db.sqlite3", folder / "media"
        site = {"DATABASE_URL": copy_database(path), "MEDIA_ROOT": str(media)}
        source = folder / "source"
        for number in range(3):
            write_film(source, f"on-a-full-disk-{number}", body="A short film. " * 5_000)
        fill(disk)
        done = manage("import_content", str(source), **site)
        if _is_wrong(done):
            return f"the import ended with {done.code}: {done.output[-400:]}"
        empty(disk)
        done = manage("import_content", str(source), **site)
        return done.output[-400:] if done.code else damage(path)


FAULTS = {"fault-disk-full-commands": full, "fault-disk-full-import": full_import}
