"""The days on which a microsite can begin to look otherwise, read from a film's document."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from editorial.kinds import Document
from films.choices import Precision, ReleaseStatus
from microsites.phases.releases import (
    AHEAD,
    CINEMA_RUN,
    DAY,
    LONGEST_RUN,
    NEXT_WITHIN,
    certain_start,
    shifted,
    span,
)

Row = dict[str, Any]


@dataclass(frozen=True)
class Moment:
    """A release's place in time, as `releases.Dated`."""

    date: date
    precision: str
    status: str


def change_days(document: Document) -> set[date]:
    """Return every day on which a rule of phases may decide otherwise, or a block comes or goes.

    More days than those on which something does; festivals count by year besides, so that the
    first of January is always one of them.
    """
    return {*phase_days(document), *block_days(document)}


def phase_days(document: Document) -> set[date]:
    """Return the days of releases and screenings that a rule of phases looks at."""
    days: set[date] = set()
    for row in document.get("releases", []):
        if row.get("date"):
            days.update(_release_days(row))
    for row in document.get("screenings", []):
        days.update(_screening_days(row))
    return days


def block_days(document: Document) -> set[date]:
    """Return the days on which a block or an entry is shown for the first time, or no longer."""
    rows = [*document.get("blocks", []), *document.get("entries", [])]
    begins = {date.fromisoformat(row["starts_on"]) for row in rows if row.get("starts_on")}
    ends = {_after(date.fromisoformat(row["ends_on"])) for row in rows if row.get("ends_on")}
    return begins | ends


def _release_days(row: Row) -> Iterator[date]:
    release = Moment(
        date.fromisoformat(row["date"]),
        row.get("precision", Precision.DAY),
        row.get("status", ReleaseStatus.EXPECTED),
    )
    first, last = span(release)
    yield shifted(first, -AHEAD)
    yield first
    yield certain_start(release)
    yield _after(last)
    yield shifted(first, CINEMA_RUN)
    yield shifted(first, LONGEST_RUN)


def _screening_days(row: Row) -> Iterator[date]:
    # The day on the venue's clock, which the moment was written by.
    day = date.fromisoformat(row["local_time"][:10])
    yield shifted(day, -AHEAD)
    yield shifted(day, -NEXT_WITHIN)
    yield day
    yield _after(day)


def _after(day: date) -> date:
    return shifted(day, DAY)
