"""Moments of going live: read from a field, said in the reader's words."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateformat import format as format_moment
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

# Of a date that is known to the month or the year only.
VAGUE_FORMATS = {"month": "YEAR_MONTH_FORMAT", "year": "Y"}
FIELD_FORMAT = "%Y-%m-%dT%H:%M"


def read_moment(text: str) -> datetime:
    """Return the moment of a date-time field in the site's zone.

    Raises ValidationError for no date, a past one, or a time that the clocks skip.
    """
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None:
        raise ValidationError(_("Choose date and time of going live."))
    zone = timezone.get_current_timezone()
    aware = moment.replace(tzinfo=zone)
    if not 2000 <= aware.year <= 2200:
        raise ValidationError(_("Choose date and time of going live."))
    if not is_on_the_clock(aware):
        raise ValidationError(_("The clocks skip this time on that night. Choose another."))
    if aware <= timezone.now():
        raise ValidationError(_("This moment has passed. Choose a later one, or publish now."))
    return aware


def check_moment(moment: datetime) -> None:
    """Raise ValidationError for a moment that UTC or the site's zone cannot write."""
    try:
        aware = moment if timezone.is_aware(moment) else timezone.make_aware(moment)
        timezone.localtime(aware.astimezone(UTC))
    except (OverflowError, ValueError) as error:
        raise ValidationError(_("This moment lies outside the calendar.")) from error


def is_on_the_clock(moment: datetime) -> bool:
    """Tell whether the local clocks show this moment (they skip an hour in spring)."""
    there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return there_and_back.replace(tzinfo=None) == moment.replace(tzinfo=None)


def on_the_clock_of(zone: str, moment: datetime) -> datetime:
    """Return a moment in a zone, or in the site's for "".

    At the ends of the calendar, where other zones have no moment left, it stays in its own.
    """
    try:
        return timezone.localtime(moment, ZoneInfo(zone) if zone else None)
    except OverflowError:
        return moment


def say_moment(moment: datetime) -> str:
    """Return date, time and zone in the reader's words: 1 September 2027, 09:00 (Europe/Berlin)."""
    shown = timezone.localtime(moment)
    # A format of Django, not words: German has a full stop after the day and “Uhr”.
    form = pgettext("date and time in a sentence", "j F Y, H:i")
    return f"{format_moment(shown, form)} ({timezone.get_current_timezone_name()})"


def short_moment(moment: datetime, zone: str = "") -> str:
    """Return date and time on the clock of a zone, or of the site: 21.11.2026, 16:30."""
    return date_format(on_the_clock_of(zone, moment), "SHORT_DATETIME_FORMAT")


def say_day(day: date | None, precision: str = "day") -> str:
    """Return a day, or the month or year of which it is the first, in the reader's words."""
    return date_format(day, VAGUE_FORMATS.get(precision, "DATE_FORMAT")) if day else ""


def field_value(moment: datetime) -> str:
    """Return what a field of date and time shows: 2027-09-01T09:00 on the site's clock."""
    return timezone.localtime(moment).strftime(FIELD_FORMAT)
