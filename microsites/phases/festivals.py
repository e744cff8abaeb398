"""What festivals make of a film's phase."""

from datetime import date

from django.utils.translation import gettext as _

from films.choices import Premiere
from films.sheet import FilmSheet
from films.sheet.objects import ScreeningSheet, SelectionSheet
from films.sheet.words import show_date


def coming_screenings(film: FilmSheet, today: date) -> tuple[ScreeningSheet, ...]:
    """Return what is shown on `today` or later, on the venues' clocks, and not cancelled."""
    return tuple(
        screening
        for screening in film.screenings
        if screening.starts_at.date() >= today and not screening.is_cancelled
    )


def next_premiere(film: FilmSheet, today: date) -> tuple[ScreeningSheet, SelectionSheet] | None:
    """Return the first screening to come that is a premiere, with its selection."""
    for screening in coming_screenings(film, today):
        selection = _selection_of(film, screening)
        if selection and selection.premiere:
            return screening, selection
    return None


def next_at_festival(film: FilmSheet, today: date) -> ScreeningSheet | None:
    """Return the next screening at a festival."""
    return next((s for s in coming_screenings(film, today) if s.festival), None)


def say_premiere(screening: ScreeningSheet, selection: SelectionSheet, language: str) -> str:
    """Return a premiere to come: World premiere: Busan, 7 October 2011."""
    day = show_date(screening.starts_at.date(), "day", language)
    words = {"premiere": selection.premiere_label, "city": screening.city, "date": day}
    if not screening.city:
        return _("%(premiere)s: %(date)s") % words
    return _("%(premiere)s: %(city)s, %(date)s") % words


def say_screening(screening: ScreeningSheet, language: str) -> str:
    day = show_date(screening.starts_at.date(), "day", language)
    return _("%(festival)s, %(date)s") % {"festival": screening.festival, "date": day}


def told_year(film: FilmSheet, today: date, is_out: bool) -> int | None:
    """Return the year of which a festival run tells on `today`; None if the film is on no run.

    That is this year, if it has an edition; else the next, during a run or in the year before it.
    A run goes on for the year after the last edition, unless the film has come out.
    """
    years = sorted({selection.year for selection in film.selections if selection.year})
    if today.year in years:
        return today.year
    later = [year for year in years if year > today.year]
    is_begun = bool(years) and years[0] < today.year
    if later and (is_begun or later[0] == today.year + 1):
        return later[0]
    return today.year - 1 if today.year - 1 in years and not is_out else None


def say_year(film: FilmSheet, year: int) -> str:
    """Return what is known of the festivals of one year without a date."""
    shown = [selection for selection in film.selections if selection.year == year]
    premieres = sorted((s for s in shown if s.premiere), key=lambda s: _rank(s.premiere))
    for selection in premieres:
        return say_premiere_year(selection)
    if len(shown) == 1:
        return f"{shown[0].festival} {year}"
    return _("At festivals in %(year)s") % {"year": year}


def say_premiere_year(selection: SelectionSheet) -> str:
    """Return a premiere whose day is not known: World premiere: Busan Film Festival 2011."""
    words = {"premiere": selection.premiere_label, "festival": selection.festival}
    return _("%(premiere)s: %(festival)s %(year)s") % {**words, "year": selection.year}


def world_premiere(film: FilmSheet) -> SelectionSheet | None:
    """Return the selection in which the film was shown first, if its year is known."""
    found = (s for s in film.selections if s.premiere == Premiere.WORLD and s.year)
    return next(found, None)


def _selection_of(film: FilmSheet, screening: ScreeningSheet) -> SelectionSheet | None:
    """Return the selection a festival's screening belongs to; editions may lie over New Year."""
    if not screening.festival_slug:
        return None
    same = [s for s in film.selections if s.slug == screening.festival_slug and s.year]
    year = screening.starts_at.year
    return next((s for s in same if s.year == year), same[0] if len(same) == 1 else None)


def _rank(premiere: str) -> int:
    order = [Premiere.WORLD, Premiere.INTERNATIONAL, Premiere.EUROPEAN, Premiere.NATIONAL]
    return order.index(Premiere(premiere))
