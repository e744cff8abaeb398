"""The loop at the end of the line, ten minutes before the first day service."""

from random import Random

import numpy as np
from PIL import Image

from drawing.line_11.arrival import waiting
from drawing.line_11.light import Night, Sheet, View, soften
from drawing.line_11.riders import flank, saloon
from drawing.line_11.windows import mirror_below
from drawing.paint import Size

STILL: Size = (1800, 1200)
FLOOR = 742
VIEW = View(0, 666, 950, 1.6)


def _branch(
    sheet: Sheet, random: Random, x: float, y: float, angle: float, long: float, thick: float
) -> None:
    if long < 7:
        return
    x2, y2 = x + np.cos(angle) * long, y - np.sin(angle) * long
    sheet.limb([(x, y, thick), (x2, y2, thick * 0.7)], "#0d1526")
    for turn in (-1, 1):
        spread = random.uniform(0.25, 0.55) * turn
        _branch(
            sheet, random, x2, y2, angle + spread, long * random.uniform(0.68, 0.82), thick * 0.66
        )


def _far_city(sheet: Sheet, lamps: Sheet) -> None:
    random = Random(83)
    x = 0.0
    while x < STILL[0]:
        wide, tall = random.uniform(30, 90), random.uniform(18, 74)
        sheet.box(x, FLOOR - tall - 22, x + wide, FLOOR, "#233150")
        for _ in range(int(wide / 22)):
            if random.random() < 0.4:
                a, b = x + random.uniform(4, wide - 8), FLOOR - 22 - random.uniform(6, tall)
                lamps.box(a, b, a + 4, b + 6, "#ffc98a")
        x += wide
    for px, tall in ((1290, 236), (1336, 208)):
        sheet.poly(
            [(px - 13, FLOOR), (px - 8, FLOOR - tall), (px + 8, FLOOR - tall), (px + 13, FLOOR)],
            "#1d2a48",
        )
        lamps.disc(px, FLOOR - tall, 4, "#ff4a4a")


def draw_dawn() -> Image.Image:
    night = Night(STILL)
    night.sky(
        [
            (0, "#0e2f52"),
            (260, "#1f6078"),
            (470, "#5fa09a"),
            (600, "#e0b080"),
            (690, "#ffa25c"),
            (745, "#ff7a55"),
        ],
        0.62,
    )
    clouds = Sheet(STILL)
    random = Random(81)
    for _ in range(42):
        x, y = random.uniform(-200, 1900), 330 + 330 * random.random()
        wide = random.uniform(120, 520)
        clouds.disc(x, y, wide, "#7a3a5a", random.uniform(3, 11))
    light, cover = clouds.arrays()
    cover = soften(cover, 26, 4) * 0.42
    night.light = night.light * (1 - cover) + soften(light, 26, 4) * 0.5
    night.spot(1140, 742, 620, "#ffb060", 0.55, 0.45)
    city, lamps = Sheet(STILL), Sheet(STILL)
    _far_city(city, lamps)
    night.light = night.light * (1 - soften(city.arrays()[1], 1, 1) * 0.86) + city.arrays()[0] * 0.8
    night.lay(lamps, 1.6)
    trees = Sheet(STILL)
    for x, tall in ((90, 66), (1480, 74), (1585, 62), (1700, 88)):
        _branch(trees, random, x, FLOOR + 2, 1.57 + random.uniform(-0.06, 0.06), tall, 9)
    for x in (330, 980):
        trees.line([(x, FLOOR), (x, FLOOR - 262)], 6, "#0d1526")
        trees.line([(x, FLOOR - 246), (x + 96, FLOOR - 252)], 4, "#0d1526")
    trees.line(
        [(-10, FLOOR - 238), (426, FLOOR - 244), (1076, FLOOR - 244), (1810, FLOOR - 226)],
        2,
        "#0d1526",
    )
    night.lay(trees)
    body, lamps = Sheet(STILL), Sheet(STILL)
    tall = 172
    panes = flank(body, lamps, 250, FLOOR, tall, 760, tail=True)
    night.lay(body, 0.75)
    night.lay(lamps, 1.15)
    back, extra, shine = Sheet(STILL), Sheet(STILL), Sheet(STILL)
    u = tall / 3.4
    extra.line([(560, FLOOR - tall), (590, FLOOR - tall - 40), (545, FLOOR - 240)], 3, "#0d1526")
    for number, area in enumerate(panes):
        saloon(back, shine, area, u, (number * 0.37 % 1.0 - 0.5) * u)
        back.box(area[0], area[3] - 0.45 * u, area[0] + 0.14 * u, area[3], "#1a0f0c", 3)
        back.box(area[2] - 0.14 * u, area[3] - 0.45 * u, area[2], area[3], "#1a0f0c", 3)
    shine.disc(252 + 0.12 * u, FLOOR - 0.84 * u, 0.11 * u, "#fff0d0")
    night.lay(extra)
    night.lay(back)
    night.lay(shine, 2.4)
    night.spot(252, FLOOR - 0.84 * u, 60, "#ffe0b0", 1.4)
    ground = Sheet(STILL)
    ground.box(-10, FLOOR - 3, 1810, FLOOR + 10, "#10192a")
    night.lay(ground)
    mirror_below(night, FLOOR + 8, 91, 0.3)
    night.light[FLOOR + 8 :] *= 0.92
    walker, image = Sheet(STILL), Sheet(STILL)
    waiting(image, VIEW.mirror(), 12.3, 10, rain=False)
    night.light *= 1 - soften(image.arrays()[1], 2, 4) * 0.8
    waiting(walker, VIEW, 12.3, 10, rain=False)
    edge = walker.arrays()[1]
    night.lay(walker)
    rim = np.clip(edge - np.roll(edge, 3, axis=1), 0, 1) * edge
    night.light += soften(rim, 1, 1) * np.array([0.28, 0.12, 0.06], np.float32)
    night.bloom(0.7)
    return night.finish(1.15, 4)
