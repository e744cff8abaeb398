"""A clock that is wrong, and zones of time that are not known here."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.utils import timezone

from desk.doctor.finding import Finding
from editorial.models import Publication, Revision
from festivals.models import Venue

# Machines differ by seconds; what differs by more decides about embargoes.
TOLERANCE = timedelta(minutes=2)


def find_clock() -> Iterator[Finding]:
    now = timezone.now()
    for model, what in ((Revision, "revision"), (Publication, "publication")):
        latest = model._base_manager.order_by("-created_at").values_list("created_at", "pk").first()
        if latest and latest[0] > now + TOLERANCE:
            yield _behind(what, latest[0], latest[1], now)
    yield from _zones()


def _behind(what: str, at: datetime, pk: int, now: datetime) -> Finding:
    return Finding(
        "clock",
        f"the last {what} was made {at - now} after now: this clock is behind, or was ahead",
        f"{what} {pk}, {at.isoformat(timespec='seconds')}",
        "Type: timedatectl. If it is not synchronized: timedatectl set-ntp true. Schedules and "
        "embargoes begin by this clock.",
    )


def _zones() -> Iterator[Finding]:
    venues = Venue._base_manager.order_by("zone").values_list("zone", flat=True).distinct()
    for zone in {settings.TIME_ZONE, *venues} - {""}:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            yield Finding(
                "clock",
                f"the time zone {zone} is not known on this machine",
                "TIME_ZONE, or a venue",
                "Type: make setup, which installs the zones (tzdata); or correct the zone.",
            )
