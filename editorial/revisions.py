"""Stored documents of a record, one line for the desk and one for what was published."""

from editorial.changes import Change
from editorial.documents import hash_of
from editorial.kinds import Document
from editorial.models import Record, Revision
from editorial.parts import is_alike


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


def _says(revision: Revision, document: Document, digest: str) -> bool:
    return revision.hash == digest or is_alike(revision.document, document)
