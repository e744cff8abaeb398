"""Shared rows that are no records: vocabulary, venues, redirects. One file each."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from desk.exchange.naming import Labels, uuid_for
from desk.exchange.reading import Finder, Source, as_text_of
from desk.exchange.shape import Column, columns_of
from desk.exchange.writing import Row
from editorial.fields import any_text, column, decode, encode, languages
from festivals.models import Venue
from films.models import Genre
from pages.models import Redirect
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
    files = {}
    for name, model in TABLES.items():
        rows = {}
        for row in model._default_manager.all():
            ident = ident_of(row)
            if named is None or ident in named.get(model, ()):
                rows[labels.of(model, ident)] = table_row(row)
        if rows:
            files[name] = dict(sorted(rows.items()))
    if named is None and Redirect.objects.exists():
        pairs = Redirect.objects.order_by("old_path").values_list("old_path", "new_path")
        files[REDIRECTS] = dict(pairs)
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


def venue_uuids(source: Source) -> dict[str, str]:
    """Return the identity of each venue of a file by its label."""
    return {
        label: str(entry.get("uuid") or uuid_for("venue", label))
        for label, entry in source.data.items()
        if isinstance(entry, dict)
    }


class TableLoader:
    """Brings the rows of one file in; what is here already stays, unless the site is empty."""

    def __init__(self, model: Model, source: Source, find: Finder, is_exact: bool) -> None:
        self.model, self.source, self.find, self.is_exact = model, source, find, is_exact
        self.kept: list[str] = []
        self.created: list[models.Model] = []

    def load(self) -> None:
        """Create what is missing; `kept` names rows that say something else here."""
        venues = venue_uuids(self.source) if self.model is Venue else {}
        name = "uuid" if self.model is Venue else "key"
        for label, entry in self.source.data.items():
            if not isinstance(entry, dict):
                message = _("Expected “key: value” lines, found plain text.")
                self.source.report((label,), entry, message)
                continue
            ident = venues.get(label, label)
            row = self.model._default_manager.filter(**{name: ident}).first()
            is_new = row is None
            row = row if row is not None else self.model(**{name: ident})
            values = self._values(label, entry)
            if values is None:
                continue
            if not is_new and not self.is_exact:
                if any(getattr(row, attribute) != value for attribute, value in values.items()):
                    self.kept.append(any_text(row, "name") if self.model is not Venue else str(row))
                continue
            for attribute, value in values.items():
                setattr(row, attribute, value)
            row.save()
            if is_new:
                self.created.append(row)

    def prune(self) -> None:
        """Delete what the file does not have; only for a site that is still empty."""
        is_venue = self.model is Venue
        wanted = set(venue_uuids(self.source).values()) if is_venue else set(self.source.data)
        name = "uuid" if is_venue else "key"
        self.model._default_manager.exclude(**{f"{name}__in": wanted}).delete()

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
                given = value if isinstance(value, dict) else {}
                for code in languages():
                    text = given.get(code)
                    values[column(name, code)] = self._clean(label, one, text) or ""
            elif one.is_reference:
                values[one.field.attname] = self._reference(label, one, value)
            else:
                values[name] = decode(one.field, self._clean(label, one, value))
                if values[name] in (None, "") and not one.field.blank:
                    message = _("“%(field)s” is missing here; the entry was left out.")
                    self.source.report((label,), "", message % {"field": name})
        return values if len(self.source.problems) == before else None

    def _clean(self, label: str, one: Column, value: Any) -> Any:
        if value is None:
            return None
        try:
            return encode(one.field.clean(value, None))
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
