"""The launch at dusk: a winding trail above a village, camels that have seen it before."""

from itertools import pairwise
from random import Random

from PIL import Image, ImageChops

from drawing import noise
from drawing.baikonur import shapes
from drawing.baikonur.camp import LAMP, STILL
from drawing.baikonur.land import finish, ground, meadow
from drawing.baikonur.shapes import Stage
from drawing.baikonur.sky import sky_with_clouds, stars
from drawing.paint import (
    Pen,
    Point,
    Size,
    blur,
    contrast,
    curve,
    drawn,
    glow,
    gradient,
    lay,
    level,
    ramp,
    rough,
    shine,
    times,
)

DUSK = [
    (0, "#121d3d"),
    (0.3, "#2b3f70"),
    (0.52, "#6d5a8c"),
    (0.7, "#c26d80"),
    (0.86, "#f1975f"),
    (1, "#ffd88c"),
]
TRAIL = [
    *[(1236, 930, 13), (1252, 850, 17), (1218, 770, 21), (1262, 690, 19), (1232, 610, 17)],
    *[(1238, 520, 12), (1214, 420, 8), (1182, 310, 5), (1142, 200, 2.5)],
]


def exhaust(sky: Image.Image, path: list[tuple[float, float, float]]) -> None:
    """The trail of a rocket: twisted and grey below, in full sunlight above."""
    size = sky.size
    trail = drawn(size, lambda p: p.limb(path), 2)
    body = rough(trail, 81, cell=16, soft=6, amount=0.6)
    body = ImageChops.lighter(level(blur(body, 2), 0.9), level(blur(trail, 16), 0.35))
    colours = gradient(
        size,
        [
            (0, "#fffbe9"),
            (0.35, "#ffeecb"),
            (0.55, "#ffc493"),
            (0.68, "#d7808a"),
            (0.78, "#86698f"),
        ],
        83,
    )
    lay(sky, colours, body)
    shade = times(body, level(contrast(noise.fbm(size, (40, 26), 84), 0.4, 0.8), 0.5))
    lay(sky, "#8d5f83", level(times(shade, ramp(size, [(0, 0), (0.4, 90), (0.75, 255)])), 0.7))


def plume(sky: Image.Image, x: float, y: float, reach: float) -> None:
    """The gas that spreads behind a rocket high up, where the sun still shines."""
    size = sky.size
    for part, (wide, colour, strength) in enumerate(
        [(0.62, "#5f7cc4", 0.62), (0.42, "#a8b8e6", 0.5), (0.2, "#fff0d0", 0.7)]
    ):
        shape = [(0, -0.02), (wide * 0.45, 0.16), (wide * 0.62, 0.5), (wide * 0.34, 0.96)]
        shape = [*shape, (0.05, 1.02), *[(-a, b) for a, b in reversed(shape)]]
        ring = curve([(x + a * reach, y + b * reach) for a, b in shape], closed=True)
        fan = blur(drawn(size, lambda p, ring=ring: p.polygon(ring), 1), reach * 0.045)
        fade = ramp(size, [(0, 255), (y / size[1], 255), ((y + reach) / size[1], 0), (1, 0)])
        wisps = contrast(noise.fbm(size, (60, 190), 87 + part), 0.05, 0.9)
        shine(sky, colour, level(times(fan, fade, wisps), strength))
    shine(sky, "#fff4d8", glow(size, x, y, reach * 0.24, reach * 0.24, 3))
    lay(
        sky, "#ffffff", drawn(size, lambda p: p.limb([(x, y - 7, 0.8), (x, y, 3.2), (x, y + 9, 2)]))
    )


