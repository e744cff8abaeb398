"""Lane Four from below: rays are followed to floor and surface, lengths are metres."""

import math
from random import Random

import numpy as np
from PIL import Image, ImageChops

from drawing.lane_four.swimmer import Swimmer
from drawing.lane_four.water import (
    Array,
    Waves,
    blend,
    caustics,
    colour,
    grid,
    sample,
    step,
    to_array,
    to_image,
)
from drawing.paint import Pen, blur, lay, level

STILL = (1800, 1200)
DEEP, SKY = "#0a4a8c", "#dff3f2"
EYE, FLOOR = 1.55, 2.3  # depths of the camera and of the floor
PITCH, YAW, FOCUS = math.radians(25), math.radians(38), 0.70
SUN = (math.radians(24), math.radians(28))  # height, and how far right of the view


def rays(size: tuple[int, int]) -> tuple[Array, Array, Array]:
    """Return the direction of every pixel's ray: right, up, forward along the lane."""
    x, y = grid(size)
    x, y = (x - size[0] / 2) / size[1], (size[1] / 2 - y) / size[1]
    length = np.sqrt(x * x + y * y + FOCUS * FOCUS)
    x, y, z = x / length, y / length, FOCUS / length
    up = y * math.cos(PITCH) + z * math.sin(PITCH)
    z = z * math.cos(PITCH) - y * math.sin(PITCH)
    return (x * math.cos(YAW) + z * math.sin(YAW), up, z * math.cos(YAW) - x * math.sin(YAW))


def pixel(size: tuple[int, int], x: float, y: float, z: float) -> tuple[float, float, float]:
    """Return where a point is seen, and how far away it is; y is the height above the eye."""
    across = x * math.cos(YAW) - z * math.sin(YAW)
    ahead = x * math.sin(YAW) + z * math.cos(YAW)
    up = y * math.cos(PITCH) - ahead * math.sin(PITCH)
    ahead = ahead * math.cos(PITCH) + y * math.sin(PITCH)
    scale = size[1] * FOCUS / max(ahead, 0.05)
    return size[0] / 2 + across * scale, size[1] / 2 - up * scale, ahead


def floor_at(x: Array, z: Array, light: Array) -> Array:
    """Return the colours of the floor at places in metres."""
    across = (x / 2.5 + 0.5) % 1 - 0.5
    base = blend(np.broadcast_to(colour("#45b4d8"), (*x.shape, 3)), colour("#0a3f7a"), 0)
    base = blend(base, colour("#0a3f7a"), step(0.055, 0.048, np.abs(across)))
    scale = light.shape[0] / 6
    fold = [np.abs((place / 6) % 2 - 1) * 6 * scale for place in (x, z)]
    bright = 1 - np.exp(-sample(light, *fold) * 0.85)
    return base * (0.45 + 1.05 * bright)[..., None]


def sky_at(x: Array, up: Array, z: Array) -> Array:
    """Return the morning sky in a direction."""
    base = blend(np.broadcast_to(colour("#9fdcec"), (*x.shape, 3)), colour(SKY), step(1.0, 0.1, up))
    bearing = YAW + SUN[1]
    sun = (
        math.sin(bearing) * math.cos(SUN[0]),
        math.sin(SUN[0]),
        math.cos(bearing) * math.cos(SUN[0]),
    )
    near = x * sun[0] + up * sun[1] + z * sun[2]
    base = blend(base, colour("#fff0bd"), step(0.55, 1.0, near) * 0.9)
    return base + step(0.965, 0.995, near)[..., None] * 0.8


def surface(size: tuple[int, int], time: float = 0.0) -> Array:
    """Return the water around the camera: floor, mirror and the window to the sky."""
    dx, dy, dz = rays(size)
    light = caustics((600, 600), Waves(12, (40, 150)), 34, time)
    dry = np.maximum(np.abs(dy), 0.02)
    away = np.where(dy > 0, EYE, FLOOR - EYE) / dry
    x, z = dx * away, dz * away
    calm = 0.20 / (1 + away * 0.09)
    sx, sz = Waves(9, (0.45, 2.2), 18, 1.1).slope(x, z, time)
    small = Waves(10, (0.14, 0.4), 14, 0.6).slope(x, z, time)
    sx, sz = (sx + small[0] * 0.22) * calm, (sz + small[1] * 0.22) * calm
    length = np.sqrt(1 + sx * sx + sz * sz)
    nx, ny, nz = -sx / length, 1 / length, -sz / length
    cosine = np.clip(dx * nx + dy * ny + dz * nz, 0.001, 1)
    rx, ry, rz = dx - 2 * cosine * nx, dy - 2 * cosine * ny, dz - 2 * cosine * nz
    down = FLOOR / np.maximum(-ry, 0.05)
    mirror = floor_at(x + rx * down, z + rz * down, light)
    mirror = blend(mirror, colour(DEEP), 1 - np.exp(-down / 6.5))
    square = 1.33**2 * (1 - cosine**2)
    out = np.sqrt(np.clip(1 - square, 0, 1))
    bend = out - 1.33 * cosine
    sky = sky_at(1.33 * dx + bend * nx, np.clip(1.33 * dy + bend * ny, 0, 1), 1.33 * dz + bend * nz)
    through = step(0.0, 0.42, out)
    top = blend(mirror, sky, through)
    ground = floor_at(x, z, light)
    picture = np.where((dy > 0)[..., None], top, ground)
    return blend(picture, colour(DEEP), 1 - np.exp(-away / 10.5))


