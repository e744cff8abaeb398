"""The days from which on a film's microsite says something else, for the preview's slider."""

from datetime import UTC, date, datetime

from django.utils.translation import gettext as _

from editorial.kinds import Document
from editorial.outputs import Mark
from films.sheet import FilmSheet
from films.sheet.build import make_sheet
from films.showtimes import FIRST_YEAR
from microsites.phases.days import block_days, phase_days
from microsites.phases.entered import entered_offers
from microsites.phases.finding import find_phase
from microsites.phases.objects import Phase
from microsites.phases.releases import DAY, shifted


def list_marks(document: Document, language: str) -> list[Mark]:
    """Return every day on which the phase or its line changes, or a block comes or goes.

    The first is the day before anything happens.
    """
    # Of that day on all screenings are told; the rules look at the day themselves.
    film = make_sheet(document, language, datetime(FIRST_YEAR, 1, 1, tzinfo=UTC))
    blocks = block_days(document)
    days = sorted({*phase_days(document), *blocks, *_years(film)})
    if not days:
        return []

    def phase_on(day: date) -> Phase:
        return find_phase(film, day, entered=entered_offers(document, language, day))

    before = shifted(days[0], -DAY)
    known = phase_on(before)
    marks = [_mark(before, known)]
    for day in days:
        phase = phase_on(day)
        if said(phase) != said(known):
            marks.append(_mark(day, phase))
        elif day in blocks:
            marks.append(Mark(day, _("blocks change"), phase.line))
        known = phase
    return marks


def said(phase: Phase) -> tuple[str, str, str]:
    return phase.key, phase.line, phase.detail


def _mark(day: date, phase: Phase) -> Mark:
    return Mark(day, phase.label, phase.line)


def _years(film: FilmSheet) -> set[date]:
    """Return the first days of the years that festivals and the film's own year reach to."""
    shown = {selection.year for selection in film.selections if selection.year}
    years = {year + more for year in shown for more in (-1, 0, 1, 2)}
    if film.year:
        years |= {film.year + 1}
    return {date(year, 1, 1) for year in years if FIRST_YEAR <= year <= 9999}
