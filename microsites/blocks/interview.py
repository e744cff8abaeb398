"""Questions and answers."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from microsites.blocks.base import BlockKind
from microsites.sheet.objects import BlockSheet, MicrositeSheet


class Interview(BlockKind):
    key = "interview"
    label = _("Interview")
    help = _("Each entry is a question (title) with its answer (text). The text stands before.")
    fields = ("heading", "text", "image")
    entry_fields = ("title", "text", "image")
    entries_label = _("Questions and answers")

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        entries = tuple(entry for entry in block.entries if entry.title or entry.text)
        return {"entries": entries} if entries else None

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        return gettext("Interview")
