"""The texts of a document, each by its place. Nothing here knows the database."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import models

from editorial.fields import translated_fields
from editorial.kinds import Document, Kind, Part

# Made of the title and claimed by publishing: no text.
NOT_TRANSLATED = frozenset({"slug"})
# Sentences in short columns; whatever else is short may be a name and stay as it is.
SENTENCES = frozenset({"caption", "alt", "tagline", "seo_description", "claim"})
# Fewer words than this may be a name even where sentences are expected.
FEWEST_WORDS = 4


class Key(NamedTuple):
    """The place of a text: the part, its row ('' for the main one), the field."""

    part: str
    row: str
    field: str

    def __str__(self) -> str:
        return "/".join(self)


def parse_key(text: str) -> Key | None:
    """Return the key written as part/row/field, or None."""
    steps = text.split("/")
    return Key(*steps) if len(steps) == 3 else None


def fields_of(part: Part) -> list[str]:
    """Return the fields of a part that are translated by people, in the order of the model."""
    translated = set(translated_fields(part.model)) - NOT_TRANSLATED
    return [f.name for f in part.model._meta.concrete_fields if f.name in translated]


def part_of(kind: Kind, name: str) -> Part | None:
    return next((part for part in kind.parts if part.name == name), None)


def texts_in(kind: Kind, document: Document | None, language: str) -> dict[Key, str]:
    """Return what the document says in a language; empty texts are absent."""
    parts = (document or {}).get("texts", {}).get(language, {})
    found: dict[Key, str] = {}
    for part in kind.parts:
        names = set(fields_of(part))
        rows = {"": parts.get(part.name, {})} if part is kind.main else parts.get(part.name, {})
        for row, values in rows.items():
            for name, text in values.items():
                if name in names and text:
                    found[Key(part.name, row, name)] = text
    return found


def places_in(kind: Kind, document: Document) -> Iterator[Key]:
    """Yield every place where a text may stand, in the order of the form."""
    for part in kind.parts:
        names = fields_of(part)
        if not names:
            continue
        rows = [""] if part is kind.main else [r["uuid"] for r in document.get(part.name, [])]
        yield from (Key(part.name, row, name) for row in rows for name in names)


def is_suspicious(kind: Kind, key: Key, text: str) -> bool:
    """Tell whether this text can hardly be the same in two languages."""
    part = part_of(kind, key.part)
    if part is None or len(text.split()) < FEWEST_WORDS:
        return False
    field = part.model._meta.get_field(key.field)
    return isinstance(field, models.TextField) or key.field in SENTENCES
