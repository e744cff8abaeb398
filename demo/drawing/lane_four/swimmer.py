"""A swimmer doing the crawl, seen from above: one unit is the body from head to toes.

The body lies along x, the head in front (x = 0.5), the middle of the body at the origin.
"""

import math

from PIL import Image, ImageChops

from drawing.lane_four.water import NAVY, RED
from drawing.paint import Pen, Point, blur, curve, drawn, lay, level, times

# One stroke of the left arm: elbow and wrist from the shoulder, in eighths of the cycle.
STROKE = [
    ((0.150, 0.020), (0.300, 0.004)),
    ((0.140, 0.050), (0.265, 0.040)),
    ((0.085, 0.110), (0.110, 0.010)),
    ((-0.030, 0.125), (-0.050, 0.015)),
    ((-0.120, 0.085), (-0.220, 0.050)),
    ((-0.100, 0.130), (-0.185, 0.125)),
    ((0.010, 0.165), (0.000, 0.270)),
    ((0.115, 0.105), (0.210, 0.135)),
]
# Half the outline of trunk and hips: along, aside.
TRUNK = [
    (0.375, 0.036),
    (0.345, 0.052),
    (0.325, 0.100),
    (0.290, 0.120),
    (0.240, 0.108),
    (0.150, 0.086),
    (0.070, 0.075),
    (0.000, 0.079),
    (-0.050, 0.083),
    (-0.095, 0.060),
    (-0.118, 0.020),
]


def _stroke(cycle: float) -> tuple[Point, Point]:
    place = cycle % 1 * len(STROKE)
    first = int(place)
    part = place - first
    part = part * part * (3 - 2 * part) * 0.4 + part * 0.6
    here, there = STROKE[first % len(STROKE)], STROKE[(first + 1) % len(STROKE)]
    return tuple(
        tuple(a + (b - a) * part for a, b in zip(p, q, strict=True))
        for p, q in zip(here, there, strict=True)
    )


class Swimmer:
    """Masks of one swimmer in picture coordinates."""

    def __init__(
        self, size: tuple[int, int], x: float, y: float, length: float, angle: float, cycle: float
    ) -> None:
        self.size, self.length = size, length
        turn = (math.cos(angle), math.sin(angle))

        def at(along: float, aside: float) -> Point:
            a, b = along * length, aside * length
            return (x + a * turn[0] - b * turn[1], y + a * turn[1] + b * turn[0])

        self.at = at
        sway = math.sin(cycle * 2 * math.pi) * 0.012
        self.arms = [self._arm(1, cycle + 0.04, sway), self._arm(-1, cycle + 0.54, sway)]
        self.legs = drawn(size, lambda pen: self._legs(pen, cycle), 2)
        self.trunk = drawn(size, lambda pen: pen.polygon(self._trunk(sway)), 2)
        self.suit = times(self.trunk, drawn(size, lambda pen: self._suit(pen, sway), 2))
        self.cap = drawn(size, lambda pen: pen.polygon(self._cap(sway)), 3)

    def _limb(self, pen: Pen, points: list[tuple[float, float, float]]) -> None:
        pen.limb([(*self.at(a, b), r * self.length) for a, b, r in points])

    def _arm(self, side: int, cycle: float, sway: float) -> Image.Image:
        elbow, wrist = _stroke(cycle)
        root = (0.290, side * 0.098 + sway)
        joint = (root[0] + elbow[0], root[1] + side * elbow[1])
        hand = (root[0] + wrist[0], root[1] + side * wrist[1])
        aim = math.atan2(hand[1] - joint[1], hand[0] - joint[0])
        tip = (hand[0] + 0.085 * math.cos(aim), hand[1] + 0.085 * math.sin(aim))
        middle = (hand[0] + 0.04 * math.cos(aim), hand[1] + 0.04 * math.sin(aim))
        return drawn(
            self.size,
            lambda pen: self._limb(
                pen,
                [
                    (*root, 0.038),
                    (*joint, 0.026),
                    (*hand, 0.016),
                    (*middle, 0.022),
                    (*tip, 0.008),
                ],
            ),
            2,
        )

    def _legs(self, pen: Pen, cycle: float) -> None:
        for side in (1, -1):
            beat = math.sin(cycle * 6 * math.pi + side * 1.5) * 0.016
            self._limb(
                pen,
                [
                    (-0.050, side * 0.040, 0.043),
                    (-0.170, side * 0.041, 0.036),
                    (-0.270, side * 0.037 + beat * 0.4, 0.026),
                    (-0.340, side * 0.036 + beat * 0.8, 0.027),
                    (-0.440, side * 0.031 + beat, 0.014),
                    (-0.480, side * 0.026 + beat, 0.017),
                    (-0.540 + abs(beat), side * 0.018 + beat, 0.007),
                ],
            )

    def _trunk(self, sway: float) -> list[Point]:
        outline = [(a, b + sway * max(0, a) * 2) for a, b in TRUNK]
        outline += [(a, -b + sway * max(0, a) * 2) for a, b in reversed(TRUNK)]
        return curve([self.at(a, b) for a, b in outline], closed=True)

    def _suit(self, pen: Pen, sway: float) -> None:
        pen.polygon(
            [
                self.at(a, b)
                for a, b in [
                    (0.12, 1),
                    (0.12, -1),
                    (-0.02, -1),
                    (-0.115, -0.02),
                    (-0.115, 0.02),
                    (-0.02, 1),
                ]
            ]
        )
        for side in (1, -1):
            strap = [(0.12, 0.060), (0.20, 0.026), (0.28, 0.048), (0.36, 0.058)]
            self._limb(pen, [(a, side * b + sway, 0.014) for a, b in strap])
        back = [(0.11, 0.098), (0.145, 0.066), (0.185, 0.038), (0.215, 0.030)]
        back += [(a, -b) for a, b in reversed(back)]
        pen.polygon([self.at(a, b + sway) for a, b in back])

    def _cap(self, sway: float) -> list[Point]:
        ring = [2 * math.pi * i / 40 for i in range(40)]
        return [
            self.at(0.432 + 0.068 * math.cos(a), sway * 1.4 + 0.055 * math.sin(a)) for a in ring
        ]

    def body(self) -> Image.Image:
        """Return everything as one mask."""
        mask = ImageChops.lighter(self.trunk, self.legs)
        for arm in self.arms:
            mask = ImageChops.lighter(mask, arm)
        return ImageChops.lighter(mask, self.cap)

    def paint(self, image: Image.Image, skin: str, shade: str, light: tuple[int, int]) -> None:
        """Lay the swimmer onto a picture; `light` is the way a shadow falls, in pixels."""
        for part in (self.legs, *self.arms, self.trunk):
            lay(image, skin, part)
            self._model(image, part, shade, light)
        lay(image, NAVY, self.suit)
        self._model(image, self.suit, "#050f2a", light)
        lay(image, RED, self.cap)
        self._model(image, self.cap, "#97101a", light)
        shine = ImageChops.offset(self.cap, -light[0], -light[1])
        edge = ImageChops.subtract(self.cap, ImageChops.offset(shine, light[0] * 2, light[1] * 2))
        lay(image, "#ff8a6a", level(times(blur(edge, 2), self.cap), 0.55))

    def _model(
        self, image: Image.Image, part: Image.Image, shade: str, light: tuple[int, int]
    ) -> None:
        edge = ImageChops.subtract(part, ImageChops.offset(part, -light[0], -light[1]))
        lay(image, shade, times(blur(edge, 1.2), part))
