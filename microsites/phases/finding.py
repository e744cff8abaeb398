"""Find the phase of a film on a day."""

from datetime import date

from films.sheet import FilmSheet
from microsites.choices import PhaseKey
from microsites.phases.objects import Phase


def find_phase(film: FilmSheet, today: date, country: str = "") -> Phase:
    """Return where the film stands on `today`, told in the sheet's language.

    `country` (ISO code), where it is known, leads before the countries of the language.
    """
    return Phase(PhaseKey.ARCHIVE)
