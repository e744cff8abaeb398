"""Three-way merge of documents: what the folder or another editor changed, into the desk's state.

Lists of rows are compared by uuid, everything else by value. A place changed on one side
takes that side's value; changed differently on both it keeps ours and is reported. The numbers of
rows that stand in an order say no more than the order: where both sides changed the same number,
the orders are put together and the rows numbered anew.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

from editorial.merging_order import merge_orders

Path: TypeAlias = tuple[str, ...]
Rows: TypeAlias = dict[str, Any]
POSITION = "position"
MISSING: Any = type("Missing", (), {"__repr__": lambda self: "<missing>"})()


@dataclass(frozen=True)
class Conflict:
    """One place that both sides changed: `path` such as ('texts', 'de', 'facts', 'title')."""

    path: tuple[str, ...]
    theirs: Any
    ours: Any


def merge(ancestor: Any, theirs: Any, ours: Any) -> tuple[Any, list[Conflict]]:
    """Return (merged, conflicts); `ours` wins a conflict."""
    conflicts: list[Conflict] = []
    merged = _merge(ancestor, theirs, ours, (), conflicts)
    return merged, conflicts


def _merge(ancestor: Any, theirs: Any, ours: Any, path: Path, conflicts: list[Conflict]) -> Any:
    if theirs in (ours, ancestor):
        return ours
    if _is_mapping(theirs) and _is_mapping(ours):
        base = ancestor if _is_mapping(ancestor) else {}
        return _merge_mappings(base, theirs, ours, path, conflicts)
    if _is_rows(theirs) and _is_rows(ours):
        return _merge_rows(ancestor if _is_rows(ancestor) else [], theirs, ours, path, conflicts)
    if ours == ancestor:
        return theirs
    conflicts.append(Conflict(path, theirs, ours))
    return ours


def _merge_mappings(
    ancestor: Rows, theirs: Rows, ours: Rows, path: Path, conflicts: list[Conflict]
) -> Rows:
    merged: Rows = {}
    for key in [*ours, *(key for key in theirs if key not in ours)]:
        value = _merge(
            ancestor.get(key, MISSING),
            theirs.get(key, MISSING),
            ours.get(key, MISSING),
            (*path, key),
            conflicts,
        )
        if value is not MISSING:
            merged[key] = value
    return merged


def _merge_rows(
    ancestor: list[Rows], theirs: list[Rows], ours: list[Rows], path: Path, found: list[Conflict]
) -> list[Rows]:
    conflicts: list[Conflict] = []
    base, their_rows, our_rows = _by_uuid(ancestor), _by_uuid(theirs), _by_uuid(ours)
    for uuid, row in base.items():
        # Who deletes a row does not mind where it stood: to number the others is no objection.
        if uuid not in their_rows and _is_same_row(our_rows.get(uuid), row):
            our_rows.pop(uuid)
        elif uuid not in our_rows and _is_same_row(their_rows.get(uuid), row):
            their_rows.pop(uuid)
    merged = _merge_mappings(base, their_rows, our_rows, path, conflicts)
    numbers = {c.path[-2]: c for c in conflicts if _is_number_of_row(c, path)}
    found += [c for c in conflicts if not _is_number_of_row(c, path)]
    if not numbers:
        return _ordered(list(merged.values()))
    order, contested = merge_orders(list(base), list(their_rows), list(our_rows), list(merged))
    found += [conflict for uuid, conflict in numbers.items() if uuid in contested]
    return [{**merged[uuid], POSITION: number} for number, uuid in enumerate(order)]


def _is_number_of_row(conflict: Conflict, path: Path) -> bool:
    return len(conflict.path) == len(path) + 2 and conflict.path[-1] == POSITION


def _is_same_row(row: Rows | None, other: Rows) -> bool:
    return row is not None and {**row, POSITION: None} == {**other, POSITION: None}


def _ordered(rows: list[Rows]) -> list[Rows]:
    """Return the rows in the order of their numbers, if all have one."""
    if all(isinstance(row.get(POSITION), int) for row in rows):
        return sorted(rows, key=lambda row: int(row[POSITION]))
    return rows


def _is_mapping(value: Any) -> bool:
    return isinstance(value, dict)


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, dict) and "uuid" in v for v in value)


def _by_uuid(rows: list[Rows]) -> Rows:
    return {row["uuid"]: row for row in rows}


def put(document: Any, path: Path, value: Any) -> Any:
    """Return a copy of `document` with another value at `path`; MISSING takes the place out."""
    if not path:
        return value
    name, rest = path[0], path[1:]
    if _is_rows(document):
        rows = _by_uuid(document)
        return list(_put_into(rows, name, rest, value).values())
    return _put_into(document if _is_mapping(document) else {}, name, rest, value)


def _put_into(mapping: Rows, name: str, rest: Path, value: Any) -> Rows:
    new = put(mapping.get(name), rest, value)
    if new is MISSING:
        return {key: kept for key, kept in mapping.items() if key != name}
    return {**mapping, name: new}
