"""How a microsite stands in the film's publications: what it refers to, which files it shows."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from assets.models import MediaFile
from editorial.kinds import Document, Target
from films.sheet.lookups import Wanted
from microsites.phases.days import change_days

PICTURES = (
    ("theme", "background_image"),
    ("microsite_pages", "background_image"),
    ("blocks", "image"),
    ("entries", "image"),
)


def wanted_by(document: Document) -> Wanted:
    """Return the shared rows that the microsite's own parts point to."""
    return Wanted(
        images=frozenset(uuid for part, name in PICTURES for uuid in _uuids(document, part, name)),
        people=frozenset(_uuids(document, "entries", "person")),
        companies=frozenset(_uuids(document, "entries", "company")),
        files=frozenset(_uuids(document, "entries", "file")),
    )


def microsite_targets(document: Document, language: str) -> Iterable[Target]:
    """Yield the pictures, people and companies that a microsite shows; language-neutral."""
    if language:
        return
    for part, name in PICTURES:
        for row in document.get(part, []):
            if row.get(name):
                yield Target(row[name], "microsite", row["uuid"], position=row.get("position", 0))
    for row in document.get("entries", []):
        for name in ("person", "company"):
            if row.get(name):
                yield Target(row[name], "microsite", row["uuid"])


def microsite_index(document: Document, language: str, columns: dict[str, Any]) -> dict[str, Any]:
    """Add the contents (SHA-256) of files that visitors may take away, and the last day of all."""
    if language:
        return columns
    columns = {**columns, "changes_until": max(change_days(document), default=date.min)}
    uuids = _uuids(document, "entries", "file")
    if not uuids:
        return columns
    files = MediaFile.objects.filter(uuid__in=uuids, kind=MediaFile.Kind.DOCUMENT)
    contents = {*columns.get("files", "").split(), *files.values_list("sha256", flat=True)}
    return {**columns, "files": " ".join(sorted(contents))}


def _uuids(document: Document, part: str, name: str) -> set[str]:
    return {row[name] for row in document.get(part, []) if row.get(name)}
