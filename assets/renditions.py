"""Renditions: the re-encoded pictures that the public gets instead of the uploaded files.

A rendition is a value: name, address and size follow from (content, format, width), so a page
that shows sixty stills opens no file and asks no database.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.core.files.storage import default_storage

from assets.cropping import crop_height, crop_widths, focus_in, is_made
from assets.making import make_base, make_renditions, store_original
from assets.naming import crop_name_of, original_name_of, rendition_name_of
from assets.specs import (
    BY_NAME,
    CROP_BY_NAME,
    FORMATS,
    JPEG,
    VARIANTS,
    Crop,
    base_width_for,
    height_for,
    widths_for,
)

__all__ = [
    "Cropped",
    "Picture",
    "Rendition",
    "Served",
    "make_base",
    "make_renditions",
    "original_name_of",
    "store_original",
    "widths_for",
]


def url_base() -> str:
    """Return what stands before a rendition's name in its address; nothing in a name is quoted.

    A page with sixty pictures joins a thousand addresses, so the storage is asked for this alone.
    """
    return str(default_storage.url(""))


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
        return url_base() + self.name


class Served(NamedTuple):
    """What `<img>` needs: address, width and height in pixels."""

    url: str
    width: int
    height: int


class Source(NamedTuple):
    """What `<source>` needs; width and height in pixels keep the place until the file is there."""

    mime: str
    srcset: str
    media: str
    width: int
    height: int


@dataclass(frozen=True)
class Cropped:
    """A picture as one place shows it; where the focal point lies in it, in percent."""

    sources: tuple[Source, ...]
    fallback: Served
    focus: tuple[int, int]


# Browsers that know none of the formats get one file, large enough for most places.
FALLBACK_WIDTH = 960


@dataclass(frozen=True)
class Picture:
    """All renditions of one picture; width and height in pixels, as it is looked at.

    `is_complete` is set when the background work has made them all; until then there is the
    base JPEG only. `is_cropped` says the same of the crops around the focal point (percent), which
    are made last; until then a crop is the whole picture, and the page cuts it.
    """

    sha256: str
    width: int
    height: int
    is_complete: bool
    focal_x: int = 50
    focal_y: int = 50
    is_cropped: bool = False
    tone: str = ""

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

    @property
    def card(self) -> Served:
        """For networks that show a picture beside a link: JPEG, 1.91:1 if it can be."""
        crop = CROP_BY_NAME["card"]
        return self._cropped_jpeg(crop) if self._has(crop) else self.fallback

    def cropped(self, name: str) -> Cropped:
        """Return the picture for a place that shows this crop, "" for the whole picture.

        Raises KeyError for a name that is not in the table.
        """
        if not name:
            return self._whole
        crop = CROP_BY_NAME[name]
        variants = [variant for variant in VARIANTS.get(name, ()) if self._has(variant)]
        sources = [source for variant in variants for source in self._crop_sources(variant)]
        if not self._has(crop):
            whole = self._whole
            return Cropped((*sources, *whole.sources), whole.fallback, whole.focus)
        return Cropped(
            (*sources, *self._crop_sources(crop)),
            self._cropped_jpeg(crop),
            focus_in(crop, self._size, self._focal),
        )

    @property
    def _size(self) -> tuple[int, int]:
        return self.width, self.height

    @property
    def _focal(self) -> tuple[int, int]:
        return self.focal_x, self.focal_y

    @property
    def _whole(self) -> Cropped:
        sources = (Source(mime, srcset, "", 0, 0) for mime, srcset in self.sources)
        return Cropped(tuple(sources), self.fallback, self._focal)

    def _has(self, crop: Crop) -> bool:
        return self.is_cropped and is_made(crop, self._size)

    def _crop_sources(self, crop: Crop) -> list[Source]:
        widths, base = crop_widths(crop, self._size), url_base()
        found = []
        for row in crop.formats:
            names = (self._crop_name(crop, width, row.extension) for width in widths)
            urls = (f"{base}{name} {width}w" for name, width in zip(names, widths, strict=True))
            size = (widths[-1], crop_height(crop, widths[-1]))
            found.append(Source(row.mime, ", ".join(urls), crop.media, *size))
        return found

    def _cropped_jpeg(self, crop: Crop) -> Served:
        widths = crop_widths(crop, self._size)
        fitting = [width for width in widths if width <= max(FALLBACK_WIDTH, crop.widths[0])]
        width = fitting[-1] if fitting else widths[0]
        url = url_base() + self._crop_name(crop, width, JPEG.extension)
        return Served(url, width, crop_height(crop, width))

    def _crop_name(self, crop: Crop, width: int, extension: str) -> str:
        return crop_name_of(self.sha256, crop, self._focal, width, extension)

    def height_at(self, width: int) -> int:
        return height_for(width, self.width, self.height)

    def _served(self, width: int) -> Served:
        url = Rendition(self.sha256, "jpeg", width).url
        return Served(url, width, self.height_at(width))

    def _srcset(self, format_name: str) -> str:
        renditions = (
            Rendition(self.sha256, format_name, width) for width in widths_for(self.width)
        )
        base = url_base()
        return ", ".join(f"{base}{rendition.name} {rendition.width}w" for rendition in renditions)
