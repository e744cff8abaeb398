"""The coast of The Weather Woman from straight above: fields, dyke, creeks, contour lines."""

import math
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from drawing.paint import curve
from drawing.weather_woman.fields import (
    Array,
    fbm,
    grid,
    isobars,
    smooth,
    value_noise,
    warped,
)
from drawing.weather_woman.scenes import STILL
from drawing.weather_woman.strokes import along_forms, mixed, over, paint, picture


def aerial() -> Image.Image:
    """Still: the polder, the dyke and the flats from above at low water."""
    image, lines = flats()
    image.paste("#fbf4e0", (0, 0), lines)
    shadow_walk(image, 1102)
    return image


def flats(with_clouds: bool = True) -> tuple[Image.Image, Image.Image]:
    """The coast from above, and a mask of its contour lines."""
    size = STILL
    x, y = grid(size, 2)
    dyke = y - (790 - 0.30 * x + 130 * np.sin(x / 520 + 0.4))
    water = creeks(size)
    wet = np.asarray(water.resize((900, 600)), np.float32) / 255
    soft = (
        np.asarray(water.filter(ImageFilter.GaussianBlur(46)).resize((900, 600)), np.float32) / 255
    )
    height = 0.55 + 0.5 * (warped(x / 420, y / 420, 51, 0.8, 4) - 0.5) - 1.5 * soft
    tones = [
        (-0.1, "#6f8586"),
        (0.2, "#948c74"),
        (0.42, "#b3a17a"),
        (0.7, "#c9b88e"),
        (1, "#d8caa4"),
    ]
    flats = mixed(tones, height + 0.06 * fbm(x / 36, y / 36, 53, 3))
    marsh = smooth(-150, -50, dyke + 70 * (fbm(x / 90, y / 90, 57, 4) - 0.5))
    flats = over(
        flats, mixed([(0.2, "#6d7148"), (0.8, "#8b8552")], fbm(x / 60, y / 60, 59, 4)), marsh * 0.9
    )
    shine = mixed([(0, "#c9d6d2"), (0.5, "#e9e3c9"), (1, "#a9c0c4")], fbm(x / 500, y / 500, 61, 3))
    flats = over(flats, shine, np.clip(wet, 0, 1))
    land = fields_from_above(x, y, dyke)
    scene = flats + (land - flats) * smooth(0, 4, dyke)[..., None]
    scene = over(scene, "#8d9a5c", np.exp(-((dyke / 30) ** 4)))
    scene = over(scene, "#5d6c41", np.exp(-(((dyke - 24) / 12) ** 2)) * 0.85)
    scene = over(scene, "#d8cda6", np.exp(-(((dyke - 44) / 5.5) ** 4)))
    cloud = (
        (x - 1350) * 0.55 + (y - 900) * 0.83 + 520 * (warped(x / 620, y / 620, 71, 0.9, 4) - 0.5)
    )
    cloud = cloud if with_clouds else cloud * 0 - 500
    shadow = smooth(40, 130, cloud) * 0.46 + smooth(150, 60, cloud + 1130) * 0.34
    scene = scene * (1 - shadow[..., None] * np.array([1.0, 0.88, 0.72]))
    image = picture(scene, size)
    way = along_forms(image, lambda a, b: -0.30, 2.0)
    done = paint(image, way, [(34, 130, 0), (18, 80, 26), (9, 44, 34), (5, 26, 44)], 14, 3)
    return done, _contours(size, height, dyke)


def fields_from_above(x: Array, y: Array, dyke: Array) -> Array:
    """Long narrow plots between ditches, as they have been since the land was won."""
    turn = -0.29
    along = x * math.cos(turn) + y * math.sin(turn)
    off = -x * math.sin(turn) + y * math.cos(turn)
    block = np.floor(off / 205 + 0.1)
    strip = along / 118 + block * 0.41
    plot = np.floor(strip)
    shade = value_noise(plot * 1.7 + 0.5, block * 2.9 + 0.5, 81)
    tones = [
        (0.05, "#4c5b3a"),
        (0.3, "#6d7440"),
        (0.5, "#8c8747"),
        (0.7, "#b09a4f"),
        (0.95, "#5c6a4c"),
    ]
    land = mixed(tones, shade)
    rows = value_noise(along / 7, off / 400, 83)
    land = land * (0.93 + 0.14 * rows)[..., None]
    edge = np.minimum(
        np.abs(strip - np.round(strip)) * 118,
        np.abs(off / 205 + 0.1 - np.round(off / 205 + 0.1)) * 205,
    )
    return over(land, "#b9cbc9", np.exp(-((edge / 3.6) ** 4)))


