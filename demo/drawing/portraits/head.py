"""A human head from a dozen solids; a face is what one person's numbers make of it.

The chin lies at y = -1, the crown at y = 1, the eyes at y = 0; x points to the sitter's left,
z to the front.
"""

from dataclasses import dataclass

import numpy as np

from drawing.portraits.solids import Grid, Space, ball, carve, ellipsoid, join, limb, mirrored


@dataclass(frozen=True)
class Face:
    """Measures, in half heads; the defaults are nobody in particular."""

    width: float = 1.0  # of the whole head
    jaw: float = 1.0  # width of the jaw
    chin: float = 0.0  # forward
    chin_drop: float = 0.0  # downward
    cheeks: float = 1.0  # how far the cheekbones stand out
    fullness: float = 0.0  # of the cheeks below
    brow: float = 1.0  # how far the brow stands out
    eyes: float = 0.265  # from the middle
    sockets: float = 1.0  # how deep
    nose: float = 1.0  # how far it stands out
    nose_width: float = 1.0
    nose_drop: float = 0.0  # the tip downward
    bridge: float = 0.0  # a hump
    lips: float = 1.0  # how full
    mouth: float = 1.0  # how wide
    smile: float = 0.0  # corners upward
    age: float = 0.0  # depth of the folds
    neck: float = 1.0  # how thick


def skull(space: Space, face: Face) -> Grid:
    fold = mirrored(space)
    wide = face.width
    solid = ellipsoid(space, (0, 0.33, -0.1), (0.66 * wide, 0.67, 0.78))
    solid = join(solid, ellipsoid(space, (0, -0.12, 0.22), (0.5 * wide, 0.66, 0.5)), 0.2)
    corner = (0.45 * wide * face.jaw, -0.52, 0.0)
    hinge = limb(fold, (0.5 * wide, -0.05, -0.08), corner, 0.13, 0.12)
    solid = join(solid, hinge, 0.2)
    tip = (0.13 * face.jaw, -0.86 - face.chin_drop, 0.46 + face.chin)
    solid = join(solid, limb(fold, corner, tip, 0.13, 0.13), 0.22)
    solid = join(solid, ball(space, (0, tip[1] + 0.02, tip[2] + 0.03), 0.13), 0.1)
    bone = (0.37 * wide, -0.2, 0.42)
    solid = join(solid, ellipsoid(fold, bone, (0.17, 0.12, 0.17 * face.cheeks)), 0.16)
    fat = 0.15 + face.fullness
    solid = join(solid, ball(fold, (0.3 * wide, -0.48, 0.36), fat), 0.22)
    temple = ellipsoid(fold, (0.78 * wide, 0.14, 0.42), (0.2, 0.26, 0.24))
    return carve(solid, temple, 0.16)


def eyes(solid: Grid, fold: Space, face: Face) -> Grid:
    brow = limb(fold, (0.1, 0.19, 0.62), (0.42, 0.2, 0.47), 0.075 * face.brow, 0.06 * face.brow)
    solid = join(solid, brow, 0.1)
    deep = 0.13 * face.sockets
    hole = ellipsoid(fold, (face.eyes, 0.03, 0.76), (0.19, 0.12, 0.1 + deep))
    solid = carve(solid, hole, 0.12)
    solid = join(solid, ball(fold, (face.eyes + 0.005, -0.005, 0.45), 0.14), 0.03)
    lid = limb(fold, (0.13, 0.11, 0.56), (0.43, 0.07, 0.46), 0.05, 0.055)
    solid = join(solid, lid, 0.06)
    bag = ellipsoid(fold, (face.eyes + 0.01, -0.15, 0.56), (0.13, 0.05, 0.05 + 0.03 * face.age))
    return join(solid, bag, 0.05)


