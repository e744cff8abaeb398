"""The tram from the side, and whoever sits behind its windows."""

import math
from collections.abc import Sequence

from drawing.line_11.light import Sheet
from drawing.line_11.tram import BODY, DARK
from drawing.paint import Point, curve

Area = tuple[float, float, float, float]
BUST: list[Point] = [
    (-0.38, -0.05), (-0.36, 0.18), (-0.28, 0.38), (-0.12, 0.49), (-0.1, 0.6), (-0.155, 0.7),
    (-0.16, 0.82), (-0.1, 0.93), (0.02, 0.965), (0.12, 0.92), (0.152, 0.83), (0.15, 0.795),
    (0.195, 0.725), (0.155, 0.705), (0.165, 0.672), (0.15, 0.65), (0.148, 0.615), (0.08, 0.59),
    (0.045, 0.52), (0.11, 0.46), (0.21, 0.37), (0.27, 0.2), (0.28, -0.05),
]  # fmt: skip
LONG_HAIR: list[Point] = [
    (0.13, 0.9), (0.02, 1.0), (-0.13, 0.95), (-0.2, 0.78), (-0.19, 0.55), (-0.24, 0.36),
    (-0.02, 0.4), (-0.02, 0.6), (0.03, 0.78), (0.1, 0.84),
]  # fmt: skip
HOOD: list[Point] = [
    (0.17, 0.84), (0.12, 0.97), (0.0, 1.02), (-0.14, 0.97), (-0.22, 0.8), (-0.22, 0.6),
    (-0.3, 0.42), (-0.1, 0.4), (0.16, 0.44), (0.13, 0.56), (0.1, 0.62), (0.13, 0.74),
]  # fmt: skip
CAP: list[Point] = [
    (0.17, 0.86),
    (0.1, 0.97),
    (-0.05, 1.0),
    (-0.165, 0.9),
    (-0.17, 0.82),
    (0.1, 0.84),
]


class Rider:
    """Somebody at a window ledge; one unit is a metre, `face` is where they look (1 or -1)."""

    def __init__(
        self, sheet: Sheet, x: float, low: float, unit: float, colour: str, face: int
    ) -> None:
        self.sheet, self.x, self.low, self.unit = sheet, x, low, unit
        self.colour, self.face, self.nod = colour, face, 0.0

    def at(self, x: float, y: float) -> Point:
        """Bend whatever is above the neck by `nod` and set it into the picture."""
        if y > 0.5 and self.nod:
            share = min(1.0, (y - 0.5) / 0.12)
            turn = self.nod * share
            dx, dy = x, y - 0.52
            x = dx * math.cos(turn) + dy * math.sin(turn)
            y = 0.52 + dy * math.cos(turn) - dx * math.sin(turn)
        return (self.x + x * self.face * self.unit, self.low - y * self.unit)

    def shape(self, points: Sequence[Point]) -> None:
        path = curve(points, closed=True, steps=8)
        self.sheet.poly([self.at(x, y) for x, y in path], self.colour)

    def limb(self, *points: tuple[float, float, float]) -> None:
        self.sheet.limb([(*self.at(x, y), r * self.unit) for x, y, r in points], self.colour)

    def sit(self, kind: str) -> None:
        """Draw the bust and what tells this passenger from another."""
        self.nod = {"asleep": 0.5, "phone": 0.3, "reader": 0.34}.get(kind, 0.0)
        self.shape(BUST)
        wear = {"hood": HOOD, "cap": CAP, "long": LONG_HAIR, "asleep": LONG_HAIR}.get(kind)
        if wear:
            self.shape(wear)
        if kind == "hat":
            self.shape([(0.3, 0.855), (0.1, 0.9), (-0.3, 0.87), (-0.15, 0.835), (0.1, 0.835)])
            self.shape([(0.14, 0.86), (0.12, 1.02), (0.0, 1.04), (-0.13, 1.03), (-0.16, 0.86)])
        if kind == "bun":
            self.limb((-0.14, 0.97, 0.075), (-0.13, 0.98, 0.07))
        if kind == "curls":
            ring = [
                (0.08, 0.95),
                (-0.02, 1.01),
                (-0.13, 0.98),
                (-0.2, 0.88),
                (-0.22, 0.76),
                (-0.18, 0.65),
            ]
            for x, y in ring:
                self.limb((x, y, 0.085), (x * 0.9, y, 0.08))
        if kind == "phone":
            self.limb((0.12, 0.1, 0.07), (0.36, 0.12, 0.06), (0.4, 0.36, 0.045))
        if kind == "reader":
            self.limb((0.12, 0.05, 0.07), (0.36, 0.02, 0.06), (0.44, 0.22, 0.045))
            self.shape([(0.38, 0.16), (0.36, 0.46), (0.43, 0.48), (0.5, 0.44), (0.48, 0.14)])
        if kind == "cello":
            self.limb(
                (0.52, 0.27, 0.3),
                (0.53, 0.42, 0.22),
                (0.55, 0.62, 0.1),
                (0.6, 1.16, 0.05),
                (0.61, 1.3, 0.07),
            )
            self.limb((0.1, 0.3, 0.08), (0.42, 0.16, 0.06), (0.54, 0.62, 0.05))

    def glint(self) -> tuple[Point, float]:
        """Where a phone's light is, and its size."""
        return self.at(0.42, 0.42), 0.1 * self.unit


