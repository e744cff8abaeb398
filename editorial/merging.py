"""Three-way merge of documents: what the folder or another editor changed, into the desk's state.

Lists of rows are compared by uuid, everything else by value. A place changed on one side
takes that side's value; changed differently on both it keeps ours and is reported.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

Path: TypeAlias = tuple[str, ...]
Rows: TypeAlias = dict[str, Any]
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
        base = _by_uuid(ancestor) if _is_rows(ancestor) else {}
        merged = _merge_mappings(base, _by_uuid(theirs), _by_uuid(ours), path, conflicts)
        return list(merged.values())
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
