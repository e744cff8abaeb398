"""Pigeons as a printer saw them: tones for the screen, outlines for the scissors."""

import math
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from drawing.paint import Pen, Point, curve
from drawing.pigeon_post.press import BLUE, RED, WHITE, Array, Page, halftone, turned

STANDING: list[Point] = [
    (1.02, 0.80), (0.93, 0.87), (0.89, 0.96), (0.78, 1.03), (0.66, 0.99), (0.585, 0.86),
    (0.50, 0.70), (0.30, 0.58), (-0.05, 0.45), (-0.45, 0.27), (-0.75, 0.12), (-1.16, -0.05),
    (-1.2, -0.15), (-0.8, -0.13), (-0.42, -0.22), (-0.05, -0.34), (0.25, -0.31), (0.54, -0.06),
    (0.68, 0.22), (0.72, 0.5), (0.78, 0.67), (0.9, 0.76),
]  # fmt: skip
FOLDED: list[Point] = [
    (0.5, 0.3), (0.36, 0.47), (0.0, 0.4), (-0.5, 0.18), (-0.98, -0.06), (-0.6, -0.06),
    (-0.2, -0.08), (0.2, -0.02), (0.42, 0.1),
]  # fmt: skip
FLYING: list[Point] = [
    (1.06, 0.02), (0.97, 0.08), (0.9, 0.17), (0.78, 0.21), (0.64, 0.18), (0.48, 0.16), (0.1, 0.2),
    (-0.4, 0.1), (-0.72, 0.02), (-0.72, -0.06), (-0.4, -0.16), (0.1, -0.24), (0.5, -0.17),
    (0.74, -0.02), (0.86, 0.0), (0.94, -0.02),
]  # fmt: skip


