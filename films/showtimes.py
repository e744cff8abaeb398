"""When films can be shown: in years that every clock, calendar and feed can place."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# The oldest film that is kept is of 1888. Beyond 2100 nobody announces anything, and at the end
# of the calendar (9999) Python has no moment left for zones further east.
FIRST_YEAR, LAST_YEAR = 1888, 2100


def is_showtime(moment: datetime) -> bool:
    """Tell whether a screening can begin at this moment."""
    return FIRST_YEAR <= moment.year <= LAST_YEAR


def check_showtime(moment: datetime) -> None:
    """Raise ValidationError for a moment outside the years that can be placed."""
    if not is_showtime(moment):
        raise ValidationError(
            _("The year %(year)s cannot be right. Enter one from %(first)s to %(last)s.")
            % {"year": f"{moment.year:04}", "first": FIRST_YEAR, "last": LAST_YEAR}
        )


def place_showtime(text: str, zone: str) -> datetime | None:
    """Return a moment (ISO 8601 with offset) on the clock of a zone.

    None if it cannot be placed: documents of older versions may hold any.
    """
    moment = datetime.fromisoformat(text)
    return moment.astimezone(ZoneInfo(zone)) if is_showtime(moment) else None
