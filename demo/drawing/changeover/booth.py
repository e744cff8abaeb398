"""Two projectors, one man, and the second in which he has to be quick."""

import math

from PIL import Image

from drawing import prints
from drawing.changeover.cuts import (
    STILL,
    along,
    around,
    away_from,
    both,
    cone,
    cue_mark,
    lit_edge,
    pull,
    without,
)
from drawing.changeover.machines import projector, reel
from drawing.paint import (
    Pen,
    Size,
    curve,
    drawn,
    glow,
    level,
    ramp,
    times,
)


def booth() -> Image.Image:
    """Still: two projectors, one man, and the second in which he has to be quick."""
    size = STILL
    lamp = (1236, 470)
    beam = cone(size, lamp, ((1900, 180), (1900, 740)))
    window = drawn(size, lambda p: p.polygon([(1470, 300), (1590, 300), (1590, 640), (1470, 640)]))
    wall = drawn(size, lambda p: p.polygon([(1452, 0), (1600, 0), (1600, 1200), (1452, 1200)]))
    tone = level(times(beam, glow(size, *lamp, 1100, 1100, 0.3)), 1.4)
    rays = prints.carve(tone, away_from(*lamp), 301, 10, 78)
    rays = without(rays, without(wall, window))

    first, first_lines = projector(size, 1040, 470, 130)
    second, second_lines = projector(size, 250, 590, 150)
    reels = [
        reel(size, 1072, 228, 130, 0.2),
        reel(size, 1112, 716, 130, 0.9),
        reel(size, 290, 310, 150, 0.5),
        reel(size, 332, 874, 150, 0.1),
    ]
    man, man_cut = projectionist(size, 640, 1235, 500)
    black = both(first, second, man, *[r[0] for r in reels])

    light = both(
        glow(size, 1120, 430, 620, 560, 0.55), level(glow(size, 620, 560, 760, 700, 0.8), 1.0)
    )
    haze = ramp(size, [(0, 255), (0.78, 235), (0.8, 0), (1, 0)])
    house = drawn(size, lambda p: p.polygon([(1452, 0), (1800, 0), (1800, 1200), (1452, 1200)]))
    strokes = prints.carve(without(times(light, haze), house), around(1236, 470), 302, 14, 66)
    bricks = times(drawn(size, brick_lines), without(wall, window))
    floor = times(
        glow(size, 800, 1180, 900, 300, 0.5), ramp(size, [(0, 0), (0.83, 0), (0.84, 255), (1, 255)])
    )
    boards = prints.carve(without(floor, house), along(0.0), 303, 16, 140)
    scene = without(both(without(strokes, beam), rays, boards), black)
    edges = both(lit_edge(first, -3, 2), lit_edge(second, -3, 2))
    details = both(first_lines, second_lines, *[r[1] for r in reels], edges)
    scene = both(scene, without(details, man), bricks, man_cut)
    return pull(both(scene, cue_mark(size, 1690, 110, 46)), 305)


def brick_lines(pen: Pen) -> None:
    """The edge of the wall between booth and house."""
    for row in range(31):
        y = row * 40 + 6
        pen.line([(1456, y), (1596, y + 2)], 3)
        x = 1502 + (row % 2) * 48
        pen.line([(x, y), (x, y + 40)], 3)
    for x in (1455, 1597):
        pen.line([(x, 0), (x, 1200)], 4)
    pen.line([(1466, 296), (1594, 296), (1594, 644), (1466, 644), (1466, 296)], 8)


def projectionist(size: Size, x: float, y: float, unit: float) -> tuple[Image.Image, Image.Image]:
    """A man in a white coat, one hand on each machine: his shape, and the light on him."""

    def at(*limb: tuple[float, float, float]) -> list[tuple[float, float, float]]:
        return [(x + a * unit, y + b * unit, r * unit) for a, b, r in limb]

    def body(pen: Pen) -> None:
        pen.limb(at((0.0, 0.1, 0.24), (0.0, -0.4, 0.19), (0.02, -0.78, 0.155)))
        pen.limb(at((-0.1, -0.86, 0.09), (0.02, -0.93, 0.09), (0.14, -0.86, 0.09)))
        pen.limb(
            at(
                (-0.13, -0.86, 0.085),
                (-0.3, -0.66, 0.062),
                (-0.42, -0.86, 0.046),
                (-0.47, -0.98, 0.04),
            )
        )
        pen.limb(
            at((0.15, -0.86, 0.085), (0.24, -0.6, 0.062), (0.4, -0.78, 0.046), (0.5, -0.92, 0.038))
        )
        pen.limb(at((0.03, -1.0, 0.055), (0.04, -1.12, 0.06)))
        pen.limb(at((0.025, -1.2, 0.112), (0.045, -1.26, 0.115), (0.05, -1.15, 0.085)))
        pen.limb(at((0.15, -1.19, 0.028), (0.175, -1.165, 0.02)))
        pen.limb(at((0.1, -1.09, 0.055), (0.12, -1.08, 0.03)))
        pen.limb(
            at((-0.1, -1.31, 0.05), (0.04, -1.38, 0.07), (0.17, -1.33, 0.04), (0.235, -1.305, 0.02))
        )

    def folds(pen: Pen) -> None:
        for fold in (
            [(0.13, -0.82), (0.15, -0.5), (0.16, -0.1), (0.17, 0.1)],
            [(0.09, -0.9), (0.05, -0.72), (0.02, -0.6)],
            [(-0.02, -0.9), (0.0, -0.72), (0.02, -0.6), (0.02, 0.1)],
            [(-0.14, -0.4), (-0.15, -0.1), (-0.16, 0.1)],
            [(-0.16, -0.8), (-0.28, -0.62), (-0.4, -0.82)],
        ):
            path = curve([(x + a * unit, y + b * unit) for a, b in fold])
            last = len(path) - 1
            pen.limb([(*p, 0.6 + 2.6 * math.sin(math.pi * i / last)) for i, p in enumerate(path)])
        pen.limb(at((0.165, -1.245, 0.004), (0.12, -1.25, 0.008), (0.085, -1.245, 0.003)))
        for button in (-0.5, -0.32, -0.14):
            pen.disc(x + 0.045 * unit, y + button * unit, unit * 0.011)

    shape = drawn(size, body)
    side = lit_edge(shape, -10, 5)
    light = times(
        shape, level(glow(size, x + 0.75 * unit, y - 1.2 * unit, unit * 0.95, unit * 1.1, 0.8), 0.9)
    )
    strokes = prints.carve(light, along(1.15), 311, 11, 40)
    head = drawn(size, lambda p: p.disc(x + 0.05 * unit, y - 1.22 * unit, 0.2 * unit))
    strokes = without(strokes, head)
    return shape, both(side, times(strokes, shape), times(drawn(size, folds), shape))
