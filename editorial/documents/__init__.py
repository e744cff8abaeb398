"""The two walks over a record's rows: `document_of` and `apply_document`; both over many at once.

A document is what the editor entered, as JSON: schema number, identity, one list of rows per
part, texts per language. Empty values are absent ('' and NULL alike). Rows carry
their uuid; shared records are named by uuid, vocabulary by key.
"""

from editorial.documents.applying import ForeignRow, apply_document, upgrade
from editorial.documents.many import documents_of, write_new
from editorial.documents.reading import document_of
from editorial.packing import canonical, hash_of

__all__ = [
    "ForeignRow",
    "apply_document",
    "canonical",
    "document_of",
    "documents_of",
    "hash_of",
    "upgrade",
    "write_new",
]
