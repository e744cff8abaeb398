"""Which parts of a document one publication holds, and how two of them join to a whole."""

from datetime import datetime

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