def nose(solid: Grid, space: Space, face: Face) -> Grid:
    fold = mirrored(space)
    out, wide = face.nose, face.nose_width
    tip = (0, -0.33 - face.nose_drop, 0.66 + 0.22 * out)
    middle = (0, -0.1, 0.66 + 0.1 * out + face.bridge)
    solid = join(solid, limb(space, (0, 0.16, 0.62), middle, 0.05, 0.06), 0.1)
    solid = join(solid, limb(space, middle, tip, 0.06, 0.075 + 0.02 * wide), 0.07)
    wing = (0.105 * wide, -0.37 - face.nose_drop * 0.4, 0.66 + 0.06 * out)
    solid = join(solid, ball(fold, wing, 0.062), 0.06)
    hole = ellipsoid(
        fold, (0.06 * wide, -0.44 - face.nose_drop * 0.7, 0.7 + 0.08 * out), (0.035, 0.03, 0.05)
    )
    return carve(solid, hole, 0.03)


def mouth(solid: Grid, space: Space, face: Face) -> Grid:
    fold = mirrored(space)
    wide, full = 0.225 * face.mouth, face.lips
    solid = join(solid, ellipsoid(space, (0, -0.6, 0.5), (0.25, 0.2, 0.2)), 0.14)
    corner = (wide, -0.615 + face.smile, 0.58)
    upper = limb(fold, (0.02, -0.575, 0.69 + 0.012 * full), corner, 0.045 * full, 0.014)
    lower = limb(fold, (0.0, -0.665, 0.665 + 0.014 * full), corner, 0.058 * full, 0.014)
    solid = join(solid, join(upper, lower, 0.012), 0.045)
    gap = limb(fold, (0.0, -0.618, 0.76), (wide, -0.615 + face.smile, 0.63), 0.016, 0.012)
    solid = carve(solid, gap, 0.02)
    groove = ellipsoid(space, (0, -0.77, 0.72), (0.14, 0.05, 0.11))
    solid = carve(solid, groove, 0.08)
    philtrum = limb(space, (0, -0.47, 0.765), (0, -0.53, 0.765), 0.03, 0.03)
    solid = carve(solid, philtrum, 0.03)
    if face.age:
        fold_line = limb(
            fold, (0.17, -0.36, 0.68), (0.31, -0.64, 0.55), 0.004 + 0.014 * face.age, 0.0
        )
        solid = carve(solid, fold_line, 0.09)
        under = limb(fold, (0.25, -0.68, 0.56), (0.2, -0.8, 0.56), 0.02 * face.age, 0.01)
        solid = carve(solid, under, 0.06)
    return solid


def ears(solid: Grid, space: Space, face: Face) -> Grid:
    x, y, z = mirrored(space)
    lean = (x - 0.25 * (z + 0.12) * -1, y, z - 0.18 * (y + 0.1))
    side = 0.63 * face.width
    shell = ellipsoid(lean, (side, -0.1, -0.14), (0.05, 0.23, 0.13))
    hollow = ellipsoid(lean, (side + 0.06, -0.07, -0.11), (0.05, 0.15, 0.07))
    return join(solid, carve(shell, hollow, 0.03), 0.04)


def neck(solid: Grid, space: Space, face: Face) -> Grid:
    fold = mirrored(space)
    thick = face.neck
    column = limb(space, (0, -0.5, -0.28), (0, -1.9, -0.42), 0.385 * thick, 0.43 * thick)
    cord = limb(fold, (0.44, -0.35, -0.28), (0.07, -1.62, 0.0), 0.08, 0.06)
    column = join(column, cord, 0.08)
    throat = ellipsoid(space, (0, -1.25, 0.0), (0.07, 0.12, 0.07))
    return join(solid, join(column, throat, 0.08), 0.1)


def head(space: Space, face: Face) -> Grid:
    """The whole head with its neck."""
    solid = skull(space, face)
    solid = eyes(solid, mirrored(space), face)
    solid = nose(solid, space, face)
    solid = mouth(solid, space, face)
    solid = ears(solid, space, face)
    return neck(solid, space, face).astype(np.float32)
