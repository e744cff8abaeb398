"""Lane Four without water: rays are followed into the empty basin, lengths are metres."""

import math
from random import Random

import numpy as np
from PIL import Image

from drawing.lane_four.water import (
    Array,
    Waves,
    blend,
    colour,
    grid,
    step,
    to_image,
)
from drawing.paint import Pen, lay, level

STILL = (1800, 1200)
FOCUS = 1.05
EYE, DEPTH = 2.5, 2.1  # heights above the floor: of the camera, of the rim
LEFT, RIGHT, END = -8.75, 6.25, 33.0
HORIZON = 455
SUN = (0.90, 0.42, 0.30)  # how light travels: right, down, away


def rays() -> tuple[Array, Array, Array]:
    x, y = grid(STILL)
    scale = STILL[1] * FOCUS
    return (x - 900) / scale, (HORIZON - y) / scale, np.ones_like(x)


def pixel(x: float, y: float, z: float) -> tuple[float, float]:
    """Return where a point is seen; y is its height above the floor."""
    scale = STILL[1] * FOCUS
    return 900 + x / z * scale, HORIZON - (y - EYE) / z * scale


def lit(x: Array, z: Array, y: Array) -> Array:
    """Return 1 where the sun comes over the left rim."""
    rise = (x - LEFT) / SUN[0] * SUN[1] + y
    return step(DEPTH - 0.03, DEPTH + 0.05, rise)


def floor_at(x: Array, z: Array) -> Array:
    """Return the painted floor: lanes, stains, tide marks of the last water."""
    base = np.broadcast_to(colour("#63bdd2"), (*x.shape, 3))
    stain = Waves(51, (1.2, 6), 20, 1.0, 2).slope(x, z)[0]
    fine = Waves(52, (0.2, 0.9), 20, 1.0, 2).slope(x, z)[0]
    base = blend(base, colour("#8fd2d6"), step(0.0, 0.9, stain) * 0.7)
    base = blend(base, colour("#3f9dbd"), step(0.1, 1.0, -stain + fine * 0.4) * 0.55)
    rings = np.abs(stain + fine * 0.12 - 0.42)
    base = blend(base, colour("#d9ead9"), step(0.05, 0.0, rings) * 0.45)
    across = np.abs((x / 2.5 + 0.5) % 1 - 0.5) * 2.5
    worn = 0.92 - 0.35 * step(0.1, 0.8, fine + stain * 0.5)
    base = blend(base, colour("#0c3f7c"), step(0.14, 0.125, across) * worn)
    seam = np.minimum(
        np.abs(z / 5 - np.round(z / 5)) * 5,
        np.abs((x + 1.25) / 2.5 - np.round((x + 1.25) / 2.5)) * 2.5,
    )
    return blend(base, colour("#2f88a8"), step(0.035, 0.015, seam) * 0.5)


def wall_at(along: Array, y: Array, tint: str) -> Array:
    """Return a wall of tiles with a dark line at the height of the water."""
    row, column = np.floor(y / 0.15).astype(np.int64), np.floor(along / 0.3).astype(np.int64)
    fired = ((column * 7349 ^ row * 19349663) & 255).astype(np.float32) / 255 - 0.5
    base = colour(tint) * (1 + fired * 0.10)[..., None]
    base = blend(base, colour("#d8ecec"), step(1.66, 1.68, y) * 0.9)
    return blend(base, colour("#14508c"), step(1.80, 1.81, y) * step(1.93, 1.92, y) * 0.9)


def outside(x: Array, y: Array) -> Array:
    """Return what stands behind the rim: trees in October, a pale sky."""
    up = np.clip((HORIZON - y) / HORIZON, 0, 1)
    sky = blend(
        np.broadcast_to(colour("#fff0cf"), (*x.shape, 3)), colour("#a8d4e6"), step(0.1, 1.0, up)
    )
    crowns = Waves(55, (200, 600), 14, 0.0, 0.05).slope(x, np.zeros_like(x))[0]
    twigs = Waves(56, (9, 40), 14, 0.5, 1.5).slope(x, y)[0]
    for lift, tint, seed in ((62, "#9ac3c4", 0), (34, "#5f9aa6", 400)):
        hills = Waves(57 + seed, (160, 700), 12, 0.0, 0.05).slope(x, np.zeros_like(x))[0]
        edge = HORIZON - 8 - lift - np.abs(crowns * 0.6 + hills) * 64 + twigs * 5
        sky = blend(sky, colour(tint), step(-3, 3, y - edge))
    return sky


