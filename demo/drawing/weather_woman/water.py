"""Two stills of The Weather Woman with water in them: the village on the flats, the mound."""

from random import Random

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from drawing.paint import Pen, curve, drawn
from drawing.weather_woman import people
from drawing.weather_woman.fields import fbm, grid, isobars, smooth, value_noise, warped
from drawing.weather_woman.scenes import BRUSHES, STILL, chart
from drawing.weather_woman.strokes import along_forms, mixed, over, paint, picture


def row() -> Image.Image:
    """Still: the village has come to the edge of the flats to see what the water does."""
    size, horizon = STILL, 760
    x, y = grid(size, 2)
    across = (x - 900) / 900
    high = np.clip((horizon - y) / horizon, 0, 1)
    light = [(0, "#f3e3b4"), (0.09, "#efdfba"), (0.22, "#d5d5c4"), (0.5, "#9fb4b8"), (1, "#6b8896")]
    sky = mixed(light, high)
    far = 1 / (high * 1.3 + 0.09)
    slant = across * far * 1.0 + far * 0.8
    cloud = warped(slant * 0.8 + 2, far * 1.25 - slant * 0.5, 118, 1.2, 5)
    body = smooth(0.40, 0.62, cloud)
    sky = over(
        sky,
        mixed([(0.4, "#f7efd6"), (0.62, "#d9d6c4"), (0.8, "#93a3a6"), (1, "#6d8089")], cloud),
        body * 0.92,
    )
    sky = over(sky, "#fff4d0", 0.7 * np.exp(-(((across - 0.35) / 0.5) ** 2) - (high / 0.11) ** 2))
    ripple = 1 + 0.03 * np.sin(y / 5 + 3 * fbm(x / 300, y / 40, 121, 3))
    back = np.clip(horizon - (y - horizon) * 1.25 * ripple, 2, horizon - 4)
    wave = np.clip(
        x + 26 * (fbm(x / 70, y / 9, 123, 3) - 0.5) * (y - horizon) / 200, 0, size[0] - 2
    )
    water = sky[(back / 2).astype(int), (wave / 2).astype(int)] * np.array([0.90, 0.92, 0.93])
    sand = smooth(
        0.50,
        0.62,
        warped(
            across * 1.6 / np.maximum((y - horizon) / 440, 0.06),
            2.4 / np.maximum((y - horizon) / 440, 0.06),
            127,
            0.7,
            4,
        ),
    )
    water = over(water, "#8a8068", sand * 0.72 * smooth(horizon + 6, horizon + 46, y))
    scene = np.where((y < horizon)[..., None], sky, water)
    scene = over(scene, "#5c7076", np.exp(-(((y - horizon) / 5) ** 2)) * 0.8)
    image = picture(scene, size)
    way = along_forms(image, lambda a, b: -0.12 if b < horizon else 0.0, 5)
    done = paint(image, way, BRUSHES, 17, 3.5)
    _x, fine = grid(size)
    lows = [(420, -160, 900, 420, -46), (1900, 300, 700, 500, 18)]
    chart(
        done,
        lows,
        (4, 10),
        [(420, 330), (1130, 210), (1500, 420)],
        0.72 * smooth(700, 480, fine),
        seed=21,
        colour="#2c4452",
    )
    _line_of_people(done)
    return done


def _line_of_people(image: Image.Image) -> None:
    random = Random(12)
    base = 868
    places = [
        (214, 0),
        (250, 3),
        (330, 1),
        (384, 2),
        (412, 5),
        (500, 4),
        (560, 0),
        (700, 2),
        (733, 3),
        (764, 7),
        (860, 0),
        (905, 1),
        (1010, 2),
    ]
    mask = Image.new("L", image.size)
    for x, kind in places:
        tall = 104 * random.uniform(0.93, 1.05) * (0.66 if kind in (5, 7) else 1)
        one = people.crowd(
            image.size, x + random.uniform(-6, 6), base + random.uniform(-3, 5), tall, kind
        )
        mask = ImageChops.lighter(mask, one)
    mask = ImageChops.lighter(mask, people.dog(image.size, 622, base + 5, 34))
    _mirror(image, mask, base, "#2b3a42", 0.62)
    image.paste("#1f2c34", (0, 0), mask)
    x, y, tall = 1352, 900, 124
    before = image.copy()
    people.figure(image, x, y, tall, 0.7)
    alone = ImageChops.difference(before, image).convert("L").point([0] * 4 + [255] * 252)
    _mirror(image, alone, y, "#c98f14", 0.6)


