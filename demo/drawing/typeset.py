"""Lettering in the typefaces of `fonts/` (open licences beside them; Latin letters)."""

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parent / "fonts"
LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0


@cache
def font(face: str, size: float) -> ImageFont.FreeTypeFont:
    """Return a face by its file name, e.g. `anton-400-normal`, `size` pixels high."""
    return ImageFont.truetype(FONTS / f"{face}.ttf", size)


def width(text: str, face: str, size: float, tracking: float = 0.0) -> float:
    """Return the width of a line in pixels; `tracking` in parts of the size."""
    lengths = sum(font(face, size).getlength(letter) for letter in text)
    return lengths + tracking * size * (len(text) - 1) if tracking else _whole(text, face, size)


def _whole(text: str, face: str, size: float) -> float:
    return font(face, size).getlength(text)


def line(
    canvas: tuple[int, int],
    text: str,
    x: float,
    y: float,
    face: str,
    size: float,
    tracking: float = 0.0,
    align: float = LEFT,
) -> Image.Image:
    """Return a mask ("L") with one line: `x` by `align`, baseline at `y`, twice oversampled."""
    big = font(face, size * 2)
    mask = Image.new("L", (canvas[0] * 2, canvas[1] * 2))
    draw = ImageDraw.Draw(mask)
    left = (x - width(text, face, size, tracking) * align) * 2
    if not tracking:
        draw.text((left, y * 2), text, 255, big, anchor="ls")
    else:
        for letter in text:
            draw.text((left, y * 2), letter, 255, big, anchor="ls")
            left += big.getlength(letter) + tracking * size * 2
    return mask.resize(canvas, Image.Resampling.LANCZOS)


def fit(text: str, face: str, room: float, tracking: float = 0.0) -> float:
    """Return the size at which a line is `room` pixels wide."""
    return 100 * room / width(text, face, 100, tracking)
