"""Screenings stand in the files as on the clock of their venue, in documents in UTC."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from editorial.kinds import Document
from festivals.models import Venue


def show_clocks(document: Document) -> Document:
    """Return the document with screenings in their venue's time, the offset behind it."""
    return _moved(document, lambda moment, zone: moment.astimezone(zone))


def read_clocks(document: Document) -> Document:
    """Return the document with screenings in UTC; a time without an offset is the venue's."""

    def in_utc(moment: datetime, zone: tzinfo) -> datetime:
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)

    return _moved(document, in_utc)


def _moved(document: Document, move: Callable[[datetime, tzinfo], datetime]) -> Document:
    rows = document.get("screenings")
    if not rows:
        return document
    wanted = {row["venue"] for row in rows if row.get("venue")}
    zones = {
        str(v): zone
        for v, zone in Venue.objects.filter(uuid__in=wanted).values_list("uuid", "zone")
    }
    moved = []
    for row in rows:
        zone = ZoneInfo(zones.get(row.get("venue"), "UTC"))
        moment = datetime.fromisoformat(row["local_time"])
        with suppress(OverflowError):  # the first and the last day of the calendar stay
            moment = move(moment, zone)
        moved.append({**row, "local_time": moment.isoformat()})
    return {**document, "screenings": moved}
