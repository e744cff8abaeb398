"""The files of a record as a document; what cannot be read is reported with its line."""

import uuid as uuids
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from desk.exchange.cleaning import clean_value, prose_mistake
from desk.exchange.clocks import read_clocks
from desk.exchange.shape import (
    DERIVED,
    Column,
    has_position,
    nested_parts,
    part_columns,
    part_of_model,
    top_parts,
)
from desk.exchange.unread import Unread
from desk.exchange.writing import Row
from desk.importing.problems import Problem, shorten
from desk.importing.strict_yaml import KeyPath, as_text
from editorial.documents import hash_of
from editorial.fields import languages
from editorial.kinds import Document, Kind, Part
from editorial.models import OwnRow

# From a word in the files to the reference in a document, None if nothing has that name.
Finder = Callable[[type[models.Model], str], str | None]


@dataclass
class Source:
    """One YAML file as it was read, with the place to report its mistakes to.

    `extras` are keys of the file that are not the document's.
    """

    file: str
    data: Row
    prose: Mapping[tuple[str, str], str] = field(default_factory=dict)
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    extras: tuple[str, ...] = ()
    unread: Unread = field(default_factory=Unread)

    def report(self, path: KeyPath, value: Any, message: str) -> None:
        line = next(
            (self.lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.lines), None
        )
        key = ".".join(str(step) for step in path)
        self.problems.append(Problem(self.file, line, key, shorten(as_text_of(value)), message))


class Incomplete(ValidationError):
    """The file lacks what no record of its kind can do without; it was reported."""


def as_text_of(value: Any) -> str:
    """Return a value as an editor would recognise it in a report."""
    return as_text(value)


def read_document(kind: Kind, key: str, uuid: str, source: Source, find: Finder) -> Document:
    """Return the document of one record with identity `uuid`. Raises `Incomplete`."""
    return read_clocks(_Reader(kind, key, uuid, source, find).read())


