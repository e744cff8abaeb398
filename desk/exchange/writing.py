"""A document as the data of its YAML file and the texts of its Markdown files."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from desk.exchange.clocks import show_clocks
from desk.exchange.shape import (
    Column,
    has_position,
    nested_parts,
    part_columns,
    top_parts,
)
from editorial.fields import languages
from editorial.kinds import Document, Kind, Part, kind_of

# From a reference in a document to the word that names it in the files.
Labeller = Callable[[type[models.Model], str], str]
Row = dict[str, Any]


@dataclass
class RecordFiles:
    """The files of one document: `prose` by field and language."""

    data: Row
    prose: dict[tuple[str, str], str] = field(default_factory=dict)


def write_document(document: Document, label: Labeller) -> RecordFiles:
    """Return the files of a whole document, or of one line of a publication."""
    return _Writer(show_clocks(document), label).write()


class _Writer:
    def __init__(self, document: Document, label: Labeller) -> None:
        self.document = document
        self.kind: Kind = kind_of(document["kind"])
        self.label = label
        self.written: set[tuple[str, str]] = set()

    def write(self) -> RecordFiles:
        main = self.kind.main
        texts = self._texts(main, "")
        data: Row = {"uuid": self.document["uuid"]}
        data |= self._row(main, self.document.get(main.name, {}), texts)
        for part in top_parts(self.kind):
            rows = self._rows(part, self.document.get(part.name, []))
            if rows:
                data[part.name] = rows
        orphans = self._orphans()
        if orphans:
            data["orphaned_texts"] = orphans
        return RecordFiles(data, self._prose(texts))

    def _prose(self, texts: dict[str, Row]) -> dict[tuple[str, str], str]:
        names = [column.name for column in part_columns(self.kind.main) if column.is_prose]
        return {
            (name, language): texts[language][name]
            for name in names
            for language in languages()
            if texts[language].get(name)
        }

    def _texts(self, part: Part, uuid: str) -> dict[str, Row]:
        """Return the texts of one row by language; `uuid` is '' for the main row."""
        found = {}
        for language in languages():
            texts = self.document.get("texts", {}).get(language, {}).get(part.name, {})
            found[language] = texts.get(uuid, {}) if part.owner else texts
        self.written.add((part.name, uuid))
        return found

    def _rows(self, part: Part, rows: list[Row]) -> list[Row]:
        written = [self._whole_row(part, row) for row in rows]
        if has_position(part):
            places = [row.get("position", 0) for row in rows]
            is_counted = places == list(range(len(rows)))
            for place, entry in zip(places, written, strict=True):
                entry.pop("position", None)
                if not is_counted:
                    entry["position"] = place
        for entry in written:
            entry["uuid"] = entry.pop("uuid")  # what a reader wants to know comes first
        return written

    def _whole_row(self, part: Part, row: Row) -> Row:
        entry = self._row(part, row, self._texts(part, row["uuid"]))
        for nested in nested_parts(self.kind, part):
            inner = [
                child
                for child in self.document.get(nested.part.name, [])
                if child.get(nested.step) == row["uuid"]
            ]
            if inner:
                entry[nested.part.name] = self._rows(nested.part, inner)
        return {"uuid": row["uuid"], **entry}

    def _row(self, part: Part, row: Row, texts: dict[str, Row]) -> Row:
        entry: Row = {}
        for column in part_columns(part):
            if column.is_translated:
                if part is self.kind.main and column.is_prose:
                    continue
                values = {
                    code: own[column.name] for code, own in texts.items() if own.get(column.name)
                }
                if values:
                    entry[column.name] = values
                continue
            value = row.get(column.name)
            if value is not None and value != column.default:
                entry[column.name] = self._value(column, value)
        return entry

    def _value(self, column: Column, value: Any) -> Any:
        if not column.is_reference:
            return value
        model = column.field.related_model
        assert isinstance(model, type)
        if column.field.many_to_many:
            return [self.label(model, ident) for ident in value]
        return self.label(model, value)

    def _orphans(self) -> Row:
        """Return texts of rows that the document's neutral side does not have.

        A language may have gone live before or after the facts that are live now.
        """
        orphans: Row = {}
        for language, parts in self.document.get("texts", {}).items():
            for name, rows in parts.items():
                if name == self.kind.main.name:
                    continue
                for uuid, texts in rows.items():
                    if (name, uuid) not in self.written:
                        orphans.setdefault(language, {}).setdefault(name, {})[uuid] = texts
        return orphans
