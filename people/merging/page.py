"""What the page of a merge shows: the records side by side, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from assets.previews import thumbnail
from editorial.fields import any_text, column, languages, neutral_fields, translated_fields
from editorial.names import spoken
from people.merging.relations import owner_of, rows_naming

LISTED = 30
JOINED = ("other_names",)


@dataclass(frozen=True)
class Value:
    """What one record says; `owner` is its primary key."""

    owner: int
    text: Any
    is_chosen: bool


@dataclass(frozen=True)
class Line:
    """One field. Where all agree or only one says something there is nothing to choose."""

    name: str
    label: str
    language: str
    values: tuple[Value, ...]
    is_choice: bool


@dataclass(frozen=True)
class Column:
    """One record with what refers to it."""

    row: Any
    rows: tuple[str, ...]
    more: int
    total: int


def merged_fields(model: Any) -> list[tuple[str, str, str]]:
    """Return (column, label, language) of everything that a merge takes from one of the records."""
    found = [
        (field.name, str(field.verbose_name), "")
        for field in neutral_fields(model, "", ())
        if not field.many_to_many and field.name not in JOINED
    ]
    for name in translated_fields(model):
        label = str(model._meta.get_field(name).verbose_name)
        for code in languages():
            found.append((column(name, code), f"{label} ({spoken(code)})", code))
    return [(name, capfirst(label), code) for name, label, code in found]


def make_lines(records: Sequence[Any], kept: Any, chosen: dict[str, int]) -> list[Line]:
    """Return the fields in which one of the records says something."""
    lines = []
    for name, label, code in merged_fields(type(kept)):
        said = [(row, getattr(row, name)) for row in records]
        filled = [row for row, value in said if value not in (None, "")]
        if not filled:
            continue
        owner = chosen.get(name) or (kept if kept in filled else filled[0]).pk
        values = tuple(Value(row.pk, _show(row, name), row.pk == owner) for row, _value in said)
        is_choice = len({value for _row, value in said}) > 1
        lines.append(Line(name, label, code, values, is_choice))
    return lines


def _show(row: Any, name: str) -> Any:
    field = row._meta.get_field(name)
    value = getattr(row, name)
    if value in (None, ""):
        return ""
    if field.related_model is not None and name in ("portrait", "logo"):
        return thumbnail(value)  # type: ignore[no-untyped-call]
    display = getattr(row, f"get_{name}_display", None)
    return str(display() if display else value)


def make_columns(records: Sequence[Any]) -> list[Column]:
    columns = []
    for row in records:
        named = [_describe(relation, found) for relation, found in rows_naming(row)]
        more = max(0, len(named) - LISTED)
        columns.append(Column(row, tuple(named[:LISTED]), more, len(named)))
    return columns


def _describe(relation: Any, row: Any) -> str:
    owner = owner_of(row)
    what = describe_row(row)
    return f"{owner}: {what}" if owner is not None else what


def describe_row(row: Any) -> str:
    """Return what the row says beside the name: its role, function or kind."""
    translated = translated_fields(type(row))
    for name in ("role", "get_function_display", "name"):
        value = any_text(row, name) if name in translated else getattr(row, name, None)
        value = value() if callable(value) else value
        if value:
            return str(value)
    return str(row._meta.verbose_name)
