"""Every cell of every table that still names somebody. Knows no model: what is new is searched too.

The tables are read as they are stored, past managers and translated columns.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, models

from desk.erasing.register_model import Erasure
from desk.erasing.spelling import Names
from editorial.models import KnownWord, SearchWord
from editorial.packing import PackedJSONField, unpack_text

JsonPath: TypeAlias = tuple[str, ...]
# A session is signed and packed; it holds the number of the account and nothing of the content.
# The register of erasures holds identifiers on purpose, and no name. The words of the search stand
# in the texts they were taken from, and those are read.
DERIVED = {SearchWord._meta.db_table, KnownWord._meta.db_table}
SKIPPED = {Session._meta.db_table, Erasure._meta.db_table} | DERIVED
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
CHUNK = 100


@dataclass(frozen=True)
class Hit:
    """One text that names the person: `path` leads to it in a JSON column."""

    model: type[models.Model]
    pk: Any
    column: str
    path: JsonPath
    text: str


def scan(names: Names, identifiers: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield every text of the database that has one of the names or identifiers (UUIDs)."""
    existing = set(connection.introspection.table_names())
    seen = set()
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        if table in existing and table not in SKIPPED and table not in seen:
            seen.add(table)
            yield from _scan_table(model, names, _both_forms(identifiers))


def _both_forms(identifiers: frozenset[str]) -> frozenset[str]:
    """SQLite keeps a UUID column without hyphens."""
    return identifiers | {identifier.replace("-", "") for identifier in identifiers}


def _scan_table(
    model: type[models.Model], names: Names, identifiers: frozenset[str]
) -> Iterator[Hit]:
    fields = model._meta.concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in (model._meta.pk, *fields))
    # Names come from the models, never from outside. Without an order PostgreSQL gives rows as
    # they lie, and a report would list them in another one after each change.
    sql = f"SELECT {columns} FROM {quote(model._meta.db_table)} ORDER BY 1"  # noqa: S608
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql)
        while chunk := cursor.fetchmany(CHUNK):
            for pk, *cells in chunk:
                for field, stored in zip(fields, cells, strict=True):
                    cell = _readable(field, stored)
                    for path, text in _texts_in(cell, names, identifiers):
                        yield Hit(model, pk, field.name, path, text)


def _readable(field: models.Field[Any, Any], cell: Any) -> Any:
    """Return what a packed column says; every other one is read as it is stored."""
    if isinstance(field, PackedJSONField) and cell is not None:
        return unpack_text(cell)
    return cell


def _texts_in(
    cell: Any, names: Names, identifiers: frozenset[str]
) -> Iterator[tuple[JsonPath, str]]:
    """Yield (path, text) of what a cell says about the person; plain text has no path."""
    if cell is None or isinstance(cell, bool | int | float | bytes):
        return
    text = cell if isinstance(cell, str) else str(cell)
    plain = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text
    if not names.may_be_in(plain) and not any(i in plain for i in identifiers):
        return
    for path, inner in _walk(_parse(text)):
        if names.are_in(inner) or any(i in inner for i in identifiers):
            yield path, inner


def _parse(text: str) -> Any:
    """Return JSON as what it says, anything else as it is."""
    if text[:1] in "[{":
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text


def _walk(value: Any, path: JsonPath = ()) -> Iterator[tuple[JsonPath, str]]:
    """Yield every text of a JSON value, keys included, with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key), key
            yield from _walk(inner, (*path, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            name = str(item["uuid"]) if isinstance(item, dict) and "uuid" in item else str(place)
            yield from _walk(item, (*path, name))
    elif isinstance(value, str):
        yield path, value
