"""What happens at the end of a change: versions, desk revisions, instant parts, content version."""

from django.db.models import F

from editorial.changes import Change, on_finish
from editorial.documents import document_of
from editorial.kinds import Document, kind_of
from editorial.models import ContentVersion, Publication, Record, Reference, Revision
from editorial.publishing.instant import publish_instant_parts, withdraw_everything
from editorial.revisions import store_revision

# Registers itself to come first: marks compare with the revision that is still the latest.
from editorial.translating import keeping  # noqa: F401


@on_finish
def finish_change(change: Change) -> None:
    for record in Record.objects.filter(pk__in=change.touched | change.deleted):
        document = document_of(record)
        if document is not None and record.binned_at is not None:
            Record.objects.filter(pk=record.pk).update(binned_at=None, binned_by=None)
        if document is None:
            withdraw_everything(record, change)
            # Who showed a shared record cannot be found any more: its rows are gone.
            if not kind_of(record.kind).is_published:
                change.show()
        else:
            _finish_record(record, document, change)
    if change.is_visible:
        ContentVersion.step()


def _finish_record(record: Record, document: Document, change: Change) -> None:
    if not store_revision(record, document, Revision.Line.DESK, change):
        return
    Record.objects.filter(pk=record.pk).update(version=F("version") + 1)
    if kind_of(record.kind).is_published:
        publish_instant_parts(record, document, change)
    elif is_shown(record):
        change.show()


def is_shown(record: Record) -> bool:
    """Tell whether visitors see this shared record: live publications refer to it, or others do."""
    if record.kind == Record.Kind.PROFILE:
        return True
    live = Publication.objects.live().values("pk")
    if Reference.objects.filter(target=record, publication__in=live).exists():
        return True
    return kind_of(record.kind).shown_elsewhere(record.pk)
