"""Screenings as iCalendar (RFC 5545, names and refreshing RFC 7986), for people's own calendars."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import Calendar, Event, vDuration

from films.calendar import FilmScreening
from pages.absolute import absolute

PRODUCT = "-//Lichtspiel//Screenings//EN"
# Where nobody knows how long the film is.
USUAL_LENGTH = timedelta(hours=2)
REFRESH = timedelta(hours=6)
# C0, DEL, C1 (next line among them), line and paragraph separators.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Sequence numbers count seconds from here, so that they fit 31 bits until 2088: more, and
# calendars that keep them in a signed integer take an event for an older state of itself.
COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)


def write_calendar(entries: Iterable[FilmScreening], name: str, language: str) -> bytes:
    """Return the feed. An event keeps its identity whatever happens to the screening."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", fit_line(name))
    calendar.add("x-wr-calname", fit_line(name))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    moments = []
    with override(language):
        for entry in entries:
            calendar.add_component(_event(entry, language))
            moments.append(entry.starts_at)
    if moments:
        year = timedelta(days=366)
        calendar.add_missing_timezones((min(moments) - year).date(), (max(moments) + year).date())
    feed: bytes = calendar.to_ical()
    return feed


def sequence_of(entry: FilmScreening) -> int:
    """Return the event's revision: whole seconds to the moment the film's facts went live.

    Every change of a screening publishes the facts anew, and publications never go back in time.
    """
    return max(0, int((entry.facts_at - COUNTED_FROM).total_seconds()))


def _event(entry: FilmScreening, language: str) -> Event:
    begins, ends = _clock(entry)
    event = Event()
    event.add("uid", f"{entry.uuid}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("sequence", sequence_of(entry))
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("dtstart", begins)
    event.add("dtend", ends)
    event.add("summary", fit_line(_summary(entry)))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    # Who subscribes to a programme is not busy at all of its screenings.
    event.add("transp", "TRANSPARENT")
    place = (entry.venue, entry.street, entry.city, entry.country)
    event.add("location", fit_line(", ".join(part for part in place if part)))
    event.add("url", absolute(reverse("address", args=[language, entry.film.path])))
    description = _description(entry)
    if description:
        event.add("description", description)
    return event


def _clock(entry: FilmScreening) -> tuple[datetime, datetime]:
    """Return beginning and end on the clock of the venue.

    In the hour that a clock shows twice, a local time means the first (RFC 5545, 3.3.5): what
    begins or ends in the second is told in universal time.
    """
    seconds = entry.runtime_seconds
    length = timedelta(seconds=seconds) if seconds else USUAL_LENGTH
    begins = entry.starts_at
    # Added in universal time: a film does not end an hour later because the clocks were set.
    ends = (begins.astimezone(UTC) + length).astimezone(begins.tzinfo)
    if begins.fold or ends.fold:
        return begins.astimezone(UTC), ends.astimezone(UTC)
    return begins, ends


def _summary(entry: FilmScreening) -> str:
    if entry.is_cancelled:
        return _("Cancelled: %(title)s") % {"title": entry.film.title}
    return entry.film.title


def _description(entry: FilmScreening) -> str:
    lines = [entry.festival, entry.version.line]
    if entry.guests:
        lines.append(_("Guests: %(guests)s") % {"guests": entry.guests.value})
    lines.append(entry.note.value)
    if entry.tickets_url and not entry.is_cancelled:
        lines.append(_("Tickets: %(address)s") % {"address": entry.tickets_url})
    return "\n".join(fit_line(line) for line in lines if line)


def fit_line(text: str) -> str:
    """Return `text` on one line, without the control characters that TEXT cannot hold.

    RFC 5545, 3.3.11; some readers break lines at each of these.
    """
    return " ".join(CONTROL.sub(" ", text).split())
