"""How old the last backup is, and when one was last proven, for who looks after the site."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from desk.backup.proofs import Noted, read_known
from editorial.rights import Act, may


@dataclass(frozen=True)
class Backups:
    """`made` is the last backup, `proven` the last one that was read whole; None: none is known.

    The limits are in days; `is_late` and `is_unproven` say that they are passed.
    """

    made: Noted | None
    proven: Noted | None
    is_late: bool
    is_unproven: bool

    @property
    def place(self) -> str:
        return str(Path(self.made.file).parent) if self.made else ""


def backups_of(user: Any, now: datetime | None = None) -> Backups | None:
    """Return what is known of backups, for owners; None where nothing is and nobody wants to know.

    No query. A new site is not old: without a backup the age of the reader's account counts.
    """
    if not may(user, Act.MANAGE):
        return None
    now = now or timezone.now()
    known = read_known(Path(settings.BACKUP_ROOT))
    limits = settings.BACKUP_WARN_DAYS, settings.PROOF_WARN_DAYS
    if known.made is None and known.proven is None and not any(limits):
        return None
    made, proven = (note.at if note else user.date_joined for note in (known.made, known.proven))
    return Backups(
        known.made, known.proven, _is_past(made, limits[0], now), _is_past(proven, limits[1], now)
    )


def _is_past(moment: datetime, days: int, now: datetime) -> bool:
    return days > 0 and now - moment > timedelta(days=days)
