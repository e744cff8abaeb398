"""Days as texts print them, with how much of them is known."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from films.choices import Precision


def read_day(text: str) -> tuple[date | None, str]:
    """Return a date and how much of it is known: "2011-10" is the first of October, month."""
    precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}.get(len(text or ""))
    if precision is None:
        return None, Precision.DAY
    try:
        return date.fromisoformat(
            f"{text}-01-01"[:10] if len(text) != 7 else f"{text}-01"
        ), precision
    except ValueError as error:
        raise ValidationError(_("“%(text)s” is no date."), params={"text": text}) from error


def read_screening(text: str) -> date | None:
    """Return the day of a screening; None for a date that is known less exactly."""
    return read_day(text)[0] if len(text or "") == 10 else None
