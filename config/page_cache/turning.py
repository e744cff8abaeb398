"""Until when a page that is made now stays right by itself."""

import time
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from editorial.publishing.boundaries import next_boundary


class Turning:
    """The next moment at which pages change by themselves, read once for a content version.

    Whatever brings such a moment nearer steps the version.
    """

    def __init__(self) -> None:
        self._known = (-1, 0.0)

    def after(self, version: int) -> float:
        """Return the moment (Unix time) that follows now. Reads the database by Django."""
        known, until = self._known
        if known != version or until <= time.time():
            until = next_turn(datetime.now(UTC)).timestamp()
            self._known = (version, until)
        return until


def next_turn(now: datetime) -> datetime:
    """Return the next boundary, or the midnight of the company if that comes first."""
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    midnight = timezone.make_aware(datetime.combine(tomorrow, datetime.min.time()))
    boundary = next_boundary(now)
    return min(midnight, boundary) if boundary else midnight