class _Reader:
    def __init__(self, kind: Kind, key: str, uuid: str, source: Source, find: Finder) -> None:
        self.kind, self.source, self.find = kind, source, find
        self.record_uuid = uuids.UUID(uuid)
        self.used: Counter[str] = Counter()
        self.seen: set[str] = set()
        self.texts: dict[str, Row] = {}
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
        self.document[main.name] = self._row(main, data, (), "", known)
        missing = self._missing(main, self.document[main.name], "")
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
        self._prose()
        self._orphans(data.get("orphaned_texts"))
        self.document["texts"] = {
            code: self.texts[code] for code in languages() if self.texts.get(code)
        }
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
        uuid = self._row_uuid(part, value)
        if uuid in self.seen:
            message = _("Another entry has the same identifier. Delete the line in one of them.")
            self.source.report((*path, "uuid"), value.get("uuid"), message)
            return None
        self.seen.add(uuid)
        nested = nested_parts(self.kind, part)
        before = len(self.source.problems)
        names = {"uuid", *(inner.part.name for inner in nested)}
        row = self._row(part, value, path, uuid, names)
        missing = self._missing(part, row, uuid)
        if missing:
            if len(self.source.problems) == before:
                message = _("“%(field)s” is missing here; the entry was left out.")
                self.source.report(path, value, message % {"field": missing})
            self._forget(part, uuid)
            return None
        if len(self.source.problems) > before and not _is_possible(part, row):
            self._forget(part, uuid)  # without what was not found it says nothing
            return None
        # One value less may show the next mistake.
        while mistakes := part.model.find_mistakes(row):  # type: ignore[attr-defined]
            for name, mistake in mistakes.items():
                self.source.report((*path, name), row.pop(name), " ".join(mistake.messages))
                self._note_unread(part.name, uuid, name)
        if self._missing(part, row, uuid):
            self._forget(part, uuid)  # without what was wrong it says nothing
            return None
        row = {"uuid": uuid, **(implied or {}), **row}
        self.document[part.name].append(row)
        for inner in nested:
            steps = (*path, inner.part.name)
            self._rows(inner.part, value.get(inner.part.name), steps, {inner.step: uuid})
        return row

    def _leave_out(self, part: Part) -> None:
        """Note that rows of the part, and rows inside them, were not read."""
        self.source.unread.parts |= {part.name}
        self.source.unread.parts |= {inner.part.name for inner in nested_parts(self.kind, part)}

    def _forget(self, part: Part, uuid: str) -> None:
        self._leave_out(part)
        for texts in self.texts.values():
            texts.get(part.name, {}).pop(uuid, None)

    def _missing(self, part: Part, row: Row, uuid: str) -> str:
        """Return the name of a field that a row cannot do without and does not have."""
        for column in part_columns(part):
            field = column.field
            if column.is_translated or field.many_to_many or field.null or field.blank:
                continue
            if column.name not in row and column.default is None:
                return column.name
        return ""

    def _row_uuid(self, part: Part, value: Row) -> str:
        word = value.get("uuid")
        if word is not None:
            return self._named_uuid(part, str(word))
        name = f"{part.name}/{hash_of({k: v for k, v in value.items() if k != 'position'})}"
        self.used[name] += 1
        return str(uuids.uuid5(self.record_uuid, f"{name}/{self.used[name]}"))

    def _named_uuid(self, part: Part, word: str) -> str:
        """Return the identifier itself or, for a word chosen by hand, one made of it."""
        try:
            return str(uuids.UUID(word))
        except ValueError:
            return str(uuids.uuid5(self.record_uuid, f"{part.name}/{word}"))

    def _row(self, part: Part, value: Row, path: KeyPath, uuid: str, known: set[str]) -> Row:
        row: Row = {}
        columns = {column.name: column for column in part_columns(part)}
        for name, entry in value.items():
            column = columns.get(name)
            if column is None or (part is self.kind.main and column.is_prose):
                if name not in known:
                    self.source.report((*path, name), entry, _("This key is not known here."))
            elif entry is not None:
                self._field(part, column, entry, (*path, name), uuid, row)
        for name, column in columns.items():
            if name not in row and not column.is_translated and column.default is not None:
                row[name] = column.default
        return {name: row[name] for name in columns if name in row}

    def _field(
        self, part: Part, column: Column, entry: Any, path: KeyPath, uuid: str, row: Row
    ) -> None:
        if column.is_translated:
            self._translations(part, column, entry, path, uuid)
        elif column.is_reference:
            before = len(self.source.problems)
            value = self._reference(column, entry, path)
            if value:
                row[column.name] = value
            if len(self.source.problems) > before:
                self._note_unread(part.name, uuid, column.name)
        else:
            value = self._clean(column, entry, path)
            if value is not None:
                row[column.name] = value
            elif entry != "":
                self._note_unread(part.name, uuid, column.name)

    def _note_unread(self, *steps: str) -> None:
        self.source.unread.values.append(tuple(step for step in steps if step))

    def _clean(self, column: Column, entry: Any, path: KeyPath) -> Any:
        """Return the document's value, None for an empty one and for a mistake."""
        try:
            return clean_value(column.field, entry)
        except ValidationError as error:
            self.source.report(path, entry, " ".join(error.messages))
            return None

    def _translations(
        self, part: Part, column: Column, entry: Any, path: KeyPath, uuid: str
    ) -> None:
        if not isinstance(entry, dict):
            message = _("Expected one line per language, e.g. “en: ...” and “de: ...” below it.")
            self.source.report(path, entry, message)
            return
        for language, text in entry.items():
            if language not in languages():
                message = _("The site does not have the language “%(code)s”.")
                if " " in language:
                    message = _(
                        "“%(code)s” is no language. Put a text that holds a comma in quotes."
                    )
                self.source.report((*path, language), text, message % {"code": language})
            elif text is not None:
                value = self._clean(column, text, (*path, language))
                if value:
                    self._put(language, part, uuid, column.name, value)
                elif text != "":
                    self._note_unread("texts", language, part.name, uuid, column.name)

    def _put(self, language: str, part: Part, uuid: str, name: str, text: str) -> None:
        texts = self.texts.setdefault(language, {}).setdefault(part.name, {})
        if part.owner:
            texts = texts.setdefault(uuid, {})
        texts[name] = text

    def _reference(self, column: Column, entry: Any, path: KeyPath) -> Any:
        model = column.field.related_model
        assert isinstance(model, type)
        if not column.field.many_to_many:
            return self._find(model, entry, path)
        entries = entry if isinstance(entry, list) else [entry]
        found = [self._find(model, one, (*path, n)) for n, one in enumerate(entries)]
        return sorted({ident for ident in found if ident})

    def _find(self, model: type[models.Model], entry: Any, path: KeyPath) -> str | None:
        if isinstance(entry, dict | list):
            self.source.report(path, entry, _("Expected one value, found several."))
            return None
        own = part_of_model(self.kind, model)
        if own is not None and issubclass(model, OwnRow):
            return self._named_uuid(own, str(entry))
        ident = self.find(model, str(entry))
        if ident is None:
            message = _("There is no %(model)s of this name, neither in the folder nor here.")
            self.source.report(path, entry, message % {"model": model._meta.verbose_name})
        return ident

    def _prose(self) -> None:
        known = {column.name for column in part_columns(self.kind.main) if column.is_prose}
        for (name, language), text in self.source.prose.items():
            if name not in known:
                continue
            mistake = prose_mistake(text, language)
            if mistake:
                place = f"{self.source.file.rpartition('/')[0]}/{name}_{language}.md"
                self.source.problems.append(Problem(place, None, "", language, mistake))
                self._note_unread("texts", language, self.kind.main.name, name)
            elif text:
                self._put(language, self.kind.main, "", name, text)

    def _orphans(self, orphans: Any) -> None:
        if orphans is None:
            return
        parts = {part.name: part for part in self.kind.parts[1:]}
        for (language, name, uuid, word), text in _leaves(orphans, 4):
            columns = {c.name: c for c in part_columns(parts[name])} if name in parts else {}
            column = columns.get(word)
            path = ("orphaned_texts", language, name, uuid, word)
            if language not in languages() or column is None or not column.is_translated:
                self.source.report(path, text, _("This key is not known here."))
            elif (value := self._clean(column, text, path)) is not None:
                self._put(language, parts[name], uuid, word, value)


def _leaves(value: Any, depth: int) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield what lies `depth` mappings below; the path of what ends earlier is filled with ''."""
    if depth == 0 or not isinstance(value, dict):
        yield ("",) * depth, value
        return
    for step, inner in value.items():
        for path, leaf in _leaves(inner, depth - 1):
            yield (step, *path), leaf


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
