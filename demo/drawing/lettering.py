"""Lettering with the font that Pillow carries (Aileron, Latin letters without accents).

Spacing is set by hand, accents are drawn: the bundled cut has neither.
"""

import unicodedata
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFont

from drawing.paint import Size

SCALE = 4
LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
PAIRS = {"AV": -0.07, "VA": -0.07, "LT": -0.08, "AT": -0.06, "TA": -0.06, "FA": -0.06, "RY": -0.03}


def _plain(letter: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", letter)
    return parts[0], parts[1:2]


def _advances(text: str, font: ImageFont.FreeTypeFont, tracking: float) -> list[float]:
    result = []
    for here, following in zip(text, text[1:] + " ", strict=True):
        kern = PAIRS.get(_plain(here)[0] + _plain(following)[0], 0)
        result.append(font.getlength(_plain(here)[0]) + font.size * (tracking + kern))
    return result


def width(text: str, size: float, tracking: float = 0.0) -> float:
    """The width of a line in pixels."""
    font = ImageFont.load_default(size=size * SCALE)
    return (sum(_advances(text, font, tracking)) - font.size * tracking) / SCALE


def line(
    canvas: Size,
    text: str,
    x: float,
    y: float,
    size: float,
    tracking: float = 0.0,
    align: float = LEFT,
    weight: float = 0.0,
) -> Image.Image:
    """A mask with one line of text: `x` by `align`, baseline at `y`, `weight` pixels bolder."""
    font = ImageFont.load_default(size=size * SCALE)
    left = x - width(text, size, tracking) * align
    height = round(size * 2)
    strip = Image.new("L", (canvas[0] * SCALE, height * SCALE))
    draw = ImageDraw.Draw(strip)
    pen, base = left * SCALE, round(size * 1.4) * SCALE
    for letter, advance in zip(text, _advances(text, font, tracking), strict=True):
        plain, accent = _plain(letter)
        draw.text((pen, base), plain, 255, font, anchor="ls", stroke_width=weight * SCALE / 2)
        if accent:
            middle = pen + font.getlength(plain) / 2
            _accent(draw, accent, middle, base, font, plain.isupper(), weight * SCALE)
        pen += advance
    layer = Image.new("L", canvas)
    layer.paste(strip.reduce(SCALE), (0, round(y) - round(size * 1.4)))
    return layer


def _accent(
    draw: ImageDraw.ImageDraw,
    accent: str,
    x: float,
    base: float,
    font: ImageFont.FreeTypeFont,
    capital: bool,
    weight: float,
) -> None:
    unit = font.size
    y = base - unit * (0.82 if capital else 0.68)
    dot = unit * 0.052 + weight / 2
    if accent == "\u0308":
        for side in (-1, 1):
            middle = x + side * unit * 0.125
            draw.ellipse((middle - dot, y - dot, middle + dot, y + dot), fill=255)
    elif accent == "\u0303":
        wave = [(-0.16, 0.03), (-0.07, -0.04), (0.07, 0.04), (0.16, -0.03)]
        draw.line([(x + a * unit, y + b * unit) for a, b in wave], 255, round(dot * 1.4), "curve")
    else:
        ends = [(x - unit * 0.05, y + unit * 0.06), (x + unit * 0.07, y - unit * 0.07)]
        draw.line(ends, 255, round(dot * 1.6))


def column(
    canvas: Size,
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    leading: float,
    tracking: float = 0.0,
    align: float = LEFT,
) -> Image.Image:
    """Several lines below each other, `leading` pixels apart."""
    result = Image.new("L", canvas)
    for number, text in enumerate(lines):
        drawn = line(canvas, text, x, y + number * leading, size, tracking, align)
        result = ImageChops.lighter(result, drawn)
    return result
