"""What the cinemas make of a film's phase."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from editorial.countries import in_country
from films.choices import Precision, ReleaseKind
from films.sheet import FilmSheet
from films.sheet.objects import ReleaseSheet
from microsites.phases.releases import LEADING, Standing, State, stand, told_releases


@dataclass(frozen=True)
class Cinema:
    """The releases in cinemas on a day: the one the page speaks of, and what else is known."""

    due: Standing | None
    ahead: Standing | None
    has_been: bool

    @property
    def is_running(self) -> bool:
        return self.due is not None and self.due.state == State.RUNNING

    @property
    def is_first_run(self) -> bool:
        """Tell whether the film's first run in cinemas is ahead or has just begun."""
        return bool(self.due or self.ahead) and not self.has_been


def read_cinema(film: FilmSheet, today: date, country: str = "") -> Cinema:
    """Return how the film stands in the cinemas of the reader.

    Due is the first release that runs, or begins within twelve weeks, in the order of countries;
    in countries of the same rank one that runs comes before one that is to come.
    """
    told = told_releases(film, [ReleaseKind.CINEMA], country)
    known = [Standing(release, rank, stand(film, release, today)) for rank, release in told]
    due = [s for s in known if s.state <= State.COMING and s.release.precision != Precision.YEAR]
    due += [s for s in known if s.state == State.RUNNING and s not in due]
    far = [s for s in known if s not in due and s.state in (State.OPEN, State.COMING, State.FAR)]
    return Cinema(
        due=min(due, key=lambda s: (s.rank, s.state, s.first), default=None),
        ahead=min(far, key=lambda s: (s.first, s.rank), default=None),
        has_been=any(s.state == State.OVER for s in known),
    )


def say_start(release: ReleaseSheet) -> str:
    """Return when it comes to cinemas, as far as that is known: From 1 September 2011."""
    if release.precision == Precision.YEAR:
        return _("In cinemas in %(year)s") % {"year": release.shown_date}
    return _("From %(date)s") % {"date": release.shown_date}


def say_cinemas(release: ReleaseSheet, language: str, country: str = "") -> str:
    """Return in which cinemas: In cinemas in Austria; at home the country goes without saying."""
    place = _place(release, language, country)
    if place:
        return _("In cinemas %(in_country)s") % {"in_country": place}
    name = say_country(release, language, country)
    return _("In cinemas: %(country)s") % {"country": name} if name else _("In cinemas")


def say_country(release: ReleaseSheet, language: str, country: str = "") -> str:
    """Return beside “Now in cinemas” in which country, '' for the reader's own."""
    if _is_own(release, language, country):
        return ""
    place = _place(release, language, country)
    return place[:1].upper() + place[1:] if place else release.country.name


def _place(release: ReleaseSheet, language: str, country: str) -> str:
    """Return the country after “in”; '' for the reader's own, or where the article is unsure."""
    if _is_own(release, language, country):
        return ""
    return in_country(release.country.code, language)


def _is_own(release: ReleaseSheet, language: str, country: str) -> bool:
    own = (country,) if country else LEADING.get(language, ())[:1]
    return release.country.code in own


def say_past(release: ReleaseSheet) -> str:
    """Return the release as a fact: Cinema release: 1 September 2011."""
    return _("Cinema release: %(date)s") % {"date": release.shown_date}
