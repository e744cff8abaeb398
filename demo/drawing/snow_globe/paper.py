"""Cut paper: sheets laid over each other, each with its shadow; and one red thread."""

import itertools
import math
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from PIL import Image, ImageChops

from drawing import noise
from drawing.paint import Pen, Point, Size, blur, curve, drawn, lay, level, rgb, times

STILL: Size = (1800, 1200)
POSTER: Size = (1000, 1500)
WHITE, PALE, ICE, COLD, DEEP, NIGHT = (
    "#fbfcfb",
    "#e3eef4",
    "#bfd9e8",
    "#8fb8d1",
    "#5d8fb3",
    "#2f5f88",
)
SHADE, RED = "#24506f", "#d3242b"


@cache
def tooth(size: Size) -> Image.Image:
    """Return the surface of the paper: a grey picture around the middle."""
    fine = noise.fbm(size, (4, 4), 71, 2)
    return Image.blend(fine, noise.fbm(size, (240, 180), 72, 3), 0.45)


def fill(size: Size, tint: str) -> Image.Image:
    """Return a whole sheet of one colour."""
    bright = tuple(min(255, round(v * 1.02 + 1)) for v in rgb(tint))
    dark = tuple(round(v * 0.955) for v in rgb(tint))
    sheet = Image.new("RGB", size, dark)
    lay(sheet, bright, tooth(size))
    return sheet


class Stack:
    """A pile of paper, seen from above; the light comes from the upper left."""

    def __init__(self, size: Size, tint: str) -> None:
        self.size = size
        self.image = fill(size, tint)

    def shadow(self, mask: Image.Image, lift: float, strength: float = 1.0) -> None:
        """Let a sheet `lift` pixels up cast its shadow."""
        for reach, soft, weight in ((1.0, 0.9, 0.34), (0.35, 0.30, 0.26)):
            moved = Image.new("L", self.size)
            moved.paste(mask, (round(lift * reach * 0.62), round(lift * reach * 0.86)))
            lay(self.image, SHADE, level(blur(moved, lift * soft), weight * strength))

    def sheet(
        self,
        mask: Image.Image,
        tint: str,
        lift: float,
        clip: Image.Image | None = None,
        strength: float = 1.0,
    ) -> None:
        """Lay a sheet in the shape of `mask`; with `clip` only what lies inside is seen."""
        before = self.image.copy()
        self.shadow(mask, lift, strength)
        lay(self.image, fill(self.size, tint), mask)
        light = ImageChops.subtract(mask, ImageChops.offset(mask, 2, 2))
        lay(self.image, "#ffffff", level(light, 0.75))
        dark = ImageChops.subtract(mask, ImageChops.offset(mask, -2, -2))
        lay(self.image, SHADE, level(dark, 0.16))
        if clip is not None:
            before.paste(self.image, (0, 0), clip)
            self.image = before

    def hole(self, mask: Image.Image, tint: str | Image.Image, lift: float) -> None:
        """Cut an opening into the topmost sheet; what lies below is `tint`."""
        below = tint if isinstance(tint, Image.Image) else fill(self.size, tint)
        around = ImageChops.invert(mask)
        inner = Stack.__new__(Stack)
        inner.size, inner.image = self.size, below.copy()
        inner.shadow(around, lift)
        lay(self.image, inner.image, mask)
        edge = ImageChops.subtract(around, ImageChops.offset(around, -2, -2))
        lay(self.image, "#ffffff", level(edge, 0.8))

    def thread(
        self, points: Sequence[Point], width: float, lift: float, clip: Image.Image | None = None
    ) -> None:
        """Lay the red thread through all points."""
        path = curve(points)
        mask = drawn(self.size, lambda pen: pen.line(path, width))
        if clip is not None:
            mask = times(mask, clip)
        self.shadow(mask, lift, 1.25)
        lay(self.image, RED, mask)
        strands = drawn(self.size, lambda pen: twist(pen, path, width))
        lay(self.image, "#f0716a", level(times(strands, mask), 0.85))
        edge = ImageChops.subtract(mask, ImageChops.offset(mask, -1, -2))
        lay(self.image, "#8d1220", level(edge, 0.55))


