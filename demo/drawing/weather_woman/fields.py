"""Fields of numbers: noise at any place, the pressure of the air, and its isobars."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from drawing import typeset

Array = np.ndarray
Low = tuple[float, float, float, float, float]  # x, y, reach across, reach down, hectopascals
LABELS = "space-grotesk-500-normal"


def value_noise(u: Array, v: Array, seed: int) -> Array:
    """Smooth noise between 0 and 1 at real places."""
    table = np.random.default_rng(seed).random((257, 257), dtype=np.float32)
    table[256], table[:, 256] = table[0], table[:, 0]
    x, y = np.floor(u), np.floor(v)
    fu, fv = (u - x).astype(np.float32), (v - y).astype(np.float32)
    i, j = x.astype(np.int64) % 256, y.astype(np.int64) % 256
    fu, fv = fu**3 * (fu * (fu * 6 - 15) + 10), fv**3 * (fv * (fv * 6 - 15) + 10)
    top = table[j, i] * (1 - fu) + table[j, i + 1] * fu
    low = table[j + 1, i] * (1 - fu) + table[j + 1, i + 1] * fu
    return top * (1 - fv) + low * fv


def fbm(u: Array, v: Array, seed: int, octaves: int = 5, gain: float = 0.5) -> Array:
    """Octaves of noise, about 0 to 1."""
    total, weight, result = 0.0, 1.0, np.zeros(np.broadcast(u, v).shape, np.float32)
    for octave in range(octaves):
        turn = 0.6 * octave
        a, b = np.cos(turn) * 2**octave, np.sin(turn) * 2**octave
        result += weight * value_noise(u * a - v * b + 7.3 * octave, u * b + v * a, seed + octave)
        total += weight
        weight *= gain
    return np.clip((result / total - 0.5) * 1.7 + 0.5, 0, 1)


def warped(u: Array, v: Array, seed: int, amount: float = 1.2, octaves: int = 5) -> Array:
    """Noise that has been pushed about by noise: clouds."""
    a = fbm(u, v, seed + 20, 3) - 0.5
    b = fbm(u + 5.2, v + 1.3, seed + 40, 3) - 0.5
    return fbm(u + amount * a * 2, v + amount * b * 2, seed, octaves)


def smooth(low: float, high: float, values: Array) -> Array:
    """Ease from 0 at `low` to 1 at `high`."""
    t = np.clip((values - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def grid(size: tuple[int, int], step: int = 1) -> tuple[Array, Array]:
    """Coordinates of every `step`th pixel of a picture."""
    x = np.arange(0, size[0], step, dtype=np.float32)
    y = np.arange(0, size[1], step, dtype=np.float32)
    return np.meshgrid(x, y)


def pressure(x: Array, y: Array, lows: Sequence[Low], slope: tuple[float, float] = (0, 0)) -> Array:
    """Hectopascals at a place: a slope, and lows (or highs) that bend it."""
    result = 1012 + slope[0] * x / 1000 + slope[1] * y / 1000
    for cx, cy, rx, ry, depth in lows:
        result = result + depth * np.exp(
            -np.sqrt(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 + 0.05)
        )
    return result


def isobars(field: Array, step: float, thickness: float) -> Array:
    """How much each pixel belongs to a line of equal pressure (0 to 1)."""
    down, across = np.gradient(field)
    slope = np.hypot(across, down) + 1e-6
    away = np.abs(field / step - np.round(field / step)) * step / slope
    return np.clip(thickness / 2 + 0.5 - away, 0, 1)


def label(
    mask: Image.Image, field: Array, step: float, places: Sequence[tuple[int, int]], size: float
) -> Image.Image:
    """Write the pressure into the lines nearest to `places`, turned along them."""
    down, across = np.gradient(field)
    result = mask.copy()
    for px, py in places:
        x, y = _onto_line(field, step, px, py)
        value = round(float(field[y, x]) / step) * step
        angle = np.degrees(np.arctan2(across[y, x], -down[y, x]))
        angle = (angle + 90) % 180 - 90
        face = typeset.font(LABELS, size)
        text = f"{value:.0f}"
        wide, tall = round(face.getlength(text) + size * 0.7), round(size * 1.3)
        plate, ink = Image.new("L", (wide * 2, wide * 2)), Image.new("L", (wide * 2, wide * 2))
        box = (wide / 2, wide - tall / 2, wide * 1.5, wide + tall / 2)
        ImageDraw.Draw(plate).rectangle(box, fill=255)
        ImageDraw.Draw(ink).text((wide, wide), text, 255, face, anchor="mm")
        turn = {"angle": -angle, "resample": Image.Resampling.BICUBIC}
        corner = (x - wide, y - wide)
        result.paste(0, corner, plate.rotate(**turn))
        result.paste(255, corner, ink.rotate(**turn))
    return result


def _onto_line(field: Array, step: float, x: int, y: int) -> tuple[int, int]:
    top, left = max(0, y - 90), max(0, x - 90)
    part = field[top : y + 90, left : x + 90]
    away = np.abs(part / step - np.round(part / step))
    ys, xs = np.mgrid[0 : part.shape[0], 0 : part.shape[1]]
    far = np.hypot(ys - (y - top), xs - (x - left))
    best = np.argmin(np.where(away < 0.03, far, 1e6))
    row, column = np.unravel_index(best, part.shape)
    return left + int(column), top + int(row)
