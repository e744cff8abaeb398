"""Heads in lino: a modelled head gives the light, the gouge follows its forms."""

import math
from collections.abc import Callable, Sequence

from PIL import Image, ImageChops

from drawing import prints
from drawing.changeover.cuts import both
from drawing.paint import contrast, level, times
from drawing.portraits.bust import Bust


def cut_bust(
    bust: Bust,
    way: Callable[[float, float], float],
    seed: int,
    step: float = 7,
    length: float = 26,
    dark: Sequence[int] = (),
) -> Image.Image:
    """White where the light is strong, strokes where it fades, black in the shadow."""
    light = bust.light()
    solid = contrast(light, 0.5, 0.56)
    for number in dark:
        solid = ImageChops.subtract(solid, bust.mask(number))
    middle = ImageChops.subtract(contrast(light, 0.06, 0.7), solid)
    strokes = prints.carve(level(middle, 1.5), way, seed, step, length)
    edge = contrast(bust.light(back=True), 0.55, 0.62)
    return times(both(solid, strokes, edge), bust.mask())


def fanned(x: float, y: float, bend: float = 0.0) -> Callable[[float, float], float]:
    """Strokes that run around a point, a little towards it."""
    return lambda a, b: math.atan2(b - y, a - x) + math.pi / 2 + bend
