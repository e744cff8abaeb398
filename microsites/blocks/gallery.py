"""Pictures: the film's stills, or those chosen for this place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.texts import Text
from films.sheet.objects import PictureSheet
from microsites.blocks.base import BlockKind
from microsites.sheet.objects import BlockSheet, MicrositeSheet

# Beside each other on wide screens, by form; more are too small to be looked at.
USUAL = {"grid": 3, "slider": 1, "strip": 5}
MOST = 8


@dataclass(frozen=True)
class Shown:
    """A picture with its place, from 1, and the words below it."""

    number: int
    sheet: PictureSheet
    caption: Text

    @property
    def is_upright(self) -> bool:
        """Tell whether it is a poster, or like one: those are never cropped."""
        return bool(self.sheet.picture.height > self.sheet.picture.width)


class Gallery(BlockKind):
    key = "gallery"
    label = _("Gallery")
    help = _(
        "The film’s stills; with pictures of its own, those. The number says how many stand side "
        "by side."
    )
    fields = ("heading", "text", "amount")
    variants = (("grid", _("Grid")), ("slider", _("Slider")), ("strip", _("Numbered strip")))
    entry_fields = ("image", "title")
    entries_label = _("Pictures")

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        form = self.variant_of(block)
        pictures = _pictures(block, site)
        if not pictures:
            return None
        across = min(block.amount or USUAL[form], MOST)
        return {"form": form, "pictures": pictures, "across": max(across, 1)}

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        return gettext("Pictures") if _own(block) else gettext("Stills")


def _own(block: BlockSheet) -> list[tuple[PictureSheet, Text]]:
    entries = [(entry.picture, entry.title) for entry in block.entries]
    return [(picture, title or picture.caption) for picture, title in entries if picture]


def _pictures(block: BlockSheet, site: MicrositeSheet) -> list[Shown]:
    """Return the pictures; a film's only still stands at the top of the page already."""
    stills = site.film.stills if site.film.stills[1:] else ()
    found = _own(block) or [(still, still.caption) for still in stills]
    return [Shown(number, sheet, text) for number, (sheet, text) in enumerate(found, 1)]
