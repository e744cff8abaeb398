"""From a document to a record's rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from editorial.changes import require_change
from editorial.documents.identities import Lookup, target_of
from editorial.documents.reading import own_rows, uuid_of
from editorial.fields import (
    column,
    decode,
    is_reference,
    languages,
    neutral_fields,
    translated_fields,
)
from editorial.kinds import Document, Kind, Part, kind_of
from editorial.models import Record


class ForeignRow(ValidationError):
    """A document names a row, `uuid`, that belongs to another record."""

    def __init__(self, message: str, uuid: str = "") -> None:
        super().__init__(message)
        self.uuid = uuid


def apply_document(record: Record, document: Document) -> None:
    """Make the record's rows equal to the document.

    Rows are matched by uuid and what the document lacks is deleted. Raises `ForeignRow` for a uuid
    of another record and `ValidationError` for a reference to something that does not exist.
    """
    require_change().touch(record.pk)
    kind = kind_of(record.kind)
    document = upgrade(kind, document)
    existing = {name: {uuid_of(row): row for row in rows}
                for name, rows in own_rows(kind, record.pk).items()}  # fmt: skip
    _delete_missing(kind, existing, document)
    lookup = Lookup()
    for part in kind.parts:
        if part.owner:
            _apply_part(part, record, existing[part.name], document, lookup)
        else:
            _apply_main(part, record, document, lookup)
    require_change().touch(record.pk)  # many-to-many rows are set after their row was saved


def upgrade(kind: Kind, document: Document) -> Document:
    """Bring a document of an older schema to today's, step by step."""
    number = document.get("schema", 1)
    while number < kind.schema:
        document = kind.upgrades[number](document)
        number += 1
    return document


def _delete_missing(
    kind: Kind, existing: dict[str, dict[str, models.Model]], document: Document
) -> None:
    for part in reversed(kind.parts):
        if part.owner:
            kept = {entry["uuid"] for entry in document.get(part.name, [])}
            for uuid, row in list(existing[part.name].items()):
                if uuid not in kept:
                    row.delete()
                    del existing[part.name][uuid]


def _apply_main(part: Part, record: Record, document: Document, lookup: Lookup) -> None:
    entry = document.get(part.name, {})
    row = part.model._default_manager.filter(pk=record.pk).first() or new_row(part, record, entry)
    _fill(part, row, entry, texts_of_entry(part, document, entry), lookup)


def _apply_part(
    part: Part,
    record: Record,
    existing: dict[str, models.Model],
    document: Document,
    lookup: Lookup,
) -> None:
    entries = document.get(part.name, [])
    refuse_foreign(part, [entry["uuid"] for entry in entries if entry["uuid"] not in existing])
    if part.is_rebuilt and existing:
        part.model._default_manager.filter(**{part.owner: record.pk}).delete()
        existing = {}
    if part.before_apply and existing:
        part.model._default_manager.filter(**{part.owner: record.pk}).update(**part.before_apply)
    for entry in entries:
        row = existing.get(entry["uuid"]) or new_row(part, record, entry)
        _fill(part, row, entry, texts_of_entry(part, document, entry), lookup)


def refuse_foreign(part: Part, new: Sequence[str]) -> None:
    """Raise `ForeignRow` if a row that the record does not have is there: another has it."""
    rows = part.model._default_manager.filter(uuid__in=new).values_list("uuid", flat=True)
    if new and (found := rows.first()):
        raise ForeignRow(
            _("%(part)s: the row %(uuid)s belongs to another record.")
            % {"part": part.name, "uuid": found},
            str(found),
        )


def new_row(part: Part, record: Record, entry: Mapping[str, Any]) -> models.Model:
    """Return an unsaved row; one that belongs to another part's row gets that with its fields."""
    if not part.owner:
        return part.model(record=record)
    row = part.model(uuid=entry["uuid"])
    if "__" not in part.owner:
        setattr(row, f"{part.owner}_id", record.pk)
    return row


def texts_of_entry(part: Part, document: Document, entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the texts of one row by language, empty where it has none."""
    texts = {
        code: document.get("texts", {}).get(code, {}).get(part.name, {}) for code in languages()
    }
    return {code: text.get(entry["uuid"], {}) if part.owner else text
            for code, text in texts.items()}  # fmt: skip


def _fill(
    part: Part,
    row: models.Model,
    entry: dict[str, Any],
    texts: dict[str, dict[str, Any]],
    lookup: Lookup,
) -> None:
    many = fill_row(part, row, entry, texts, lookup)
    row.save()
    for name, targets in many.items():
        getattr(row, name).set(targets)


def fill_row(
    part: Part,
    row: models.Model,
    entry: dict[str, Any],
    texts: dict[str, dict[str, Any]],
    lookup: Lookup,
) -> dict[str, list[int]]:
    """Give an unsaved row what its entry says; return what is set after it was saved."""
    many: dict[str, list[int]] = {}
    for field in neutral_fields(part.model, part.owner, part.excluded):
        value = entry.get(field.name)
        if field.many_to_many:
            many[field.name] = [lookup.pk(target_of(field), ident) for ident in value or []]
        elif is_reference(field):
            target = lookup.pk(target_of(field), value) if value else None
            setattr(row, field.attname, target)
        else:
            setattr(row, field.attname, decode(field, value))
    for name in translated_fields(part.model):
        for language in languages():
            setattr(row, column(name, language), texts[language].get(name, ""))
    return many
