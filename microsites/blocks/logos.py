"""The logos that contracts ask for, in the order of the contracts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from editorial.texts import EMPTY, Text
from films.sheet.objects import PictureSheet
from microsites.blocks.base import BlockKind
from microsites.sheet.objects import BlockSheet, EntrySheet, MicrositeSheet


@dataclass(frozen=True)
class Logo:
    """A logo, or the name in letters where there is none."""

    name: Text
    picture: PictureSheet | None = None
    alt: str = ""
    url: str = ""


@dataclass(frozen=True)
class Row:
    """Logos that stand together, with what they have in common: Supported by."""

    label: Text
    logos: tuple[Logo, ...]


class Logos(BlockKind):
    key = "logos"
    label = _("Row of logos")
    help = _(
        "In exactly this order. A company brings its logo; a picture stands instead of it. A title "
        "alone, such as “Supported by”, begins a new row."
    )
    fields = ("heading",)
    variants = (
        ("light", _("On a light ground")),
        ("dark", _("On a dark ground")),
        ("bare", _("On the ground of the page")),
    )
    entry_fields = ("title", "company", "image", "url")
    entries_label = _("Logos")

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        rows = [row for row in _rows(block.entries) if row.logos]
        return {"rows": rows} if rows else None


def _rows(entries: Iterable[EntrySheet]) -> list[Row]:
    rows = [(EMPTY, list[Logo]())]
    for entry in entries:
        if entry.company or entry.picture:
            rows[-1][1].append(_make_logo(entry))
        elif entry.title:
            rows.append((entry.title, []))
    return [Row(label, tuple(logos)) for label, logos in rows]


def _make_logo(entry: EntrySheet) -> Logo:
    """Return the logo, called by title or company; what is linked is entered or known of it."""
    company = entry.company
    picture = entry.picture or (company.logo if company else None)
    name = entry.title or Text(company.name if company else "")
    alt = name.value or (picture.alt if picture else "")
    return Logo(name, picture, alt, entry.url or (company.website if company else ""))
