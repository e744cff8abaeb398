"""How press releases stand in publications."""

from collections.abc import Iterable

from editorial.kinds import Document, Target


def mention_targets(document: Document, language: str) -> Iterable[Target]:
    """Yield the films that a press release is about; language-neutral."""
    if language:
        return
    for row in document.get("films", []):
        yield Target(row["film"], "mention", row["uuid"], position=row.get("position", 0))