def flank(
    body: Sheet,
    lamps: Sheet,
    left: float,
    floor: float,
    tall: float,
    length: float,
    tail: bool = False,
) -> list[Area]:
    """A tram from the side on `floor`, with its `tail` or cut off; return its windows."""
    u = tall / 3.4
    top, right = floor - tall, left + length
    body.box(left + 0.4 * u, floor - 0.4 * u, right, floor, "#020306")
    for k in range(int(length / (7.2 * u)) + 1):
        for wheel in (1.9, 3.5):
            if left + (wheel + 7.2 * k + 0.8) * u > right:
                continue
            body.disc(left + (wheel + 7.2 * k) * u, floor - 0.27 * u, 0.3 * u, "#10151c")
            body.disc(left + (wheel + 7.2 * k) * u, floor - 0.27 * u, 0.2 * u, "#020306")
    nose = [(0.05, -0.34), (0.0, -1.0), (0.16, -2.1), (0.75, -3.2), (1.1, -3.4)]
    shell = [(left + x * u, floor + y * u) for x, y in nose]
    end = [(right, top), (right, floor - 0.34 * u)]
    if tail:
        end = [(right - x * u, floor + y * u) for x, y in reversed(nose)]
    body.poly([*shell, *end], BODY)
    right -= 0.85 * u * tail
    body.poly(
        [
            (left + 1.1 * u, top),
            (right, top),
            (right, top + 0.2 * u),
            (left + 0.76 * u, top + 0.2 * u),
        ],
        "#071f27",
    )
    body.box(left + 0.1 * u, floor - 0.46 * u, right + 0.75 * u * tail, floor - 0.33 * u, DARK)
    lamps.poly(
        [
            (left + x * u, floor - y * u)
            for x, y in [(0.3, 1.3), (0.4, 2.1), (0.86, 2.86), (1.35, 2.86), (1.35, 1.3)]
        ],
        "#12363c",
    )
    windows = []
    x, number = left + 1.6 * u, 0
    while x < right - (1.65 if tail else 0.5) * u:
        door = number % 4 == 1
        wide = (1.3 if door else 1.62) * u
        low = floor - (0.42 if door else 1.26) * u
        area = (x, floor - 2.86 * u, x + wide, low)
        lamps.box(*area, "#b97836" if door else "#a9682e", 0.1 * u)
        if not door:
            windows.append(area)
        else:
            leaves(lamps, area, u)
        x += wide + 0.15 * u
        number += 1
    body.box(
        left + 0.03 * u, floor - 1.06 * u, right + 0.82 * u * tail, floor - 0.98 * u, "#b9165a"
    )
    return windows


def leaves(lamps: Sheet, area: Area, u: float) -> None:
    """A folding door: two leaves, their frames, a handrail, the step's light."""
    left, top, right, low = area
    middle = (left + right) / 2
    lamps.box(left, low - 0.4 * u, right, low, "#0b323b", 0.04 * u)
    lamps.box(left + 0.1 * u, low - 0.12 * u, right - 0.1 * u, low - 0.07 * u, "#ffd08a")
    for x in (left + 0.03 * u, middle, right - 0.03 * u):
        lamps.line([(x, top + 4), (x, low)], 0.07 * u, "#0b323b")
    for x in (middle - 0.16 * u, middle + 0.16 * u):
        lamps.line([(x, top + 0.7 * u), (x, low - 0.55 * u)], 0.035 * u, "#ffe2ac")


def saloon(back: Sheet, lights: Sheet, area: Area, u: float, shift: float) -> None:
    """The far side of the car: its windows, black with night, and the strip of light."""
    left, top, right, low = area
    back.box(left, top + 0.18 * u, right, low, "#8a5226")
    first = max(left, left + shift)
    back.box(
        first, top + 0.3 * u, min(right, first + 0.95 * u), low - 0.28 * u, "#0b1220", 0.06 * u
    )
    if first + 1.1 * u < right:
        back.box(first + 1.1 * u, top + 0.3 * u, right, low - 0.28 * u, "#0b1220", 0.06 * u)
    lights.box(
        left + 0.05 * u, top + 0.05 * u, right - 0.05 * u, top + 0.12 * u, "#ffe9c2", 0.03 * u
    )
