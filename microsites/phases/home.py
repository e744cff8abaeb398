"""Whether the film can be seen at home, or from when on."""

from datetime import date

from django.utils.translation import gettext as _

from films.choices import LinkKind, Precision, ReleaseKind
from films.sheet import FilmSheet
from films.sheet.objects import LinkSheet, ReleaseSheet
from microsites.phases.releases import AHEAD, certain_start, span, told_releases

OFFERS = (LinkKind.WATCH, LinkKind.SHOP)
AT_HOME = (ReleaseKind.STREAMING, ReleaseKind.DISC)


def home_links(film: FilmSheet) -> tuple[LinkSheet, ...]:
    """Return where the film can be watched, then where it can be bought."""
    return tuple(link for kind in OFFERS for link in film.links if link.kind == kind)


def holds_at_home(film: FilmSheet, today: date, country: str, is_first_run: bool) -> bool:
    """Tell whether links to watch and to buy, if there are any, hold on `today`.

    Links have no date. Where streaming or disc have one, links hold from the first of these days
    on: until then they are for ordering in advance. Where they have none, links hold once the first
    run in cinemas is over, or if there is none.
    """
    dated = _dated(film, country)
    if dated:
        return any(certain_start(release) <= today for release in dated)
    return not is_first_run


def coming_home(film: FilmSheet, today: date, country: str = "") -> ReleaseSheet | None:
    """Return the next release on disc, in a stream or on television, within twelve weeks."""
    ahead = [
        release
        for release in (*_dated(film, country), *_broadcasts(film, country))
        if today <= span(release)[1] and span(release)[0] - today <= AHEAD
    ]
    return min(ahead, key=lambda release: span(release)[0], default=None)


def say_coming(release: ReleaseSheet) -> str:
    """Return when it comes home: At home from 1 March 2012; a broadcast has one day alone."""
    words = {"date": release.shown_date}
    if release.kind == ReleaseKind.TELEVISION:
        return _("On television: %(date)s") % words
    if release.precision == Precision.YEAR:
        return _("At home in %(date)s") % words
    return _("At home from %(date)s") % words


def _dated(film: FilmSheet, country: str) -> list[ReleaseSheet]:
    return [release for _rank, release in told_releases(film, AT_HOME, country) if release.date]


def _broadcasts(film: FilmSheet, country: str) -> list[ReleaseSheet]:
    told = told_releases(film, [ReleaseKind.TELEVISION], country)
    return [r for _rank, r in told if r.date and r.precision == Precision.DAY]
