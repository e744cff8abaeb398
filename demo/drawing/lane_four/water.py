"""Water: waves as sums of sines, the light they gather on the floor, and what they bend.

Arrays are float32, rows first; colours are three floats from 0 to 1. Lengths are pixels.
"""

import math

import numpy as np
from PIL import Image, ImageColor

Array = np.ndarray
DARK, POOL, AQUA, FOAM = "#0a3f7a", "#1e8fc4", "#7fd3e0", "#f4fbf7"
SUN, RED, NAVY = "#fff0bd", "#e3261f", "#0c2550"


def colour(code: str) -> Array:
    """Return a hex colour as an array of three."""
    return np.array(ImageColor.getrgb(code)[:3], np.float32) / 255


def step(low: float, high: float, value: Array) -> Array:
    """Return 0 below `low`, 1 above `high`, an eased value between."""
    part = np.clip((value - low) / (high - low), 0, 1)
    return part * part * (3 - 2 * part)


def blend(base: Array, tint: Array, amount: Array | float) -> Array:
    """Mix a colour or picture into a picture; `amount` may be an array of weights."""
    weight = amount[..., None] if isinstance(amount, np.ndarray) else amount
    return base + (tint - base) * weight


def grid(size: tuple[int, int]) -> tuple[Array, Array]:
    """Return the x and the y of every pixel."""
    x, y = np.meshgrid(np.arange(size[0], dtype=np.float32), np.arange(size[1], dtype=np.float32))
    return x, y


def to_array(image: Image.Image) -> Array:
    return np.asarray(image, np.float32) / 255


def to_image(picture: Array, seed: int = 1) -> Image.Image:
    """Round to bytes with a breath of noise, so that wide gradients do not band."""
    noise = np.random.default_rng(seed).random(picture.shape[:2], np.float32)[..., None]
    return Image.fromarray(np.clip(picture * 255 + noise, 0, 255).astype(np.uint8))


def enlarge(field: Array, size: tuple[int, int]) -> Array:
    """Scale one field smoothly to `size` (width, height)."""
    return np.asarray(Image.fromarray(field).resize(size, Image.Resampling.BICUBIC))


def sample(field: Array, x: Array, y: Array) -> Array:
    """Look up a field or picture between its pixels, edges held."""
    height, width = field.shape[:2]
    x, y = np.clip(x, 0, width - 1.001), np.clip(y, 0, height - 1.001)
    left, top = x.astype(np.int32), y.astype(np.int32)
    fx, fy = x - left, y - top
    if field.ndim == 3:
        fx, fy = fx[..., None], fy[..., None]
    upper = field[top, left] * (1 - fx) + field[top, left + 1] * fx
    lower = field[top + 1, left] * (1 - fx) + field[top + 1, left + 1] * fx
    return upper * (1 - fy) + lower * fy


class Waves:
    """Many small waves; their slope bends light."""

    def __init__(
        self,
        seed: int,
        lengths: tuple[float, float] = (110, 420),
        count: int = 16,
        wind: float = 0.7,
        spread: float = 1.1,
    ) -> None:
        random = np.random.default_rng(seed)
        length = np.exp(random.uniform(math.log(lengths[0]), math.log(lengths[1]), count))
        angle = wind + random.normal(0, spread, count)
        self.kx = np.cos(angle) * 2 * math.pi / length
        self.ky = np.sin(angle) * 2 * math.pi / length
        self.steep = random.uniform(0.5, 1.0, count) / math.sqrt(count)
        self.phase = random.uniform(0, 2 * math.pi, count)
        # Deep water: long waves run faster. The factor makes a wave of 200 px pass in 2 s.
        self.omega = 2 * math.pi / 2.0 * np.sqrt(200 / length)

    def slope(self, x: Array, y: Array, time: float = 0.0) -> tuple[Array, Array]:
        """Return the slope of the surface across and down (about -1 to 1)."""
        across, down = np.zeros_like(x), np.zeros_like(x)
        for kx, ky, steep, phase, omega in zip(
            self.kx, self.ky, self.steep, self.phase, self.omega, strict=True
        ):
            swing = np.cos(
                np.float32(kx) * x + np.float32(ky) * y + np.float32(phase - omega * time)
            )
            size = math.hypot(kx, ky)
            across += np.float32(steep * kx / size) * swing
            down += np.float32(steep * ky / size) * swing
        return across, down

    def field(
        self, size: tuple[int, int], time: float = 0.0, every: int = 4
    ) -> tuple[Array, Array]:
        """Return the slopes of all pixels, computed on a coarser grid."""
        small = (math.ceil(size[0] / every) + 1, math.ceil(size[1] / every) + 1)
        x, y = grid(small)
        fields = self.slope(x * every, y * every, time)
        box = (small[0] * every, small[1] * every)
        return tuple(enlarge(field, box)[: size[1], : size[0]] for field in fields)


def caustics(
    size: tuple[int, int],
    waves: Waves,
    depth: float,
    time: float = 0.0,
    over: float = 2.0,
    margin: int = 0,
) -> Array:
    """Return the light on the floor, 1 on average: rays through the waves are counted.

    The field reaches `margin` pixels beyond the picture on every side.
    """
    size = (size[0] + 2 * margin, size[1] + 2 * margin)
    pad = round(depth * 2.5) + 8
    wide = (size[0] + 2 * pad, size[1] + 2 * pad)
    every = 4
    small = (math.ceil(wide[0] / every) + 1, math.ceil(wide[1] / every) + 1)
    x, y = grid(small)
    slopes = waves.slope(x * every - pad - margin, y * every - pad - margin, time)
    rays = (round(wide[0] * over), round(wide[1] * over))
    px, py = grid(rays)
    reach = (small[0] * every * over, small[1] * every * over)
    gx, gy = (
        enlarge(field, (round(reach[0]), round(reach[1])))[: rays[1], : rays[0]] for field in slopes
    )
    px = (px / over - pad + gx * depth).ravel()
    py = (py / over - pad + gy * depth).ravel()
    inside = (px >= 0) & (px < size[0] - 1) & (py >= 0) & (py < size[1] - 1)
    px, py = px[inside], py[inside]
    left, top = px.astype(np.int64), py.astype(np.int64)
    fx, fy = px - left, py - top
    light = np.zeros(size[0] * size[1])
    for dx, dy, weight in (
        (0, 0, (1 - fx) * (1 - fy)),
        (1, 0, fx * (1 - fy)),
        (0, 1, (1 - fx) * fy),
        (1, 1, fx * fy),
    ):
        light += np.bincount((top + dy) * size[0] + left + dx, weight, light.size)
    return (light.reshape(size[1], size[0]) / over**2).astype(np.float32)
