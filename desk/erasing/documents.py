"""A person out of stored documents. Nothing here knows the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from editorial.kinds import Document

Rows = dict[str, set[str]]
CREDITS = "credits"


@dataclass(frozen=True)
class Cleaning:
    """What is taken out, and what stands in its place.

    `required` names (part, field) without which a row means nothing: it goes as a whole. With
    `withheld`, a text per language, credits stay as credits of nobody named; their rows get new
    identifiers, because an imported row's identifier is made of the name.
    """

    uuids: frozenset[str]
    required: frozenset[tuple[str, str]] = frozenset({(CREDITS, "person")})
    withheld: Mapping[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)

    def new_uuid(self, row: str) -> str:
        """Return the identifier that an anonymous credit has from now on, in every document."""
        return self.renamed.setdefault(row, str(uuid4()))


def rows_of(document: Document, cleaning: Cleaning) -> Rows:
    """Return the identifiers of the rows that go or lose their name, by part."""
    found: Rows = {}
    for part, rows in document.items():
        for row in rows if _is_rows(rows) else []:
            if _is_person_s(part, row, cleaning):
                found.setdefault(part, set()).add(row["uuid"])
    return found


def clean_document(document: Document, cleaning: Cleaning) -> Document:
    """Return a whole document (desk, revision, memory of an import) without the person."""
    rows = rows_of(document, cleaning)
    cleaned = clean_facts(document, cleaning)
    texts = {
        language: clean_texts(parts, language, rows, cleaning)
        for language, parts in document.get("texts", {}).items()
    }
    if rows.get(CREDITS):
        for language in cleaning.withheld:
            texts.setdefault(language, clean_texts({}, language, rows, cleaning))
    cleaned["texts"] = {language: parts for language, parts in texts.items() if parts}
    return cleaned


def clean_facts(document: Document, cleaning: Cleaning) -> Document:
    """Return the language-neutral parts without the person."""
    cleaned: Document = {}
    for part, value in document.items():
        if part == "texts":
            continue
        if _is_rows(value):
            rows = (_clean_row(part, row, cleaning) for row in value)
            cleaned[part] = [row for row in rows if row is not None]
        else:
            cleaned[part] = without(value, cleaning.uuids)
    return cleaned


def clean_texts(
    parts: Mapping[str, Any], language: str, rows: Rows, cleaning: Cleaning
) -> dict[str, Any]:
    """Return the texts of one language without those of the rows that went."""
    cleaned = {
        part: {row: text for row, text in texts.items() if row not in rows.get(part, ())}
        for part, texts in parts.items()
    }
    withheld = cleaning.withheld.get(language)
    for row in rows.get(CREDITS, ()) if withheld else ():
        kept = parts.get(CREDITS, {}).get(row, {})
        cleaned.setdefault(CREDITS, {})[cleaning.new_uuid(row)] = {**kept, "group": withheld}
    return {part: texts for part, texts in cleaned.items() if texts or part not in rows}


def clean_json(value: Any, cleaning: Cleaning) -> Any:
    """Return any JSON without the person; documents are found in it, however deep."""
    if isinstance(value, dict):
        if value.keys() >= {"schema", "kind", "uuid", "texts"}:
            return clean_document(value, cleaning)
        inner = {key: clean_json(item, cleaning) for key, item in value.items()}
        return without(inner, cleaning.uuids)
    if isinstance(value, list):
        return without([clean_json(item, cleaning) for item in value], cleaning.uuids)
    return value


def without(value: Any, uuids: frozenset[str]) -> Any:
    """Return `value` without these identifiers, as values, items and keys, however deep."""
    if isinstance(value, dict):
        return {
            key: without(inner, uuids)
            for key, inner in value.items()
            if key not in uuids and not _is_one_of(inner, uuids)
        }
    if isinstance(value, list):
        return [without(item, uuids) for item in value if not _is_one_of(item, uuids)]
    return value


def _clean_row(part: str, row: dict[str, Any], cleaning: Cleaning) -> dict[str, Any] | None:
    if not _is_person_s(part, row, cleaning):
        cleaned: dict[str, Any] = without(row, cleaning.uuids)
        return cleaned
    if part != CREDITS or not cleaning.withheld:
        return None
    kept = {name: value for name, value in row.items() if name not in ("person", "credited_as")}
    return {**kept, "uuid": cleaning.new_uuid(row["uuid"]), "is_group": True}


def _is_person_s(part: str, row: dict[str, Any], cleaning: Cleaning) -> bool:
    return any(
        (part, name) in cleaning.required and _is_one_of(value, cleaning.uuids)
        for name, value in row.items()
    )


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, dict) and "uuid" in v for v in value)


def _is_one_of(value: Any, uuids: frozenset[str]) -> bool:
    return isinstance(value, str) and value in uuids
