"""The town in the globe: gables, a church, trees, lamps, and somebody in a hood."""

import math
from collections.abc import Callable
from random import Random

from PIL import Image

from drawing.paint import Pen, Point, Size, curve, drawn


def place(x: float, y: float, scale: float, turn: float = 0.0) -> Callable[[float, float], Point]:
    """Return a function from a shape's own units (up is positive) to the picture."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(a: float, b: float) -> Point:
        return (x + (a * cos + b * sin) * scale, y + (a * sin - b * cos) * scale)

    return at


def _box(
    pen: Pen, at, left: float, low: float, right: float, high: float, value: int = 255
) -> None:
    pen.polygon([at(left, low), at(right, low), at(right, high), at(left, high)], value)


def house(pen: Pen, at: Callable[[float, float], Point], seed: int) -> float:
    """Cut a house, one unit about a storey, standing on b = 0; return its width."""
    random = Random(seed)
    wide = random.choice([1.5, 1.9, 2.3])
    tall = random.choice([1.5, 2.0, 2.6])
    kind = random.choice(["gable", "gable", "step", "hip"])
    _box(pen, at, 0, -0.4, wide, tall)
    top = tall + wide * random.uniform(0.45, 0.75)
    if kind == "gable":
        pen.polygon([at(-0.1, tall), at(wide / 2, top), at(wide + 0.1, tall)])
    elif kind == "hip":
        pen.polygon(
            [
                at(-0.12, tall),
                at(wide * 0.25, top - 0.15),
                at(wide * 0.75, top - 0.15),
                at(wide + 0.12, tall),
            ]
        )
    else:
        for number in range(4):
            inset = wide / 2 * number / 4
            _box(pen, at, inset, tall, wide - inset, tall + (top - tall) * (number + 1) / 4)
    if kind != "step":
        _box(pen, at, wide * 0.68, tall, wide * 0.68 + 0.2, top + 0.05)
    columns = round(wide / 0.6)
    gap = wide / columns
    for column in range(columns):
        for row in range(int(tall / 0.72)):
            if random.random() < 0.12:
                continue
            left, low = gap * column + gap * 0.27, 0.42 + row * 0.72
            _box(pen, at, left, low, left + gap * 0.46, low + 0.42, 0)
            middle = left + gap * 0.23
            _box(pen, at, middle - 0.018, low, middle + 0.018, low + 0.42)
            _box(pen, at, left, low + 0.22, left + gap * 0.46, low + 0.255)
    if kind == "gable":
        ring = [
            at(
                wide / 2 + 0.14 * math.cos(a * 0.35),
                tall + (top - tall) * 0.36 + 0.14 * math.sin(a * 0.35),
            )
            for a in range(18)
        ]
        pen.polygon(ring, 0)
    return wide


def church(pen: Pen, at: Callable[[float, float], Point]) -> None:
    """Cut the church: nave, tower, onion dome, clock."""
    _box(pen, at, -2.4, -0.4, 0, 1.7)
    pen.polygon([at(-2.55, 1.7), at(-2.1, 2.9), at(0, 2.9), at(0, 1.7)])
    _box(pen, at, -0.55, -0.4, 0.75, 4.3)
    outline = [(-0.68, 4.3), (-0.80, 4.75), (-0.55, 5.25), (-0.20, 5.50), (-0.05, 5.85)]
    dome = [*outline, (0.10, 6.5), *[(0.20 - a, b) for a, b in reversed(outline)]]
    pen.polygon([at(a, b) for a, b in dome])
    _box(pen, at, 0.075, 6.3, 0.125, 7.0)
    _box(pen, at, -0.06, 6.68, 0.26, 6.73)
    ring = [(0.1 + 0.32 * math.cos(a * 0.2), 3.65 + 0.32 * math.sin(a * 0.2)) for a in range(32)]
    pen.polygon([at(a, b) for a, b in ring], 0)
    pen.line([at(0.1, 3.65), at(0.1, 3.9)], 2.2)
    pen.line([at(0.1, 3.65), at(0.27, 3.58)], 2.2)
    for low in (1.0, 2.2):
        _arch(pen, at, 0.1, low, 0.2, 0.55)
    for middle in (-2.0, -1.5, -1.0):
        _arch(pen, at, middle, 0.45, 0.15, 0.7)


def _arch(pen: Pen, at, middle: float, low: float, half: float, tall: float) -> None:
    shape = [(middle - half, low), (middle + half, low)]
    shape += [
        (middle + half * math.cos(a * 0.3142), low + tall + half * math.sin(a * 0.3142))
        for a in range(11)
    ]
    pen.polygon([at(a, b) for a, b in shape], 0)


def tree(pen: Pen, at: Callable[[float, float], Point], tall: float = 2.6) -> None:
    """Cut a fir with its branches."""
    _box(pen, at, -0.07, -0.4, 0.07, 0.5)
    for number in range(5):
        low, half = 0.35 + number * tall * 0.165, (0.74 - number * 0.125) * tall / 2.6
        pen.polygon([at(-half, low), at(0, low + tall * 0.36), at(half, low), at(0, low + 0.10)])


def lamp(pen: Pen, at: Callable[[float, float], Point]) -> None:
    """Cut a street lamp."""
    _box(pen, at, -0.05, -0.2, 0.05, 2.6)
    _box(pen, at, -0.16, -0.2, 0.16, 0.08)
    pen.polygon([at(-0.16, 2.6), at(0.16, 2.6), at(0.26, 3.05), at(-0.26, 3.05)])
    pen.polygon([at(-0.34, 3.05), at(0.34, 3.05), at(0, 3.35)])
    pen.polygon([at(-0.10, 2.68), at(0.10, 2.68), at(0.16, 2.98), at(-0.16, 2.98)], 0)


def child(size: Size, at: Callable[[float, float], Point], arm: tuple[float, float]) -> Image.Image:
    """Return somebody small in a coat and a hood, seen from behind; one arm reaches out."""

    def cut(pen: Pen) -> None:
        unit = math.dist(at(0, 0), at(1, 0))
        for a in (-0.13, 0.13):
            pen.limb([(*at(a, 0.35), unit * 0.085), (*at(a, 0.03), unit * 0.07)])
        coat = [
            (-0.36, 0.28),
            (0.36, 0.28),
            (0.24, 0.85),
            (0.16, 1.12),
            (-0.16, 1.12),
            (-0.24, 0.85),
        ]
        pen.polygon([at(a, b) for a, b in coat])
        pen.limb(
            [
                (*at(0.14, 1.02), unit * 0.085),
                (*at(arm[0] * 0.55 + 0.06, arm[1] * 0.5 + 0.5), unit * 0.075),
                (*at(*arm), unit * 0.055),
            ]
        )
        pen.limb(
            [
                (*at(-0.15, 1.02), unit * 0.085),
                (*at(-0.32, 0.80), unit * 0.07),
                (*at(-0.33, 0.60), unit * 0.055),
            ]
        )
        pen.disc(*at(0, 1.28), unit * 0.225)
        pen.polygon([at(-0.215, 1.33), at(0.215, 1.33), at(0.03, 1.68)])

    return drawn(size, cut)


def hill(size: Size, left: float, points: list[float], low: float, step: float) -> Image.Image:
    """Return ground under a rolling line through equally spaced heights."""
    line = curve([(left + step * i, y) for i, y in enumerate(points)])
    return drawn(size, lambda pen: pen.polygon([*line, (line[-1][0], low), (left, low)]), 2)


def street(
    size: Size, seed: int, start: float, end: float, base: Callable[[float], float], scale: float
) -> Image.Image:
    """Return a row of houses and trees along a rolling line."""
    random = Random(seed)

    def cut(pen: Pen) -> None:
        x = start
        while x < end:
            if random.random() < 0.26:
                x += scale * 0.8
                tree(pen, place(x, base(x) + scale * 0.1, scale), random.uniform(2.0, 3.2))
                x += scale * 0.8
                continue
            wide = house(pen, place(x, base(x + scale), scale), random.randrange(10_000))
            x += wide * scale + scale * random.choice([0, 0, 0.05, 0.7])

    return drawn(size, cut, 3)