def poles(size: Size, start: Point, end: Point, count: int, tall: float) -> Image.Image:
    """Telegraph poles that walk away to the horizon, with their wires."""

    def row(pen: Pen) -> None:
        tops = []
        for number in range(count):
            near = 1 / (1 + number * 0.62)
            x, y = end[0] + (start[0] - end[0]) * near, end[1] + (start[1] - end[1]) * near
            lean = (-1) ** number * tall * near * 0.015
            top = (x + lean, y - tall * near)
            pen.limb([(x, y + 6 * near, 5 * near), (*top, 3.6 * near)])
            arm = tall * near * 0.1
            pen.line([(top[0] - arm, top[1] + arm), (top[0] + arm, top[1] + arm)], 5 * near)
            tops.append((top, arm, near))
        for (a, arm, near), (b, arm_b, _) in pairwise(tops):
            for side in (-1, 1):
                ends = ((a[0] + side * arm, a[1] + arm), (b[0] + side * arm_b, b[1] + arm_b))
                sag = (
                    (ends[0][0] + ends[1][0]) / 2,
                    (ends[0][1] + ends[1][1]) / 2 + tall * near / 9,
                )
                pen.line(curve([ends[0], sag, ends[1]]), max(0.8, 1.6 * near))

    return drawn(size, row)


def houses(image: Image.Image, x: float, y: float, unit: float) -> None:
    """A handful of low houses with a window or two still lit."""
    random = Random(91)
    lit = []

    def village(pen: Pen) -> None:
        left = x
        for _ in range(7):
            wide, high = random.uniform(0.9, 1.6) * unit, random.uniform(0.42, 0.6) * unit
            roof = [
                (left, y),
                (left, y - high),
                (left + wide * 0.2, y - high * 1.55),
                (left + wide * 0.8, y - high * 1.55),
                (left + wide, y - high),
            ]
            pen.polygon([*roof, (left + wide, y)])
            pen.line(
                [(left + wide * 0.7, y - high), (left + wide * 0.7, y - high * 2)], unit * 0.07
            )
            lit.append((left + wide * 0.4, y - high * 0.55))
            left += wide + random.uniform(0.1, 1.1) * unit

    lay(image, "#43304f", rough(drawn(image.size, village), 92, 5, 1, 0.2))
    panes = drawn(image.size, lambda p: [p.disc(a, b, unit * 0.07) for a, b in lit[1:6:2]])
    shine(image, LAMP, level(blur(panes, unit * 0.2), 2.5))
    lay(image, "#ffd98a", panes)


def dusk_sky(size: Size = STILL) -> Image.Image:
    """The evening sky with its first stars, before the launch."""
    sky = sky_with_clouds(size, DUSK, 930, ("#e98a74", "#ffd9a0"), 31)
    shine(sky, "#ffb35c", level(glow(size, 1240, 940, 900, 330), 0.55))
    dim = ramp(size, [(0, 150), (0.28, 60), (0.45, 0), (1, 0)])
    return ImageChops.screen(sky, stars(size, dim, 5200, 33, 0.9))


def dusk_land(sky: Image.Image) -> None:
    """Village, telegraph line, camels and grass in front of the evening sky."""
    size = sky.size
    far = ground(sky, 925, 16, ("#8a5670", "#7a4b68", "#a5677a"), 34)
    shine(sky, "#ff9a52", level(times(glow(size, 1236, 930, 560, 40), far), 0.7))
    houses(sky, 790, 948, 27)
    ground(sky, 962, 18, ("#4a3350", "#3c2a47", "#66425c"), 38)
    ground(sky, 1030, 34, ("#2a2040", "#221a36", "#3d2947"), 40)
    lay(sky, "#1a1529", poles(size, (1655, 1090), (1010, 955), 7, 400))

    def caravan(pen: Pen) -> None:
        shapes.camel(Stage(pen, 236, 1068, 118))
        shapes.camel(Stage(pen, 470, 1046, 84))
        shapes.camel(Stage(pen, 566, 1044, 46))
        shapes.camel(Stage(pen, 128, 1016, 54, True))

    lay(sky, "#171126", drawn(size, caravan))
    meadow(sky, 1036, ("#2b2140", "#0b0716"), 42, 74, 0.55)


def launch_at_dusk() -> Image.Image:
    """Still 2: a rocket climbs into the last light."""
    sky = dusk_sky()
    exhaust(sky, TRAIL)
    plume(sky, 1140, 188, 330)
    dusk_land(sky)
    return finish(sky, 43, 0.45)
