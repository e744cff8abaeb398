"""An old document made to fit today: what it refers to may be deleted, merged or in use."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from editorial.documents import document_of, upgrade
from editorial.fields import AnyField, identity_field
from editorial.history.naming import Names, entries_of, label_of, references, target_of
from editorial.kinds import Document, Kind, Part, all_kinds, kind_of
from editorial.models import Forward, Record, RecordModel
from editorial.publishing.overview import desk_documents

Entry = dict[str, Any]
Model = type[models.Model]


@dataclass(frozen=True)
class Fitted:
    """A document that can be applied today.

    `returning` are deleted records that it needs and that come back first; `left_out` names what
    it cannot have any more, `kept` the rows that others need and that therefore stay.
    """

    document: Document
    returning: tuple[Record, ...] = ()
    left_out: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass
class _Missing:
    """What a document refers to and is not there, by model; and what can come back."""

    idents: dict[Model, set[str]] = field(default_factory=dict)
    returning: dict[int, Record] = field(default_factory=dict)

    def has(self, reference: AnyField, ident: str) -> bool:
        return ident in self.idents.get(target_of(reference), ())


def fit(record: Record, document: Document) -> Fitted:
    """Return what can be applied to the record today, and what that leaves out."""
    kind = kind_of(record.kind)
    document = upgrade(kind, document)
    names = Names(kind, (document,))
    missing = _find_missing(kind, document)
    stolen = _rows_of_others(kind, record, document)
    fitted, left_out = _without(kind, document, missing, stolen, names)
    fitted, kept = _with_needed(kind, record, fitted)
    return Fitted(fitted, tuple(missing.returning.values()), tuple(left_out), tuple(kept))


def _find_missing(kind: Kind, document: Document) -> _Missing:
    wanted: dict[Model, set[str]] = defaultdict(set)
    own = {entry["uuid"] for part in kind.parts if part.owner
           for entry in entries_of(document, part)}  # fmt: skip
    for part in kind.parts:
        for reference in references(part):
            for entry in entries_of(document, part):
                wanted[target_of(reference)].update(idents_in(entry, reference))
    found = _Missing()
    for model, idents in wanted.items():
        gone = _not_there(model, idents - own)
        if gone:
            found.idents[model] = _bring_back(model, gone, found)
    return found


def idents_in(entry: Entry, reference: AnyField) -> list[str]:
    value = entry.get(reference.name)
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _not_there(model: Model, idents: set[str]) -> set[str]:
    name = identity_field(model)
    rows = model._default_manager.filter(**{f"{name}__in": idents})
    gone = idents - {str(ident) for ident in rows.values_list(name, flat=True)}
    if not gone or not issubclass(model, RecordModel):
        return gone
    living = model._default_manager.values("pk")
    merged = Forward.objects.filter(uuid__in=gone, record__in=living)
    return gone - {str(uuid) for uuid in merged.values_list("uuid", flat=True)}


def _bring_back(model: Model, gone: set[str], found: _Missing) -> set[str]:
    """Note the records in the bin that have what is gone; return what no one has."""
    binned = Record.objects.exclude(binned_at=None)
    if issubclass(model, RecordModel):
        mine = {str(record.uuid): record for record in binned.filter(uuid__in=gone)}
        merged = Forward.objects.filter(uuid__in=gone, record__in=binned).select_related("record")
        mine.update({str(forward.uuid): forward.record for forward in merged})
    else:
        mine = _owners(model, gone, binned)
    found.returning.update({record.pk: record for record in mine.values()})
    return gone - mine.keys()


def _owners(model: Model, gone: set[str], binned: models.QuerySet[Record]) -> dict[str, Record]:
    """Return the records in the bin whose rows these were, e.g. the festival of an edition."""
    parts = {(k.name, part.name) for k in all_kinds() for part in k.parts
             if part.owner and part.model is model}  # fmt: skip
    records = {r.pk: r for r in binned.filter(kind__in={kind for kind, _part in parts})}
    owners = {}
    for pk, document in desk_documents(records).items():
        for _kind, name in parts:
            for entry in document.get(name, []):
                if entry["uuid"] in gone:
                    owners[entry["uuid"]] = records[pk]
    return owners


def _rows_of_others(kind: Kind, record: Record, document: Document) -> set[str]:
    """Return the rows of the document that belong to another record by now."""
    found: set[str] = set()
    for part in kind.parts:
        if part.owner:
            uuids = [entry["uuid"] for entry in entries_of(document, part)]
            rows = part.model._default_manager.filter(uuid__in=uuids)
            others = rows.exclude(**{part.owner: record.pk}) if uuids else rows.none()
            found.update(str(uuid) for uuid in others.values_list("uuid", flat=True))
    return found


def _without(
    kind: Kind, document: Document, missing: _Missing, stolen: set[str], names: Names
) -> tuple[Document, list[str]]:
    """Return the document without what is missing: a reference, or the row that is about it."""
    fitted, said, dropped = dict(document), [], set(stolen)
    for part in kind.parts:
        kept = []
        for entry in entries_of(document, part):
            lost = {
                reference.name: [i for i in idents_in(entry, reference)
                                 if i in dropped or missing.has(reference, i)]
                for reference in references(part)
            }  # fmt: skip
            lost = {name: idents for name, idents in lost.items() if idents}
            place = f"{names.plural(part)}: {names.row(part, entry, document)}"
            if entry.get("uuid") in stolen or (part.owner and _means_nothing(part, lost)):
                dropped.add(entry["uuid"])
                said.append(place)
                continue
            for name in lost:
                shown = names.value(part, part.model._meta.get_field(name), lost[name], entry)
                label = f"{label_of(part.model, name)}: {shown}"
                said.append(f"{place}, {label}" if part.owner else label)
            kept.append(_less(entry, lost))
        fitted[part.name] = kept if part.owner else kept[0]
    return fitted, said


def _means_nothing(part: Part, lost: Iterable[str]) -> bool:
    """Tell whether a row without these references is none: they are needed, or it is about them."""
    for name in lost:
        reference: Any = part.model._meta.get_field(name)
        is_word = identity_field(target_of(reference)) == "key"
        is_about = name in part.named_by and not is_word
        if not reference.many_to_many and (not reference.null or is_about):
            return True
    return False


def _less(entry: Entry, lost: dict[str, list[str]]) -> Entry:
    """Return the row without the lost references; absent is how documents say empty."""
    less = dict(entry)
    for name, idents in lost.items():
        rest = [i for i in entry[name] if i not in idents] if isinstance(entry[name], list) else []
        less.pop(name)
        if rest:
            less[name] = rest
    return less


def _with_needed(kind: Kind, record: Record, document: Document) -> tuple[Document, list[str]]:
    """Return the document with today's rows that it lacks and that other records need."""
    desk, fitted, said = document_of(record), dict(document), []
    for part in kind.parts if desk else ():
        outer = _needed_by(part, kind)
        known = {entry["uuid"] for entry in entries_of(document, part)} if part.owner else set()
        entries = entries_of(desk or {}, part) if outer else []
        more = {e["uuid"]: e for e in entries if e["uuid"] not in known}
        used = {
            str(uuid)
            for relation in outer
            for uuid in relation.related_model._base_manager.filter(
                **{f"{relation.field.name}__uuid__in": list(more)}
            ).values_list(f"{relation.field.name}__uuid", flat=True)
        }
        if used:
            fitted[part.name] = [*document.get(part.name, []), *(more[uuid] for uuid in used)]
            names = Names(kind, (desk or {},))
            said += [f"{names.plural(part)}: {names.row(part, more[u], desk or {})}" for u in used]
    return fitted, said


def _needed_by(part: Part, kind: Kind) -> list[Any]:
    """Return the relations by which rows of other records hold fast to rows of this part."""
    mine = {other.model for other in kind.parts}
    return [
        relation
        for relation in part.model._meta.related_objects
        if part.owner
        and getattr(relation, "on_delete", None) is models.PROTECT
        and relation.related_model not in mine
    ]
