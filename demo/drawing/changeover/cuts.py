"""A linocut in one black: light is what the gouge takes away."""

import math

from PIL import Image, ImageChops

from drawing import prints
from drawing.paint import (
    Point,
    Size,
    blur,
    drawn,
    rough,
    times,
)

STILL: Size = (1800, 1200)
POSTER: Size = (1000, 1500)
INK, STOCK = "#15130f", "#efe7d6"


def pull(cut: Image.Image, seed: int) -> Image.Image:
    """Print the block: black everywhere but where it was cut, with a hand-rubbed unevenness."""
    sheet = prints.paper(cut.size, STOCK, seed)
    block = ImageChops.invert(rough(cut, seed + 1, cell=5, soft=0.9, amount=0.16))
    printed = prints.ink(sheet, INK, block, (0, 0), seed + 2, 240)
    return blur(printed, 1.05).convert("L")


def away_from(x: float, y: float):
    """A cutting direction that radiates from a point."""
    return lambda a, b: math.atan2(b - y, a - x)


def around(x: float, y: float):
    """A cutting direction in circles around a point."""
    return lambda a, b: math.atan2(b - y, a - x) + math.pi / 2


def along(angle: float):
    """One cutting direction everywhere."""
    return lambda a, b: angle


def cone(size: Size, tip: Point, ends: tuple[Point, Point]) -> Image.Image:
    """The shape of a beam of light."""
    return drawn(size, lambda p: p.polygon([tip, *ends]), 2)


def both(*masks: Image.Image) -> Image.Image:
    """Everything that any of the masks cuts."""
    result = masks[0]
    for mask in masks[1:]:
        result = ImageChops.lighter(result, mask)
    return result


def without(mask: Image.Image, *others: Image.Image) -> Image.Image:
    """A mask less others."""
    for other in others:
        mask = ImageChops.subtract(mask, other)
    return mask


def lit_edge(mask: Image.Image, dx: int, dy: int) -> Image.Image:
    """A thin cut along the side of a form that faces the light."""
    return times(without(mask, ImageChops.offset(mask, dx, dy)), mask)


def cue_mark(size: Size, x: float, y: float, radius: float) -> Image.Image:
    """The punched circle that tells the projectionist: now."""
    ring = drawn(size, lambda p: p.disc(x, y, radius))
    return without(ring, drawn(size, lambda p: p.disc(x, y, radius * 0.74)))
