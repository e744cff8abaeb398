"""Weather over flat land: skies, polders in perspective, what stands on the horizon."""

import math
from random import Random

import numpy as np
from PIL import Image, ImageDraw

from drawing.weather_woman.fields import Array, fbm, grid, smooth, value_noise, warped
from drawing.weather_woman.strokes import mixed, over

CREAM = "#f4ecd6"


def storm_sky(
    size: tuple[int, int],
    horizon: float,
    seed: int,
    edge: float = 0.34,
    tilt: float = 0.1,
    shower: tuple[float, float] = (0.8, 0.07),
) -> Array:
    """A shelf cloud over a slit of yellow light, rain under it (every second pixel)."""
    x, y = grid(size, 2)
    across = (x - size[0] / 2) / 900
    high = np.clip((horizon - y) / horizon, -0.05, 1)
    slit = [(0, "#f5d37f"), (0.1, "#f0dca4"), (0.2, "#dbd9bd"), (0.34, "#a9bcbc"), (0.6, "#7f9aa6")]
    sky = mixed(slit, high)
    far = 1 / (high * 1.15 + 0.10)
    veil = warped(across * far * 0.9 + 3, far * 1.6, seed + 3, 0.7, 4)
    sky = over(sky, "#8fa6ab", smooth(0.46, 0.8, veil) * 0.75 * smooth(0.04, 0.2, high))
    sky = over(sky, "#f8edcb", smooth(0.62, 0.9, 1 - veil) * 0.5)
    sky = over(sky, "#fff3cf", 0.75 * np.exp(-(((across + 0.25) / 0.5) ** 2) - (high / 0.09) ** 2))
    bulge = fbm(across * 2.6, high * 2.2, seed, 4) - 0.5
    lip = edge + tilt * across - 0.13 * across**2 + 0.085 * bulge
    above = (high - lip) / (1 - edge)
    lean = across * 450 + (y - horizon) * 0.20
    streak = fbm(lean / 45, y / 1500, seed + 8, 3)
    where = np.exp(-(((lean / 900 + 0.5 - shower[0]) / shower[1]) ** 2))
    where = where * (0.35 + 0.9 * streak) * (1 - 0.35 * smooth(0.1, 0.0, high))
    sky = over(sky, "#41566a", np.clip(where, 0, 0.93))
    cloud = warped(across * far * 1.5, far * 2.6, seed + 5, 1.1)
    roll = warped(across * 1.5 + 9, above * 5.5 + across * 0.8, seed + 9, 0.8)
    tone = 0.08 + 0.40 * above + 0.62 * (roll - 0.42) + 0.40 * (cloud - 0.5)
    lips = np.abs(((above * 8 + 1.9 * roll) % 1) - 0.5) * 2
    tone = tone + (lips - 0.5) * 0.22 * np.exp(-np.maximum(above, 0) * 3.2)
    dark = [
        (-0.3, "#17242f"),
        (0.05, "#223442"),
        (0.3, "#384f5e"),
        (0.55, "#5b747f"),
        (0.8, "#8b9da0"),
        (1.1, "#c3c6b6"),
    ]
    mass = mixed(dark, tone)
    mass = over(mass, "#cdb878", 0.42 * np.exp(-(((above - 0.008) / 0.012) ** 2)) * roll * 1.5)
    return sky + (mass - sky) * smooth(-0.008, 0.012, above)[..., None]


def polder(size: tuple[int, int], horizon: float, seed: int, light: tuple[float, float]) -> Array:
    """Fields behind the dyke in perspective; a band between two depths lies in the sun."""
    x, y = grid(size, 2)
    below = np.clip((y - horizon) / (size[1] - horizon), 0.004, 1)
    deep = 1 / below
    side = (x - size[0] * 0.5) / size[0] * deep * 1.6
    row = np.floor(np.log(deep + 0.4) * 6.0)
    plot = np.floor(side * 0.55 + row * 0.37 + value_noise(row * 3.1, row * 0, seed) * 4)
    shade = value_noise(plot * 1.7 + 0.3, row * 2.3 + 0.3, seed + 1)
    tones = [
        (0.1, "#3d4a34"),
        (0.35, "#56603a"),
        (0.55, "#6b6a3d"),
        (0.75, "#7d7444"),
        (0.95, "#4a5a42"),
    ]
    land = mixed(tones, shade)
    furrow = fbm(side * 7, deep * 0.4, seed + 2, 3)
    land *= (0.86 + 0.3 * furrow)[..., None]
    sun = np.exp(-(((np.log(deep) - light[0]) / light[1]) ** 2))
    sun = sun * smooth(0.25, 0.62, fbm(side * 0.10 + 4, np.log(deep) * 2, seed + 4, 3))
    land = over(land, "#d9bd55", sun * 0.85)
    land = over(land, "#2d3a3a", smooth(0.35, 1.05, below) * 0.62)
    return over(land, "#7d8a80", smooth(0.16, 0.0, below) * (1 - sun) * 0.6)


