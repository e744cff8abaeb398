"""Which releases a page speaks of, and how each of them stands on a day."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import Protocol

from films.choices import Precision, ReleaseStatus
from films.sheet import FilmSheet
from films.sheet.objects import ReleaseSheet

# How long a cinema run lasts if nothing else is known. Arthouse films are gone from most cinemas
# after a quarter of a year; saying “now” for longer is how pages grow old.
CINEMA_RUN = timedelta(weeks=12)
# Screenings to come prolong a run as long as the next one is no further away than this: cinemas
# announce from week to week.
NEXT_WITHIN = timedelta(days=14)
# A year after the release a screening is a revival and no run.
LONGEST_RUN = timedelta(weeks=52)
# From here on a release to come is what the page is about: posters and trailers hang that long.
AHEAD = timedelta(weeks=12)
# Countries whose releases concern who reads a language, the first before the others. Languages
# that are not named here are read everywhere: all releases count alike.
LEADING = {"de": ("DE", "AT", "CH")}
DAY = timedelta(days=1)


class Dated(Protocol):
    """What is asked of a release to place it in time."""

    @property
    def date(self) -> date | None: ...

    @property
    def precision(self) -> str: ...

    @property
    def status(self) -> str: ...


class State(IntEnum):
    """How a release stands on a day; OPEN is within a month or year, who knows on which day."""

    RUNNING = 0
    OPEN = 1
    COMING = 2
    FAR = 3
    UNKNOWN = 4
    OVER = 5


@dataclass(frozen=True)
class Standing:
    """A release, its rank for the reader (0 first) and its state."""

    release: ReleaseSheet
    rank: int
    state: State

    @property
    def first(self) -> date:
        return self.release.date or date.max


def told_releases(
    film: FilmSheet, kinds: Iterable[str], country: str = ""
) -> list[tuple[int, ReleaseSheet]]:
    """Return the releases of these kinds that concern the reader, each with its rank.

    If one of the countries that lead has a release, the others are not spoken of.
    """
    leading = (*([country] if country else []), *LEADING.get(film.language, ()))
    wanted = [release for release in film.releases if release.kind in set(kinds)]
    near = [(leading.index(r.country.code), r) for r in wanted if r.country.code in leading]
    return near or [(len(leading), release) for release in wanted]


def stand(film: FilmSheet, release: ReleaseSheet, today: date) -> State:
    """Return how a release in cinemas stands on `today`."""
    if release.date is None:
        return State.OVER if release.status == ReleaseStatus.DONE else State.UNKNOWN
    first, last = span(release)
    if today < first:
        is_near = release.precision != Precision.YEAR and first - today <= AHEAD
        return State.COMING if is_near else State.FAR
    if certain_start(release) <= today and _is_running(film, release, first, today):
        return State.RUNNING
    return State.OPEN if today <= last and not _is_out(release) else State.OVER


def span(release: Dated) -> tuple[date, date]:
    """Return the first and the last day on which the release can be. It must have a date."""
    first = release.date
    assert first is not None
    if release.precision == Precision.YEAR:
        return date(first.year, 1, 1), date(first.year, 12, 31)
    if release.precision == Precision.MONTH:
        _weekday, days = monthrange(first.year, first.month)
        return first.replace(day=1), first.replace(day=days)
    return first, first


def certain_start(release: Dated) -> date:
    """Return the day from which on the film is out for certain."""
    first, last = span(release)
    return first if _is_out(release) else shifted(last, DAY)


def _is_out(release: Dated) -> bool:
    """Tell whether the first day counts: it is exact, or the editor says that the film is out."""
    return release.precision == Precision.DAY or release.status == ReleaseStatus.DONE


def _is_running(film: FilmSheet, release: ReleaseSheet, first: date, today: date) -> bool:
    if today - first < CINEMA_RUN:
        return True
    if today - first >= LONGEST_RUN:
        return False
    return any(
        today <= screening.starts_at.date() <= shifted(today, NEXT_WITHIN)
        and screening.country_code == release.country.code
        and not screening.is_cancelled
        and not screening.festival
        for screening in film.screenings
    )


def shifted(day: date, span_of_time: timedelta) -> date:
    """Return the day so much later; at the ends of the calendar the day itself."""
    try:
        return day + span_of_time
    except OverflowError:
        return day
