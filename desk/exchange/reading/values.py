"""What one row of a file says, and the texts that stand beside the rows."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from desk.exchange.cleaning import clean_value, prose_mistake
from desk.exchange.reading.identity import RowNames
from desk.exchange.reading.source import Source
from desk.exchange.shape import Column, part_columns, part_of_model
from desk.exchange.writing import Row
from desk.importing.problems import Problem
from desk.importing.strict_yaml import KeyPath
from editorial.fields import languages
from editorial.kinds import Kind, Part
from editorial.models import OwnRow

# From a word in the files to the reference in a document, None if nothing has that name.
Finder = Callable[[type[models.Model], str], str | None]


class ValueReader:
    """Reads the values of rows; `texts` are the translated ones, by language, part and row."""

    def __init__(self, kind: Kind, names: RowNames, source: Source, find: Finder) -> None:
        self.kind, self.names, self.source, self.find = kind, names, source, find
        self.texts: dict[str, Row] = {}

    def row(self, part: Part, value: Row, path: KeyPath, uuid: str, known: set[str]) -> Row:
        """Return the untranslated values; `known` are keys that are read elsewhere."""
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

    def forget(self, part: Part, uuid: str) -> None:
        """Drop the texts of a row that is left out."""
        for texts in self.texts.values():
            texts.get(part.name, {}).pop(uuid, None)

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
                self.note_unread(part.name, uuid, column.name)
        else:
            value = self._clean(column, entry, path)
            if value is not None:
                row[column.name] = value
            elif entry != "":
                self.note_unread(part.name, uuid, column.name)

    def note_unread(self, *steps: str) -> None:
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
                    self.note_unread("texts", language, part.name, uuid, column.name)

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
            return self.names.named(own, str(entry))
        ident = self.find(model, str(entry))
        if ident is None:
            message = _("There is no %(model)s of this name, neither in the folder nor here.")
            self.source.report(path, entry, message % {"model": model._meta.verbose_name})
        return ident

    def read_prose(self) -> None:
        known = {column.name for column in part_columns(self.kind.main) if column.is_prose}
        for (name, language), text in self.source.prose.items():
            if name not in known:
                continue
            mistake = prose_mistake(text, language)
            if mistake:
                place = f"{self.source.file.rpartition('/')[0]}/{name}_{language}.md"
                self.source.problems.append(Problem(place, None, "", language, mistake))
                self.note_unread("texts", language, self.kind.main.name, name)
            elif text:
                self._put(language, self.kind.main, "", name, text)

    def read_orphans(self, orphans: Any) -> None:
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
