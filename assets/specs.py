"""The table of rendition specs, and what follows from it by arithmetic alone.

A new size or format is one row here. Names carry TABLE_VERSION: browsers and proxies keep a
rendition for ever, so a change that somebody is to see (another quality, crop or size under the
same name) is a new version, and all pictures are made anew in the background. A change of how long
the encoders search is none: the old file shows the same, and a file is never written twice.
"""

from dataclasses import dataclass, field, replace
from typing import Any

TABLE_VERSION = 1
# A change of the table of crops alone; pictures then get new ones in the background.
CROPS_VERSION = 1
# In pixels; from a phone at single density to a wide screen at double density.
WIDTHS = (320, 640, 960, 1440, 1920, 2560)
# The widest picture of the JPEG that is made at once, before the background work.
BASE_WIDTH = 1920
# Wider pictures are half of all pixels and the rarest sight.
WIDE = 1920
# SHA-256 has 64 hex digits; 24 of them (96 bits) never meet by chance.
NAME_DIGITS = 24


@dataclass(frozen=True)
class Format:
    """One row: how pictures are encoded; `options` are those of Pillow's encoder.

    `wide` are other ones for pictures of more than WIDE pixels.
    """

    name: str
    extension: str
    mime: str
    has_alpha: bool
    options: dict[str, Any] = field(hash=False)
    wide: dict[str, Any] = field(hash=False, default_factory=dict)

    def options_at(self, width: int) -> dict[str, Any]:
        """Return the encoder's options for a picture `width` pixels wide."""
        return self.options | self.wide if width > WIDE else self.options


# Best compression first: the browser takes the first that it knows. Qualities look alike, each
# on its own scale. At the same size AVIF of speed 8 is worse than of speed 7 by half a decibel to
# one, so only wide pictures, which take longest, get it. WebP is for the few browsers without AVIF:
# method 2 takes a third of the time of 4, for 7 % more bytes. Threads and tiles are fixed because
# the number of processors would otherwise change the bytes.
FORMATS = (
    Format(
        "avif",
        "avif",
        "image/avif",
        True,
        {"quality": 58, "speed": 7, "max_threads": 2, "autotiling": False},
        wide={"speed": 8},
    ),
    Format("webp", "webp", "image/webp", True, {"quality": 80, "method": 2}),
    Format(
        "jpeg",
        "jpg",
        "image/jpeg",
        False,
        {"quality": 82, "progressive": True, "optimize": True, "subsampling": "4:2:0"},
    ),
)
BY_NAME = {row.name: row for row in FORMATS}
AVIF, JPEG = BY_NAME["avif"], BY_NAME["jpeg"]


@dataclass(frozen=True)
class Crop:
    """One row: a part of a picture around its focal point; `code` stands in the names of its files.

    `ratio` is width to height, `widths` are pixels, rising, `most_bytes` the size above which a
    file of it is packed harder. `media` says on which screens the crop takes the place of the one
    that a page asked for.
    """

    name: str
    code: str
    ratio: tuple[int, int]
    widths: tuple[int, ...]
    formats: tuple[Format, ...] = (AVIF, JPEG)
    most_bytes: int = 0
    media: str = ""

    @property
    def is_wide(self) -> bool:
        return self.ratio[0] > self.ratio[1]


# AVIF for the browsers of today, JPEG for all others: a third format would double the work for
# one visitor in thirty.
CROPS = (
    Crop("tile", "t", (3, 2), (320, 480, 720, 960, 1280)),
    Crop("hero", "h", (16, 9), (960, 1440, 1920, 2560)),
    # A screen of 390 pixels at triple density takes 800 and not 1170: nobody sees the difference,
    # everybody waits for the bytes. It is the first thing that a phone shows.
    Crop("portrait", "p", (4, 5), (240, 480, 800), most_bytes=60_000),
    Crop("square", "s", (1, 1), (160, 320, 640)),
    # What networks show beside a link (Open Graph, 1.91:1).
    Crop("card", "c", (40, 21), (1200,), (JPEG,)),
)
CROP_BY_NAME = {crop.name: crop for crop in CROPS}
# Upright phones; the stylesheet of the picture says the same.
UPRIGHT = "(max-width: 47.99rem) and (orientation: portrait)"
# What stands in for a crop on some screens.
VARIANTS = {"hero": (replace(CROP_BY_NAME["portrait"], media=UPRIGHT, widths=(480, 800)),)}


def widths_for(width: int) -> tuple[int, ...]:
    """Return the widths made of a picture `width` pixels wide, rising; never wider than it."""
    steps = tuple(step for step in WIDTHS if step <= width)
    return (*steps, width) if width < WIDTHS[-1] and width not in steps else steps


def base_width_for(width: int) -> int:
    """Return the width of the JPEG that is there from the first moment, in pixels."""
    return max(step for step in widths_for(width) if step <= BASE_WIDTH)


def height_for(width: int, original_width: int, original_height: int) -> int:
    """Return the height that keeps the ratio at `width`, at least one pixel."""
    return max(1, round(original_height * width / original_width))
