"""The states of a record that can be compared: the desk now, what is live, any revision."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from editorial.documents import document_of
from editorial.history.reasons import say_reason
from editorial.kinds import Document, kind_of
from editorial.models import Publication, Record, Revision
from editorial.names import person_name, spoken

DESK, LIVE = "desk", "live"
MOST_CHOICES = 200


@dataclass(frozen=True)
class State:
    """One state: what it is called, its document, and the languages that it has a say in."""

    value: str
    label: str
    document: Document | None
    languages: tuple[str, ...] | None = None
    revision: Revision | None = None


def find_state(record: Record, value: str) -> State | None:
    """Return the state of that name: "desk", "live" or the number of a revision."""
    if value == DESK:
        return State(DESK, _("The desk as it is now"), document_of(record))
    if value == LIVE:
        return _live_state(record)
    if not value.isdecimal() or len(value) > 18:
        return None
    mine = Revision.objects.filter(record=record, pk=int(value)).select_related("user")
    revision = mine.first()
    if revision is None:
        return None
    return State(value, label_of(revision), revision.document, revision=revision)


def _live_state(record: Record) -> State | None:
    """Return what visitors see: the facts, and the texts of every live language."""
    live = {p.language: p for p in Publication.objects.filter(record=record).live()}
    facts = live.pop("", None)
    if facts is None or not live:
        return None
    document = {**facts.parts, "texts": {code: p.texts for code, p in live.items()}}
    return State(LIVE, _("What is live"), document, tuple(live))


def choices(record: Record, chosen: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return (value, label) of the states to choose from, the newest first."""
    found = [(DESK, _("The desk as it is now"))]
    if kind_of(record.kind).is_published and _live_state(record) is not None:
        found.append((LIVE, _("What is live")))
    mine = Revision.objects.filter(record=record).select_related("user").defer("document")
    recent = list(mine.order_by("-pk")[:MOST_CHOICES])
    known = {str(revision.pk) for revision in recent}
    older = [int(value) for value in chosen if value.isdecimal() and value not in known]
    recent += list(mine.filter(pk__in=older).order_by("-pk"))
    return found + [(str(revision.pk), label_of(revision)) for revision in recent]


def label_of(revision: Revision) -> str:
    """Return what a revision is called: its moment, its name or reason, its author."""
    moment = date_format(localtime(revision.created_at), "SHORT_DATETIME_FORMAT")
    what = revision.name or say_reason(revision.reason)
    if revision.line == Revision.Line.PUBLISHED and not revision.name:
        what = _("published: %(language)s") % {"language": spoken(revision.language)}
    parts = (moment, what, person_name(revision.user))
    return ", ".join(part for part in parts if part)
