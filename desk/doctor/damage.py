"""A database that is damaged, and the backup that is to take its place."""

import shlex
from pathlib import Path

from django.conf import settings
from django.db import connection

from desk.backup.proofs import Known, Noted, read_known
from desk.doctor.finding import Finding
from editorial.trouble import DAMAGED, DATABASE, Trouble, trouble_of

COPY = "Stop the site and copy the database as it is to another disk (docs/runbook.md). "
UNPROVEN = "Then restore a backup; no backup is known to be proven, so look first"
# https://www.postgresql.org/docs/current/errcodes-appendix.html: index_corrupted
INDEX = "XX002"


def damage_told_by(error: Exception) -> Finding | None:
    """Return what is to be said of an error that only a damaged database makes."""
    if trouble_of(error) != Trouble(DAMAGED, DATABASE):
        return None
    name = str(connection.settings_dict["NAME"])
    is_index = getattr(error.__cause__, "sqlstate", "") == INDEX
    what = "an index of the database" if is_index else "the database"
    remedy = say_reindex(f'REINDEX DATABASE "{name}";') if is_index else say_restore()
    return Finding("database", f"{what} is damaged: {error}", name, remedy)


def say_reindex(command: str) -> str:
    """Return what to type where an index is damaged, which is made of rows that are there."""
    return (
        f"{COPY}Then type in manage.py dbshell: {command} If that is refused, two rows are equal "
        "where one may be: delete one. Then run doctor again."
    )


def say_restore() -> str:
    """Return what to type, with the newest backups here, proven and not."""
    return COPY + _advice(read_known(Path(settings.BACKUP_ROOT)))


def has_backups() -> bool:
    """Tell whether any backup was ever made or proven here."""
    known = read_known(Path(settings.BACKUP_ROOT))
    return bool(known.made or known.proofs)


def _advice(known: Known) -> str:
    best = max(filter(_is_here, known.proofs), key=_age, default=None)
    made = known.made if known.made and _is_here(known.made) else None
    lost = max(known.proofs, key=_age, default=None)
    if made and (best or lost) and _is_newer(made, best or lost):
        command = f"{_restore(made)} --verify; if it is equal: {_restore(made)}"
        other = f"; if not, the last proven one, of {_day(best)}: {_restore(best)}" if best else ""
        return f"Then look at the newest backup, which is not proven: {command}{other}"
    if best:
        return f"Then restore the last proven backup, of {_day(best)}: {_restore(best)}"
    if lost:
        return (
            f"The last proven backup, {lost.file} of {lost.created_at:%Y-%m-%d}, is not there: "
            "fetch its copy, then type: python manage.py restore FILE"
        )
    command = _restore(made) if made else "python manage.py restore FILE"
    return f"{UNPROVEN}: {command} --verify; then: {command}"


def _is_here(noted: Noted) -> bool:
    return noted.is_of(Path(noted.file))


def _age(noted: Noted) -> float:
    return noted.created_at.timestamp()


def _is_newer(made: Noted, proof: Noted | None) -> bool:
    """Tell whether another file than the proven one was made after it."""
    if proof is None or (made.file, made.size) == (proof.file, proof.size):
        return False
    return made.created_at > proof.created_at


def _day(noted: Noted) -> str:
    return f"{noted.created_at:%Y-%m-%d %H:%M} UTC"


def _restore(noted: Noted) -> str:
    key = " --identity KEYFILE" if noted.file.endswith(".age") else ""
    return f"python manage.py restore {shlex.quote(noted.file)}{key}"
