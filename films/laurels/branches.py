"""Two branches of laurel as outlines, in the units of the layout: the same for SVG and PNG."""

from dataclasses import dataclass
from functools import cache
from math import atan2, cos, pi, radians, sin

from films.laurels.layout import WIDTH

Point = tuple[float, float]
CENTRE = (WIDTH / 2, 146.0)
ACROSS, DOWN = 190.0, 128.0
# From beside the middle at the foot to where the branches end, in degrees, clockwise.
FOOT, TOP = 106.0, 246.0
PAIRS = 11


@dataclass(frozen=True)
class Leaf:
    """A leaf between two points; the controls bend its two edges."""

    base: Point
    tip: Point
    left: Point
    right: Point


@cache
def make_leaves() -> tuple[Leaf, ...]:
    """Return the leaves of both branches."""
    leaves = []
    for n in range(PAIRS):
        share = n / (PAIRS - 1)
        angle = FOOT + (TOP - FOOT) * share
        base, ahead = _point(angle), _direction(angle)
        length = 37 - 13 * share
        leaves.append(_leaf(base, ahead + 0.52, length))
        leaves.append(_leaf(base, ahead - 0.62, length * 0.9))
    leaves.append(_leaf(_point(TOP + 3), _direction(TOP), 24))
    return (*leaves, *(_mirror(leaf) for leaf in leaves))


@cache
def make_stems() -> tuple[tuple[Point, ...], ...]:
    """Return both stems as outlines that grow thinner towards their ends."""
    steps = [FOOT - 5 + (TOP - FOOT + 6) * n / 40 for n in range(41)]
    outer, inner = [], []
    for n, angle in enumerate(steps):
        half = 1.5 * (1 - n / 55)
        x, y = _point(angle)
        across = _direction(angle) + pi / 2
        outer.append((x + half * cos(across), y + half * sin(across)))
        inner.append((x - half * cos(across), y - half * sin(across)))
    stem = (*outer, *reversed(inner))
    return stem, tuple((WIDTH - x, y) for x, y in stem)


def outline(leaf: Leaf, steps: int = 16) -> list[Point]:
    """Return a leaf as a polygon."""
    return [
        *_curve(leaf.base, leaf.left, leaf.tip, steps),
        *_curve(leaf.tip, leaf.right, leaf.base, steps),
    ]


def _point(angle: float) -> Point:
    turn = radians(angle)
    return CENTRE[0] + ACROSS * cos(turn), CENTRE[1] + DOWN * sin(turn)


def _direction(angle: float) -> float:
    """Return where the stem grows to, in radians."""
    from_, to = _point(angle - 1), _point(angle + 1)
    return atan2(to[1] - from_[1], to[0] - from_[0])


def _leaf(base: Point, heading: float, length: float) -> Leaf:
    x, y = base
    along = (cos(heading), sin(heading))
    across = (-along[1], along[0])
    belly, half = length * 0.45, length * 0.34

    def at(forward: float, side: float) -> Point:
        return (
            round(x + along[0] * forward + across[0] * side, 1),
            round(y + along[1] * forward + across[1] * side, 1),
        )

    return Leaf(at(2, 0), at(length, 0), at(belly, half), at(belly, -half))


def _mirror(leaf: Leaf) -> Leaf:
    points = (leaf.base, leaf.tip, leaf.left, leaf.right)
    return Leaf(*((round(WIDTH - x, 1), y) for x, y in points))


def _curve(start: Point, control: Point, end: Point, steps: int) -> list[Point]:
    points = []
    for n in range(steps):
        t = n / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append(
            (
                a * start[0] + b * control[0] + c * end[0],
                a * start[1] + b * control[1] + c * end[1],
            )
        )
    return points