class Bird:
    """Tones are collected on one plate; `at` places them: x, y, angle, size, flip."""

    def __init__(
        self, page: Page, x: float, y: float, size: float, angle: float = 0, flip: int = 1
    ):
        self.page, self.place = page, (x, y, angle, size, flip)
        big = (page.size[0] * 2, page.size[1] * 2)
        self.tone, self.cut = Image.new("L", big), Image.new("L", big)
        self.pens = ImageDraw.Draw(self.tone), ImageDraw.Draw(self.cut)

    def at(self, points: Sequence[Point]) -> list[Point]:
        x, y, angle, size, flip = self.place
        return [(a * 2, b * 2) for a, b in turned(points, x, y, angle * flip, size, flip)]

    def shape(self, points: Sequence[Point], grey: int, edge: int = 0) -> None:
        path = self.at(points)
        self.pens[0].polygon(path, fill=grey)
        self.pens[1].polygon(path, fill=255)
        if edge >= 0:
            self.pens[0].line([*path, path[0]], edge, max(2, round(self.place[3] * 0.022)), "curve")

    def round(self, points: Sequence[Point], grey: int, edge: int = 0) -> None:
        self.shape(curve(points, closed=True, steps=10), grey, edge)

    def stroke(self, points: Sequence[Point], wide: float, grey: int) -> None:
        width = max(2, round(wide * self.place[3] * 2))
        self.pens[0].line(self.at(points), grey, width, "curve")
        self.pens[1].line(self.at(points), 255, width, "curve")

    def disc(self, x: float, y: float, r: float, grey: int) -> None:
        ((a, b),) = self.at([(x, y)])
        r *= self.place[3] * 2
        self.pens[0].ellipse((a - r, b - r, a + r, b + r), fill=grey)

    def feather(
        self, x: float, y: float, angle: float, long: float, wide: float, grey: int
    ) -> None:
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        outline = [
            (0, -0.5),
            (0.35, -0.95),
            (0.75, -0.9),
            (0.97, -0.4),
            (1, 0.1),
            (0.9, 0.62),
            (0.45, 0.85),
            (0, 0.5),
        ]
        blade = [
            (x + a * long * c - b * wide * s, y + a * long * s + b * wide * c) for a, b in outline
        ]
        self.round(blade, grey, 0 if long > 0.34 else 40)
        if long < 0.34:
            return
        self.stroke([(x, y), (x + c * long * 0.92, y + s * long * 0.92)], 0.007, max(0, grey - 60))

    def wing(self, root: Point, wrist: Point, lean: float, grey: int, size: float = 1.0) -> None:
        """A raised wing: secondaries along the arm, primaries from the wrist, coverts over them."""
        rx, ry = root
        wx, wy = wrist
        for n in range(9):
            t = n / 8
            x, y = rx - 0.42 + (wx - rx + 0.42) * t, ry - 0.02 + (wy - ry) * t
            self.feather(
                x,
                y,
                176 - 48 * t + lean,
                (0.5 + 0.16 * t) * size,
                0.068 * size,
                grey - 26 + 14 * (n % 2),
            )
        for n in range(9):
            t = n / 8
            long = (0.72 + 0.34 * math.sin(math.pi * (0.25 + 0.6 * t))) * size
            self.feather(
                wx - 0.02 * n,
                wy - 0.015 * n,
                128 - 62 * t + lean,
                long,
                0.066 * size,
                grey + 16 * (n % 2),
            )
        arm = [
            (rx + 0.14, ry - 0.06),
            (wx + 0.14, wy - 0.06),
            (wx + 0.12, wy + 0.16),
            (wx - 0.1, wy + 0.16),
            (wx - 0.24, wy - 0.06),
            (rx - 0.4, ry + 0.12),
            (rx - 0.44, ry - 0.08),
        ]
        self.round(arm, grey - 30, -1)
        for row in range(2):
            for n in range(7):
                t = n / 6
                x = rx - 0.34 + (wx - rx + 0.36) * t + 0.06 * row
                y = ry + (wy - ry) * t + 0.05 - 0.05 * row
                self.feather(
                    x, y, 164 - 40 * t + lean, 0.25 * size, 0.062 * size, grey - 44 + 22 * row
                )
        shoulder = [
            (rx + 0.16, ry - 0.1),
            (wx + 0.15, wy - 0.05),
            (wx + 0.1, wy + 0.14),
            (wx - 0.03, wy - 0.02),
            (rx - 0.12, ry + 0.08),
        ]
        self.round(shoulder, grey - 14, -1)

    def print(
        self, ink: str = BLUE, cell: float = 8.0, margin: int = 9, glued: bool = True
    ) -> Array:
        """Cut it out with a rim of white, paste it, print it; return the piece."""
        cut = self.cut.reduce(2)
        wide = cut.filter(ImageFilter.MaxFilter(margin | 1)).filter(ImageFilter.GaussianBlur(1.2))
        piece = np.clip(np.asarray(wide, np.float32) / 255 * 1.6 - 0.3, 0, 1)
        if glued:
            self.page.glue(piece, WHITE)
        tone = np.asarray(self.tone.reduce(2), np.float32) / 255
        inside = (
            np.asarray(cut.filter(ImageFilter.GaussianBlur(self.place[3] * 0.05)), np.float32) / 255
        )
        solid = np.asarray(cut, np.float32) / 255
        ys = np.mgrid[: tone.shape[0], : tone.shape[1]][0]
        fall = np.clip((ys - self.place[1]) / self.place[3], -1, 1) * 0.14
        shaded = (
            np.clip(tone + (1 - inside) * 0.35 * (tone > 0.12) + fall * (tone > 0.12), 0, 1) * solid
        )
        self.page.ink(halftone(shaded, cell), ink, 0.12)
        return piece


