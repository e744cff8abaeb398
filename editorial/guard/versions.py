"""The version of a record: what a form or a desk was made from, and whether that still stands."""

from django.utils.translation import gettext as _

from editorial.changes import require_change
from editorial.kinds import Document
from editorial.models import Record, Revision


class Outdated(Exception):
    """Somebody saved the record after `base_version`; the message is for people."""

    def __init__(self, record: Record, base_version: int) -> None:
        super().__init__(_("Somebody has changed this meanwhile. Load the page again."))
        self.record = record
        self.base_version = base_version


def locked(record: Record, base_version: int | None = None) -> Record:
    """Return the record as it is now, locked until the open change ends.

    What saves row by row calls this first, with the version its page was made from. Raises
    `Outdated` if the record has another one by now, `OutsideChange` without a change.
    """
    require_change()  # SQLite locks the database when a change begins
    now = Record.objects.select_for_update().get(pk=record.pk)
    if base_version is not None and now.version != base_version:
        raise Outdated(now, base_version)
    return now


def document_at(record: Record, version: int) -> Document | None:
    """Return what stood on the desk at a version, or at the nearest older one that is kept.

    An older one is safe: it makes a question of more places, of none less.
    """
    desk = Revision.objects.filter(record=record, line=Revision.Line.DESK)
    found = desk.filter(version__lte=version).order_by("-version", "-pk").first()
    return found.document if found else None
