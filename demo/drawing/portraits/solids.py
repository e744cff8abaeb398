"""Solids by their distance: what is inside is negative, what is outside positive."""

from collections.abc import Callable

import numpy as np

Grid = np.ndarray
Space = tuple[Grid, Grid, Grid]
Solid = Callable[[Space], Grid]
Vector = tuple[float, float, float]


def mirrored(space: Space) -> Space:
    """Fold the left half onto the right: what is drawn once is there twice."""
    return np.abs(space[0]), space[1], space[2]


def ellipsoid(space: Space, middle: Vector, radii: Vector) -> Grid:
    a, b, c = (s - m for s, m in zip(space, middle, strict=True))
    x, y, z = a / radii[0], b / radii[1], c / radii[2]
    near = np.sqrt(x * x + y * y + z * z)
    x, y, z = x / radii[0], y / radii[1], z / radii[2]
    return near * (near - 1) / np.maximum(np.sqrt(x * x + y * y + z * z), 1e-4)


def ball(space: Space, middle: Vector, radius: float) -> Grid:
    a, b, c = (s - m for s, m in zip(space, middle, strict=True))
    return np.sqrt(a * a + b * b + c * c) - radius


def limb(space: Space, start: Vector, end: Vector, first: float, last: float) -> Grid:
    """A round-ended stick whose radius goes from `first` to `last`."""
    ways = [e - s for s, e in zip(start, end, strict=True)]
    long = sum(w * w for w in ways)
    a, b, c = (s - m for s, m in zip(space, start, strict=True))
    part = np.clip((a * ways[0] + b * ways[1] + c * ways[2]) / long, 0, 1)
    a, b, c = a - ways[0] * part, b - ways[1] * part, c - ways[2] * part
    return np.sqrt(a * a + b * b + c * c) - (first + (last - first) * part)


def join(first: Grid, second: Grid, soft: float) -> Grid:
    """Both solids, their seam rounded over about `soft`."""
    blend = np.maximum(soft - np.abs(first - second), 0) / soft
    return np.minimum(first, second) - blend * blend * soft * 0.25


def carve(solid: Grid, hole: Grid, soft: float) -> Grid:
    """The first solid less the second."""
    return -join(-solid, hole, soft)


def both(first: Grid, second: Grid, soft: float) -> Grid:
    """What lies in the first solid and in the second."""
    return -join(-first, -second, soft)