def basin() -> Array:
    """Return the empty pool, its puddle and what is behind."""
    dx, dy, _dz = rays()
    x, y = grid(STILL)

    def trace(dx: Array, dy: Array, eye: Array, ox: Array, oz: Array, screen_y: Array) -> Array:
        down = np.where(dy < 0, -eye / np.minimum(dy, -1e-4), 1e6)
        left = np.where(dx < 0, (LEFT - ox) / np.minimum(dx, -1e-4), 1e6)
        right = np.where(dx > 0, (RIGHT - ox) / np.maximum(dx, 1e-4), 1e6)
        end = END - oz
        near = np.minimum(np.minimum(down, left), np.minimum(right, end))
        px, py, pz = ox + dx * near, eye + dy * near, oz + near
        shade = lit(px, pz, py)
        ground = floor_at(px, pz) * blend(colour("#7fa6d0"), colour("#fff3d2"), shade)
        side = wall_at(pz, py, "#5aaac6")
        side_left = side * colour("#6f98c8")
        side_right = side * blend(colour("#7fa6d0"), colour("#fff6da"), shade)
        back = wall_at(px, py, "#63b2cc") * blend(colour("#7fa6d0"), colour("#f4efd8"), shade)
        seen = np.where((near == down)[..., None], ground, back)
        seen = np.where((near == left)[..., None], side_left, seen)
        seen = np.where((near == right)[..., None], side_right, seen)
        haze = 1 - np.exp(-near / 130)
        seen = blend(seen, colour("#fdeccb"), haze)
        free = py > DEPTH
        stone = (py > DEPTH) & (py < DEPTH + 0.12)
        seen = np.where(free[..., None], outside(x, screen_y), seen)
        return np.where(stone[..., None], colour("#fbf3dc"), seen), px, py, pz, near == down

    picture, px, _py, pz, ground = trace(dx, dy, EYE + 0 * dx, 0 * dx, 0 * dx, y)
    edge = Waves(60, (1.0, 5), 16, 0.3, 2).slope(px, pz)[0] * 0.9
    puddle = 1 - (((px + 2.7) / 3.6) ** 2 + ((pz - 14.5) / 5.2) ** 2) + edge * 0.35
    wet = step(-0.14, 0.10, puddle) * ground
    pool = step(0.03, 0.06, puddle) * ground
    ripple = Waves(61, (0.3, 1.0), 12, 0.6).slope(px, pz)[1] * 0.006
    mirror = trace(dx, -dy + ripple, 0 * dx + 0.0, px, pz, 2 * HORIZON - y + ripple * 3000)[0]
    picture = picture * (1 - 0.36 * wet)[..., None]
    high = step(120, 420, 2 * HORIZON - y)
    mirror = blend(mirror, blend(colour("#2f7fc0") + 0 * mirror, colour("#b9dff0"), high), 0.72)
    bank = step(0.045, 0.03, np.abs(puddle - 0.06)) * ground
    return blend(blend(picture, mirror, pool * 0.88), colour("#fff6da"), bank * 0.5)


def leaves(image: Image.Image) -> None:
    """Scatter leaves, thickest along the shady wall."""
    random = Random(12)
    tints = ["#d98a2b", "#e8b13c", "#b8622a", "#f0cf6a"]
    pens = [Pen(STILL, 2) for _ in tints]
    dark = Pen(STILL, 2)
    for _ in range(520):
        x = (
            LEFT + abs(random.gauss(0, 1)) * 3.2
            if random.random() < 0.62
            else random.uniform(LEFT, RIGHT)
        )
        z = 2.7 + random.random() ** 1.4 * 28
        if x > RIGHT:
            continue
        px, py = pixel(x, 0, z)
        size = random.uniform(0.05, 0.10) * STILL[1] * FOCUS / z
        turn = random.uniform(0, math.pi)
        ring = np.linspace(0, 2 * math.pi, 14)
        shape = []
        for a in ring:
            far = size * (0.55 + 0.45 * abs(math.cos(a)) ** 0.7)
            u, v = far * math.cos(a), far * 0.6 * math.sin(a)
            shape.append(
                (
                    px + u * math.cos(turn) - v * math.sin(turn),
                    py + (u * math.sin(turn) + v * math.cos(turn)) * 0.36,
                )
            )
        dark.polygon([(a + size * 0.3, b + size * 0.16) for a, b in shape])
        random.choice(pens).polygon(shape)
    lay(image, "#1d5f86", level(dark.mask(), 0.5))
    for pen, tint in zip(pens, tints, strict=True):
        lay(image, tint, pen.mask())


