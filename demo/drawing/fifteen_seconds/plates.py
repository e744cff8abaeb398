"""Three inks on a risograph, petrol, yellow and coral, and what the islands consist of."""

import math
from random import Random

from PIL import Image

from drawing import prints
from drawing.paint import (
    Pen,
    Point,
    Size,
    blur,
    curve,
    drawn,
    glow,
    rough,
    times,
)

STILL: Size = (1800, 1200)
POSTER: Size = (1000, 1500)
STOCK, PETROL, YELLOW, CORAL = "#f3ead8", "#0f4560", "#ffc52e", "#f0604a"


class Plates:
    """Three densities, one for each ink."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.petrol = Image.new("L", size)
        self.yellow = Image.new("L", size)
        self.coral = Image.new("L", size)

    def cut(self, mask: Image.Image, petrol: int = 0, yellow: int = 0, coral: int = 0) -> None:
        """Set the density of all three plates inside a mask (0 to 255)."""
        for plate, value in ((self.petrol, petrol), (self.yellow, yellow), (self.coral, coral)):
            plate.paste(value, (0, 0), mask)

    def pull(self, seed: int, dots: int = 68) -> Image.Image:
        """Print the sheet: yellow, coral, petrol."""
        sheet = prints.paper(self.size, STOCK, seed)
        coral = prints.halftone(self.coral, dots, (5, 2), 0.16)
        petrol = prints.halftone(self.petrol, dots, (4, 4), 0.13)
        sheet = prints.ink(sheet, YELLOW, self.yellow, (3, -2), seed + 1)
        sheet = prints.ink(sheet, CORAL, coral, (-2, 2), seed + 2)
        return blur(prints.ink(sheet, PETROL, petrol, (0, 0), seed + 3), 0.9)


def tower(plates: Plates, x: float, base: float, tall: float) -> Point:
    """A lighthouse with its gallery; returns the middle of the lamp."""
    size, unit = plates.size, tall / 10

    def at(a: float, b: float) -> Point:
        return (x + a * unit, base - b * unit)

    def shape(*points: Point) -> Image.Image:
        return drawn(size, lambda p: p.polygon([at(a, b) for a, b in points]))

    body = shape((-1.15, 0), (-0.72, 7.4), (0.72, 7.4), (1.15, 0))
    plates.cut(body, petrol=22)
    for low in (0.0, 2.96, 5.92):
        high = low + 1.48
        left, right = -1.15 + 0.43 * low / 7.4, -1.15 + 0.43 * high / 7.4
        plates.cut(shape((left, low), (right, high), (-right, high), (-left, low)), coral=255)
    dark = shape((0.2, 0), (0.16, 7.4), (0.72, 7.4), (1.15, 0))
    plates.petrol.paste(105, (0, 0), dark)
    darker = shape((0.72, 0), (0.46, 7.4), (0.72, 7.4), (1.15, 0))
    plates.petrol.paste(200, (0, 0), darker)
    plates.cut(shape((-1.05, 7.4), (-1.05, 7.75), (1.05, 7.75), (1.05, 7.4)), petrol=255)
    plates.cut(shape((-0.55, 7.75), (-0.55, 9.0), (0.55, 9.0), (0.55, 7.75)), yellow=255)
    cap = [
        at(-0.75, 9.0),
        at(-0.6, 9.35),
        at(-0.2, 9.7),
        at(0, 9.78),
        at(0.2, 9.7),
        at(0.6, 9.35),
        at(0.75, 9.0),
    ]
    plates.cut(drawn(size, lambda p: p.polygon(curve(cap))), petrol=255, coral=200)

    def iron(pen: Pen) -> None:
        pen.line([at(0, 9.7), at(0, 10.3)], unit * 0.07)
        pen.disc(*at(0, 9.85), unit * 0.14)
        for side in (-0.55, -0.2, 0.2, 0.55):
            pen.line([at(side, 7.7), at(side, 9.0)], unit * 0.07)
        for height in (7.95, 8.2):
            pen.line([at(-1.05, height), at(1.05, height)], unit * 0.05)
        for post in range(-3, 4):
            pen.line([at(post * 0.35, 7.7), at(post * 0.35, 8.2)], unit * 0.05)
        for height in (1.9, 4.6, 6.6):
            pen.polygon(
                [
                    at(-0.16, height),
                    at(-0.16, height + 0.5),
                    at(0.16, height + 0.5),
                    at(0.16, height),
                ]
            )
        pen.polygon([at(-0.3, 0), at(-0.3, 0.9), at(0.3, 0.9), at(0.3, 0)])

    plates.cut(drawn(size, iron), petrol=255)
    return at(0, 8.4)


def swell(size: Size, horizon: float, seed: int, rows: int = 26) -> Image.Image:
    """Rows of short wave strokes that grow towards the lower edge."""
    random = Random(seed)

    def strokes(pen: Pen) -> None:
        for row in range(rows):
            depth = ((row + 1) / rows) ** 1.7
            y = horizon + depth * (size[1] - horizon) * 1.04
            wide = 16 + 150 * depth
            x = random.uniform(-wide, 0)
            while x < size[0]:
                high = (1.2 + 12 * depth) * random.uniform(0.6, 1.2)
                thick = (0.6 + 4.2 * depth) * random.uniform(0.6, 1.1)
                bow = [
                    (x, y, 0.2),
                    (x + wide * 0.3, y - high, thick),
                    (x + wide * 0.6, y - high * 0.5, thick * 0.8),
                    (x + wide, y, 0.2),
                ]
                pen.limb(bow)
                x += wide * random.uniform(0.95, 1.9)

    return drawn(size, strokes, 2)


def rock(size: Size, points: list[Point], seed: int) -> Image.Image:
    """A boulder coast with a broken outline."""
    return rough(drawn(size, lambda p: p.polygon(points), 2), seed, 26, 5, 0.55)


def beam(size: Size, lamp: Point, angle: float, spread: float, reach: float) -> Image.Image:
    """A cone of light, fading with distance."""
    ends = [
        (lamp[0] + reach * math.cos(angle + s), lamp[1] + reach * math.sin(angle + s))
        for s in (-spread, spread)
    ]
    cone = drawn(size, lambda p: p.polygon([lamp, *ends]), 2)
    return times(cone, glow(size, *lamp, reach, reach, 0.75))


def house(plates: Plates, x: float, y: float, unit: float) -> None:
    """The keeper's house, one window lit."""
    size = plates.size

    def shape(*points: Point) -> Image.Image:
        return drawn(size, lambda p: p.polygon([(x + a * unit, y - b * unit) for a, b in points]))

    plates.cut(shape((-1.4, -0.4), (-1.4, 0.9), (1.3, 0.9), (1.3, -0.4)), petrol=60)
    plates.cut(shape((0.5, -0.4), (0.5, 0.9), (1.3, 0.9), (1.3, -0.4)), petrol=190)
    plates.cut(shape((-1.6, 0.85), (-1.1, 1.75), (1.05, 1.75), (1.5, 0.85)), coral=255, petrol=110)
    plates.cut(shape((-0.8, 1.6), (-0.8, 2.2), (-0.5, 2.2), (-0.5, 1.6)), petrol=255)
    plates.cut(shape((-0.85, 0.15), (-0.85, 0.62), (-0.4, 0.62), (-0.4, 0.15)), yellow=255)


def gulls(plates: Plates, birds: list[tuple[float, float, float]]) -> None:
    """Gulls, left white by the petrol plate."""

    def flock(pen: Pen) -> None:
        for x, y, s in birds:
            wing = [
                (x - s, y - s * 0.28, 0.4),
                (x - s * 0.5, y - s * 0.5, s * 0.08),
                (x, y, s * 0.11),
            ]
            pen.limb(wing)
            pen.limb([(2 * x - a, b - s * 0.1, r) for a, b, r in wing])
            pen.limb([(x - s * 0.16, y + s * 0.06, s * 0.05), (x + s * 0.2, y, s * 0.09)])

    plates.cut(drawn(plates.size, flock))
