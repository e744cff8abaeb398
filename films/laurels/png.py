"""A laurel as PNG, 2000 pixels wide, transparent, for those who cannot use SVG."""

from functools import cache, lru_cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

from films.laurels.branches import make_leaves, make_stems, outline
from films.laurels.layout import FONT, HEIGHT, WIDTH, set_lines
from films.laurels.svg import INKS
from films.laurels.wording import Laurel

PIXELS = 2000
# Drawn so many times larger, then reduced: Pillow's polygons have hard edges.
FINER = 2


def can_draw(laurel: Laurel) -> bool:
    """Tell whether our font knows every letter; a picture with empty boxes is none."""
    missing = _shape("\uffff")
    return all(_shape(letter) != missing for letter in set(laurel.spoken) if not letter.isspace())


def draw_png(laurel: Laurel, ink: str) -> bytes:
    """Return the picture in one of the two inks."""
    scale = PIXELS * FINER / WIDTH
    mask = _branches().copy()
    draw = ImageDraw.Draw(mask)
    for line in set_lines(laurel):
        font = ImageFont.truetype(str(FONT), line.size * scale)
        draw.text((mask.width / 2, line.y * scale), line.text, 255, font, anchor="ms")
    picture = Image.new("RGB", (PIXELS, PIXELS * HEIGHT // WIDTH), ImageColor.getrgb(INKS[ink]))
    picture.putalpha(mask.resize(picture.size, Image.Resampling.BOX))
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


@cache
def _branches() -> Image.Image:
    scale = PIXELS * FINER / WIDTH
    mask = Image.new("L", (PIXELS * FINER, PIXELS * FINER * HEIGHT // WIDTH), 0)
    draw = ImageDraw.Draw(mask)
    for shape in (*(outline(leaf) for leaf in make_leaves()), *make_stems()):
        draw.polygon([(x * scale, y * scale) for x, y in shape], fill=255)
    return mask


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), 20)


@lru_cache(2048)
def _shape(letter: str) -> bytes:
    return bytes(_font().getmask(letter))