def dyke_line(x: float) -> float:
    """Where the dyke runs, seen from above."""
    return 790 - 0.30 * x + 130 * math.sin(x / 520 + 0.4)


def creeks(size: tuple[int, int]) -> Image.Image:
    """Tidal creeks: they branch like trees whose trunk is the sea."""
    random = Random(29)
    layer = Image.new("L", (size[0] * 2, size[1] * 2))
    draw = ImageDraw.Draw(layer)

    def grow(x: float, y: float, angle: float, width: float, length: float) -> None:
        phase, sway, step = random.uniform(0, 6), random.uniform(0.3, 0.55), 5.0
        wave, since = random.uniform(90, 150) * (0.4 + width / 40), 0.0
        for index in range(int(length / step)):
            gone = index * step
            aim = angle + sway * math.sin(gone / wave * 2 + phase)
            x, y = x + math.cos(aim) * step, y + math.sin(aim) * step
            w = width * (1 - 0.8 * gone / length)
            draw.ellipse((x * 2 - w, y * 2 - w, x * 2 + w, y * 2 + w), fill=255)
            if y - dyke_line(x) > -56:
                return
            since += step
            if width > 3 and since > 46 + width and random.random() < 0.22:
                since = 0.0
                side = random.choice((-1, 1)) * random.uniform(0.55, 1.05)
                reach = length * random.uniform(0.28, 0.5)
                grow(x, y, aim + side, max(2.2, w * random.uniform(0.4, 0.62)), reach)

    bay = [(900, 0), (1060, 36), (1210, 40), (1320, 104), (1480, 120), (1600, 180), (1800, 205)]
    draw.polygon(
        [(v * 2, w * 2) for v, w in curve([*bay, (1830, -20), (870, -20)], closed=True)], 255
    )
    starts = ((1120, 20, 2.55, 44, 1240), (1420, 100, 2.1, 30, 560), (1690, 180, 1.9, 22, 330))
    for start in (*starts, (700, -10, 2.7, 20, 640), (250, -10, 2.2, 18, 420)):
        grow(*start)
    return layer.resize(size, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(1.0))


def _contours(size: tuple[int, int], height: Array, dyke: Array) -> Image.Image:
    field = Image.fromarray(height.astype(np.float32), "F").resize(size)
    flat = np.pad(np.asarray(field), 60, mode="edge")
    for _ in range(3):
        for axis in (0, 1):
            flat = sum(np.roll(flat, k, axis) for k in range(-15, 16, 3)) / 11
    flat = flat[60:-60, 60:-60]
    outside = np.asarray(Image.fromarray(dyke.astype(np.float32), "F").resize(size))
    mask = isobars(flat * 9, 1.0, 2.2) * smooth(-60, -110, outside) * 0.8
    return Image.fromarray((mask * 255).astype(np.uint8))


def shadow_walk(image: Image.Image, x: float) -> None:
    """Somebody on the dyke road, seen from above, with a shadow longer than herself."""
    k = 12
    y = dyke_line(x) + 44
    scale = 0.5
    big = Image.new("L", (260 * k, 120 * k))
    draw = ImageDraw.Draw(big)
    legs = ([(20, 58), (70, 55), (72, 60), (20, 62)], [(20, 63), (70, 63), (72, 68), (20, 67)])
    coat = [(62, 51), (120, 49), (160, 51), (174, 56), (174, 66), (160, 70), (120, 73), (62, 74)]
    for part in (*legs, coat):
        draw.polygon([(a * k, b * k) for a, b in part], fill=190)
    draw.ellipse((172 * k, 52 * k, 196 * k, 69 * k), fill=190)
    small = big.resize((round(260 * scale), round(120 * scale)), Image.Resampling.BOX)
    layer = Image.new("L", image.size)
    layer.paste(small, (round(x - 20 * scale), round(y - 60 * scale)))
    layer = layer.rotate(-34, center=(x, y), resample=Image.Resampling.BICUBIC)
    image.paste("#20292a", (0, 0), layer)
    dot = Image.new("RGBA", (48 * k, 48 * k))
    draw = ImageDraw.Draw(dot)
    draw.ellipse((8 * k, 15 * k, 40 * k, 33 * k), fill="#d99a0c")
    draw.ellipse((8 * k, 14 * k, 38 * k, 31 * k), fill="#f6bd1c")
    draw.ellipse((17 * k, 16 * k, 31 * k, 30 * k), fill="#ffdc66")
    dot = dot.rotate(28, resample=Image.Resampling.BICUBIC).resize((26, 26), Image.Resampling.BOX)
    image.paste(dot, (round(x - 13), round(y - 13)), dot)
