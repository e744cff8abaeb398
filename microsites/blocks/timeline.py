"""A diary: dated or numbered entries with text, picture and video, in pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.texts import Text
from microsites.blocks.base import BlockKind
from microsites.choices import PhaseKey
from microsites.paging import cut_page, make_pager, page_address
from microsites.sheet.objects import BlockSheet, EntrySheet, MicrositeSheet

AMOUNT = 10


@dataclass(frozen=True)
class Place:
    """An entry in the overview of all; `is_here` if it stands on the page that is shown."""

    number: int | None
    shown_date: str
    title: Text
    url: str
    is_here: bool

    @property
    def is_bare(self) -> bool:
        """Tell whether there is nothing to call it by."""
        return self.number is None and not (self.shown_date or self.title)


class Timeline(BlockKind):
    key = "timeline"
    label = _("Diary")
    help = _("Entries with a date or a number, as of a shoot. Many are shown in pages.")
    fields = ("heading", "text", "amount")
    variants = (("oldest", _("Oldest first")), ("newest", _("Newest first")))
    entry_fields = ("date", "number", "title", "text", "image", "trailer")
    entries_label = _("Entries of the diary")
    usual_amount = AMOUNT
    leads_in = (PhaseKey.PRODUCTION,)

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        entries = order_entries(block.entries)
        if not entries:
            return None
        if self.variant_of(block) == "newest":
            entries.reverse()
        size, url = block.amount or AMOUNT, site.page.url
        pager = make_pager(url, block.anchor, site.number, len(entries), size)
        shown = cut_page(entries, pager, size)
        return {
            "entries": [(anchor_of(entry), entry) for entry in shown],
            "pager": pager,
            "has_pictures": any(entry.picture for entry in shown),
            "has_videos": any(entry.trailer for entry in shown),
            "places": _places(entries, pager.number, size, url) if pager.last > 1 else [],
        }

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        return gettext("Diary")


def order_entries(entries: tuple[EntrySheet, ...]) -> list[EntrySheet]:
    """Return the entries that show something, the oldest first.

    By date if all have one, else by number if all have one, else as on the desk.
    """
    shown = [entry for entry in entries if _has_something(entry)]
    if all(entry.day for entry in shown):
        return sorted(shown, key=lambda entry: str(entry.day))
    if all(entry.number is not None for entry in shown):
        return sorted(shown, key=lambda entry: entry.number or 0)
    return shown


def anchor_of(entry: EntrySheet) -> str:
    """Return what links to an entry: the same for good, wherever it moves."""
    return f"entry-{entry.uuid[:8]}"


def _has_something(entry: EntrySheet) -> bool:
    return bool(entry.title or entry.text or entry.picture or entry.trailer)


def _places(entries: list[EntrySheet], shown: int, size: int, url: str) -> list[Place]:
    places = []
    for index, entry in enumerate(entries):
        page, anchor = index // size + 1, anchor_of(entry)
        is_here = page == shown
        address = f"#{anchor}" if is_here else page_address(url, page, anchor)
        places.append(Place(entry.number, entry.shown_date, entry.title, address, is_here))
    return places
