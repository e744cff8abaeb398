"""From a record's rows to its document."""

from typing import Any, cast

from django.db import models

from editorial.changes import current_change
from editorial.documents.identities import Idents, idents_of, target_of, targets_of
from editorial.fields import (
    column,
    encode,
    is_reference,
    languages,
    neutral_fields,
    translated_fields,
)
from editorial.filled_parts import filled_parts
from editorial.kinds import Document, Kind, Part, kind_of
from editorial.models import OwnRow, Record


def document_of(record: Record) -> Document | None:
    """Return the document of what stands on the desk, or None if the rows are deleted.

    Inside a change the same document is returned until the record is touched: do not alter it.
    """
    opened = current_change()
    if opened is None:
        return _read_document(record)
    if record.pk not in opened.documents:
        opened.documents[record.pk] = _read_document(record)
    return opened.documents[record.pk]


def _read_document(record: Record) -> Document | None:
    kind = kind_of(record.kind)
    main = list(rows_of(kind.main).filter(pk=record.pk))
    if not main:
        return None
    rows = {kind.main.name: main, **own_rows(kind, record.pk)}
    return make_document(record, rows, idents_of(kind, rows))


def make_document(record: Record, rows: dict[str, list[models.Model]], idents: Idents) -> Document:
    """Return the document of these rows by part; `idents` names what they point to."""
    kind = kind_of(record.kind)
    document: Document = {
        "schema": kind.schema,
        "kind": kind.name,
        "uuid": str(record.uuid),
        "key": record.key,
        "texts": {},
    }
    for part in kind.parts:
        entries = [_neutral_of(part, row, idents) for row in rows[part.name]]
        document[part.name] = entries[0] if part is kind.main else entries
    for language in languages():
        texts = _texts_of(kind, rows, language)
        if texts:
            document["texts"][language] = texts
    return document


def own_rows(kind: Kind, record_id: int) -> dict[str, list[models.Model]]:
    filled = filled_parts(kind, record_id)
    return {part.name: list(rows_of(part).filter(**{part.owner: record_id}))
            if part.name in filled else []
            for part in kind.parts if part.owner}  # fmt: skip


def rows_of(part: Part) -> models.QuerySet[models.Model]:
    """Return the rows of a part of all records, in the order of documents."""
    many = [field.name for field in part.model._meta.many_to_many]
    names = {field.name for field in part.model._meta.concrete_fields}
    order = ["position"] if "position" in names else []
    return part.model._default_manager.prefetch_related(*many).order_by(*order, "pk")


def _neutral_of(part: Part, row: models.Model, idents: Idents) -> dict[str, Any]:
    entry: dict[str, Any] = {"uuid": uuid_of(row)} if part.owner else {}
    for field in neutral_fields(part.model, part.owner, part.excluded):
        if is_reference(field):
            named = [idents[target_of(field)][pk] for pk in targets_of(field, row)]
            value: Any = sorted(named) if field.many_to_many else (named[0] if named else None)
            value = value or None
        else:
            value = encode(field.value_from_object(row))
        if value is not None:
            entry[field.name] = value
    return entry


def _texts_of(kind: Kind, rows: dict[str, list[models.Model]], language: str) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for part in kind.parts:
        names = translated_fields(part.model)
        for row in rows[part.name]:
            values = {name: getattr(row, column(name, language)) for name in names}
            values = {name: value for name, value in values.items() if value}
            if not values:
                continue
            if part is kind.main:
                texts[part.name] = values
            else:
                texts.setdefault(part.name, {})[uuid_of(row)] = values
    return texts


def uuid_of(row: models.Model) -> str:
    """Return the identifier of a row that is not the main one."""
    return str(cast(OwnRow, row).uuid)
