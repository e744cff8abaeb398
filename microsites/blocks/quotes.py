"""What the press wrote, from the record."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from microsites.blocks.base import BlockKind
from microsites.sheet.objects import BlockSheet, MicrositeSheet


class Quotes(BlockKind):
    key = "quotes"
    label = _("Press quotes")
    help = _("From the record, with where they come from; those that stand out come first.")
    fields = ("heading", "text", "amount")
    variants = (
        ("list", _("List")),
        ("single", _("One, large")),
        ("slider", _("Side by side, to scroll")),
    )
    is_from_record = True

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        form = self.variant_of(block)
        amount = 1 if form == "single" else block.amount or None
        quotes = site.film.quotes[:amount]
        if not quotes:
            return None
        if form == "slider" and len(quotes) == 1:
            form = "single"
        return {"form": form, "quotes": quotes}

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        return gettext("Press")