def sweeper(image: Image.Image) -> None:
    """Let somebody in a red cap sweep lane four, seen from behind."""
    x, z = 0.75, 11.0
    unit = STILL[1] * FOCUS / z  # pixels to a metre

    def at(a: float, b: float) -> tuple[float, float]:
        px, py = pixel(x, 0, z)
        return px + a * unit, py - b * unit

    def limb(pen: Pen, points: list[tuple[float, float, float]]) -> None:
        pen.limb([(*at(a, b), r * unit) for a, b, r in points])

    shadow = Pen(STILL, 2)
    for a, b, r in [(0, 0.1, 0.16), (0.05, 0.8, 0.24), (0, 1.3, 0.24), (0, 1.65, 0.12)]:
        reach = b / SUN[1]
        shadow.disc(*pixel(x + a + SUN[0] * reach, 0, z + SUN[2] * reach), r * unit, r * unit * 0.3)
    spine = [
        (b / SUN[1], r)
        for b, r in [(0.0, 0.15), (0.5, 0.22), (1.3, 0.24), (1.5, 0.09), (1.7, 0.12)]
    ]
    path = [(*pixel(x + SUN[0] * far, 0, z + SUN[2] * far), r * unit * 0.42) for far, r in spine]
    shadow.limb(path)
    lay(image, "#1d5f8c", level(shadow.mask(), 0.72))
    broom = Pen(STILL, 3)
    limb(broom, [(0.26, 1.28, 0.016), (-0.62, 0.06, 0.016)])
    broom.polygon([at(-0.92, 0.0), at(-0.40, 0.0), at(-0.46, 0.13), at(-0.82, 0.13)])
    lay(image, "#6b4a2c", broom.mask())
    figure = Pen(STILL, 3)
    limb(figure, [(-0.10, 0.80, 0.11), (-0.13, 0.42, 0.085), (-0.15, 0.06, 0.07)])
    limb(figure, [(0.10, 0.80, 0.11), (0.15, 0.42, 0.085), (0.19, 0.06, 0.07)])
    figure.polygon([at(-0.24, 0.05), at(-0.08, 0.05), at(-0.08, 0.0), at(-0.25, 0.0)])
    figure.polygon([at(0.12, 0.05), at(0.29, 0.05), at(0.29, 0.0), at(0.12, 0.0)])
    lay(image, "#12315c", figure.mask())
    coat = Pen(STILL, 3)
    coat.polygon(
        [
            at(a, b)
            for a, b in [
                (-0.25, 0.62),
                (0.25, 0.62),
                (0.23, 1.0),
                (0.24, 1.38),
                (0.10, 1.47),
                (-0.10, 1.47),
                (-0.24, 1.38),
                (-0.22, 1.0),
            ]
        ]
    )
    limb(coat, [(-0.19, 1.36, 0.075), (-0.30, 1.10, 0.065), (-0.17, 0.74, 0.05)])
    limb(coat, [(0.19, 1.36, 0.075), (0.35, 1.20, 0.065), (0.22, 1.20, 0.05)])
    lay(image, "#1f5c92", coat.mask())
    sunny = Pen(STILL, 3)
    sunny.polygon(
        [
            at(a, b)
            for a, b in [
                (-0.25, 0.62),
                (-0.19, 0.62),
                (-0.16, 1.0),
                (-0.17, 1.42),
                (-0.24, 1.38),
                (-0.22, 1.0),
            ]
        ]
    )
    lay(image, "#8fc3d6", sunny.mask())
    head = Pen(STILL, 3)
    limb(head, [(0, 1.46, 0.06), (0, 1.585, 0.098)])
    limb(head, [(-0.105, 1.57, 0.02), (0.105, 1.57, 0.02)])
    lay(image, "#b97f5c", head.mask())
    cap = Pen(STILL, 3)
    cap.disc(*at(0, 1.645), 0.108 * unit, 0.10 * unit)
    cap.polygon([at(-0.11, 1.60), at(0.11, 1.60), at(0.108, 1.66), at(-0.108, 1.66)])
    lay(image, "#e3261f", cap.mask())


def drained_still() -> Image.Image:
    """October: the basin is swept."""
    image = to_image(basin())
    leaves(image)
    sweeper(image)
    return image
