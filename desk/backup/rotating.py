"""Old backups go: which ones stay, and what the erasing of a person asks for."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from django.utils.translation import gettext as _

from desk.backup.failing import BackupError

STEM = "films"
# What `dated_name` writes, and what a date in the name of `backup FILE` looks like.
DATED = re.compile(
    r"(?P<stem>.+)-(?P<day>\d{4}-\d{2}-\d{2})(?:-(?P<time>\d{6}))?\.backup(?:\.age)?"
)
# A nightly run that comes a day late would miss the last day.
SLACK = timedelta(days=1)


@dataclass(frozen=True)
class Policy:
    """How many days, weeks and months that have a backup keep their last one."""

    days: int
    weeks: int = 0
    months: int = 0


@dataclass(frozen=True)
class Dated:
    """A backup with the time in its name (of this machine, without a zone)."""

    path: Path
    made_at: datetime


@dataclass(frozen=True)
class Rotated:
    """`overdue` should have gone with an erased person, but is the only one that is proven."""

    deleted: list[Path] = field(default_factory=list)
    overdue: list[Path] = field(default_factory=list)


def read_policy(text: str) -> Policy:
    """Read "7,4,12" (days, weeks, months) or "14" (days). Raises `BackupError`."""
    try:
        policy = Policy(*(int(number) for number in text.split(",")))
    except (TypeError, ValueError) as error:
        raise BackupError(
            _("--keep is “%(text)s”; expected are days, weeks and months, such as 7,4,12.")
            % {"text": text}
        ) from error
    if policy.days < 1 or policy.weeks < 0 or policy.months < 0:
        raise BackupError(_("--keep must leave at least the backup of one day."))
    return policy


def dated_name(now: datetime, is_encrypted: bool) -> str:
    return f"{STEM}-{now:%Y-%m-%d-%H%M%S}.backup{'.age' if is_encrypted else ''}"


def find_dated(folder: Path) -> list[Dated]:
    """Return the backups with a date in their name, oldest first. Others are not ours to delete."""
    found = []
    for path in folder.iterdir():
        match = DATED.fullmatch(path.name)
        if match and match["stem"] == STEM and path.is_file():
            made_at = _moment(match["day"], match["time"] or "000000")
            if made_at is not None:
                found.append(Dated(path, made_at))
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name))


def rotate(
    folder: Path,
    policy: Policy,
    now: datetime,
    is_proven: Callable[[Path], bool],
    erased: Iterable[datetime] = (),
    erase_within: timedelta = timedelta(days=30),
) -> Rotated:
    """Delete what the policy does not keep, and what holds people whose time is over.

    `now` and `erased`, the moments of erasures, are of this machine, without a zone. The newest
    backup stays, and so does the newest that is proven.
    """
    backups = find_dated(folder)
    due = {b.path for b in backups[:-1] if _is_due(b, now, erased, erase_within)}
    unwanted = {b.path for b in backups} - {b.path for b in kept(backups, policy)} | due
    proven = [b.path for b in backups if is_proven(b.path)]
    overdue = []
    if proven and unwanted.issuperset(proven):
        unwanted.discard(proven[-1])
        overdue = [path for path in proven[-1:] if path in due]
    deleted = sorted(unwanted)
    for path in deleted:
        path.unlink(missing_ok=True)
    return Rotated(deleted, overdue)


def kept(backups: Sequence[Dated], policy: Policy) -> list[Dated]:
    """Return the last backup of each of the latest days, weeks and months that have one."""
    wanted: set[Path] = set()
    for form, count in (
        ("%Y-%m-%d", policy.days),
        ("%G-%V", policy.weeks),
        ("%Y-%m", policy.months),
    ):
        last = {backup.made_at.strftime(form): backup.path for backup in backups}
        wanted.update(last[period] for period in sorted(last, reverse=True)[:count])
    return [backup for backup in backups if backup.path in wanted]


def _is_due(
    backup: Dated, now: datetime, erased: Iterable[datetime], erase_within: timedelta
) -> bool:
    return any(
        backup.made_at <= moment and now >= moment + erase_within - SLACK for moment in erased
    )


def _moment(day: str, time: str) -> datetime | None:
    try:
        return datetime.strptime(f"{day} {time}", "%Y-%m-%d %H%M%S")
    except ValueError:
        return None
