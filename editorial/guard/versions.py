"""The version of a record: what a form or a desk was made from, and whether that still stands."""

from editorial.changes import require_change
from editorial.kinds import Document
from editorial.models import Record, Revision


def locked(record: Record) -> Record:
    """Return the record as it is now, locked until the open change ends.

    What saves row by row calls this first. Raises `OutsideChange` without a change.
    """
    require_change()  # SQLite locks the database when a change begins
    return Record.objects.select_for_update().get(pk=record.pk)


def document_at(record: Record, version: int) -> Document | None:
    """Return what stood on the desk at a version, or at the nearest older one that is kept.

    An older one is safe: it makes a question of more places, of none less.
    """
    desk = Revision.objects.filter(record=record, line=Revision.Line.DESK)
    found = desk.filter(version__lte=version).order_by("-version", "-pk").first()
    return found.document if found else None
