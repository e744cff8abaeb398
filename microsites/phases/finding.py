"""Find the phase of a film on a day."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from films.choices import ReleaseKind, Status
from films.sheet import FilmSheet
from microsites.choices import PhaseKey
from microsites.phases.calls import make_calls
from microsites.phases.cinema import (
    Cinema,
    read_cinema,
    say_cinemas,
    say_country,
    say_past,
    say_start,
)
from microsites.phases.festivals import (
    next_at_festival,
    next_premiere,
    say_premiere,
    say_premiere_year,
    say_screening,
    say_year,
    told_year,
    world_premiere,
)
from microsites.phases.home import coming_home, holds_at_home, home_links, say_coming
from microsites.phases.objects import Call, Phase
from microsites.phases.releases import Standing, State, span, told_releases


def find_phase(
    film: FilmSheet, today: date, country: str = "", entered: tuple[Call, ...] = ()
) -> Phase:
    """Return where the film stands on `today`, told in the sheet's language.

    `country` (ISO code), where it is known, leads before the countries of the language. `entered`
    are the links to watch or buy of the microsite's own blocks. The first rule that fits decides:

    1. In cinemas, while a run lasts: nothing else is as short or as costly to miss.
    2. Festival run, before a dated premiere of a film that has not been in cinemas, unless a
       release comes earlier: what comes next is told.
    3. In cinemas, from twelve weeks before a release; not for a release elsewhere, once the film
       has been in cinemas and can be seen at home.
    4. Announced or in production, as long as the record says that the film is not finished; dates
       that are near (1-3) are stronger, because that field is the one that is forgotten.
    5. At home, if there is a link to watch or buy it and the first run in cinemas is over (or a
       day on disc or in a stream has come); or from twelve weeks before a release on disc, in a
       stream or on television.
    6. Festival run: a festival's screening to come; an edition of this year or the next; one of
       the year before, if the film has not come out since.
    7. Announced, with a release further away, or with nothing behind it and its year not over.
    8. Archive: it has all been. The line is a fact with its year.
    """
    with override(film.language):
        cinema = read_cinema(film, today, country)
        holds = holds_at_home(film, today, country, cinema.is_first_run)
        offers = holds and bool(home_links(film) or entered)
        phase = (
            _in_cinemas(film, cinema, country)
            or _before_premiere(film, today, cinema)
            or _before_cinemas(film, cinema, offers, country)
            or _unfinished(film, cinema, country)
            or _at_home(film, today, offers, country)
            or _at_festivals(film, today, cinema, country)
            or _announced(film, today, cinema, country)
            or _archive(film, today, country)
        )
        shops = entered if offers else ()
        calls = make_calls(film, phase.key, today, phase.country or country, offers, shops)
        line, detail = _breaking(phase.line), _breaking(phase.detail)
        return replace(phase, line=line, detail=detail, wanted=calls, has_offers=offers)


def _in_cinemas(film: FilmSheet, cinema: Cinema, country: str) -> Phase | None:
    if cinema.due is None or not cinema.is_running:
        return None
    return _cinema_phase(film, cinema.due, _("Now in cinemas"), country)


def _before_premiere(film: FilmSheet, today: date, cinema: Cinema) -> Phase | None:
    found = next_premiere(film, today)
    if found is None or cinema.has_been:
        return None
    screening, selection = found
    if cinema.due and cinema.due.first <= screening.starts_at.date():
        return None
    line = say_premiere(screening, selection, film.language)
    return Phase(PhaseKey.FESTIVALS, line, selection.festival)


def _before_cinemas(film: FilmSheet, cinema: Cinema, offers: bool, country: str) -> Phase | None:
    if cinema.due is None or (cinema.has_been and offers):
        return None
    return _cinema_phase(film, cinema.due, say_start(cinema.due.release), country)


def _cinema_phase(film: FilmSheet, due: Standing, line: str, country: str) -> Phase:
    where = say_country if due.state == State.RUNNING else say_cinemas
    detail = where(due.release, film.language, country)
    return Phase(PhaseKey.CINEMA, line, detail, due.release.country.code)


def _unfinished(film: FilmSheet, cinema: Cinema, country: str) -> Phase | None:
    if film.status == Status.FINISHED:
        return None
    is_made = film.status in (Status.PRODUCTION, Status.POST)
    key = PhaseKey.PRODUCTION if is_made else PhaseKey.ANNOUNCED
    return Phase(key, film.status_label, _say_ahead(film, cinema, country))


def _say_ahead(film: FilmSheet, cinema: Cinema, country: str) -> str:
    return say_start(cinema.ahead.release) if cinema.ahead else ""


def _at_home(film: FilmSheet, today: date, offers: bool, country: str) -> Phase | None:
    coming = coming_home(film, today, country)
    told = say_coming(coming) if coming else ""
    if offers:
        is_broadcast = coming is not None and coming.kind == ReleaseKind.TELEVISION
        return Phase(PhaseKey.HOME, _("Watch at home"), told if is_broadcast else "")
    return Phase(PhaseKey.HOME, told) if told else None


def _at_festivals(film: FilmSheet, today: date, cinema: Cinema, country: str) -> Phase | None:
    ahead = _say_ahead(film, cinema, country)
    screening = next_at_festival(film, today)
    if screening:
        return Phase(PhaseKey.FESTIVALS, say_screening(screening, film.language), ahead)
    year = told_year(film, today, cinema.has_been)
    return Phase(PhaseKey.FESTIVALS, say_year(film, year), ahead) if year else None


def _announced(film: FilmSheet, today: date, cinema: Cinema, country: str) -> Phase | None:
    if cinema.ahead and not cinema.has_been:
        release = cinema.ahead.release
        where = say_cinemas(release, film.language, country)
        return Phase(PhaseKey.ANNOUNCED, say_start(release), where, release.country.code)
    is_new = film.year is not None and film.year >= today.year
    has_been = cinema.has_been or any(s.year and s.year < today.year for s in film.selections)
    if is_new and not has_been:
        return Phase(PhaseKey.ANNOUNCED, _say_year(film))
    return None


def _archive(film: FilmSheet, today: date, country: str) -> Phase:
    told = told_releases(film, [ReleaseKind.CINEMA], country)
    past = [(rank, span(r)[0], r) for rank, r in told if r.date and span(r)[1] < today]
    if past:
        release = min(past, key=lambda found: found[:2])[2]
        return Phase(PhaseKey.ARCHIVE, say_past(release), country=release.country.code)
    premiere = world_premiere(film)
    line = say_premiere_year(premiere) if premiere else _say_year(film)
    return Phase(PhaseKey.ARCHIVE, line)


def _say_year(film: FilmSheet) -> str:
    return f"{film.category_label}, {film.year}" if film.year else ""


def _breaking(line: str) -> str:
    """Return a line whose dates may break: it stands in large letters, on phones too."""
    return line.replace("\N{NO-BREAK SPACE}", " ")
