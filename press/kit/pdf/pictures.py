"""Pictures of a kit: the site's own JPEG renditions, large enough for their place on paper.

Renditions are encoded from pixels alone, so no position, camera or name of the uploaded file gets
into a kit. What has no file yet is left out: readiness names it.
"""

from typing import Any

from django.core.files.storage import default_storage

from assets.renditions import Picture, Rendition, widths_for
from films.sheet.objects import PictureSheet
from press.kit.pdf.prose import read_blocks

# Offset printing asks for 300 dots per inch; 200 look the same on a desk printer at half the size.
DOTS = 200
MILLIMETRES = 25.4


class Pictures:
    """The files that go with the text; each once, in the largest size that a place asked for."""

    def __init__(self) -> None:
        self._widths: dict[tuple[str, str], int] = {}
        self.files: dict[str, bytes] = {}

    def take(self, sheet: PictureSheet | None, millimetres: float) -> dict[str, Any] | None:
        """Return what the template needs of a picture so wide on paper; None without a file."""
        if sheet is None:
            return None
        found = self.take_plain(sheet.picture, millimetres, sheet.alt)
        if found is None:
            return None
        return {
            **found,
            "focal": [sheet.focal_x, sheet.focal_y],
            "caption": spans_of(sheet.caption.value),
            "caption_lang": sheet.caption.language,
            "credit": sheet.credit,
        }

    def take_plain(
        self, picture: Picture, millimetres: float, alt: str, format: str = "jpeg"
    ) -> dict[str, Any] | None:
        """Return a picture without caption; `format` "webp" keeps what shines through."""
        pixels = millimetres / MILLIMETRES * DOTS
        rendition = _stored(picture, pixels, format)
        if rendition is None:
            return None
        name = rendition.name.rpartition("/")[2]
        if name not in self.files:
            with default_storage.open(rendition.name) as file:
                self.files[name] = file.read()
        ratio = picture.width / picture.height
        return {"file": name, "alt": alt, "ratio": ratio, "focal": [50, 50]}


def spans_of(markdown: str) -> list[dict[str, Any]]:
    """Return a short text as spans of one line."""
    blocks = read_blocks(markdown)
    return [span for block in blocks for span in block.get("spans", [])]


def _stored(picture: Picture, pixels: float, format: str) -> Rendition | None:
    """Return the smallest rendition that is wide enough and there, else the next best."""
    widths = widths_for(picture.width)
    enough = [width for width in widths if width >= pixels]
    order = [*enough, *reversed([width for width in widths if width < pixels])]
    renditions = (Rendition(picture.sha256, format, width) for width in order)
    return next((r for r in renditions if default_storage.exists(r.name)), None)
