"""What is still to come: cinemas and screenings by country, from the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from films.choices import Precision, ReleaseKind
from films.sheet.objects import FilmSheet, ReleaseSheet, ScreeningSheet
from microsites.blocks.base import BlockKind
from microsites.choices import PhaseKey
from microsites.phases.releases import State, stand
from microsites.sheet.objects import BlockSheet, MicrositeSheet

# A release that nobody has dated says nothing to who wants to go there.
SHOWN = (State.RUNNING, State.OPEN, State.COMING, State.FAR)


@dataclass(frozen=True)
class Start:
    """A release in cinemas with its line: In cinemas from 1 September 2011."""

    line: str
    release: ReleaseSheet


@dataclass(frozen=True)
class CountryGroup:
    """A country with its releases in cinemas and the screenings there."""

    name: str
    starts: tuple[Start, ...]
    screenings: tuple[ScreeningSheet, ...]

    @property
    def first_day(self) -> date:
        days = [screening.starts_at.date() for screening in self.screenings]
        days += [start.release.date for start in self.starts if start.release.date]
        return min(days)


class Screenings(BlockKind):
    key = "screenings"
    label = _("Screenings and cinemas")
    help = _("By country, with the release there, from the record. What has passed goes by itself.")
    fields = ("heading", "text")
    leads_in = (PhaseKey.FESTIVALS, PhaseKey.CINEMA)
    is_from_record = True

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        groups = group_by_country(site.film, site.today)
        if not groups:
            return None
        return {"groups": groups, "has_feed": any(group.screenings for group in groups)}

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        groups = group_by_country(site.film, site.today)
        has_screenings = any(group.screenings for group in groups)
        return gettext("Screenings") if has_screenings else gettext("In cinemas")


def group_by_country(film: FilmSheet, today: date) -> tuple[CountryGroup, ...]:
    """Return the countries in which something runs or is to come, the next first.

    The sheet of the film holds what begins from now on, on whatever clock.
    """
    screenings = film.screenings
    starts = _starts(film, today)
    names = {s.country_code: s.country for s in screenings}
    names |= {start.release.country.code: start.release.country.name for start in starts}
    groups = [
        CountryGroup(
            name,
            tuple(start for start in starts if start.release.country.code == code),
            tuple(screening for screening in screenings if screening.country_code == code),
        )
        for code, name in names.items()
    ]
    return tuple(sorted(groups, key=lambda group: group.first_day))


def _starts(film: FilmSheet, today: date) -> list[Start]:
    """Return the releases in cinemas that run or are to come."""
    starts = []
    for release in film.releases:
        if release.kind == ReleaseKind.CINEMA:
            state = stand(film, release, today)
            if state in SHOWN:
                starts.append(Start(_say_start(release, state), release))
    return starts


def _say_start(release: ReleaseSheet, state: State) -> str:
    words = {"date": release.shown_date}
    if release.precision == Precision.YEAR:
        return gettext("In cinemas in %(year)s") % {"year": release.shown_date}
    if state == State.RUNNING:
        return gettext("In cinemas since %(date)s") % words
    return gettext("In cinemas from %(date)s") % words
