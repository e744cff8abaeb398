"""What publishing did to a record, beside its states: scheduled, withdrawn, cancelled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.models import Publication, Record
from editorial.moments import say_moment
from editorial.names import language_name, person_name

# A publication and the state that was stored with it are written by one change.
TOGETHER = timedelta(seconds=5)


@dataclass(frozen=True)
class Event:
    """Something that ended: a language left the site, or what was scheduled will not come."""

    at: datetime
    who: str
    text: str


def publications_of(record: Record) -> list[Publication]:
    """Return all publications of texts, without their documents. One query."""
    rows = Publication.objects.filter(record=record).exclude(language="")
    rows = rows.select_related("user", "ended_by").defer("parts", "search_text")
    return list(rows.order_by("pk"))


def events_between(
    rows: Iterable[Publication], after: datetime | None, before: datetime | None
) -> list[Event]:
    """Return what ended in a span of time, the newest first; None is open."""
    now = timezone.now()
    found = []
    for row in rows:
        name = language_name(row.language, get_language() or "en")
        who = person_name(row.ended_by)
        if row.cancelled_at:
            text = _("schedule for %(at)s cancelled: %(language)s")
            values = {"at": say_moment(row.publish_at), "language": name}
            found.append(Event(row.cancelled_at, who, text % values))
        elif row.withdrawn_at and row.withdrawn_at <= now:
            text = _("withdrawn: %(language)s") % {"language": name}
            found.append(Event(row.withdrawn_at, who, text))
    inside = (e for e in found if (not after or e.at > after) and (not before or e.at <= before))
    return sorted(inside, key=lambda event: event.at, reverse=True)


def say_publishing(rows: Iterable[Publication], language: str, at: datetime) -> str:
    """Return what storing a published state did: it went live at once, or was scheduled."""
    name = language_name(language, get_language() or "en")
    mine = (row for row in rows if row.language == language)
    near = [row for row in mine if abs(row.created_at - at) < TOGETHER]
    own = min(near, key=lambda row: abs(row.created_at - at), default=None)
    if own is None or own.publish_at <= own.created_at:
        return _("published: %(language)s") % {"language": name}
    values = {"at": say_moment(own.publish_at), "language": name}
    return _("scheduled for %(at)s: %(language)s") % values
