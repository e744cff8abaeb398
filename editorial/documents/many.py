"""The two walks over many records: each table is asked once for all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from django.db import models
from django.db.models import F

from editorial.changes import Change, current_change, require_change
from editorial.documents.applying import fill_row, new_row, refuse_foreign, texts_of_entry, upgrade
from editorial.documents.identities import Lookup, idents_of, target_of
from editorial.documents.reading import document_of, make_document, rows_of
from editorial.fields import is_reference, neutral_fields
from editorial.kinds import Document, Part, kind_of
from editorial.models import Record

# Rows of one part by the record that owns them.
Owned = dict[int, list[models.Model]]


def documents_of(records: Iterable[Record]) -> dict[int, Document | None]:
    """Return the desk's document of each record by its number, None where the rows are deleted."""
    listed = list(records)
    opened = current_change()
    known = opened.documents if opened is not None else {}
    missing = [record for record in listed if record.pk not in known]
    if len(missing) < 2:
        return {record.pk: document_of(record) for record in listed}
    found = _read_documents(missing)
    if opened is not None:
        opened.documents.update(found)
    return {record.pk: found[record.pk] if record.pk in found else known[record.pk]
            for record in listed}  # fmt: skip


def _read_documents(records: Iterable[Record]) -> dict[int, Document | None]:
    documents: dict[int, Document | None] = {}
    for name, mine in _by_kind(records).items():
        kind = kind_of(name)
        tables = {part.name: _owned_rows(part, list(mine)) for part in kind.parts}
        idents = idents_of(
            kind, {name: list(chain(*rows.values())) for name, rows in tables.items()}
        )
        for pk, record in mine.items():
            rows = {name: table.get(pk, []) for name, table in tables.items()}
            has_rows = bool(rows[kind.main.name])
            documents[pk] = make_document(record, rows, idents) if has_rows else None
    return documents


def _by_kind(records: Iterable[Record]) -> dict[str, dict[int, Record]]:
    kinds: dict[str, dict[int, Record]] = defaultdict(dict)
    for record in records:
        kinds[record.kind][record.pk] = record
    return kinds


def _owned_rows(part: Part, ids: Sequence[int]) -> Owned:
    owned: Owned = defaultdict(list)
    if not part.owner:
        for row in rows_of(part).filter(pk__in=ids):
            owned[row.pk].append(row)
        return owned
    found: Any = rows_of(part).filter(**{f"{part.owner}__in": ids})
    for row in found.annotate(owned_by=F(part.owner)):
        owned[row.owned_by].append(row)
    return owned


# --- documents -> new rows ----------------------------------------------------------------------


def write_new(documents: Sequence[tuple[Record, Document]]) -> None:
    """Write the rows of records that have none yet; table by table, a few queries for each.

    The same as `apply_document` for every one of them, which is what to call when this raises:
    it then is known whose document was wrong.
    """
    opened = require_change()
    kinds: dict[str, list[tuple[Record, Document]]] = defaultdict(list)
    for record, document in documents:
        opened.touch(record.pk)
        kinds[record.kind].append((record, upgrade(kind_of(record.kind), document)))
    for name, mine in kinds.items():
        lookup = Lookup()
        for part in kind_of(name).parts:
            _write_part(part, mine, lookup, opened)


def _write_part(
    part: Part, documents: Sequence[tuple[Record, Document]], lookup: Lookup, opened: Change
) -> None:
    entries = [(record, entry, texts_of_entry(part, document, entry))
               for record, document in documents
               for entry in entries_of(part, document)]  # fmt: skip
    if not entries:
        return
    if part.owner:
        refuse_foreign(part, [entry["uuid"] for _record, entry, _texts in entries])
    _expect_targets(part, [entry for _record, entry, _texts in entries], lookup)
    rows, later = [], []
    for record, entry, texts in entries:
        row = new_row(part, record, entry)
        many = fill_row(part, row, entry, texts, lookup)
        rows.append(row)
        later += [(row, name, targets) for name, targets in many.items() if targets]
    part.model._default_manager.bulk_create(rows)
    for row, name, targets in later:
        getattr(row, name).set(targets)
    for record, _document in documents:
        opened.touch(record.pk)


def entries_of(part: Part, document: Document) -> list[dict[str, Any]]:
    return document.get(part.name, []) if part.owner else [document.get(part.name, {})]


def _expect_targets(part: Part, entries: Iterable[Mapping[str, Any]], lookup: Lookup) -> None:
    listed = list(entries)
    for field in neutral_fields(part.model, part.owner, part.excluded):
        if is_reference(field):
            values = (entry[field.name] for entry in listed if entry.get(field.name))
            lookup.expect(target_of(field), _flat(values))


def _flat(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        yield from value if isinstance(value, list) else [value]
