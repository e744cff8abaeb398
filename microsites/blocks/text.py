"""Running text: the editor's own, or what the film is about."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from microsites.blocks.base import BlockKind
from microsites.sheet.objects import BlockSheet, MicrositeSheet

BESIDE = ("left", "right")


class Text(BlockKind):
    key = "text"
    label = _("Text")
    help = _(
        "Without a text and a picture: the film’s synopsis, from the record, and the poster beside "
        "it if a form with a picture is chosen."
    )
    fields = ("heading", "text", "image")
    variants = (
        ("one", _("One column")),
        ("two", _("Two columns")),
        ("left", _("Picture on the left")),
        ("right", _("Picture on the right")),
    )

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        film, form = site.film, self.variant_of(block)
        is_own = bool(block.text or block.picture)
        text = block.text if is_own else film.synopsis
        if not text and not block.picture:
            return None
        poster = film.poster if form in BESIDE and not is_own else None
        picture = block.picture or poster
        if form in BESIDE and not (picture and text):
            form = "one"
        lead = None if is_own else film.lead_text
        return {"form": form, "text": text, "lead": lead, "picture": picture}

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        return "" if block.text or block.picture else gettext("Synopsis")
