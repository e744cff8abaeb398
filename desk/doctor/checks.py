"""All checks in the order in which they run, and running them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection

from desk.doctor.backups import find_backups
from desk.doctor.clock import find_clock
from desk.doctor.configuration import find_mail, find_settings
from desk.doctor.damage import damage_told_by
from desk.doctor.database import find_broken_rows, find_migrations
from desk.doctor.disk import find_disk
from desk.doctor.finding import Find, Finding
from desk.doctor.jobs import find_failed, find_stuck, find_worker
from desk.doctor.media import find_content, find_files, find_renditions
from desk.doctor.orphans import find_orphans
from desk.doctor.publications import find_publications
from desk.doctor.remains import find_remains
from desk.doctor.search import find_search

# Of one check so many findings are told, and the number of the others.
MOST = 25


@dataclass(frozen=True)
class Check:
    """`is_quick`: does not read files or whole tables."""

    name: str
    find: Find
    is_quick: bool = True


CHECKS = (
    Check("migrations", find_migrations),
    Check("settings", find_settings),
    Check("mail", find_mail),
    Check("clock", find_clock),
    Check("disk", find_disk),
    Check("database", find_broken_rows, is_quick=False),
    Check("worker", find_worker),
    Check("stuck jobs", find_stuck),
    Check("failed jobs", find_failed),
    Check("files", find_files),
    Check("content of files", find_content, is_quick=False),
    Check("sizes of pictures", find_renditions, is_quick=False),
    Check("orphaned files", find_orphans, is_quick=False),
    Check("publications", find_publications),
    Check("search", find_search),
    Check("backups", find_backups),
    Check("remains", find_remains),
)


def examine(is_quick: bool = False, checks: Iterable[Check] = CHECKS) -> Iterator[Finding]:
    """Yield what the checks find, once. After pending migrations no other check would be right."""
    told = set()
    for check in checks:
        if is_quick and not check.is_quick:
            continue
        found = False
        for finding in _limited(check):
            found = found or finding.check == check.name
            if finding not in told:
                told.add(finding)
                yield finding
        if found and check.find is find_migrations:
            return


def _limited(check: Check) -> Iterator[Finding]:
    more = 0
    try:
        for number, finding in enumerate(check.find()):
            if number < MOST:
                yield finding
            else:
                more += 1
    except Exception as error:  # whatever it is, the others are still to be made
        yield damage_told_by(error) or Finding(
            check.name,
            f"this check could not be made: {error!r}",
            connection.vendor,
            "Mend what the error says, then run doctor again.",
        )
    if more:
        yield Finding(
            check.name,
            f"{more} more of the same",
            check.name,
            "Mend those above, then run doctor again.",
        )
