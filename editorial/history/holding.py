"""Which records' stored states name something. Reads the whole history: slow, but rare."""

from collections.abc import Collection

from editorial.models import Record, Revision
from editorial.packing import packed_texts


def holders_of(uuids: Collection[str]) -> list[Record]:
    """Return the records that one of their revisions ties to one of these identifiers."""
    texts = packed_texts(Revision.objects.all(), "document")
    pks = [pk for pk, text in texts if any(uuid in text for uuid in uuids)]
    return list(Record.objects.filter(revisions__in=pks).distinct().order_by("kind", "key"))