def _mirror(
    image: Image.Image, mask: Image.Image, base: float, colour: str, strength: float
) -> None:
    line = round(base) + 2
    part = mask.crop((0, 0, mask.width, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    layer = Image.new("L", mask.size)
    layer.paste(part, (0, line))
    grey = np.asarray(layer, np.float32)
    x, y = grid(mask.size)
    sway = (x + 14 * (value_noise(x / 60, y / 5, 131) - 0.5)).clip(0, mask.width - 1).astype(int)
    grey = grey[y.astype(int), sway] * np.clip(1 - (y - base) / 190, 0, 1) * strength
    broken = 0.6 + 0.4 * smooth(0.3, 0.6, value_noise(x / 90, y / 4, 133))
    soft = Image.fromarray((grey * broken).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.2))
    image.paste(colour, (0, 0), soft)


def mound() -> Image.Image:
    """Still: Tuesday, 1 February 2061, as a picture in somebody's head."""
    size, horizon = STILL, 610
    x, y = grid(size, 2)
    across = (x - 900) / 900
    high = np.clip((horizon - y) / horizon, 0, 1)
    night = [(0, "#6f8f97"), (0.12, "#4b6c79"), (0.4, "#274656"), (1, "#10212d")]
    sky = mixed(night, high)
    far = 1 / (high * 1.2 + 0.12)
    cloud = warped(across * far * 1.2 + 5 + far * 0.4, far * 1.9, 211, 1.2)
    sky = over(
        sky,
        mixed([(0.35, "#0f1c26"), (0.6, "#1f3543"), (0.85, "#5f7f88")], 1 - cloud),
        smooth(0.42, 0.62, cloud) * 0.9,
    )
    moon = np.hypot(x - 560, y - 196)
    sky = over(
        sky, "#c9d6c8", 0.75 * np.exp(-((moon / 150) ** 2)) * (1 - 0.6 * smooth(0.5, 0.65, cloud))
    )
    sky = over(sky, "#f4efd8", smooth(54, 50, moon) * (1 - 0.8 * smooth(0.52, 0.66, cloud)))
    below = np.clip((y - horizon) / (size[1] - horizon), 0.004, 1)
    sea = mixed([(0, "#54757f"), (0.12, "#35545f"), (0.5, "#1d3541"), (1, "#0f1e28")], below)
    swell = fbm(across * 3.4 / (below + 0.10), 15 * np.log(below + 0.05), 221, 4)
    sea = over(sea, "#86a4a6", smooth(0.55, 0.85, swell) * 0.34)
    sea = over(sea, "#0b1820", smooth(0.5, 0.2, swell) * 0.4)
    path = np.exp(-(((x - 560 - (y - horizon) * 0.1) / (46 + 130 * below)) ** 2))
    sea = over(sea, "#e6e6cf", path * smooth(0.42, 0.7, swell) * 0.8)
    lamp = (
        np.exp(-(((x - 1172) / (16 + 50 * below)) ** 2))
        * smooth(0.26, 0.36, below)
        * smooth(0.95, 0.4, below)
    )
    sea = over(sea, "#f0b53a", lamp * (0.25 + 0.75 * smooth(0.4, 0.65, swell)) * 0.85)
    scene = np.where((y < horizon)[..., None], sky, sea)
    image = picture(scene, size)
    way = along_forms(image, lambda a, b: 0.1 if b < horizon else 0.0, 5)
    done = paint(image, way, BRUSHES, 27, 3.0)
    _rings(done, horizon, 0.6)
    _farm_on_mound(done)
    _lamp(done, 1150, 770)
    return done


def _rings(image: Image.Image, horizon: float, strength: float) -> None:
    """Contour lines of the ground under the water, in perspective around the mound."""
    x, y = grid(image.size)
    below = np.clip((y - horizon) / (image.height - horizon), 0.002, 1)
    deep, side = 1 / below, (x - 1150) / 900 / below
    off = 3.6 * (fbm(side * 0.35 + 9, deep * 0.35, 231, 3) - 0.5)
    distance = np.hypot(side, (deep - 3.62) * 0.62) + 0.16 * off
    mask = isobars(distance, 0.5, 2.3) * smooth(0.03, 0.16, below) * strength
    mask = mask * smooth(0.34, 0.42, distance)
    image.paste("#dfe6d6", (0, 0), Image.fromarray((mask * 255).astype(np.uint8)))


def _farm_on_mound(image: Image.Image) -> None:
    x, y, k = 1150, 770, 2

    def at(points):
        return [(x + a, y + b) for a, b in points]

    def fill(points, colour, smooth_line=False):
        shape = drawn(
            image.size, lambda p: p.polygon(at(curve(points) if smooth_line else points)), k
        )
        image.paste(colour, (0, 0), shape)

    hill = [
        (-330, 6),
        (-270, -6),
        (-180, -42),
        (-90, -66),
        (40, -72),
        (150, -58),
        (240, -22),
        (300, -2),
        (350, 6),
    ]
    fill([*hill, (200, 22), (0, 27), (-200, 22)], "#17262a", True)
    fill([(-262, -4), (-180, -40), (-90, -64), (0, -70), (-40, -46), (-150, -10)], "#2c423f", True)
    random = Random(4)

    def trees(pen: Pen) -> None:
        for _ in range(46):
            a, r = random.uniform(-165, -60), random.uniform(10, 24)
            pen.disc(
                *at([(a, -82 - random.uniform(0, 66) * (1 - abs(a + 112) / 90))])[0], r, r * 0.8
            )
        for a in (-150, -122, -96):
            pen.limb([(*p, 4) for p in at([(a, -40), (a + 4, -100)])])

    image.paste("#0d181d", (0, 0), drawn(image.size, trees, k))
    fill([(-52, -66), (-52, -112), (136, -112), (136, -62)], "#1a2529")
    fill([(-70, -108), (-22, -204), (104, -204), (154, -108)], "#2a3f45")
    fill([(-70, -108), (-22, -204), (-8, -204), (-48, -108)], "#4b666b")
    fill([(52, -204), (52, -226), (68, -226), (68, -204)], "#1a2529")


def _lamp(image: Image.Image, x: float, y: float) -> None:
    k = 2

    def at(points):
        return [(x + a, y + b) for a, b in points]

    window = drawn(
        image.size, lambda p: p.polygon(at([(12, -100), (12, -78), (36, -78), (36, -100)])), k
    )
    halo = window.filter(ImageFilter.GaussianBlur(22)).point([min(255, v * 3) for v in range(256)])
    image.paste("#e0a030", (0, 0), halo.point([round(v * 0.55) for v in range(256)]))
    image.paste("#ffd56a", (0, 0), window)
    bars = drawn(
        image.size,
        lambda p: [p.line(at([(24, -100), (24, -78)]), 2), p.line(at([(12, -90), (36, -90)]), 2)],
        4,
    )
    image.paste("#6b4a14", (0, 0), bars)
    people.figure(image, x + 190, y - 40, 44, 0.8)
