"""The next moment at which a screening begins, and leaves the pages of what is to come."""

from datetime import datetime, timedelta

from editorial.models import Publication
from editorial.publishing.window import live_neutral
from films.calendar import KEPT
from films.showtimes import place_showtime

Key = tuple[int, str]
Moments = tuple[datetime, ...]
# Lists show what begins now; a moment later they do not.
MOMENT = timedelta(microseconds=1)
# Moments by publication and its contents: documents are read once.
_known: dict[Key, Moments] = {}


def next_screening(now: datetime) -> datetime | None:
    """Return the next moment after which a live screening is past, or gone from feeds as well.

    One query, and one more where publications are new.
    """
    live = live_neutral(now).filter(kind="film", screens_until__gte=now - KEPT - MOMENT)
    known = _read(list(live.order_by().values_list("pk", "hash")))
    turns = (
        moment + ahead
        for moments in known.values()
        for moment in moments
        for ahead in (MOMENT, KEPT + MOMENT)
    )
    return min((turn for turn in turns if turn > now), default=None)


def _read(keys: list[Key]) -> dict[Key, Moments]:
    """Return the moments of these publications; of those that are live no longer nothing is kept.

    Two threads may be here at once, at different states of the content.
    """
    before = dict(_known)
    found = {key: before[key] for key in keys if key in before}
    new = [pk for pk, digest in keys if (pk, digest) not in found]
    rows = Publication.objects.filter(pk__in=new).order_by() if new else Publication.objects.none()
    for pk, digest, screenings in rows.values_list("pk", "hash", "parts__screenings"):
        placed = (place_showtime(row["local_time"], "UTC") for row in screenings or [])
        found[pk, digest] = tuple(moment for moment in placed if moment)
    _known.clear()
    _known.update(found)
    return found
