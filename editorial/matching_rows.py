"""Rows that are one by nature although two sources gave them different identifiers.

A film has each country once, whoever entered it: before documents are compared by uuid, a row of
theirs that is a row of ours takes ours' uuid. Two rows are one by a rule of the part's `one_by` if
they say the same in its first field and nothing else in the others, an empty rule makes all rows
one; texts are compared in the languages that both have, and a missing text contradicts nothing.
"""

from collections.abc import Mapping
from typing import Any

from editorial.fields import translated_fields
from editorial.kinds import Document, Kind, Part

Row = dict[str, Any]
Aliases = dict[str, str]


def match_rows(kind: Kind, theirs: Document, ours: Document, before: Document) -> Aliases:
    """Return ours' uuid for each uuid of `theirs` or `before` that names the same row otherwise."""
    aliases: Aliases = {}
    for part in kind.parts:
        named = {row["uuid"] for row in (*theirs.get(part.name, []), *before.get(part.name, []))
                 } if part.one_by else set()  # fmt: skip
        own = _whole_rows(part, ours) if part.one_by else []
        free = [row for row in own if row["uuid"] not in named]
        known = {row["uuid"] for row in own}
        for rule in part.one_by:
            for document in (theirs, before):
                _match_part(part, rule, document, known, free, aliases)
    return aliases


def _match_part(
    part: Part,
    rule: tuple[str, ...],
    document: Document,
    known: set[str],
    free: list[Row],
    aliases: Aliases,
) -> None:
    for row in _whole_rows(part, document):
        if row["uuid"] in known or row["uuid"] in aliases:
            continue
        there = rename_rows(row, aliases)
        twin = next((own for own in free if is_one(part, rule, there, own)), None)
        if twin is not None:
            free.remove(twin)
            aliases[row["uuid"]] = twin["uuid"]


def rename_rows(value: Any, aliases: Mapping[str, str]) -> Any:
    """Return a document in which every uuid of `aliases` is replaced, wherever it stands."""
    if not aliases:
        return value
    if isinstance(value, dict):
        return {aliases.get(k, k): rename_rows(inner, aliases) for k, inner in value.items()}
    if isinstance(value, list):
        return [rename_rows(inner, aliases) for inner in value]
    return aliases.get(value, value) if isinstance(value, str) else value


def leave_out_doubles(kind: Kind, merged: Document, ours: Document) -> list[tuple[Part, Row]]:
    """Take out of `merged` what only one row can say and a row of ours says already.

    Only parts whose table allows no second one; return what was left out.
    """
    left_out = []
    for part in kind.parts:
        if not part.is_once:
            continue
        own = {row["uuid"] for row in ours.get(part.name, [])}
        kept: list[Row] = []
        doubles: list[Row] = []
        for row in sorted(merged.get(part.name, []), key=lambda row: row["uuid"] not in own):
            is_double = any(is_one(part, rule, row, other)
                            for rule in part.one_by for other in kept)  # fmt: skip
            (doubles if is_double else kept).append(row)
        if doubles:
            stay = {row["uuid"] for row in kept}
            merged[part.name] = [row for row in merged[part.name] if row["uuid"] in stay]
            left_out += [(part, row) for row in doubles]
    gone = {row["uuid"] for _part, row in left_out}
    for parts in merged.get("texts", {}).values() if gone else ():
        for part, _row in left_out:
            own_texts = parts.get(part.name, {})
            if gone & own_texts.keys():
                parts[part.name] = {k: v for k, v in own_texts.items() if k not in gone}
    return left_out


def is_one(part: Part, rule: tuple[str, ...], row: Row, other: Row) -> bool:
    if not rule:
        return True
    texts = set(translated_fields(part.model))
    first, *rest = rule
    return _says_same(row.get(first), other.get(first), first in texts) and all(
        _agrees(row.get(name), other.get(name), name in texts) for name in rest
    )


def _says_same(value: Any, other: Any, is_text: bool) -> bool:
    """Tell whether both say something, and the same."""
    if not (value and other):
        return False
    return (
        bool(value.keys() & other.keys()) and _agrees(value, other, True)
        if is_text
        else bool(value == other)
    )


def _agrees(value: Any, other: Any, is_text: bool) -> bool:
    if not is_text or not (value and other):
        return is_text or bool(value == other or not (value or other))
    shared = value.keys() & other.keys()
    return all(value[code].casefold() == other[code].casefold() for code in shared)


def _whole_rows(part: Part, document: Document) -> list[Row]:
    """Return the rows of a part, each with the texts it has, by language."""
    names = translated_fields(part.model)
    spoken = {code: texts.get(part.name, {}) for code, texts in document.get("texts", {}).items()}
    rows = []
    for row in document.get(part.name, []):
        texts = {
            name: {
                code: own[row["uuid"]][name]
                for code, own in spoken.items()
                if own.get(row["uuid"], {}).get(name)
            }
            for name in names
        }
        rows.append({**row, **{name: values for name, values in texts.items() if values}})
    return rows
