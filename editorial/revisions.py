"""Stored documents of a record, one line for the desk and one for what was published."""

from collections.abc import Sequence

from django.db.models import F, Max, QuerySet

from editorial.changes import Change
from editorial.documents import hash_of
from editorial.kinds import Document
from editorial.models import Record, Revision
from editorial.parts import is_alike

# So many of the newest revisions are looked at for each record that is wanted.
REVISIONS_A_RECORD = 20


def store_revision(
    record: Record,
    document: Document,
    line: str,
    change: Change,
    language: str = "",
    even_if_same: bool = False,
) -> bool:
    """Store a revision unless it equals the latest of its own line; tell whether it was stored.

    A desk revision has the version that the record is about to get, a published one today's.
    """
    digest = hash_of(document)
    latest = Revision.objects.filter(record=record, line=line, language=language).first()
    is_same = latest is not None and _says(latest, document, digest)
    if is_same and not even_if_same:
        return False
    Revision.objects.create(
        record=record,
        line=line,
        language=language,
        document=document,
        hash=digest,
        user=change.user,
        reason=change.reason[:200],
        version=record.version + (line == Revision.Line.DESK),
        is_autosave=change.is_autosave and line == Revision.Line.DESK,
    )
    return True


def store_desk_revisions(documents: Sequence[tuple[Record, Document]], change: Change) -> set[int]:
    """Store the desk's revision of every record that differs from its latest; return which did.

    The records get their new version with it. Two queries, however many records.
    """
    new = []
    for record, document in documents:
        digest = hash_of(document)
        known = change.latest.get(record.pk)
        if known is None or not _says(known, document, digest):
            new.append(_desk_revision(record, document, digest, change))
    Revision.objects.bulk_create(new)
    stored = {revision.record_id for revision in new}
    if stored:
        Record.objects.filter(pk__in=stored).update(version=F("version") + 1)
    return stored


def latest_desk_revisions(record_ids: Sequence[int]) -> dict[int, Revision]:
    """Return what was stored last for the desk, by record. One query."""
    mine = Revision.objects.filter(record__in=record_ids, line=Revision.Line.DESK, language="")
    last = mine.order_by().values("record").annotate(last=Max("pk")).values("last")
    return {revision.record_id: revision for revision in Revision.objects.filter(pk__in=last)}


def newest_of_each(revisions: QuerySet[Revision], most: int) -> dict[int, int]:
    """Return the newest revision by record, of `most` records, those changed last first.

    One query that looks at the newest revisions alone, a second if few records have all of them.
    """
    few = revisions.order_by("-pk").values_list("record_id", "pk")[: most * REVISIONS_A_RECORD]
    listed = list(few)
    found: dict[int, int] = {}
    for record, pk in listed:
        found.setdefault(record, pk)
    if len(found) < most and len(listed) == most * REVISIONS_A_RECORD:
        newest = revisions.order_by().values("record").annotate(newest=Max("pk"))
        found = dict(newest.order_by("-newest").values_list("record", "newest")[:most])
    return dict(list(found.items())[:most])


def _desk_revision(record: Record, document: Document, digest: str, change: Change) -> Revision:
    return Revision(
        record=record,
        line=Revision.Line.DESK,
        document=document,
        hash=digest,
        user=change.user,
        reason=change.reason[:200],
        version=record.version + 1,
        is_autosave=change.is_autosave,
    )


def _says(revision: Revision, document: Document, digest: str) -> bool:
    return revision.hash == digest or is_alike(revision.document, document)
