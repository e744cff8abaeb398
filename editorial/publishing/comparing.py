"""Which publications show something else than their documents say."""

from collections.abc import Iterable

from editorial.documents import hash_of
from editorial.kinds import Document
from editorial.models import Publication
from editorial.parts import is_alike, split


def differing(pairs: Iterable[tuple[Publication, Document]]) -> set[int]:
    """Return the primary keys of the publications that hold something else than the document.

    Equal hashes mean equal contents; other hashes need not differ by more than empty parts, so the
    contents of these are read: one query, none if every hash is equal.
    """
    suspects = {}
    for publication, document in pairs:
        parts = split(document, publication.language)
        if publication.hash != hash_of(parts):
            suspects[publication.pk] = parts
    if not suspects:
        return set()
    stored = Publication.objects.filter(pk__in=suspects).values_list("pk", "parts")
    return {pk for pk, parts in stored if not is_alike(parts, suspects[pk])}
