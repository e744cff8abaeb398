"""Night as light: linear colour that adds up, blooms, and is reflected by wet asphalt."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw

from drawing import noise
from drawing.paint import Point, Size, rgb
from drawing.typeset import font

Array = np.ndarray
BLOOM = ((5, 0.22), (16, 0.12), (50, 0.07), (150, 0.045))


def linear(colour: str) -> Array:
    """Return a colour as three amounts of light."""
    return (np.array(rgb(colour), np.float32) / 255) ** 2.2


def _box(field: Array, radius: int, axis: int) -> Array:
    if radius < 1:
        return field
    pad = [(0, 0)] * field.ndim
    pad[axis] = (radius + 1, radius)
    total = np.cumsum(np.pad(field, pad, "edge"), axis, dtype=np.float64)
    length = field.shape[axis]
    high = np.take(total, np.arange(2 * radius + 1, 2 * radius + 1 + length), axis)
    low = np.take(total, np.arange(length), axis)
    return ((high - low) / (2 * radius + 1)).astype(np.float32)


def shrink(field: Array, size: Size) -> Array:
    """Return a field in another size (width, height)."""
    if field.ndim == 2:
        picture = Image.fromarray(np.ascontiguousarray(field, np.float32))
        return np.asarray(picture.resize(size, Image.Resampling.BILINEAR, reducing_gap=2))
    planes = [shrink(field[..., k], size) for k in range(field.shape[2])]
    return np.stack(planes, axis=-1)


def soften(field: Array, across: float, down: float) -> Array:
    """Blur a field, `across` and `down` in pixels (sigma); wide blurs are made small first."""
    height, width = field.shape[:2]
    fx, fy = max(1, int(across // 4)), max(1, int(down // 4))
    small = (max(2, width // fx), max(2, height // fy))
    result = shrink(field, small) if fx * fy > 1 else field
    for _ in range(3):
        result = _box(result, round(across / fx), 1)
        result = _box(result, round(down / fy), 0)
    return shrink(result, (width, height)) if fx * fy > 1 else result


FINE = 3


class Sheet:
    """Opaque shapes on glass, drawn three times as large as they will be."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.image = Image.new("RGBA", (size[0] * FINE, size[1] * FINE))
        self.draw = ImageDraw.Draw(self.image)

    def poly(self, points: Sequence[Point], colour: str) -> None:
        self.draw.polygon([(x * FINE, y * FINE) for x, y in points], (*rgb(colour), 255))

    def box(self, x1: float, y1: float, x2: float, y2: float, colour: str, r: float = 0) -> None:
        area = (x1 * FINE, y1 * FINE, x2 * FINE, y2 * FINE)
        self.draw.rounded_rectangle(area, r * FINE, (*rgb(colour), 255))

    def disc(self, x: float, y: float, rx: float, colour: str, ry: float | None = None) -> None:
        ry = rx if ry is None else ry
        area = tuple(v * FINE for v in (x - rx, y - ry, x + rx, y + ry))
        self.draw.ellipse(area, (*rgb(colour), 255))

    def line(self, points: Sequence[Point], width: float, colour: str) -> None:
        path = [(x * FINE, y * FINE) for x, y in points]
        self.draw.line(path, (*rgb(colour), 255), max(1, round(width * FINE)), "curve")

    def limb(self, points: Sequence[tuple[float, float, float]], colour: str) -> None:
        """A stroke of changing width through (x, y, radius)."""
        for (x1, y1, r1), (x2, y2, r2) in pairwise(points):
            for step in range(25):
                t = step / 24
                self.disc(x1 + (x2 - x1) * t, y1 + (y2 - y1) * t, r1 + (r2 - r1) * t, colour)

    def text(self, words: str, x: float, y: float, face: str, size: float, colour: str) -> None:
        """Write with the middle of the baseline at (x, y)."""
        big = font(face, size * FINE)
        self.draw.text((x * FINE, y * FINE), words, (*rgb(colour), 255), big, anchor="ms")

    def arrays(self) -> tuple[Array, Array]:
        """Return light and cover, both between 0 and 1."""
        data = np.asarray(self.image.reduce(FINE), np.float32) / 255
        cover = data[..., 3:]
        return data[..., :3] ** 2.2 * cover, cover


