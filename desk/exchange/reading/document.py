"""The files of a record as a document; what cannot be read is reported with its line."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from desk.exchange.clocks import read_clocks
from desk.exchange.reading.identity import RowNames
from desk.exchange.reading.source import Source
from desk.exchange.reading.values import Finder, ValueReader
from desk.exchange.shape import DERIVED, has_position, nested_parts, part_columns, top_parts
from desk.exchange.writing import Row
from desk.importing.strict_yaml import KeyPath
from editorial.fields import languages
from editorial.kinds import Document, Kind, Part


class Incomplete(ValidationError):
    """The file lacks what no record of its kind can do without; it was reported."""


def read_document(kind: Kind, key: str, uuid: str, source: Source, find: Finder) -> Document:
    """Return the document of one record with identity `uuid`. Raises `Incomplete`."""
    return read_clocks(_Reader(kind, key, uuid, source, find).read())


class _Reader:
    def __init__(self, kind: Kind, key: str, uuid: str, source: Source, find: Finder) -> None:
        self.kind, self.source = kind, source
        self.names = RowNames(uuid)
        self.values = ValueReader(kind, self.names, source, find)
        self.seen: set[str] = set()
        self.document: Document = {
            "schema": kind.schema,
            "kind": kind.name,
            "uuid": uuid,
            "key": key,
        }

    def read(self) -> Document:
        main, data = self.kind.main, self.source.data
        parts = top_parts(self.kind)
        known = {"uuid", "orphaned_texts", *self.source.extras, *(part.name for part in parts)}
        self.document[main.name] = self.values.row(main, data, (), "", known)
        missing = _missing(main, self.document[main.name])
        if missing and missing not in DERIVED.get(main.model, ()):
            message = _("“%(field)s” is missing.") % {"field": missing}
            self.source.report((), "", message)
            raise Incomplete(message)
        for part in self.kind.parts[1:]:
            self.document[part.name] = []
        for part in parts:
            self._rows(part, data.get(part.name), (part.name,))
        for part in self.kind.parts[1:]:
            if "__" in part.owner and has_position(part):
                self.document[part.name].sort(key=lambda row: row["position"])
        self.values.read_prose()
        self.values.read_orphans(data.get("orphaned_texts"))
        texts = self.values.texts
        self.document["texts"] = {code: texts[code] for code in languages() if texts.get(code)}
        return self.document

    def _rows(self, part: Part, values: Any, path: KeyPath, implied: Row | None = None) -> None:
        if values is None:
            return
        if not isinstance(values, list):
            self.source.report(path, values, _("Expected a list, each entry beginning with “- ”."))
            self._leave_out(part)
            return
        is_counted = has_position(part) and not any(
            isinstance(value, dict) and "position" in value for value in values
        )
        place = 0
        for number, value in enumerate(values):
            row = self._own_row(part, value, (*path, number), implied)
            if row is not None:
                if is_counted:
                    row["position"] = place
                place += 1

    def _own_row(self, part: Part, value: Any, path: KeyPath, implied: Row | None) -> Row | None:
        if not isinstance(value, dict):
            self.source.report(path, value, _("Expected “key: value” lines, found plain text."))
            self._leave_out(part)
            return None
        uuid = self.names.of_row(part, value)
        if uuid in self.seen:
            message = _("Another entry has the same identifier. Delete the line in one of them.")
            self.source.report((*path, "uuid"), value.get("uuid"), message)
            return None
        self.seen.add(uuid)
        nested = nested_parts(self.kind, part)
        names = {"uuid", *(inner.part.name for inner in nested)}
        said = self._said(part, value, path, uuid, names)
        if said is None:
            self._leave_out(part)
            self.values.forget(part, uuid)
            return None
        row = {"uuid": uuid, **(implied or {}), **said}
        self.document[part.name].append(row)
        for inner in nested:
            steps = (*path, inner.part.name)
            self._rows(inner.part, value.get(inner.part.name), steps, {inner.step: uuid})
        return row

    def _said(
        self, part: Part, value: dict[Any, Any], path: KeyPath, uuid: str, names: set[str]
    ) -> Row | None:
        """Return what a row says without its mistakes; None if that says nothing."""
        before = len(self.source.problems)
        row = self.values.row(part, value, path, uuid, names)
        missing = _missing(part, row)
        if missing:
            if len(self.source.problems) == before:
                message = _("“%(field)s” is missing here; the entry was left out.")
                self.source.report(path, value, message % {"field": missing})
            return None
        if len(self.source.problems) > before and not _is_possible(part, row):
            return None
        # One value less may show the next mistake.
        while mistakes := part.model.find_mistakes(row):  # type: ignore[attr-defined]
            for name, mistake in mistakes.items():
                self.source.report((*path, name), row.pop(name), " ".join(mistake.messages))
                self.values.note_unread(part.name, uuid, name)
        return None if _missing(part, row) else row

    def _leave_out(self, part: Part) -> None:
        """Note that rows of the part, and rows inside them, were not read."""
        self.source.unread.parts |= {part.name}
        self.source.unread.parts |= {inner.part.name for inner in nested_parts(self.kind, part)}


def _missing(part: Part, row: Row) -> str:
    """Return the name of a field that a row cannot do without and does not have."""
    for column in part_columns(part):
        field = column.field
        if column.is_translated or field.many_to_many or field.null or field.blank:
            continue
        if column.name not in row and column.default is None:
            return column.name
    return ""


def _is_possible(part: Part, row: Row) -> bool:
    """Tell whether the database would take the row: a credit of nobody it would not."""
    columns = {column.name: column for column in part_columns(part)}
    one = part.model()
    for name, value in row.items():
        field = columns[name].field
        if not field.many_to_many:
            setattr(one, field.attname, 1 if columns[name].is_reference else value)
    try:
        for constraint in part.model._meta.constraints:
            if isinstance(constraint, models.CheckConstraint):
                constraint.validate(part.model, one)
    except ValidationError:
        return False
    return True