def lay_plane(picture: Array, layer: Image.Image, below: float, middle, metres: float) -> Array:
    """Lay a flat picture (RGBA) into the water, `below` the surface, around `middle` (x, z)."""
    dx, dy, dz = rays((picture.shape[1], picture.shape[0]))
    away = (EYE - below) / np.maximum(dy, 0.05)
    scale = layer.width / metres
    u = (dx * away - middle[0]) * scale + layer.width / 2
    v = (dz * away - middle[1]) * scale + layer.height / 2
    inside = (u > 0) & (v > 0) & (u < layer.width - 1) & (v < layer.height - 1) & (dy > 0.06)
    found = sample(to_array(layer), u, v)
    alpha = np.where(inside, found[..., 3], 0)
    tint = blend(found[..., :3], colour(DEEP), 1 - np.exp(-away / 14))
    return blend(picture, tint, alpha)


def swimmer_layer(cycle: float) -> Image.Image:
    """Return her against the light: dark, with an edge of sun, the cap red."""
    size = (1200, 1200)
    swimmer = Swimmer(size, 600, 600, 700, math.radians(90), cycle)
    image = Image.new("RGB", size, "#123f6e")
    body = swimmer.body()
    lay(image, "#0b2a52", swimmer.suit)
    edge = ImageChops.subtract(body, ImageChops.offset(body, -9, -4))
    lay(image, "#8fd6e2", level(blur(edge, 2.5), 0.85))
    lay(image, "#e3261f", swimmer.cap)
    rim = ImageChops.subtract(swimmer.cap, ImageChops.offset(swimmer.cap, -9, -4))
    lay(image, "#ff8d6b", blur(rim, 2))
    image.putalpha(body)
    return image


def beads(image: Image.Image) -> None:
    """Hang the lane ropes under the surface."""
    points = []
    for edge in (-1.25, 1.25, 3.75, -3.75):
        for number in range(-60, 260):
            x, y, ahead = pixel(image.size, edge, EYE - 0.02, number * 0.125)
            if ahead > 0.35 and -80 < x < image.width + 80 and -80 < y < image.height + 80:
                points.append((ahead, x, y, number))
    for ahead, x, y, number in sorted(points, reverse=True):
        radius = image.height * FOCUS * 0.062 / ahead
        far = 1 - math.exp(-ahead / 9)
        base = "#2a5fa8" if number // 7 % 3 == 0 else "#b9dce4"
        pen = Pen((math.ceil(radius * 2 + 6),) * 2, 3)
        pen.disc(radius + 3, radius + 3, radius)
        mask = pen.mask()
        tone = blend(colour(base), colour(DEEP), far)
        spot = Image.new("RGB", mask.size, tuple(int(v * 255) for v in tone))
        under = ImageChops.offset(mask, 0, -max(1, round(radius * 0.5)))
        dark = blend(colour("#123f6e"), colour(DEEP), far)
        spot.paste(tuple(int(v * 255) for v in dark), (0, 0), ImageChops.subtract(mask, under))
        image.paste(spot, (round(x - radius - 3), round(y - radius - 3)), mask)


def shafts(picture: Array, sun: tuple[float, float]) -> Array:
    """Add light that streams away from the sun."""
    bright = step(0.72, 1.1, picture.mean(axis=2)).astype(np.float32)
    small = Image.fromarray((np.clip(bright, 0, 1) * 255).astype(np.uint8)).reduce(4)
    ray = small
    x, y = sun[0] / 4, sun[1] / 4
    for power in (1.05, 1.1, 1.21, 1.46):
        box = (x - x / power, y - y / power)
        box = (*box, box[0] + small.width / power, box[1] + small.height / power)
        grown = ray.transform(small.size, Image.Transform.EXTENT, box, Image.Resampling.BILINEAR)
        ray = Image.blend(ray, grown, 0.5)
    rays_ = to_array(blur(ray, 3).resize((picture.shape[1], picture.shape[0]), Image.BICUBIC))
    return picture + rays_[..., None] * colour("#bfe8e0") * 0.42


def bubbles(image: Image.Image, spots: list[tuple[float, float, float, int]], seed: int) -> None:
    """Let air rise: rings with a glint, around places (x, y, radius, how many)."""
    random = Random(seed)
    rings, glints = Pen(image.size, 2), Pen(image.size, 2)
    for x, y, radius, count in spots:
        for _ in range(count):
            angle, far = random.uniform(0, 6.28), radius * random.random() ** 0.8
            px, py = x + far * math.cos(angle), y + far * math.sin(angle) * 0.7
            size = random.uniform(1.5, 4) if random.random() < 0.8 else random.uniform(5, 10)
            rings.disc(px, py, size)
            glints.disc(px + size * 0.25, py - size * 0.3, size * 0.45)
    lay(image, "#a9e2ea", level(rings.mask(), 0.5))
    lay(image, "#ffffff", glints.mask())


def below_still() -> Image.Image:
    """Looking up from the floor: she passes through the window of light."""
    picture = surface(STILL)
    picture = lay_plane(picture, swimmer_layer(0.02), 0.14, (0.40, 2.0), 3.1)
    sun = (1560, 60)
    image = to_image(shafts(picture, sun))
    beads(image)
    return image
