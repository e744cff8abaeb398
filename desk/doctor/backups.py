"""Backups that are old, not proven, or hold people past their day."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from desk.backup.encrypting import read_recipients
from desk.backup.failing import BackupError
from desk.backup.proofs import read_known
from desk.doctor.finding import Finding
from desk.erasing.backups import backups_holding, read_log
from editorial.models import Revision


def find_backups() -> Iterator[Finding]:
    """A site without a backup is as late as its first revision is old."""
    known, now = read_known(Path(settings.BACKUP_ROOT)), timezone.now()
    first = Revision.objects.order_by("pk").values_list("created_at", flat=True).first() or now
    where = str(settings.BACKUP_ROOT)
    if _is_past(known.made.at if known.made else first, settings.BACKUP_WARN_DAYS, now):
        last = f"the last one is of {known.made.at:%Y-%m-%d}" if known.made else "none is known"
        yield Finding(
            "backups",
            f"no backup of the last {settings.BACKUP_WARN_DAYS} days: {last}",
            where,
            "Type: python manage.py backup --keep --verify, and see that it runs every night "
            "(systemctl list-timers lichtspiel-backup.timer).",
        )
    if _is_past(known.proven.at if known.proven else first, settings.PROOF_WARN_DAYS, now):
        yield Finding(
            "backups",
            f"no backup was proven in the last {settings.PROOF_WARN_DAYS} days",
            where,
            "Type: python manage.py restore FILE --verify",
        )
    yield from _wrong_keys()
    yield from _overdue(now)


def _is_past(moment: datetime, days: int, now: datetime) -> bool:
    return days > 0 and now - moment > timedelta(days=days)


def _wrong_keys() -> Iterator[Finding]:
    try:
        if settings.BACKUP_RECIPIENTS:
            read_recipients(settings.BACKUP_RECIPIENTS)
    except BackupError as error:
        remedy = "Correct it in .env: no backup is made meanwhile."
        yield Finding("backups", str(error), "BACKUP_RECIPIENTS", remedy)


def _overdue(now: datetime) -> Iterator[Finding]:
    for entry in read_log():
        erased_at = datetime.fromisoformat(entry["erased_at"])
        for file in backups_holding(None, erased_at):
            if file.made_at < erased_at and file.delete_by < now:
                yield Finding(
                    "backups",
                    "it holds a person who was erased, and its time is over",
                    file.name,
                    f"Delete it in {settings.BACKUP_ROOT}, and its copies elsewhere.",
                )
