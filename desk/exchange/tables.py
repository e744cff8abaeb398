"""Shared rows that are no records: vocabulary, venues, redirects. One file each."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from desk.exchange.cleaning import clean_value
from desk.exchange.identifying import as_uuid
from desk.exchange.naming import Labels, uuid_for
from desk.exchange.reading import Finder, Source, as_text_of
from desk.exchange.shape import Column, columns_of
from desk.exchange.writing import Row
from editorial.fields import any_text, column, decode, encode, languages
from festivals.models import Venue
from films.models import Genre
from pages.models import Redirect
from pages.redirecting.listing import as_cells
from people.models import Department, Role

Model = type[models.Model]
# In the order of reading: a role names its department.
TABLES: dict[str, Model] = {
    "departments.yaml": Department,
    "roles.yaml": Role,
    "genres.yaml": Genre,
    "venues.yaml": Venue,
}
REDIRECTS = "redirects.yaml"
IDENTITY = ("key", "uuid")


def table_files(labels: Labels, named: Mapping[Model, set[str]] | None) -> dict[str, Row]:
    """Return the data of each file; `named` limits them to what an export of one film uses."""
    files: dict[str, Row] = {}
    for name, model in TABLES.items():
        rows = {}
        for row in model._default_manager.all():
            ident = ident_of(row)
            if named is None or ident in named.get(model, ()):
                rows[labels.of(model, ident)] = table_row(row)
        if rows:
            files[name] = dict(sorted(rows.items()))
    if named is None and Redirect.objects.exists():
        files[REDIRECTS] = dict(sorted(as_cells(row.rule) for row in Redirect.objects.all()))
    return files


def ident_of(row: models.Model) -> str:
    return str(getattr(row, "uuid", "") or getattr(row, "key", ""))


def table_columns(model: Model) -> list[Column]:
    return [column for column in columns_of(model) if column.name not in IDENTITY]


def table_row(row: models.Model) -> Row:
    entry: Row = {"uuid": str(row.uuid)} if isinstance(row, Venue) else {}
    for one in table_columns(type(row)):
        if one.is_translated:
            values = {code: getattr(row, column(one.name, code)) for code in languages()}
            value: Any = {code: text for code, text in values.items() if text} or None
        elif one.is_reference:
            value = getattr(row, one.name).key
        else:
            value = encode(one.field.value_from_object(row))
        if value is not None and value != one.default:
            entry[one.name] = value
    return entry


class TableLoader:
    """Brings the rows of one file in; what is here already stays, unless it is `is_exact`.

    `kept` names rows that say something else here, `uuids` the identity of each venue by label.
    """

    def __init__(self, model: Model, source: Source, find: Finder, is_exact: bool) -> None:
        self.model, self.source, self.find, self.is_exact = model, source, find, is_exact
        self.identity = "uuid" if model is Venue else "key"
        self.kept: list[str] = []
        self.uuids: dict[str, str] = {}

    def load(self) -> None:
        for label, entry in self.source.data.items():
            if not isinstance(entry, dict):
                message = _("Expected “key: value” lines, found plain text.")
                self.source.report((label,), entry, message)
                continue
            ident = self._identity(label, entry)
            values = self._values(label, entry)
            if ident and values is not None:
                self._load_row(label, ident, values)

    def _load_row(self, label: str, ident: str, values: Row) -> None:
        row = self.model._default_manager.filter(**{self.identity: ident}).first()
        if row is None or self.is_exact:
            row = row if row is not None else self.model(**{self.identity: ident})
            for attribute, value in values.items():
                setattr(row, attribute, value)
            row.save()
        elif any(not _is_same(getattr(row, name), value) for name, value in values.items()):
            self.kept.append(any_text(row, "name") if self.model is not Venue else str(row))
        if self.model is Venue:
            self.uuids[label] = ident

    def prune(self) -> None:
        """Delete what the file does not have; only for a site that is still empty."""
        wanted = self.uuids.values() if self.model is Venue else self.source.data
        stale = self.model._default_manager.exclude(**{f"{self.identity}__in": list(wanted)})
        with suppress(ProtectedError):
            stale.delete()

    def _identity(self, label: str, entry: Row) -> str | None:
        """Return the row's uuid or key, None if it was reported."""
        if self.model is not Venue:
            try:
                self.model(key=label).clean_fields(
                    exclude={field.name for field in self.model._meta.fields} - {"key"}
                )
            except ValidationError as error:
                self.source.report((label,), label, " ".join(error.messages))
                return None
            return label
        uuid = as_uuid(entry["uuid"]) if "uuid" in entry else uuid_for("venue", label)
        if uuid is None or uuid in self.uuids.values():
            message = _("This is no identifier of its own. Delete the line for a new one.")
            self.source.report((label, "uuid"), entry["uuid"], message)
            return None
        return uuid

    def _values(self, label: str, entry: Row) -> Row | None:
        """Return the row's attributes, or None if it cannot be taken."""
        columns = {one.name: one for one in table_columns(self.model)}
        for name in entry:
            if name not in columns and name != "uuid":
                self.source.report((label, name), entry[name], _("This key is not known here."))
        values: Row = {}
        before = len(self.source.problems)
        for name, one in columns.items():
            value = entry.get(name)
            if one.is_translated:
                values |= self._texts(label, one, value)
            elif one.is_reference:
                values[one.field.attname] = self._reference(label, one, value)
            else:
                values[name] = decode(one.field, self._clean(label, one, value))
                if values[name] in (None, "") and not one.field.blank:
                    message = _("“%(field)s” is missing here; the entry was left out.")
                    self.source.report((label,), "", message % {"field": name})
        return values if len(self.source.problems) == before else None

    def _texts(self, label: str, one: Column, value: Any) -> Row:
        if value is not None and not isinstance(value, dict):
            message = _("Expected one line per language, e.g. “en: ...” and “de: ...” below it.")
            self.source.report((label, one.name), value, message)
        given = value if isinstance(value, dict) else {}
        for code in given.keys() - set(languages()):
            message = _("The site does not have the language “%(code)s”.") % {"code": code}
            self.source.report((label, one.name, code), given[code], message)
        return {
            column(one.name, code): self._clean(label, one, given.get(code)) or ""
            for code in languages()
        }

    def _clean(self, label: str, one: Column, value: Any) -> Any:
        if value is None:
            return None
        try:
            return clean_value(one.field, value)
        except ValidationError as error:
            self.source.report((label, one.name), as_text_of(value), " ".join(error.messages))
            return None

    def _reference(self, label: str, one: Column, value: Any) -> Any:
        model = one.field.related_model
        assert isinstance(model, type)
        found = model._default_manager.filter(key=str(value)).values_list("pk", flat=True).first()
        if found is None:
            message = _("There is no %(model)s of this name, neither in the folder nor here.")
            self.source.report(
                (label, one.name), value, message % {"model": model._meta.verbose_name}
            )
        return found


def _is_same(here: Any, there: Any) -> bool:
    """Tell whether two values say the same; '' and NULL are both nothing."""
    return (here or None) == (there or None)
