"""The supply boat in the drift ice."""

import math
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops

from drawing import noise
from drawing.fifteen_seconds.plates import (
    STILL,
    Plates,
    gulls,
    rock,
    swell,
    tower,
)
from drawing.paint import (
    Pen,
    Point,
    contrast,
    curve,
    drawn,
    glow,
    level,
    ramp,
    times,
)


def winter_mail() -> Image.Image:
    """Still 3: the supply boat finds its way through drift ice."""
    size = STILL
    plates = Plates(size)
    horizon = 470
    plates.yellow.paste(ramp(size, [(0, 0), (0.15, 20), (0.39, 175), (0.4, 60), (1, 0)]))
    plates.coral.paste(ramp(size, [(0, 0), (0.2, 30), (0.39, 110), (0.4, 70), (0.7, 0), (1, 0)]))
    plates.petrol.paste(ramp(size, [(0, 92), (0.25, 36), (0.39, 0), (0.392, 90), (1, 238)]))
    sun = drawn(size, lambda p: p.disc(1265, horizon - 40, 150))
    sun = times(
        sun, ramp(size, [(0, 255), (horizon / 1200, 255), (horizon / 1200 + 0.001, 0), (1, 0)])
    )
    plates.cut(sun, coral=255, yellow=200)
    bars = contrast(noise.fbm(size, (900, 26), 241, 5), 0.56, 0.66)
    bars = times(
        bars, ramp(size, [(0, 160), (horizon / 1200, 255), (horizon / 1200 + 0.001, 0), (1, 0)])
    )
    plates.petrol = ImageChops.add(plates.petrol, level(bars, 0.22))
    isle = [
        (1410, horizon + 6),
        (1470, horizon - 14),
        (1560, horizon - 20),
        (1660, horizon - 8),
        (1700, horizon + 6),
    ]
    plates.cut(rock(size, isle, 242), petrol=235, coral=60)
    tower(plates, 1545, horizon - 12, 168)
    glitter = times(swell(size, horizon, 243, 40), glow(size, 1265, horizon + 40, 300, 560, 0.7))
    plates.petrol = ImageChops.subtract(plates.petrol, level(glitter, 1.4))
    plates.coral = ImageChops.lighter(plates.coral, level(glitter, 1.2))
    floes(plates, horizon, [(690, 640), (560, 900), (360, 1220)])
    boat(plates, 700, 660, 92)
    gulls(plates, [(330, 236, 36), (250, 300, 24), (470, 180, 20)])
    return plates.pull(247)


def floes(plates: Plates, horizon: float, lane: list[Point]) -> None:
    """Drift ice in perspective, with a lane of open water."""
    random = Random(251)
    size = plates.size
    ice, shade = Pen(size, 2), Pen(size, 2)
    for row in range(30):
        depth = ((row + 1) / 30) ** 1.9
        y = horizon + 8 + depth * (size[1] - horizon) * 1.05
        wide = 10 + 150 * depth
        middle = _lane(lane, y)
        x = random.uniform(-wide, wide)
        while x < size[0] + wide:
            reach = wide * random.uniform(0.45, 1.1)
            if abs(x - middle) > reach * 1.05 + 18 + 95 * depth:
                flat = reach * 0.27
                turns = sorted(random.uniform(0, 2 * math.pi) for _ in range(8))
                edge = [
                    (
                        x + reach * random.uniform(0.82, 1.05) * math.cos(t),
                        y + flat * random.uniform(0.82, 1.05) * math.sin(t),
                    )
                    for t in turns
                ]
                thick = 2 + 15 * depth
                shade.polygon([(a, b + thick) for a, b in edge])
                shade.polygon([(a, b + thick * 0.5) for a, b in edge])
                ice.polygon(edge)
            x += reach * 2 * random.uniform(1.02, 1.3)
    plates.cut(shade.mask(), petrol=105, coral=28)
    top = ice.mask()
    plates.cut(top)
    warm = times(top, glow(size, 1265, horizon, 1100, 520, 0.9))
    plates.coral.paste(110, (0, 0), level(warm, 0.8))
    plates.yellow.paste(120, (0, 0), level(warm, 0.8))
    cool = times(top, contrast(noise.fbm(size, (170, 26), 252, 4), 0.45, 0.75))
    plates.petrol.paste(62, (0, 0), level(cool, 0.9))


def _lane(lane: list[Point], y: float) -> float:
    for (x1, y1), (x2, y2) in pairwise(lane):
        if y <= y2:
            return x1 + (x2 - x1) * (y - y1) / (y2 - y1)
    return lane[-1][0]


def boat(plates: Plates, x: float, y: float, unit: float) -> None:
    """A small supply boat from astern quarter, lamp lit."""
    size = plates.size

    def shape(*points: Point) -> Image.Image:
        return drawn(size, lambda p: p.polygon([(x + a * unit, y - b * unit) for a, b in points]))

    wake = [
        (-1.3, -0.1),
        (-0.2, 0.0),
        (1.0, -0.05),
        (0.0, -0.5),
        (-2.2, -3.4),
        (-3.6, -5.4),
        (-3.0, -3.2),
    ]
    ring = curve([(x + a * unit, y - b * unit) for a, b in wake], closed=True)
    trail = times(drawn(size, lambda p: p.polygon(ring), 2), swell(size, y - 30, 255, 34))
    plates.petrol = ImageChops.subtract(plates.petrol, level(trail, 0.6))
    hull = [(-1.35, 0.62), (-1.2, 0.0), (0.95, 0.0), (1.55, 0.95), (0.6, 0.72)]
    plates.cut(shape(*hull), coral=255, petrol=70)
    plates.cut(shape((-1.32, 0.45), (-1.2, 0.0), (0.95, 0.0), (1.14, 0.3), (0.5, 0.22)), petrol=255)
    plates.cut(shape((-0.75, 0.6), (-0.7, 1.45), (0.25, 1.45), (0.38, 0.68)), petrol=25)
    plates.cut(shape((-0.85, 1.45), (-0.8, 1.6), (0.36, 1.6), (0.34, 1.45)), petrol=255)
    plates.cut(shape((-0.1, 1.0), (-0.1, 1.34), (0.22, 1.34), (0.26, 1.0)), petrol=255)
    plates.cut(shape((-0.56, 1.0), (-0.56, 1.34), (-0.24, 1.34), (-0.24, 1.0)), yellow=255)

    def rig(pen: Pen) -> None:
        pen.line([(x - 0.5 * unit, y - 1.6 * unit), (x - 0.5 * unit, y - 2.6 * unit)], unit * 0.05)
        pen.line(
            [(x - 0.5 * unit, y - 2.5 * unit), (x + 1.5 * unit, y - 0.95 * unit)], unit * 0.022
        )
        pen.line(
            [(x - 0.5 * unit, y - 2.5 * unit), (x - 1.35 * unit, y - 0.62 * unit)], unit * 0.022
        )
        for crate in ((-1.2, 0.62), (-0.98, 0.62)):
            a, b = x + crate[0] * unit, y - crate[1] * unit
            pen.polygon(
                [
                    (a, b),
                    (a, b - 0.26 * unit),
                    (a + 0.19 * unit, b - 0.26 * unit),
                    (a + 0.19 * unit, b),
                ]
            )

    plates.cut(drawn(size, rig), petrol=255)
    plates.cut(
        drawn(size, lambda p: p.disc(x - 0.5 * unit, y - 2.62 * unit, unit * 0.08)), yellow=255
    )
