"""The two walks over a record's rows: `document_of` and `apply_document`.

A document is what the editor entered, as JSON: schema number, identity, one list of rows per
part, texts per language. Empty values are absent ('' and NULL alike). Rows carry
their uuid; shared records are named by uuid, vocabulary by key.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from editorial.changes import current_change, require_change
from editorial.fields import (
    AnyField,
    column,
    decode,
    encode,
    identity_field,
    is_reference,
    languages,
    neutral_fields,
    translated_fields,
)
from editorial.filled_parts import filled_parts
from editorial.kinds import Document, Kind, Part, kind_of
from editorial.models import Forward, OwnRow, Record
from editorial.packing import canonical as canonical

Idents = dict[type[models.Model], dict[int, str]]


class ForeignRow(ValidationError):
    """A document names a row, `uuid`, that belongs to another record."""

    def __init__(self, message: str, uuid: str = "") -> None:
        super().__init__(message)
        self.uuid = uuid


def hash_of(document: Any) -> str:
    """SHA-256 of the canonical JSON."""
    return hashlib.sha256(canonical(document).encode()).hexdigest()


# --- rows -> document ---------------------------------------------------------------------------


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
    main = _rows_of(kind.main, record.pk)
    if not main:
        return None
    rows = {kind.main.name: main, **_own_rows(kind, record.pk)}
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
        entries = [neutral_of(part, row, idents) for row in rows[part.name]]
        document[part.name] = entries[0] if part is kind.main else entries
    for language in languages():
        texts = texts_of(kind, rows, language)
        if texts:
            document["texts"][language] = texts
    return document


def _own_rows(kind: Kind, record_id: int) -> dict[str, list[models.Model]]:
    filled = filled_parts(kind, record_id)
    return {part.name: _rows_of(part, record_id) if part.name in filled else []
            for part in kind.parts if part.owner}  # fmt: skip


def _rows_of(part: Part, record_id: int) -> list[models.Model]:
    many = [field.name for field in part.model._meta.many_to_many]
    rows = part.model._default_manager.prefetch_related(*many)
    if not part.owner:
        return list(rows.filter(pk=record_id))
    names = {field.name for field in part.model._meta.concrete_fields}
    order = [name for name in ("position", "pk") if name in names or name == "pk"]
    return list(rows.filter(**{part.owner: record_id}).order_by(*order))


def idents_of(kind: Kind, rows: dict[str, list[models.Model]]) -> Idents:
    """Return the identities of everything the rows point to: one query per model."""
    wanted: dict[type[models.Model], set[int]] = defaultdict(set)
    for part in kind.parts:
        for field in neutral_fields(part.model, part.owner, part.excluded):
            if is_reference(field):
                for row in rows[part.name]:
                    wanted[target_of(field)].update(_targets(field, row))
    idents: Idents = {}
    for model, ids in wanted.items():
        if ids:
            found = model._default_manager.filter(pk__in=ids)
            idents[model] = {pk: str(i) for pk, i in found.values_list("pk", identity_field(model))}
    return idents


def target_of(field: AnyField) -> type[models.Model]:
    """Return the model that a reference points to."""
    return cast(type[models.Model], field.related_model)


def _uuid_of(row: models.Model) -> str:
    """Return the identifier of a row that is not the main one."""
    return str(cast(OwnRow, row).uuid)


def _targets(field: AnyField, row: models.Model) -> list[int]:
    if field.many_to_many:
        return [target.pk for target in getattr(row, field.name).all()]
    target_id = getattr(row, field.attname)
    return [] if target_id is None else [target_id]


def neutral_of(part: Part, row: models.Model, idents: Idents) -> dict[str, Any]:
    entry: dict[str, Any] = {"uuid": _uuid_of(row)} if part.owner else {}
    for field in neutral_fields(part.model, part.owner, part.excluded):
        if is_reference(field):
            named = [idents[target_of(field)][pk] for pk in _targets(field, row)]
            value: Any = sorted(named) if field.many_to_many else (named[0] if named else None)
            value = value or None
        else:
            value = encode(field.value_from_object(row))
        if value is not None:
            entry[field.name] = value
    return entry


def texts_of(kind: Kind, rows: dict[str, list[models.Model]], language: str) -> dict[str, Any]:
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
                texts.setdefault(part.name, {})[_uuid_of(row)] = values
    return texts


# --- document -> rows ---------------------------------------------------------------------------


def apply_document(record: Record, document: Document) -> None:
    """Make the record's rows equal to the document.

    Rows are matched by uuid and what the document lacks is deleted. Raises `ForeignRow` for a uuid
    of another record and `ValidationError` for a reference to something that does not exist.
    """
    require_change().touch(record.pk)
    kind = kind_of(record.kind)
    document = upgrade(kind, document)
    existing = {name: {_uuid_of(row): row for row in rows}
                for name, rows in _own_rows(kind, record.pk).items()}  # fmt: skip
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


def _apply_main(part: Part, record: Record, document: Document, lookup: "Lookup") -> None:
    row = part.model._default_manager.filter(pk=record.pk).first() or part.model(record=record)
    texts = {code: document.get("texts", {}).get(code, {}).get(part.name, {})
             for code in languages()}  # fmt: skip
    _fill(part, row, document.get(part.name, {}), texts, lookup)


def _apply_part(
    part: Part,
    record: Record,
    existing: dict[str, models.Model],
    document: Document,
    lookup: "Lookup",
) -> None:
    entries = document.get(part.name, [])
    new = [entry["uuid"] for entry in entries if entry["uuid"] not in existing]
    rows = part.model._default_manager.filter(uuid__in=new)
    stolen = rows.values_list("uuid", flat=True) if new else ()
    if stolen:
        raise ForeignRow(
            _("%(part)s: the row %(uuid)s belongs to another record.")
            % {"part": part.name, "uuid": stolen[0]},
            str(stolen[0]),
        )
    if part.is_rebuilt and existing:
        part.model._default_manager.filter(**{part.owner: record.pk}).delete()
        existing = {}
    if part.before_apply and existing:
        part.model._default_manager.filter(**{part.owner: record.pk}).update(**part.before_apply)
    for entry in entries:
        row = existing.get(entry["uuid"]) or part.model(uuid=entry["uuid"])
        if "__" not in part.owner:
            setattr(row, f"{part.owner}_id", record.pk)
        texts = {code: document.get("texts", {}).get(code, {}).get(part.name, {})
                 .get(entry["uuid"], {}) for code in languages()}  # fmt: skip
        _fill(part, row, entry, texts, lookup)


def _fill(
    part: Part,
    row: models.Model,
    entry: dict[str, Any],
    texts: dict[str, dict[str, Any]],
    lookup: "Lookup",
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
    lookup: "Lookup",
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


class Lookup:
    """From the identity in a document to the primary key, remembered for one application."""

    def __init__(self) -> None:
        self.found: dict[tuple[type[models.Model], str], int] = {}

    def expect(self, model: type[models.Model], idents: Iterable[str]) -> None:
        """Look many identities up at once; what is not found is asked for one by one."""
        name = identity_field(model)
        wanted = [ident for ident in set(idents) if (model, ident) not in self.found]
        if wanted:
            rows = model._default_manager.filter(**{f"{name}__in": wanted})
            for ident, pk in rows.values_list(name, "pk"):
                self.found[model, str(ident)] = pk

    def pk(self, model: type[models.Model], ident: str) -> int:
        known = self.found.get((model, ident))
        if known is None:
            known = self.found[model, ident] = self._find(model, ident)
        return known

    def _find(self, model: type[models.Model], ident: str) -> int:
        name = identity_field(model)
        rows = model._default_manager.filter(**{name: ident})
        found: int | None = rows.values_list("pk", flat=True).first()
        if found is None and name == "record__uuid":
            found = Forward.objects.filter(uuid=ident).values_list("record_id", flat=True).first()
        if found is None:
            raise ValidationError(
                _("%(model)s %(ident)s does not exist here.")
                % {"model": model._meta.verbose_name, "ident": ident}
            )
        return found
