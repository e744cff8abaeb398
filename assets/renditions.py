"""Renditions: the re-encoded pictures that the public gets instead of the uploaded files.

A rendition is a value: name, address and size follow from (content, format, width), so a page
that shows sixty stills opens no file and asks no database.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.core.files.storage import default_storage

from assets.making import make_base, make_renditions, store_original
from assets.naming import original_name_of, rendition_name_of
from assets.specs import BY_NAME, FORMATS, base_width_for, height_for, widths_for

__all__ = [
    "Picture",
    "Rendition",
    "Served",
    "make_base",
    "make_renditions",
    "original_name_of",
    "store_original",
    "widths_for",
]


@dataclass(frozen=True)
class Rendition:
    """One public file; `format` is the name of a row of `specs.FORMATS`, width in pixels."""

    sha256: str
    format: str
    width: int

    @property
    def name(self) -> str:
        return rendition_name_of(self.sha256, self.width, BY_NAME[self.format].extension)

    @property
    def url(self) -> str:
        return default_storage.url(self.name)


class Served(NamedTuple):
    """What `<img>` needs: address, width and height in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """All renditions of one picture; width and height in pixels, as it is looked at.

    `is_complete` is set when the background work has made them all; until then there is the
    base JPEG only.
    """

    sha256: str
    width: int
    height: int
    is_complete: bool

    @property
    def sources(self) -> list[tuple[str, str]]:
        """(type, srcset) for each `<source>`, the smallest files first."""
        if not self.is_complete:
            return []
        return [(row.mime, self._srcset(row.name)) for row in FORMATS]

    @property
    def fallback(self) -> Served:
        """The JPEG that is there from the first moment."""
        return self._served(base_width_for(self.width))

    @property
    def smallest(self) -> Served:
        """For lists and previews."""
        return self._served(widths_for(self.width)[0]) if self.is_complete else self.fallback

    @property
    def largest(self) -> Served:
        """For the press and for print."""
        return self._served(widths_for(self.width)[-1]) if self.is_complete else self.fallback

    def height_at(self, width: int) -> int:
        return height_for(width, self.width, self.height)

    def _served(self, width: int) -> Served:
        url = Rendition(self.sha256, "jpeg", width).url
        return Served(url, width, self.height_at(width))

    def _srcset(self, format_name: str) -> str:
        renditions = (
            Rendition(self.sha256, format_name, width) for width in widths_for(self.width)
        )
        return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)
