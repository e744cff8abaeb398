"""How a record stood when an intake had made it, to know later whether somebody edited it."""

import hashlib

from editorial.documents import canonical, document_of
from editorial.models import Record


def print_record(record: Record) -> str:
    """Return the hash of the record's document, '' for one in the bin."""
    document = document_of(record)
    return "" if document is None else hashlib.sha256(canonical(document).encode()).hexdigest()