def ditches(
    image: Image.Image, horizon: float, ends: list[tuple[float, float, float]], vanish: float
):
    """Water that runs to the horizon and has the sky in it: (foot, width, strength)."""
    wide, tall = image.size
    layer = Image.new("L", (wide * 2, tall * 2))
    draw = ImageDraw.Draw(layer)
    for foot, width, strength in ends:
        top = horizon + 5
        points = [(vanish - 0.6, top), (vanish + 0.6, top)]
        points += [(foot * wide + width / 2, tall), (foot * wide - width / 2, tall)]
        draw.polygon([(a * 2, b * 2) for a, b in points], fill=round(255 * strength))
    mirror = image.crop((0, 0, wide, int(horizon))).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = Image.new("RGB", image.size)
    water.paste(mirror.resize((wide, tall - int(horizon))), (0, int(horizon)))
    image.paste(water, (0, 0), layer.resize(image.size, Image.Resampling.BOX))


def turbines(image: Image.Image, places: list[tuple[float, float, float]], colour: str) -> None:
    """Wind turbines: foot x, foot y, height."""
    layer = Image.new("L", (image.width * 4, image.height * 4))
    draw = ImageDraw.Draw(layer)
    random = Random(7)
    for x, y, tall in places:
        draw.polygon(
            [
                (v * 4, w * 4)
                for v, w in (
                    (x - tall * 0.016, y),
                    (x - tall * 0.008, y - tall),
                    (x + tall * 0.008, y - tall),
                    (x + tall * 0.016, y),
                )
            ],
            fill=255,
        )
        turn = random.uniform(0, 2)
        for blade in range(3):
            a = turn + blade * 2 * math.pi / 3
            tip = (x + math.cos(a) * tall * 0.55, y - tall + math.sin(a) * tall * 0.55)
            n = (-math.sin(a) * tall * 0.022, math.cos(a) * tall * 0.022)
            bulge = (
                x + math.cos(a) * tall * 0.16 + n[0],
                y - tall + math.sin(a) * tall * 0.16 + n[1],
            )
            draw.polygon(
                [(x * 4, (y - tall) * 4), (bulge[0] * 4, bulge[1] * 4), (tip[0] * 4, tip[1] * 4)],
                fill=255,
            )
    image.paste(colour, (0, 0), layer.resize(image.size, Image.Resampling.BOX))


def farm(
    draw: ImageDraw.ImageDraw, x: float, y: float, unit: float, colour: str, roof: str
) -> None:
    """A gulf house among its trees, far away (`draw` is twice as large as the picture)."""

    def at(*points):
        return [((x + a * unit) * 2, (y + b * unit) * 2) for a, b in points]

    random = Random(int(x))
    for _ in range(9):
        a, r = random.uniform(-2.6, 2.4), random.uniform(0.3, 0.6)
        cx, cy = x + a * unit, y - r * unit * 0.9
        draw.ellipse(
            (
                (cx - r * unit) * 2,
                (cy - r * unit * 1.2) * 2,
                (cx + r * unit) * 2,
                (cy + r * unit) * 2,
            ),
            fill=colour,
        )
    draw.polygon(at((-1, 0), (-1, -0.45), (1.3, -0.45), (1.3, 0)), fill=colour)
    draw.polygon(at((-1.1, -0.4), (-0.6, -1.25), (0.9, -1.25), (1.4, -0.4)), fill=roof)