class Night:
    """A picture of light."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.light = np.zeros((size[1], size[0], 3), np.float32)

    def sky(self, stops: Sequence[tuple[float, str]], gain: float = 1.0) -> None:
        """A vertical run of colours, heights in pixels."""
        rows = np.arange(self.size[1])
        places = [place for place, _ in stops]
        colours = np.array([linear(colour) for _, colour in stops])
        column = np.stack([np.interp(rows, places, colours[:, k]) for k in range(3)], -1)
        self.light += (column * gain)[:, None, :].astype(np.float32)

    def lay(self, sheet: Sheet, gain: float = 1.0, cover: float = 1.0) -> None:
        """Lay a sheet over the picture, `gain` times as bright as its colours."""
        light, mask = sheet.arrays()
        self.light *= 1 - mask * cover
        self.light += light * gain * cover

    def add(self, mask: Array, colour: str, gain: float) -> None:
        """Add light of one colour."""
        self.light += mask[..., None] * linear(colour) * gain

    def spot(self, x: float, y: float, radius: float, colour: str, gain: float, flat: float = 1.0):
        """Add a soft round light; `flat` below 1 makes it lower than wide."""
        ys, xs = np.ogrid[: self.size[1], : self.size[0]]
        away = ((xs - x) ** 2 + ((ys - y) / flat) ** 2) / radius**2
        self.add(np.exp(-away * 3).astype(np.float32), colour, gain)

    def bloom(self, strength: float = 1.0) -> Array:
        """Let bright places shine over their edges; return that shine."""
        bright = np.minimum(self.light, 6.0)
        scale = self.size[0] / 1800
        shine = sum(soften(bright, s * scale, s * scale) * w for s, w in BLOOM) * strength
        self.light += shine
        return shine

    def rain(self, shine: Array, seed: int, drops: int, length: float = 60, slant: float = 0.12):
        """Streaks of rain, seen where there is light behind or beside them."""
        random = np.random.default_rng(seed)
        width, height = self.size
        mask = Image.new("L", (width * 2, height * 2))
        draw = ImageDraw.Draw(mask)
        for _ in range(drops):
            near = random.random() ** 3
            x, y = random.uniform(-80, width + 80), random.uniform(-80, height)
            long = length * (0.35 + near) * 2
            grey = int(60 + 150 * random.random())
            ends = (x * 2, y * 2, x * 2 - long * slant, y * 2 + long)
            draw.line(ends, grey, 1 + round(near * 3))
        streaks = np.asarray(mask.reduce(2), np.float32) / 255
        wide = soften(shine, 30, 30) * 1.6 + 0.004
        self.light += streaks[..., None] * wide

    def finish(self, exposure: float = 1.0, grain: int = 5, seed: int = 3) -> Image.Image:
        """Develop the picture: soft shoulder, gamma, a vignette, a little grain."""
        width, height = self.size
        ys, xs = np.ogrid[:height, :width]
        away = ((xs / width - 0.5) ** 2 + (ys / height - 0.5) ** 2) * 2
        light = self.light * (exposure * (1 - 0.42 * away[..., None]))
        grey = light.mean(axis=2, keepdims=True)
        light = light + np.maximum(grey - 1.2, 0) * 0.25
        shown = (1 - np.exp(-light * 1.25)) ** (1 / 2.2)
        lift = np.array([0.018, 0.022, 0.042]) * (1 - shown)
        speck = np.asarray(noise.white((width, height), seed), np.float32)[..., None] / 255 - 0.5
        data = np.clip((shown + lift) * 255 + speck * grain, 0, 255)
        return Image.fromarray(data.astype(np.uint8))


class View:
    """A camera in a street: metres to pixels; mirrored, it sees what wet ground shows."""

    def __init__(self, x: float, y: float, focal: float, tall: float, mirrored: bool = False):
        self.x, self.y, self.focal, self.tall = x, y, focal, tall
        self.side = -1 if mirrored else 1

    def at(self, x: float, y: float, z: float) -> Point:
        up = y * self.side - self.tall
        return (self.x + self.focal * x / z, self.y - self.focal * up / z)

    def size(self, metres: float, z: float) -> float:
        return metres * self.focal / z

    def mirror(self) -> "View":
        return View(self.x, self.y, self.focal, self.tall, mirrored=True)


def texture(size: int, cell: float, seed: int, octaves: int = 4) -> Array:
    """Return square noise between 0 and 1 that can be laid side by side, twice `size` wide."""
    field = np.asarray(noise.fbm((size, size), (cell, cell), seed, octaves), np.float32) / 255
    field = np.concatenate([field, field[:, ::-1]], axis=1)
    return np.concatenate([field, field[::-1]], axis=0)


def ground(view: View, size: Size, field: Array, per_metre: float, aspect: float = 1.0) -> Array:
    """Lay a texture on the ground; rows above the horizon are empty."""
    width, height = size
    ys, xs = np.mgrid[:height, :width].astype(np.float32)
    depth = view.focal * view.tall / np.maximum(ys - view.y, 0.5)
    u = ((xs - view.x) * depth / view.focal * per_metre).astype(np.int64)
    v = (depth * per_metre * aspect).astype(np.int64)
    side = field.shape[0]
    return np.where(ys > view.y, field[v % side, u % side], 0).astype(np.float32)


def wet(mirror: Array, pools: Array, rough: Array, ripple: Array, reach: float = 60) -> Array:
    """Return what wet ground shows of mirrored light: sharp in pools, drawn out on asphalt."""
    height, width = mirror.shape[:2]
    rows, columns = np.mgrid[:height, :width]
    shift = np.rint((ripple - 0.5) * reach * 0.35).astype(np.int64)
    broken = mirror[
        np.clip(rows + shift * 2, 0, height - 1), np.clip(columns + shift, 0, width - 1)
    ]
    long = soften(mirror, 5, reach) * 0.75 + soften(mirror, 14, reach * 2.4) * 0.45
    streaks = long * (0.35 + 0.9 * rough[..., None])
    sharp = soften(broken, 1.2, 3) * 0.8 + long * 0.2
    share = pools[..., None]
    return sharp * share + streaks * 0.55 * (1 - share)
