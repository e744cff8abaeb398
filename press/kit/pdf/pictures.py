"""Pictures of a kit: the site's own JPEG renditions, large enough for their place on paper.

Renditions are encoded from pixels alone, so no position, camera or name of the uploaded file gets
into a kit. A picture whose files are lost or broken is left out, and logged; readiness names it.
"""

import logging
from io import BytesIO
from typing import Any

from django.core.files.storage import default_storage
from PIL import Image as PillowImage
from PIL import ImageStat

from assets.renditions import Picture, Rendition, widths_for
from films.sheet.objects import PictureSheet

# Offset printing asks for 300 dots per inch; 200 look the same on a desk printer at half the size.
DOTS = 200
MILLIMETRES = 25.4
# Of a picture that is encoded a second time.
QUALITY = 90
# How files of a rendition begin and end: what was cut off in writing would stop the typesetter.
JPEG_START, JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
# Mean brightness of what is seen of a logo, 0 to 255, above which it needs a dark ground.
PALE = 200
logger = logging.getLogger(__name__)


class Pictures:
    """The files that go with the text; each once, in the largest size that a place asked for."""

    def __init__(self) -> None:
        self._widths: dict[tuple[str, str], int] = {}
        self.files: dict[str, bytes] = {}

    def take(
        self, sheet: PictureSheet | None, millimetres: float, cut: float = 0
    ) -> dict[str, Any] | None:
        """Return what the template needs of a picture so wide on paper; None without a file.

        `cut` is the ratio of the field that it fills, 0 for a picture that is shown whole.
        """
        if sheet is None:
            return None
        found = self.take_plain(sheet.picture, millimetres, sheet.alt)
        if found is None:
            return None
        if cut:
            found = self._cut(found, cut, (sheet.focal_x, sheet.focal_y))
        return {
            "focal": [sheet.focal_x, sheet.focal_y],
            "caption": spans_of(sheet.caption.value),
            "caption_lang": sheet.caption.language,
            "credit": sheet.credit,
            **found,
        }

    def take_plain(
        self, picture: Picture, millimetres: float, alt: str, format: str = "jpeg"
    ) -> dict[str, Any] | None:
        """Return a picture without caption; `format` "webp" keeps what shines through."""
        pixels = millimetres / MILLIMETRES * DOTS
        best, *others = _by_fitness(picture, pixels, format)
        for rendition in (best, *others):
            name = rendition.name.rpartition("/")[2]
            if name in self.files or self._load(rendition, best.width):
                return {"file": name, "alt": alt, "ratio": picture.width / picture.height}
        logger.warning("No file of the picture “%s” (%s) can be read.", alt, picture.sha256)
        return None

    def _load(self, rendition: Rendition, width: int) -> bool:
        """Take the file in, no wider than it need be; False if it is lost or broken."""
        try:
            with default_storage.open(rendition.name) as file:
                content = file.read()
        except OSError:
            return False
        if not is_whole(content):
            return False
        if rendition.width > width:
            content = _shrink(content, width)
        self.files[rendition.name.rpartition("/")[2]] = content
        return True

    def _cut(self, found: dict[str, Any], cut: float, focal: tuple[int, int]) -> dict[str, Any]:
        """Return the picture without what a field of this ratio does not show of its sides.

        What only a mask hides would still count, and be found, as a part of the page.
        """
        if found["ratio"] <= cut:
            return found
        with PillowImage.open(BytesIO(self.files[found["file"]])) as image:
            width = round(image.height * cut)
            left = min(max(0, round(image.width * focal[0] / 100 - width / 2)), image.width - width)
            part = image.convert("RGB").crop((left, 0, left + width, image.height))
            part.save(out := BytesIO(), "JPEG", quality=QUALITY, optimize=True)
        name = f"{cut:.2f}-{found['file']}"
        self.files[name] = out.getvalue()
        return {**found, "file": name, "ratio": width / part.height, "focal": [50, focal[1]]}


def _shrink(content: bytes, width: int) -> bytes:
    """Return the picture in a width that the worker has not made yet: 24 large ones are too many
    for the memory of a typesetter."""
    with PillowImage.open(BytesIO(content)) as image:
        image.draft(image.mode, (width, round(image.height * width / image.width)))
        image.thumbnail((width, image.height), PillowImage.Resampling.LANCZOS)
        options = {"optimize": True} if image.format == "JPEG" else {}
        small = image.copy()
        small.save(out := BytesIO(), image.format, quality=QUALITY, **options)
    return out.getvalue()


def spans_of(caption: str) -> list[dict[str, Any]]:
    """Return a caption as spans: plain words, as on the site; “1. May” is no list."""
    return [{"text": caption, "marks": [], "url": ""}] if caption else []


def is_whole(content: bytes) -> bool:
    """Tell whether a JPEG or WebP has its beginning and its end; the pixels are not looked at."""
    if content.startswith(b"RIFF"):
        return len(content) >= int.from_bytes(content[4:8], "little") + 8
    return content.startswith(JPEG_START) and content.rstrip(b"\0").endswith(JPEG_END)


def is_pale(content: bytes) -> bool:
    """Tell whether a cut-out logo is made for dark ground: white on white nobody would see."""
    with PillowImage.open(BytesIO(content)) as image:
        if "A" not in image.getbands():
            return False
        small = image.convert("LA")
        small.thumbnail((96, 96))
        # Only what is more than half opaque counts.
        mask = small.getchannel("A").point(lambda alpha: 255 * (alpha > 127))
        seen = ImageStat.Stat(small.getchannel("L"), mask)
    return seen.count[0] > 0 and seen.mean[0] > PALE


def _by_fitness(picture: Picture, pixels: float, format: str) -> list[Rendition]:
    """Return the renditions: the smallest that is wide enough first, then the next best."""
    widths = widths_for(picture.width)
    enough = [width for width in widths if width >= pixels]
    order = [*enough, *reversed([width for width in widths if width < pixels])]
    return [Rendition(picture.sha256, format, width) for width in order]
