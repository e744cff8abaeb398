"""What happens at the end of a change: versions, desk revisions, instant parts, content version."""

from collections.abc import Sequence

from editorial.audit.deeds import Deed
from editorial.audit.noting import note, note_records
from editorial.changes import Change, on_finish
from editorial.documents import documents_of
from editorial.kinds import Document, kind_of
from editorial.models import ContentVersion, Publication, Record, Reference
from editorial.publishing.instant import (
    publish_instant_parts,
    showing_records,
    withdraw_everything,
)
from editorial.revisions import store_desk_revisions

# Registers itself to come first: marks compare with the revision that is still the latest, and
# what they were compared with is left in the change.
from editorial.translating import keeping  # noqa: F401


@on_finish
def finish_change(change: Change) -> None:
    records: list[Record] = change.records
    documents = documents_of(records)
    kept = [(r, document) for r in records if (document := documents[r.pk]) is not None]
    _take_out_of_bin([record for record, _document in kept if record.binned_at is not None], change)
    for record in records:
        if documents[record.pk] is None:
            withdraw_everything(record, change)
            # Who showed a shared record cannot be found any more: its rows are gone.
            if not kind_of(record.kind).is_published:
                change.show()
    _finish_records(kept, change)
    if change.is_visible:
        ContentVersion.step()


def _take_out_of_bin(records: list[Record], change: Change) -> None:
    if records:
        ids = [record.pk for record in records]
        Record.objects.filter(pk__in=ids).update(binned_at=None, binned_by=None)
        note_records(Deed.UNBINNED, [(record, "") for record in records], by=change.user)


def _finish_records(documents: Sequence[tuple[Record, Document]], change: Change) -> None:
    stored = store_desk_revisions(documents, change)
    new = [(record, document) for record, document in documents if record.pk in stored]
    published = [pair for pair in new if kind_of(pair[0].kind).is_published]
    showing = showing_records([record.pk for record, _document in published])
    for record, document in published:
        if record.pk in showing:
            publish_instant_parts(record, document, change)
    for record, _document in new:
        if record.kind == Record.Kind.PROFILE:
            note(Deed.SETTINGS_CHANGED, record, by=change.user)
    others = [record for record, _document in new if not kind_of(record.kind).is_published]
    if not change.is_visible and any_shown(others):
        change.show()


def any_shown(records: Sequence[Record]) -> bool:
    """Tell whether visitors see one of these shared records: live publications refer to it, or
    others do. One query, and one for each that has been here before."""
    if any(record.kind == Record.Kind.PROFILE for record in records):
        return True
    if not records:
        return False
    live = Publication.objects.live().values("pk")
    ids = [record.pk for record in records]
    if Reference.objects.filter(target__in=ids, publication__in=live).exists():
        return True
    # What shows a record of this very change was written in it and is among its records.
    older = (record for record in records if record.version)
    return any(kind_of(record.kind).shown_elsewhere(record.pk) for record in older)