def standing(bird: Bird, letter: bool = False) -> None:
    """A pigeon on its feet, looking where it faces."""
    for x in (0.02, 0.2):
        bird.stroke([(x, -0.28), (x + 0.05, -0.52)], 0.045, 170)
        for dx in (-0.1, 0.06, 0.16):
            bird.stroke([(x + 0.05, -0.52), (x + 0.05 + dx, -0.57)], 0.03, 170)
    bird.shape([(-0.7, 0.1), (-1.24, -0.03), (-1.3, -0.17), (-0.7, -0.12)], 200)
    bird.round(STANDING, 120)
    bird.round(
        [
            (0.9, 0.78),
            (0.94, 0.88),
            (0.88, 0.97),
            (0.78, 1.03),
            (0.66, 0.99),
            (0.57, 0.82),
            (0.5, 0.66),
            (0.6, 0.5),
            (0.72, 0.5),
            (0.79, 0.67),
        ],
        190,
        -1,
    )
    for n in range(5):
        bird.stroke(
            [(0.5 + n * 0.045, 0.66 - n * 0.03), (0.55 + n * 0.045, 0.52 - n * 0.03)], 0.02, 245
        )
    bird.round(FOLDED, 84)
    for n in range(3):
        x = -0.18 - n * 0.2
        bird.stroke([(x + 0.13, 0.31 - n * 0.08), (x - 0.02, -0.04)], 0.05 if n < 2 else 0.0, 225)
    bird.stroke([(0.4, 0.14), (-0.2, 0.02), (-0.9, -0.05)], 0.016, 0)
    for n in range(4):
        bird.stroke([(-0.3 - n * 0.1, 0.04 - n * 0.01), (-0.98 - n * 0.02, -0.07)], 0.01, 10)
    _face(bird, 0.8, 0.86, (0.92, 0.8))
    if letter:
        packet(bird, 1.02, 0.62, -8)


def _face(bird: Bird, x: float, y: float, beak: Point) -> None:
    bird.disc(x, y, 0.055, 0)
    bird.disc(x, y, 0.034, 255)
    bx, by = beak
    bird.shape(
        [
            (bx - 0.01, by + 0.06),
            (bx + 0.14, by - 0.02),
            (bx + 0.15, by - 0.05),
            (bx - 0.01, by - 0.04),
        ],
        235,
    )
    bird.round(
        [
            (bx - 0.02, by + 0.08),
            (bx + 0.06, by + 0.055),
            (bx + 0.05, by + 0.02),
            (bx - 0.02, by + 0.03),
        ],
        20,
    )


def flying(bird: Bird, spread: float = 0.0) -> None:
    """A pigeon on the wing, both wings up."""
    bird.wing((0.34, 0.1), (0.56, 0.52), -14 + spread, 150, 0.92)
    for n in range(7):
        bird.feather(-0.62, -0.02, 162 + n * 6, 0.56, 0.07, 150 + 24 * (n % 2))
    bird.round(FLYING, 112)
    bird.round(
        [
            (0.94, 0.0),
            (0.97, 0.08),
            (0.9, 0.17),
            (0.78, 0.21),
            (0.62, 0.18),
            (0.5, 0.06),
            (0.56, -0.1),
            (0.74, -0.03),
        ],
        190,
        -1,
    )
    for n in range(5):
        bird.stroke([(0.52 - n * 0.05, 0.12), (0.46 - n * 0.05, -0.1)], 0.02, 170 - n * 24)
    bird.wing((0.22, 0.06), (0.2, 0.56), spread, 128)
    _face(bird, 0.82, 0.1, (0.97, 0.03))


def packet(bird: Bird, x: float, y: float, angle: float = 0) -> None:
    """A small letter in the beak, red on white."""
    px, py, turn, size, flip = bird.place
    box = [(-0.26, -0.17), (0.26, -0.17), (0.26, 0.17), (-0.26, 0.17)]
    tilt = math.radians(angle)

    def local(points: Sequence[Point]) -> list[Point]:
        moved = [
            (
                x + a * math.cos(tilt) - b * math.sin(tilt),
                y + a * math.sin(tilt) + b * math.cos(tilt),
            )
            for a, b in points
        ]
        return turned(moved, px, py, turn * flip, size, flip)

    page = bird.page
    page.glue(page.mask(lambda p: p.polygon(local(box))), WHITE, 5)

    def lines(pen: Pen) -> None:
        pen.line([*local(box), local(box)[0]], size * 0.016)
        pen.line(local([(-0.26, 0.17), (0, -0.03), (0.26, 0.17)]), size * 0.016)

    page.ink(page.mask(lines), RED, 0.1)
    page.ink(page.mask(lambda p: p.disc(*local([(0, -0.03)])[0], size * 0.045)), RED, 0.1)
