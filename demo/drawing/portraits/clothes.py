"""Shoulders and what is worn on them."""

import numpy as np

from drawing.portraits.solids import Grid, Space, both, carve, ellipsoid, join, limb, mirrored


def shoulders(space: Space, wide: float = 1.0) -> Grid:
    fold = mirrored(space)
    solid = ellipsoid(space, (0, -2.75, -0.42), (1.2 * wide, 1.2, 0.6))
    yoke = limb(fold, (0.22, -1.5, -0.46), (1.08 * wide, -1.95, -0.5), 0.2, 0.32)
    arm = limb(fold, (1.12 * wide, -1.98, -0.5), (1.3 * wide, -3.4, -0.45), 0.33, 0.34)
    return join(join(solid, yoke, 0.3), arm, 0.2)


def jumper(space: Space, wide: float = 1.0) -> Grid:
    """A round neckline."""
    solid = shoulders(space, wide)
    band = limb(space, (0, -1.42, -0.36), (0, -1.75, -0.32), 0.47, 0.6)
    hollow = limb(space, (0, -0.9, -0.28), (0, -1.6, -0.26), 0.43, 0.42)
    return carve(join(solid, band, 0.1), hollow, 0.03)


def turtleneck(space: Space, wide: float = 1.0) -> Grid:
    solid = shoulders(space, wide)
    tube = limb(space, (0, -1.1, -0.28), (0, -1.9, -0.3), 0.45, 0.56)
    tube = both(tube, space[1] + 1.0 + 0.22 * space[2], 0.05)
    return join(solid, tube, 0.16)


def collar(space: Space, wide: float = 1.0, spread: float = 0.5, tall: float = 1.0) -> Grid:
    """An open shirt or coat collar; `spread` is how fast its points part, `tall` its size."""
    x, y, z = mirrored(space)
    front = z + 0.3
    around = np.sqrt(x * x + front * front)
    drop = np.clip(-1.02 - y, 0, 1)
    flap = np.abs(around - (0.47 + 0.62 * drop)) * 0.85 - 0.04
    point = np.clip(front / 0.5, 0, 1)
    flap = np.maximum(flap, y + 1.04 + 0.2 * front)
    flap = np.maximum(flap, -1.04 - (0.34 + 0.2 * point) * tall - y - 0.2 * front)
    gap = np.where(front > 0, 0.05 + spread * drop - x, -1.0)
    flap = np.maximum(flap, gap * 0.8)
    solid = shoulders(space, wide)
    stand = limb(space, (0, -1.2, -0.3), (0, -1.75, -0.3), 0.47, 0.52)
    stand = np.maximum(stand, y + 1.06 + 0.2 * front)
    hollow = limb(space, (0, -0.9, -0.28), (0, -1.7, -0.22), 0.44, 0.42)
    solid = carve(join(solid, stand, 0.06), hollow, 0.02)
    opening = np.maximum(
        np.where(front > 0, x - 0.1 - 0.3 * np.clip(y + 2.0, 0, 2), 1.0) * 0.7, -2.0 - y
    )
    solid = np.maximum(solid, -opening)
    return np.minimum(solid, flap * 0.8)


def scarf(space: Space, wide: float = 1.0) -> Grid:
    """Two turns of a shawl."""
    solid = shoulders(space, wide)
    for y, radius, thick, lean in ((-1.55, 0.52, 0.21, 0.18), (-1.25, 0.45, 0.17, -0.12)):
        height = space[1] - y - lean * space[0] + 0.22 * (space[2] + 0.4)
        flat = np.sqrt(space[0] ** 2 + (space[2] + 0.36) ** 2) - radius
        solid = join(solid, np.sqrt(flat * flat + height * height * 0.7) - thick, 0.06)
    return solid
