"""What a merge did, kept row by row, so that somebody can take it back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from editorial.fields import column, encode, languages, translated_fields
from editorial.models import Forward, OwnRow, Publication, Reference, TranslationMark
from people.merging.folding import Twin
from people.merging.relations import owner_of, rows_naming

Values = dict[str, Any]
Key = tuple[str, str]
MARK_FIELDS = ("record_id", "part", "row", "field", "language", "source_text", "how", "user_id")


@dataclass(frozen=True)
class Seen:
    """One row as it stood: its columns, and whom its many-to-many fields name."""

    row: Any
    values: Values
    many: dict[str, list[int]]


States = dict[Key, Seen]


def ident_of(row: Any) -> str:
    """Return what a row is found by again: restoring an old state makes rows anew."""
    return str(row.uuid) if isinstance(row, OwnRow) else str(row.pk)


def key_of(row: Any) -> Key:
    return row._meta.label, ident_of(row)


def find_row(label: str, ident: str) -> Any:
    """Return the row as it is now, or None."""
    model = apps.get_model(label)
    name = "uuid" if issubclass(model, OwnRow) else "pk"
    return model._default_manager.filter(**{name: ident}).first()


def value_columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Return the columns that hold what somebody entered; not the one translations left behind."""
    translated = set(translated_fields(model))
    return [
        f for f in model._meta.concrete_fields if not f.primary_key and f.name not in translated
    ]


def read_values(row: Any) -> Values:
    """Return the columns as JSON."""
    return {
        f.attname: value if (value := getattr(row, f.attname)) == "" else encode(value)
        for f in value_columns(type(row))
    }


def see(row: Any, relation: Any = None) -> Seen:
    many = {}
    if relation is not None and relation.many_to_many:
        name = relation.field.name
        many[name] = sorted(getattr(row, name).values_list("pk", flat=True))
    return Seen(row, read_values(row), many)


def states_of(records: Iterable[Any]) -> States:
    """Return every row that a merge of these may write: their own and those that name them."""
    states: States = {}
    for record in records:
        states[key_of(record)] = see(record)
        for name in names_of(record):
            states[key_of(name)] = see(name)
        for relation, row in rows_naming(record):
            states[key_of(row)] = see(row, relation)
    return states


def names_of(record: Any) -> list[Any]:
    return list(record.names.all()) if hasattr(record, "names") else []


@dataclass
class Before:
    """What stands before a merge."""

    kept: Any
    others: Sequence[Any]
    states: States
    twins: dict[str, str]
    forwards: list[list[Any]]
    references: list[list[Any]]
    uuids: dict[int, str]
    marks: list[dict[str, Any]]
    newest: int


def look_before(kept: Any, others: Sequence[Any], twins: Iterable[Twin]) -> Before:
    """Note everything that the merge is about to write. Runs inside a change, before it."""
    pairs = list(twins)
    records = [other.pk for other in others]
    shown = Reference.objects.filter(target__in=records).order_by("pk")
    states = states_of([kept, *others])
    rows = [ident for _label, ident in states]
    marks = TranslationMark.objects.filter(Q(row__in=rows) | Q(record=kept.pk, row=""))
    return Before(
        kept,
        others,
        states,
        {ident_of(twin.other): ident_of(twin.kept) for twin in pairs},
        [
            [str(uuid), pk]
            for uuid, pk in Forward.objects.filter(record__in=records).values_list("uuid", "record")
        ],
        [
            [pk, publication, usage, str(row) if row else None, target]
            for pk, publication, usage, row, target in shown.values_list(
                "pk", "publication", "usage", "row", "target"
            )
        ],
        {other.pk: str(other.record.uuid) for other in others},
        list(marks.values(*MARK_FIELDS)),
        Publication.objects.order_by("-pk").values_list("pk", flat=True).first() or 0,
    )


def make_trace(before: Before) -> dict[str, Any]:
    """Return what the merge did, as JSON. Runs inside the change, after it."""
    kept = type(before.kept).objects.get(pk=before.kept.pk)
    now = states_of([kept])
    rows = []
    for key in {**before.states, **now}:
        entry = _entry(key, before.states.get(key), now.get(key), key == key_of(kept))
        if entry is not None:
            rows.append(entry)
    for entry in rows:
        if entry["ident"] in before.twins:
            entry["twin"] = before.twins[entry["ident"]]
    traced = {(entry["model"], entry["ident"]) for entry in rows}
    own = [list(key) for key in now if key not in traced]
    idents = {entry["ident"] for entry in rows}
    marks = [mark for mark in before.marks if mark["row"] in {"", *idents}]
    return {
        "name": before.states[key_of(kept)].values["name"],
        "others": [
            {"pk": other.pk, "uuid": before.uuids[other.pk], "name": other.name}
            for other in before.others
        ],
        "rows": rows,
        "own": own,
        "forwards": before.forwards,
        "references": before.references,
        "marks": marks,
        "publications": [],
    }


def _entry(key: Key, before: Seen | None, after: Seen | None, is_kept: bool) -> Any:
    """Return what became of one row, or None for one that the merge left alone."""
    label, ident = key
    entry: dict[str, Any] = {"model": label, "ident": ident}
    if before is None:
        return {**entry, "before": None, "after": after.values} if after else None
    entry |= {"pk": before.row.pk, "before": before.values, "owner": _owner_text(before.row)}
    if after is None:
        return {**entry, "after": None}
    changed = {name: v for name, v in after.values.items() if v != before.values[name]}
    many = {
        name: [before.many.get(name, []), ids]
        for name, ids in after.many.items()
        if ids != before.many.get(name)
    }
    if not changed and not many and not is_kept:
        return None
    return {**entry, "after": changed, "many": many} if many else {**entry, "after": changed}


def _owner_text(row: Any) -> str:
    """Return which film or picture it is a row of, for the day on which it is gone."""
    owner = owner_of(row) if isinstance(row, OwnRow) else None
    return str(owner) if owner is not None else ""


def new_publications(records: Iterable[int], newest: int) -> list[int]:
    """Return what went live by itself when the merge ended: releases name their distributor."""
    made = Publication.objects.filter(record__in=set(records), pk__gt=newest)
    return list(made.order_by("pk").values_list("pk", flat=True))


def translated_columns(model: type[models.Model]) -> dict[str, str]:
    """Return the language of each translated column."""
    return {column(name, code): code for name in translated_fields(model) for code in languages()}
