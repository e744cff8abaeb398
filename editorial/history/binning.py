"""Deleting a record puts it into the bin: its rows go, its last revision is what comes back."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.changes import change
from editorial.documents import document_of
from editorial.guard.versions import locked
from editorial.models import Record, RecordModel, Revision
from editorial.revisions import store_revision


def put_in_bin(row: RecordModel, user: Any = None) -> Record:
    """Delete a record's rows and note who did; it leaves the site at once."""
    with change(user, _("Put into the bin")) as opened:
        # What somebody else is saving comes first, and into the bin.
        record = locked(row.record)
        document = document_of(record)
        if document is not None:
            # What comes back is the latest revision, so that must be what is deleted.
            store_revision(record, document, Revision.Line.DESK, opened)
        row.delete()
        record.binned_at, record.binned_by = timezone.now(), opened.user
        record.save(update_fields=["binned_at", "binned_by"])
        note(Deed.BINNED, record, by=opened.user)
    return record


def purge_at(record: Record) -> datetime | None:
    """Return when a record in the bin may be deleted for good; None for never."""
    if record.binned_at is None or settings.BIN_DAYS <= 0:
        return None
    return record.binned_at + timedelta(days=settings.BIN_DAYS)
