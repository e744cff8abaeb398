"""A database that is damaged, and the backup that is to take its place."""

import shlex
from pathlib import Path

from django.conf import settings
from django.db import connection

from desk.backup.proofs import Known, read_known
from desk.doctor.finding import Finding
from editorial.trouble import DAMAGED, DATABASE, Trouble, trouble_of

COPY = "Stop the site and copy the database as it is to another disk (docs/runbook.md). "
UNPROVEN = "Then restore a backup; no backup is known to be proven, so look first"


def damage_told_by(error: Exception) -> Finding | None:
    """Return what is to be said of an error that only a damaged database makes."""
    if trouble_of(error) != Trouble(DAMAGED, DATABASE):
        return None
    name = str(connection.settings_dict["NAME"])
    return Finding("database", f"the database is damaged: {error}", name, say_restore())


def say_restore() -> str:
    """Return what to type, with the newest backup here that is known to be good."""
    return COPY + _command(read_known(Path(settings.BACKUP_ROOT)))


def _command(known: Known) -> str:
    here = [proof for proof in known.proofs if proof.is_of(Path(proof.file))]
    if here:
        best = max(here, key=lambda proof: proof.created_at)
        what = f"Then restore the last proven backup, of {best.created_at:%Y-%m-%d %H:%M} UTC"
        return f"{what}: python manage.py restore {shlex.quote(best.file)}"
    if known.proven:
        lost = known.proven
        what = f"The last proven backup, {lost.file} of {lost.created_at:%Y-%m-%d}, is not there"
        return f"{what}: fetch its copy, then type: python manage.py restore FILE"
    is_there = known.made is not None and known.made.is_of(Path(known.made.file))
    file = shlex.quote(known.made.file) if known.made and is_there else "FILE"
    command = f"python manage.py restore {file}"
    return f"{UNPROVEN}: {command} --verify; then: {command}"