def twist(pen: Pen, path: Sequence[Point], width: float) -> None:
    """Draw the strands of a thread as short slanted strokes."""
    far = 0.0
    for (x1, y1), (x2, y2) in itertools.pairwise(path):
        length = math.hypot(x2 - x1, y2 - y1)
        far += length
        if length and far > width * 0.9:
            far = 0.0
            ux, uy = (x2 - x1) / length, (y2 - y1) / length
            a = (x1 - ux * width * 0.4 - uy * width * 0.4, y1 - uy * width * 0.4 + ux * width * 0.4)
            b = (x1 + ux * width * 0.4 + uy * width * 0.4, y1 + uy * width * 0.4 - ux * width * 0.4)
            pen.line([a, b], width * 0.20)


def circle(size: Size, x: float, y: float, radius: float) -> Image.Image:
    """Return a round mask."""
    return drawn(size, lambda pen: pen.disc(x, y, radius), 2)


def snow(
    size: Size, seed: int, count: int, radii: tuple[float, float], keep: Callable[[Point], bool]
) -> Image.Image:
    """Return punched flakes as a mask."""
    random = Random(seed)
    pen = Pen(size, 2)
    for _ in range(count):
        x, y = random.uniform(0, size[0]), random.uniform(0, size[1])
        if keep((x, y)):
            pen.disc(x, y, radii[0] + (radii[1] - radii[0]) * random.random() ** 2)
    return pen.mask()


def glass(stack: Stack, x: float, y: float, radius: float) -> None:
    """Put the glass over a round scene: darker towards the rim, two reflections."""
    inside = circle(stack.size, x, y, radius)
    middle = blur(
        circle(stack.size, x - radius * 0.02, y - radius * 0.03, radius * 0.90), radius * 0.07
    )
    rim = times(inside, ImageChops.invert(middle))
    lay(stack.image, DEEP, level(rim, 0.62))
    edge = ImageChops.subtract(inside, circle(stack.size, x, y, radius - 5))
    lay(stack.image, "#f4fafc", level(edge, 0.7))
    outer = circle(stack.size, x - radius * 0.02, y - radius * 0.02, radius * 0.93)
    inner = circle(stack.size, x + radius * 0.05, y + radius * 0.045, radius * 0.945)
    crescent = ImageChops.subtract(outer, inner)
    top = drawn(
        stack.size,
        lambda pen: pen.polygon(
            [
                (x, y),
                (x - radius * 1.3, y - radius * 0.12),
                (x - radius, y - radius * 1.3),
                (x - radius * 0.1, y - radius * 1.3),
            ]
        ),
        1,
    )
    lay(stack.image, "#ffffff", level(blur(times(crescent, blur(top, radius * 0.08)), 3), 0.82))
    low_outer = circle(stack.size, x, y, radius * 0.95)
    low_inner = circle(stack.size, x - radius * 0.035, y - radius * 0.035, radius * 0.95)
    low = times(ImageChops.subtract(low_outer, low_inner), inside)
    lay(stack.image, "#ffffff", level(blur(low, 6), 0.5))


def wavy(size: Size, seed: int, x: float, y: float, radius: float, swing: float) -> Image.Image:
    """Return a sheet with a cut-out hole whose edge swings around a circle."""
    random = Random(seed)
    phases = [(n, random.uniform(0, 6.28), random.uniform(0.4, 1)) for n in (2, 3, 5, 7)]
    outline = []
    for step in range(180):
        angle = step / 180 * 2 * math.pi
        far = sum(math.sin(n * angle + phase) * size_ / n for n, phase, size_ in phases)
        reach = radius + swing * far
        outline.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    hole = drawn(size, lambda pen: pen.polygon(outline), 2)
    return ImageChops.invert(hole)
