"""The pool from above: floor, lane ropes, shade of the trees, and the water over them."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from drawing.lane_four.water import (
    AQUA,
    DARK,
    FOAM,
    POOL,
    SUN,
    Array,
    Waves,
    blend,
    caustics,
    colour,
    enlarge,
    grid,
    sample,
    step,
    to_array,
    to_image,
)
from drawing.paint import Pen


@dataclass
class View:
    """How the lanes lie in the picture: turned by `angle` around (x, y), one lane `lane` wide."""

    size: tuple[int, int]
    x: float
    y: float
    angle: float
    lane: float

    def lanes(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return places along and across the lanes, in pixels from the middle of lane four."""
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        return (x - self.x) * cos + (y - self.y) * sin, (y - self.y) * cos - (x - self.x) * sin

    def at(self, along: float, across: float) -> tuple[float, float]:
        """Return the pixel of a place in lane four."""
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        return (
            self.x + along * cos - across * sin,
            self.y + along * sin + across * cos,
        )


def tiles(u: Array, v: Array, size: float, seed: int) -> Array:
    """Return the brightness of a tiled floor, about 1: joints and tiles of different firings."""
    column, row = np.floor(u / size).astype(np.int64), np.floor(v / size).astype(np.int64)
    mixed = (column * 73856093 ^ row * 19349663 ^ seed * 83492791) & 0xFFFF
    fired = (mixed.astype(np.float32) / 0xFFFF - 0.5) * 0.09
    joint = np.minimum(np.abs(u / size - np.round(u / size)), np.abs(v / size - np.round(v / size)))
    return 1 + fired + 0.10 * step(2.6 / size, 1.0 / size, joint)


def line_of(u: Array, v: Array, view: View) -> Array:
    """Return where the dark lines run along the middle of the lanes."""
    across = (v / view.lane + 0.5) % 1 - 0.5
    return step(0.092, 0.085, np.abs(across)).astype(np.float32)


def floor(
    u: Array, v: Array, view: View, mark: Array | None = None, is_plain: bool = False
) -> Array:
    """Return the colours of the floor; `mark` replaces the lane lines."""
    dark = line_of(u, v, view) if mark is None else mark
    base = blend(np.broadcast_to(colour("#4fb9d6"), (*u.shape, 3)), colour(DARK), dark * 0.92)
    return base if is_plain else base * tiles(u, v, view.lane / 14, 5)[..., None]


def shade_of_trees(size: tuple[int, int], edge: Callable[[Array, Array], Array]) -> Array:
    """Return 1 where foliage keeps the sun away; `edge` is negative in the sun (pixels)."""
    x, y = grid(size)
    leaves = Waves(77, (60, 260), 22, 0.0, 2.0)
    wobble = leaves.slope(x, y)[0]
    clumps = Waves(78, (18, 60), 18, 0.0, 2.0).slope(x, y)[0]
    return step(-26, 26, edge(x, y) + wobble * 150 + clumps * 46).astype(np.float32)


def ropes(
    view: View,
    bend: float = 0.0,
    edges: tuple[float, ...] = (-1.5, -0.5, 0.5, 1.5),
    reach: float = 0.0,
) -> tuple[Image.Image, Image.Image, Image.Image]:
    """Return the lane ropes as picture, mask and soft mask: discs on a line, in two colours."""
    colours = ("#f6f2e6", "#1c3f86")
    picture = Image.new("RGB", view.size, colours[0])
    pen, dark = Pen(view.size, 2), Pen(view.size, 2)
    glint = Pen(view.size, 2)
    reach, bead = reach or math.hypot(*view.size), view.lane / 17
    for edge in edges:
        for number in range(-round(reach / bead), round(reach / bead)):
            along = number * bead
            slack = math.sin(along / view.lane * 0.8 + edge * 2) * bend
            x, y = view.at(along, edge * view.lane + slack)
            if not (-50 < x < view.size[0] + 50 and -50 < y < view.size[1] + 50):
                continue
            cos, sin = math.cos(view.angle), math.sin(view.angle)
            ring = [2 * math.pi * i / 18 for i in range(18)]
            outline = [
                (
                    x + cos * math.cos(a) * bead * 0.44 - sin * math.sin(a) * bead * 0.78,
                    y + sin * math.cos(a) * bead * 0.44 + cos * math.sin(a) * bead * 0.78,
                )
                for a in ring
            ]
            pen.polygon(outline)
            if (number // 7) % 3 == 0:
                dark.polygon(outline)
            ox, oy = view.at(along, edge * view.lane + slack - bead * 0.3)
            glint.disc(ox, oy, bead * 0.2)
    mask = pen.mask()
    picture.paste(colours[1], (0, 0), dark.mask())
    below = mask.filter(ImageFilter.GaussianBlur(view.lane / 60))
    picture.paste("#fffdf2", (0, 0), glint.mask().point(lambda v: v * 0.8))
    return picture, mask, below


@dataclass
class Light:
    """What the water does: how deep it is for sun and eye, and where trees keep the sun off."""

    waves: Waves
    sun_depth: float = 120.0
    eye_depth: float = 26.0
    time: float = 0.0
    strength: float = 1.0
    is_soft: bool = False  # for moving pictures: no tiles, softer light


def look_through(
    view: View,
    light: Light,
    shadow: Image.Image | None = None,
    shade: Array | None = None,
    mark: Callable[[Array, Array], Array] | None = None,
    over: float = 2.0,
) -> Array:
    """Return the pool seen from above; `shadow` lies on the floor, `shade` dims the sun."""
    x, y = grid(view.size)
    gx, gy = light.waves.field(view.size, light.time)
    bent = x + gx * light.eye_depth, y + gy * light.eye_depth
    u, v = view.lanes(*bent)
    picture = floor(u, v, view, None if mark is None else mark(*bent), light.is_soft)
    margin = round(light.eye_depth * 3) + 4
    rays = caustics(view.size, light.waves, light.sun_depth, light.time, over, margin)
    if light.is_soft:
        half = rays[: rays.shape[0] // 2 * 2, : rays.shape[1] // 2 * 2]
        half = half.reshape(half.shape[0] // 2, 2, half.shape[1] // 2, 2).mean(axis=(1, 3))
        rays = enlarge(half, rays.shape[::-1])
    sun = sample(rays, bent[0] + margin, bent[1] + margin)
    sun = 1 - np.exp(-sun * 0.85)
    cast = np.zeros_like(x)
    if shadow is not None:
        cast = sample(to_array(shadow), *bent)
        sun = sun * (1 - 0.85 * cast)
    if shade is not None:
        dim = sample(shade, *bent)
        sun = sun * (1 - 0.88 * dim)
        cast = np.maximum(cast, dim * 0.62)
    bright = (0.50 + 1.02 * light.strength * sun) * (1 - 0.30 * cast)
    picture = picture * blend(np.ones(3, np.float32) * colour("#9fd0f5"), np.ones(3), sun)
    picture = picture * bright[..., None]
    picture = blend(picture, colour(POOL), 0.16)
    peaks = step(0.66, 1.0, sun)
    picture = blend(picture, colour(SUN), peaks * 0.62)
    sky = step(0.35, 1.0, -gx * 0.8 - gy * 0.6)
    picture = blend(picture, colour(AQUA), sky * 0.14)
    if light.is_soft:
        soft = to_image(picture).filter(ImageFilter.GaussianBlur(1.3))
        return to_array(soft)
    return picture


def foam_over(picture: Array, foam: Array) -> Array:
    return blend(picture, colour(FOAM), foam)
