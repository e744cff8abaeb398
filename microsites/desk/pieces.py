"""Rows that belong together, cut out of a document and written again: copies, undo, a first start.

A page brings its blocks along, a block its entries.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from editorial.fields import (
    column,
    decode,
    identity_field,
    is_reference,
    languages,
    neutral_fields,
    translated_fields,
)
from editorial.kinds import Document
from films.models import Film
from microsites.desk.rows import BY_PART, TABLES, Table

Line = dict[str, Any]
OWN = {table.model for table in TABLES.values()}


@dataclass
class Piece:
    """Rows by part, from the outermost to the innermost, and the document they stand in."""

    document: Document
    lines: dict[str, list[Line]] = field(default_factory=dict)


def cut_piece(document: Document, part: str, uuids: Iterable[str]) -> Piece:
    """Return these rows with everything that stands in them."""
    piece, wanted, is_below = Piece(document), set(uuids), False
    for table in BY_PART.values():
        if not is_below and table.part != part:
            continue
        name = table.owner if is_below else "uuid"
        piece.lines[table.part] = [
            line for line in document.get(table.part, []) if line.get(name) in wanted
        ]
        wanted, is_below = {line["uuid"] for line in piece.lines[table.part]}, True
    return piece


def write_piece(film: Film, piece: Piece, is_copy: bool) -> list[Any]:
    """Save the rows and return the outermost; copies get identifiers of their own.

    Runs inside a change. What a row refers to and is not there any more stays empty. Raises
    ValidationError if the row in which they stood is gone.
    """
    made: dict[str, Any] = {}
    outermost: list[Any] = []
    for number, (part, lines) in enumerate(piece.lines.items()):
        for line in lines:
            row = _make(BY_PART[part], film, piece.document, line, made, is_copy)
            row.save()
            made[line["uuid"]] = row
            if number == 0:
                outermost.append(row)
    return outermost


def _make(
    table: Table, film: Film, document: Document, line: Line, made: dict[str, Any], is_copy: bool
) -> Any:
    row = cast(Any, table.model)(uuid=uuid4() if is_copy else line["uuid"])
    setattr(row, table.owner, _owner_of(table, film, line, made))
    for one in neutral_fields(table.model, table.path, ()):
        if is_reference(one):
            if one.name != table.owner:
                setattr(row, one.attname, _key_of(one, line.get(one.name)))
        else:
            setattr(row, one.attname, decode(one, line.get(one.name)))
    for code in languages():
        texts = document.get("texts", {}).get(code, {}).get(table.part, {}).get(line["uuid"], {})
        for name in translated_fields(table.model):
            setattr(row, column(name, code), texts.get(name, ""))
    return row


def _owner_of(table: Table, film: Film, line: Line, made: dict[str, Any]) -> Any:
    if table.owner == "film":
        return film
    above = next(one for one in TABLES.values() if one.model is _target(table))
    owner = made.get(line[table.owner]) or above.find(film, line[table.owner])
    if owner is None:
        raise ValidationError(_("What it stood in is not there any more. Bring that back first."))
    return owner


def _target(table: Table) -> Any:
    return table.model._meta.get_field(table.owner).related_model


def _key_of(reference: Any, ident: str | None) -> Any:
    """Return the primary key that a document's identifier means today, or None."""
    if not ident:
        return None
    target: type[models.Model] = reference.related_model
    rows = target._default_manager.filter(**{identity_field(target): ident})
    return rows.values_list("pk", flat=True).first()
