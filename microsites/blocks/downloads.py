"""Files to take away: PDFs, and pictures in high resolution."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.texts import EMPTY, Text
from films.sheet.objects import PictureSheet
from microsites.blocks.base import BlockKind
from microsites.sheet.objects import BlockSheet, EntrySheet, MicrositeSheet


@dataclass(frozen=True)
class Download:
    """A file as it stands in the list; `name` is what it is saved as, `facts` kind and size."""

    url: str
    name: str
    title: Text
    text: Text
    facts: str
    picture: PictureSheet | None = None


class Downloads(BlockKind):
    key = "downloads"
    label = _("Downloads")
    help = _("PDFs such as press books and lesson plans, and pictures as wallpapers or posters.")
    fields = ("heading", "text")
    entry_fields = ("title", "text", "file", "image", "ends_on")
    entries_label = _("Files and pictures")

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        made = (_make(entry, site) for entry in block.entries)
        files = [download for download in made if download]
        return {"files": files} if files else None

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        return gettext("Downloads")


def _make(entry: EntrySheet, site: MicrositeSheet) -> Download | None:
    """Return the entry's file; a picture beside a file shows what is in it."""
    if entry.file:
        facts = f"{entry.file.extension.upper()}, {filesizeformat(entry.file.size)}"
        title = entry.title or Text(entry.file.name)
        return Download(entry.file.url, entry.file.name, title, entry.text, facts, entry.picture)
    if entry.picture is None:
        return None
    largest = entry.picture.picture.largest
    name = f"{site.film.key}-{entry.picture.key}.{largest.url.rpartition('.')[2]}"
    title = entry.title or entry.picture.caption or Text(gettext("Picture"), site.language)
    facts = f"JPEG, {largest.width} × {largest.height}"
    return Download(largest.url, name, title, entry.text or EMPTY, facts, entry.picture)
