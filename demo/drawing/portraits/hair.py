"""Hair, beards, caps and glasses: solids that are laid over a head."""

import numpy as np

from drawing.portraits.head import Face
from drawing.portraits.solids import Grid, Space, ball, both, carve, ellipsoid, join, limb, mirrored


def cap(
    space: Space,
    face: Face,
    thick: float = 0.07,
    line: float = 0.0,
    nape: float = -0.45,
    ears: float = 0.2,
) -> Grid:
    """Hair close to the skull; `line` lifts the hairline, `ears` is the room left around them."""
    fold = mirrored(space)
    wide = face.width
    solid = ellipsoid(
        space, (0, 0.35, -0.12), (0.66 * wide + thick, 0.67 + thick * 1.2, 0.77 + thick)
    )
    low = ellipsoid(space, (0, -0.05, -0.3), (0.5 * wide + thick * 0.4, 0.53, 0.45 + thick * 0.5))
    solid = join(solid, low, 0.1)
    open_face = ellipsoid(space, (0, -0.1 + line, 0.8), (0.53 * wide, 0.74, 0.6))
    solid = carve(solid, open_face, 0.05)
    solid = both(solid, nape - space[1] + 0.25 * (space[2] + 0.6), 0.05)
    if not ears:
        return solid
    side = (0.7 * wide, -0.28, 0.12)
    return carve(solid, limb(fold, side, (0.7 * wide, -0.2, -0.12), ears, ears), 0.04)


def bob(space: Space, face: Face, length: float = 0.75, line: float = 0.0, full: float = 0.1):
    """Hair over the ears down to `length` below the eyes."""
    wide = face.width
    solid = cap(space, face, full, line, nape=-2, ears=0)
    tall = 0.75 + 0.45 * length
    fall = ellipsoid(space, (0, 0.9 - tall, -0.18), (0.68 * wide + full, tall, 0.62 + full))
    open_face = ellipsoid(space, (0, -0.3 + line, 0.74), (0.49 * wide, 1.0, 0.66))
    fall = carve(fall, open_face, 0.08)
    fall = both(fall, -length - space[1], 0.3)
    return join(solid, fall, 0.12)


def long(space: Space, face: Face, line: float = 0.05, full: float = 0.09) -> Grid:
    """Hair that falls over the shoulders."""
    fold = mirrored(space)
    solid = bob(space, face, 0.95, line, full)
    wave = 0.05 * np.sin(3.2 * fold[1] + 0.6)
    loose = (fold[0] + wave, fold[1], fold[2] + wave)
    fall = limb(loose, (0.53 * face.width, -0.3, -0.2), (0.72, -3.2, 0.3), 0.22, 0.3)
    back = limb(space, (0, -0.4, -0.45), (0, -1.7, -0.62), 0.45, 0.55)
    return join(join(solid, fall, 0.15), back, 0.15)


def curls(solid: Grid, space: Space, size: float, depth: float) -> Grid:
    """Make a smooth solid curly: lumps about `size` wide."""
    x, y, z = (s / size for s in space)
    lumps = np.sin(x + 1.3 * np.sin(y)) * np.sin(y + 1.1 * np.sin(z)) * np.sin(z + 1.7 * np.sin(x))
    return solid - depth * lumps


def beard(space: Space, face: Face, full: float = 0.06, length: float = 0.0) -> Grid:
    fold = mirrored(space)
    corner = (0.47 * face.width * face.jaw, -0.42, 0.0)
    tip = (0.14, -0.88 - length * 0.6, 0.48 + face.chin)
    solid = limb(fold, corner, tip, 0.12 + full, 0.15 + full)
    solid = join(solid, limb(fold, (0.53 * face.width, 0.0, -0.02), corner, 0.13, 0.13 + full), 0.1)
    solid = join(solid, ball(space, (0, tip[1] - length * 0.5, tip[2]), 0.17 + full), 0.15)
    hole = ellipsoid(space, (0, -0.62, 0.82), (0.2 * face.mouth, 0.085, 0.26))
    return join(carve(solid, hole, 0.04), moustache(space, full), 0.05)


def moustache(space: Space, full: float = 0.06) -> Grid:
    fold = mirrored(space)
    first = limb(
        fold, (0.03, -0.51, 0.75), (0.2, -0.545, 0.66), 0.03 + full * 0.5, 0.02 + full * 0.5
    )
    last = limb(fold, (0.2, -0.545, 0.66), (0.32, -0.68, 0.52), 0.02 + full * 0.5, 0.02)
    return join(first, last, 0.04)


def ring(space: Space, x: float, rx: float, ry: float, thick: float) -> Grid:
    """One rim of a pair of glasses, mirrored, before the eyes."""
    a, b, c = mirrored(space)
    shape = np.sqrt(((a - x) / rx) ** 2 + ((b - 0.0) / ry) ** 2)
    flat = (shape - 1) * min(rx, ry)
    deep = c - (0.74 - 0.3 * a * a)
    return np.sqrt(flat * flat + deep * deep) - thick


def glasses(
    space: Space, face: Face, rx: float = 0.2, ry: float = 0.18, thick: float = 0.026
) -> Grid:
    fold = mirrored(space)
    rims = ring(space, face.eyes + 0.02, rx, ry, thick)
    inner = face.eyes + 0.02 - rx
    rims = np.minimum(rims, limb(space, (-inner, 0.05, 0.74), (inner, 0.05, 0.74), thick, thick))
    start = (face.eyes + 0.02 + rx, 0.05, 0.66)
    arm = limb(fold, start, (0.66 * face.width, 0.02, -0.12), thick * 0.9, thick * 0.9)
    return np.minimum(rims, arm)


def wool_cap(space: Space, face: Face) -> Grid:
    """A knitted cap with its turned-up brim."""
    tilt = (space[0], space[1] + 0.25 * space[2], space[2])
    crown = ellipsoid(tilt, (0, 0.5, -0.1), (0.7 * face.width, 0.74, 0.8))
    crown = both(crown, 0.3 - tilt[1], 0.03)
    brim = ellipsoid(tilt, (0, 0.44, -0.09), (0.76 * face.width, 0.9, 0.86))
    brim = both(brim, np.abs(tilt[1] - 0.42) - 0.14, 0.06)
    return join(crown, brim, 0.015)
