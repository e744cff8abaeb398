"""Projectors, reels and a strip of film."""

import math

from PIL import Image

from drawing.changeover.cuts import (
    both,
    without,
)
from drawing.paint import (
    Pen,
    Point,
    Size,
    curve,
    drawn,
)


def reel(size: Size, x: float, y: float, radius: float, turn: float) -> tuple:
    """A film reel: its outline, and what is cut out of it."""

    def cuts(pen: Pen) -> None:
        for spoke in range(5):
            a = turn + spoke * 2 * math.pi / 5
            hole = [
                (x + radius * r * math.cos(a + w), y + radius * r * math.sin(a + w))
                for r, w in ((0.30, -0.3), (0.72, -0.43), (0.80, 0), (0.72, 0.43), (0.30, 0.3))
            ]
            pen.polygon(curve(hole, closed=True))
        pen.disc(x, y, radius * 0.1)

    disc = drawn(size, lambda p: p.disc(x, y, radius))
    inner = drawn(size, cuts)
    edge = without(disc, drawn(size, lambda p: p.disc(x, y, radius - 5)))
    groove = without(
        drawn(size, lambda p: p.disc(x, y, radius * 0.9)),
        drawn(size, lambda p: p.disc(x, y, radius * 0.9 - 3)),
    )
    return disc, both(inner, edge, groove)


def projector(size: Size, x: float, y: float, unit: float) -> tuple[Image.Image, Image.Image]:
    """A 35 mm projector facing right, lens at (x + 1.5, y): its body, and the lines cut in it."""

    def at(*points: Point) -> list[Point]:
        return [(x + a * unit, y + b * unit) for a, b in points]

    def body(pen: Pen) -> None:
        pen.polygon(at((-0.25, -0.75), (0.62, -0.75), (0.62, 0.75), (-0.25, 0.75)))
        pen.polygon(
            at((-1.9, -0.6), (-1.7, -0.78), (-0.4, -0.78), (-0.25, -0.6), (-0.25, 0.5), (-1.9, 0.5))
        )
        pen.polygon(at((-1.25, -0.75), (-1.15, -4.9), (-0.85, -4.9), (-0.75, -0.75)))
        pen.polygon(at((0.6, -0.2), (1.5, -0.16), (1.5, 0.16), (0.6, 0.2)))
        pen.polygon(at((-0.5, 0.5), (0.5, 0.5), (0.75, 3.6), (-0.85, 3.6)))
        pen.limb([(*p, unit * 0.07) for p in at((0.1, -0.7), (0.25, -1.8))])
        pen.limb([(*p, unit * 0.07) for p in at((0.1, 0.7), (0.55, 1.8))])

    def lines(pen: Pen) -> None:
        thin = unit * 0.028
        pen.line(
            at((-0.17, -0.66), (0.54, -0.66), (0.54, 0.66), (-0.17, 0.66), (-0.17, -0.66)), thin
        )
        pen.line(at((-1.8, -0.52), (-0.34, -0.52)), thin)
        for slot in range(7):
            pen.line(at((-1.7 + slot * 0.14, 0.0), (-1.7 + slot * 0.14, 0.36)), unit * 0.05)
        pen.line(at((0.7, -0.13), (1.42, -0.1)), thin)
        pen.line(at((1.1, -0.14), (1.1, 0.14)), thin)
        pen.disc(*at((0.16, -0.28))[0], unit * 0.17)
        pen.disc(*at((0.16, 0.34))[0], unit * 0.12)
        pen.line(at((-0.36, 0.7), (-0.62, 3.5)), thin)
        pen.disc(*at((-1.3, -0.28))[0], unit * 0.13)
        pen.line(at((-1.08, -4.9), (-1.17, -0.84)), thin)

    mask = drawn(size, body)
    knobs = drawn(
        size,
        lambda p: [
            p.disc(*at((0.16, -0.28))[0], unit * 0.11),
            p.disc(*at((0.16, 0.34))[0], unit * 0.07),
        ],
    )
    return mask, without(drawn(size, lines), knobs)


def film_strip(size: Size, start: Point, end: Point) -> tuple[Image.Image, Image.Image]:
    """A loop of film from the reel down to the machine: its band, and its perforation."""
    path = curve(
        [
            (start[0] - 240, start[1] + 90),
            (330, 660),
            (400, 800),
            (240, 880),
            (110, 930),
            (end[0] - 130, end[1] - 70),
        ],
        steps=40,
    )
    band = drawn(size, lambda p: p.limb([(*q, 17) for q in path], smooth=False))

    def holes(pen: Pen) -> None:
        walked, last = 0.0, path[0]
        for here in path[1:]:
            walked += math.dist(here, last)
            if walked > 15:
                walked = 0
                dx, dy = here[0] - last[0], here[1] - last[1]
                unit = math.hypot(dx, dy) or 1
                for side in (-11, 11):
                    pen.disc(here[0] - dy / unit * side, here[1] + dx / unit * side, 3.1)
            last = here

    inside = drawn(size, lambda p: p.limb([(*q, 14.5) for q in path], smooth=False))
    return band, both(drawn(size, holes), without(band, inside))
