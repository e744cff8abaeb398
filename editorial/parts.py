"""Which parts of a document one publication holds, and how two of them join to a whole."""

from datetime import datetime
from typing import Any

from editorial.kinds import Document
from editorial.models.window import PublicationQuerySet

META = ("schema", "kind", "uuid", "key")


def split(document: Document, language: str) -> Document:
    """Return the parts that a publication of `language` holds ('' for the neutral ones)."""
    if not language:
        return {name: value for name, value in document.items() if name != "texts"}
    meta = {name: document[name] for name in META}
    return {**meta, "texts": document["texts"].get(language, {})}


def whole_document(
    parts: Document, language: str, mine: PublicationQuerySet, now: datetime
) -> Document:
    """Return `parts` joined with the other side as it counts at `now`, as a whole document."""
    if language:
        facts = mine.filter(language="").counting(now).first()
        return {**(facts.parts if facts else {}), **parts, "texts": {language: parts["texts"]}}
    texts = {p.language: p.texts for p in mine.exclude(language="").counting(now)}
    return {**parts, "texts": texts}


def is_alike(one: Document, other: Document) -> bool:
    """Tell whether two documents, or parts of publications, say the same.

    One that was stored by a version that knew fewer parts lacks what today's has as an empty list.
    """
    return _filled(one) == _filled(other)


def _filled(document: Document) -> Document:
    return {name: value for name, value in document.items() if value != []}


def completed(*documents: Document) -> list[Document]:
    """Return copies of which each has every list that one of them has, empty if need be."""
    lists = {name for document in documents for name, value in document.items() if _is_list(value)}
    return [{**{name: [] for name in sorted(lists)}, **document} for document in documents]


def _is_list(value: Any) -> bool:
    return isinstance(value, list)
