"""The ground of the steppe: swells, brushed earth, feather grass."""

import math
from random import Random

from PIL import Image

from drawing import noise
from drawing.paint import (
    Colour,
    Pen,
    Size,
    blur,
    contrast,
    drawn,
    lay,
    level,
    mix,
    ramp,
    vignette,
)


def steppe(size: Size, horizon: float, swell: float, seed: int) -> Image.Image:
    """The mask of a ground line that rises and falls by about `swell` pixels."""
    random = Random(seed)
    waves = [(random.uniform(0.7, 3.2), random.uniform(0, 6.3), random.random()) for _ in range(5)]

    def height(x: float) -> float:
        part = x / size[0]
        return horizon + swell * sum(a * math.sin(f * part * 3 + p) for f, p, a in waves) / 2.2

    points = [(x, height(x)) for x in range(-10, size[0] + 11, 10)]
    outline = [*points, (size[0] + 10, size[1] + 10), (-10, size[1] + 10)]
    return drawn(size, lambda pen: pen.polygon(outline), scale=2)


def gradient_across(size: Size, stops: list[tuple[float, int]]) -> Image.Image:
    """A mask that changes from left to right through (x, grey)."""
    turned = ramp((size[1], size[0]), [(x / size[0], value) for x, value in stops])
    return turned.transpose(Image.Transpose.ROTATE_90).transpose(Image.Transpose.FLIP_TOP_BOTTOM)


def brushed(size: Size, colours: tuple[str, str, str], seed: int) -> Image.Image:
    """Ground painted in long flat strokes of three colours."""
    field = Image.new("RGB", size, colours[0])
    lay(field, colours[1], contrast(noise.fbm(size, (520, 46), seed), 0.35, 0.75))
    lay(field, colours[2], level(contrast(noise.fbm(size, (300, 12), seed + 9), 0.6, 0.8), 0.6))
    return field


def blades(pen: Pen, random: Random, x: float, y: float, high: float, wind: float) -> None:
    """One tuft: a few thin blades that bend with the wind."""
    for _ in range(random.randint(4, 9)):
        up = high * random.uniform(0.35, 1.0) ** 0.8
        lean = up * random.gauss(wind, 0.22)
        wide = max(0.7, high * 0.022) * random.uniform(0.7, 1.2)
        spine = [(x + lean * t * t, y - up * t, wide * (1 - t)) for t in (0, 0.3, 0.55, 0.8, 1)]
        left = [(a - r, b) for a, b, r in spine]
        pen.polygon([*left, *[(a + r, b) for a, b, r in reversed(spine)]])
        x += random.gauss(0, high * 0.12)


def meadow(
    image: Image.Image,
    top: float,
    colours: tuple[Colour, Colour],
    seed: int,
    tall: float = 46,
    wind: float = 0.4,
    rows: int = 6,
) -> None:
    """Feather grass from `top` down to the lower edge, row by row from the far to the near colour.

    `tall` is the height in pixels of the nearest row, which lies a little out of focus.
    """
    random = Random(seed)
    width, height = image.size
    span = height + tall * 0.25 - top
    for row in range(rows):
        start, end = (row / rows) ** 1.4, ((row + 1) / rows) ** 1.4
        count = round(width / (tall * (0.05 + 0.30 * end)) * (1.2 if row < rows - 1 else 0.8))

        def tufts(pen: Pen, start=start, end=end, count=count) -> None:
            places = sorted(random.uniform(start, end) for _ in range(count))
            for part in places:
                high = tall * (0.16 + 0.84 * part) * random.uniform(0.6, 1.15)
                blades(
                    pen, random, random.uniform(-high, width + high), top + span * part, high, wind
                )

        mask = drawn(image.size, tufts, 2)
        if row == rows - 1:
            mask = blur(mask, tall * 0.03)
        lay(image, mix(*colours, (row / (rows - 1)) ** 0.7), level(mask, 0.7 + 0.3 * end))


def ground(
    image: Image.Image,
    horizon: float,
    swell: float,
    colours: tuple[str, str, str],
    seed: int,
) -> Image.Image:
    """Lay one swell of brushed earth over the picture and return its mask."""
    mask = steppe(image.size, horizon, swell, seed)
    lay(image, brushed(image.size, colours, seed + 1), mask)
    return mask


def finish(image: Image.Image, seed: int, dark: float = 0.55, strength: int = 4) -> Image.Image:
    """Corners and film grain."""
    vignette(image, dark, "#04060f")
    return noise.grain(image, seed, strength)
