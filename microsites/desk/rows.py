"""The rows of a microsite as the desk names, finds and tells them apart."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from editorial.fields import any_text, translated_fields
from editorial.prose import plain_text
from films.models import Film
from microsites.blocks import BlockKind, find_kind
from microsites.models import Block, Entry, MicrositePage

# What a row's own words leave out: its identity and its place.
UNSAID = frozenset({"id", "uuid", "position", "film"})
NAME_LENGTH = 60


@dataclass(frozen=True)
class Table:
    """One table of the desk: its name in addresses, its rows, the part of the film's document.

    `owner` is the row it stands in, `path` leads from a row to its film.
    """

    name: str
    model: type[models.Model]
    part: str
    owner: str
    path: str
    shown: tuple[str, ...] = ()

    def rows(self, film: Film) -> QuerySet[Any]:
        rows = self.model._default_manager.filter(**{self.path: film.pk})
        return rows.select_related(*self.shown).order_by("position", "pk")

    def find(self, film: Film, uuid: Any) -> Any | None:
        """Return the row of this film; None if it is gone or this is no identifier."""
        try:
            return self.rows(film).filter(uuid=uuid).first()
        except ValidationError:
            return None

    def beside(self, row: Any) -> list[Any]:
        """Return the rows that share an order with this one, itself among them."""
        owner = {self.owner: getattr(row, f"{self.owner}_id")}
        return list(self.model._default_manager.filter(**owner).order_by("position", "pk"))


PAGES = Table("pages", MicrositePage, "microsite_pages", "film", "film", ("background_image",))
BLOCKS = Table("blocks", Block, "blocks", "page", "page__film", ("page", "image", "trailer"))
ENTRIES = Table(
    "entries", Entry, "entries", "block", "block__page__film",
    ("block__page", "image", "trailer", "person", "company", "file"),
)  # fmt: skip
TABLES = {table.name: table for table in (PAGES, BLOCKS, ENTRIES)}
BY_PART = {table.part: table for table in TABLES.values()}


def table_of(row: Any) -> Table:
    return next(table for table in TABLES.values() if isinstance(row, table.model))


def version_of(row: models.Model) -> str:
    """Return what changes with everything the row says; its place in the order is no part."""
    # A translated field itself is the reader's language: its columns say the same to everybody.
    unsaid = {*UNSAID, *translated_fields(type(row))}
    fields = [field for field in row._meta.concrete_fields if field.name not in unsaid]
    state = [getattr(row, field.attname) or None for field in fields]
    return hashlib.sha256(json.dumps(state, default=str).encode()).hexdigest()[:16]


def name_of(row: Any) -> str:
    """Return what the desk calls a row, short enough to be said aloud."""
    if isinstance(row, Block):
        heading = any_text(row, "heading")
        label = label_of(row)
        return Truncator(f"{label}: {heading}" if heading else label).chars(NAME_LENGTH)
    if isinstance(row, Entry):
        return Truncator(_entry_name(row)).chars(NAME_LENGTH)
    return Truncator(str(row)).chars(NAME_LENGTH)


def _entry_name(entry: Entry) -> str:
    day = date_format(entry.date, "DATE_FORMAT") if entry.date else ""
    own = [str(entry.number) if entry.number is not None else "", day, any_text(entry, "title")]
    others = [entry.person, entry.company, entry.trailer, entry.file, entry.image]
    words = [word for word in own if word] or [str(one) for one in others if one][:1]
    return " · ".join(words) or plain_text(any_text(entry, "text"), NAME_LENGTH) or _("Entry")


def label_of(block: Block) -> str:
    """Return what the block's kind is called; a kind of another version keeps its key."""
    kind = find_kind(block.kind)
    return str(kind.label) if kind else block.kind


def kind_for(block: Block) -> BlockKind:
    """Return the block's kind, or a plain one for a key that this version does not know."""
    return find_kind(block.kind) or UnknownKind()


def takes_pasted(block: Block) -> bool:
    """Tell whether entries of this block have a date or a number to be known by."""
    return bool({"date", "number"} & set(kind_for(block).entry_fields))


def takes_pictures(block: Block) -> bool:
    """Tell whether the entries of this block may be a picture and nothing else."""
    return "image" in kind_for(block).entry_fields and "number" not in kind_for(block).entry_fields


class UnknownKind(BlockKind):
    """A block that another version of Lichtspiel made: kept, and shown by nothing."""

    key = "unknown"
    fields = ("heading", "text")
