"""Pages, blocks and entries as the desk shows them: a line each, with what tells them apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.fields import any_text
from editorial.models.base import make_key
from editorial.names import country_name
from editorial.prose import plain_text
from films.models import Film
from microsites.blocks import BlockKind, kinds
from microsites.choices import PhaseKey
from microsites.desk.rows import ENTRIES, PAGES, kind_for, label_of, name_of, version_of
from microsites.desk.states import RowState, States
from microsites.models import Block, Entry, MicrositePage

# Characters of a text that are shown on a card and in a line.
CARD, LINE = 180, 110
NAMES_SHOWN = 4


@dataclass(frozen=True)
class PageRow:
    row: MicrositePage
    name: str
    version: str
    states: tuple[RowState, ...]
    address: str
    is_home: bool
    is_chosen: bool = False


@dataclass(frozen=True)
class BlockRow:
    """A block as a card. `look` is its content in short, `notes` when it is shown."""

    row: Block
    name: str
    version: str
    states: tuple[RowState, ...]
    label: str
    heading: str
    look: str
    picture: Any
    notes: tuple[str, ...]
    has_entries: bool
    entries_label: str
    count: int
    is_known: bool


@dataclass(frozen=True)
class EntryRow:
    row: Entry
    name: str
    version: str
    states: tuple[RowState, ...]
    mark: str
    title: str
    look: str
    picture: Any
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Palette:
    """Kinds of blocks that may be added, those from the record before those that one writes."""

    from_record: tuple[BlockKind, ...]
    written: tuple[BlockKind, ...]


def make_palette() -> Palette:
    known = sorted(kinds().values(), key=lambda kind: str(kind.label).casefold())
    return Palette(
        tuple(kind for kind in known if kind.is_from_record),
        tuple(kind for kind in known if not kind.is_from_record),
    )


def show_pages(film: Film, states: States, chosen: MicrositePage | None) -> list[PageRow]:
    pages = list(PAGES.rows(film))
    return [show_page(p, states, n == 0, p == chosen) for n, p in enumerate(pages)]


def show_page(
    page: MicrositePage, states: States, is_home: bool, is_chosen: bool = False
) -> PageRow:
    slug = any_text(page, "slug") or make_key(any_text(page, "title")) or str(page.uuid)[:8]
    return PageRow(
        page,
        name_of(page),
        version_of(page),
        states.get(str(page.uuid), ()),
        "/" if is_home else f"/{slug}/",
        is_home,
        is_chosen,
    )


def is_first(page: MicrositePage) -> bool:
    """Tell whether this is the film's start page."""
    first = PAGES.model._default_manager.filter(film=page.film_id).order_by("position", "pk")
    return first.values_list("pk", flat=True).first() == page.pk


def show_blocks(
    blocks: Iterable[Block], entries: Iterable[Entry], states: States
) -> list[BlockRow]:
    by_block: dict[int, list[Entry]] = {}
    for entry in entries:
        by_block.setdefault(entry.block_id, []).append(entry)
    return [show_block(block, by_block.get(block.pk, []), states) for block in blocks]


def show_block(block: Block, entries: list[Entry], states: States) -> BlockRow:
    kind = kind_for(block)
    picture = block.image or next((entry.image for entry in entries if entry.image), None)
    own = states.get(str(block.uuid), ())
    return BlockRow(
        block,
        name_of(block),
        version_of(block),
        own,
        label_of(block),
        any_text(block, "heading"),
        _look_of(block, kind, entries),
        picture,
        notes_of(block, kind),
        bool(kind.entry_fields or entries),
        str(kind.entries_label or _("Entries")),
        len(entries),
        kind.key == block.kind,
    )


def _look_of(block: Block, kind: BlockKind, entries: list[Entry]) -> str:
    """Return the content in a line: its text, its first entries, or what the kind shows."""
    if text := plain_text(any_text(block, "text"), CARD):
        return text
    if entries:
        names = ", ".join(name_of(entry) for entry in entries[:NAMES_SHOWN])
        return f"{names} …" if len(entries) > NAMES_SHOWN else names
    if kind.key != block.kind:
        return _("This version of the site does not know this kind of block and leaves it out.")
    return str(kind.help)


def notes_of(block: Block, kind: BlockKind) -> tuple[str, ...]:
    """Return form and number, first and last day, and phases, in words."""
    variant = next((label for key, label in kind.variants if key == block.variant), "")
    notes = [str(variant)] if variant and block.variant != kind.variants[0][0] else []
    if block.amount:
        notes.append(_("%(n)d at once") % {"n": block.amount})
    if block.starts_on:
        notes.append(_("from %(day)s") % {"day": date_format(block.starts_on, "DATE_FORMAT")})
    if block.ends_on:
        notes.append(_until(block.ends_on))
    known = dict(PhaseKey.choices)
    phases = [str(known.get(key, key)) for key in block.phases or []]
    if phases:
        notes.append(_("only: %(phases)s") % {"phases": ", ".join(phases)})
    return tuple(notes)


def _until(day: Any) -> str:
    return _("until %(day)s") % {"day": date_format(day, "DATE_FORMAT")}


def show_entries(block: Block, states: States) -> list[EntryRow]:
    rows = ENTRIES.rows(block.page.film).filter(block=block)
    return [show_entry(entry, states) for entry in rows]


def show_entry(entry: Entry, states: States) -> EntryRow:
    day = date_format(entry.date, "DATE_FORMAT") if entry.date else ""
    number = "" if entry.number is None else str(entry.number)
    others = [str(one) for one in (entry.person, entry.company, entry.trailer, entry.file) if one]
    title = any_text(entry, "title") or next(iter(others), "")
    if not title and entry.image:
        title = any_text(entry.image, "caption") or str(entry.image)
    notes = [
        str(entry.get_kind_display()) if entry.kind else "",
        entry.url.partition("://")[2].partition("/")[0],
        country_name(entry.country, get_language() or "en") if entry.country else "",
        *[word for word in others if word != title],
        _until(entry.ends_on) if entry.ends_on else "",
    ]
    return EntryRow(
        entry,
        name_of(entry),
        version_of(entry),
        states.get(str(entry.uuid), ()),
        " · ".join(word for word in (number, day) if word),
        title,
        plain_text(any_text(entry, "text"), LINE),
        entry.image,
        tuple(note for note in notes if note),
    )
