"""From the driver's cab: rain on the windscreen, the city dissolved into discs of light."""

from random import Random

import numpy as np
from PIL import Image

from drawing.line_11.light import Array, Night, Sheet, linear, soften
from drawing.paint import Point, Size, curve

STILL: Size = (1800, 1200)
TONES = ("#ffb347", "#ff2f86", "#19c8c0", "#ff8a3c", "#ffd9a0", "#ff4040", "#8a5cff")


def _discs(night: Night) -> None:
    """Lights out of focus, in the perspective of a street, and their smears on the ground."""
    random = Random(41)
    height, width = night.light.shape[:2]
    ys, xs = np.mgrid[:height, :width].astype(np.float32)
    for _ in range(120):
        depth = random.random() ** 1.4
        side = random.choice((-1, 1))
        x = 820 + side * (40 + 900 * depth) * random.uniform(0.55, 1.0)
        y = 560 - (20 + 470 * depth) * random.random()
        radius = 12 + 44 * depth * random.uniform(0.6, 1.1)
        tone, gain = random.choice(TONES), random.uniform(0.25, 1.0)
        away = np.hypot(xs - x, ys - y) / radius
        disc = np.clip((1 - away) * radius / 2.5, 0, 1) * (0.6 + 0.4 * np.clip(away, 0, 1) ** 3)
        night.add(disc, tone, gain)
        low = 600 + (y < 560) * (40 + 300 * depth)
        smear = np.exp(
            -(((xs - x) / (radius * 0.9)) ** 2) - (((ys - low) / (60 + 200 * depth)) ** 2)
        )
        night.add(smear * np.clip((ys - 566) / 70, 0, 1), tone, gain * 0.3)


def _drops(light: Array, wiped: Array) -> Array:
    """Every drop is a small lens that shows the street upside down."""
    random = Random(42)
    height, width = light.shape[:2]
    result = light.copy()
    for _ in range(2600):
        x, y = random.randrange(width), random.randrange(height)
        share = random.random()
        radius = 2.5 + 15 * share**6
        if wiped[y, x] > 0.5 and (radius > 6 or random.random() < 0.75):
            continue
        tall = radius * random.uniform(1.0, 1.35)
        top, low = max(0, int(y - tall)), min(height, int(y + tall) + 1)
        left, right = max(0, int(x - radius)), min(width, int(x + radius) + 1)
        v, u = np.mgrid[top:low, left:right].astype(np.float32)
        dx, dy = (u - x) / radius, (v - y) / tall
        inside = dx**2 + dy**2
        bend = 9 * np.sqrt(np.clip(inside, 0, 1)) + 3
        su = np.clip(x - dx * radius * bend, 0, width - 1).astype(int)
        sv = np.clip(y - dy * tall * bend + 30, 0, height - 1).astype(int)
        lens = light[sv, su] * (1.15 - 0.75 * np.clip(inside, 0, 1) ** 2)[..., None]
        spark = np.exp(-((dx + 0.35) ** 2 + (dy + 0.4) ** 2) * 18)
        lens = lens * 1.5 + spark[..., None] * 0.12
        mask = np.clip((1 - inside) * radius / 2, 0, 1)[..., None]
        result[top:low, left:right] = result[top:low, left:right] * (1 - mask) + lens * mask
    return result


def _wiped() -> Array:
    ys, xs = np.mgrid[: STILL[1], : STILL[0]].astype(np.float32)
    away = np.hypot(xs - 700, ys - 1130)
    angle = np.degrees(np.arctan2(1130 - ys, xs - 700))
    return ((away > 260) & (away < 880) & (angle > 28) & (angle < 122)).astype(np.float32)


def _cabin(sheet: Sheet) -> None:
    """Pillars, roof and desk around the windscreen."""
    dark = "#04060b"
    sheet.poly([(0, 0), (1800, 0), (1800, 96), (1500, 74), (300, 74), (0, 96)], dark)
    sheet.poly([(0, 0), (96, 60), (38, 900), (0, 960)], dark)
    sheet.poly([(1800, 0), (1690, 60), (1752, 900), (1800, 960)], dark)
    desk = [(0, 905), (300, 872), (900, 858), (1500, 872), (1800, 905), (1800, 1200), (0, 1200)]
    sheet.poly(curve(desk[:5]) + desk[5:], dark)
    sheet.line([(700, 900), (905, 560), (1010, 330)], 9, dark)
    sheet.line([(905, 560), (1010, 330)], 15, dark)


def _driver(sheet: Sheet) -> None:
    """The driver from behind: collar and a knot of hair."""

    def shape(points: list[Point]) -> None:
        sheet.poly(curve(points, closed=True), "#05070c")

    shape(
        [
            (960, 1230),
            (985, 1040),
            (1040, 930),
            (1150, 872),
            (1225, 838),
            (1345, 838),
            (1425, 872),
            (1540, 930),
            (1600, 1040),
            (1640, 1230),
        ]
    )
    shape([(1222, 852), (1226, 780), (1232, 740), (1340, 740), (1346, 780), (1350, 852)])
    shape(
        [
            (1188, 650),
            (1196, 560),
            (1240, 506),
            (1290, 494),
            (1342, 508),
            (1382, 562),
            (1388, 650),
            (1374, 730),
            (1336, 782),
            (1286, 794),
            (1238, 780),
            (1202, 730),
        ]
    )
    shape([(1224, 516), (1236, 468), (1286, 446), (1336, 466), (1350, 514), (1286, 540)])
    shape([(1176, 640), (1190, 622), (1198, 680), (1186, 700)])
    shape([(1400, 640), (1386, 622), (1378, 680), (1390, 700)])


def _desk(night: Night) -> None:
    lamps = Sheet(STILL)
    for number in range(9):
        tone = "#ffae3b" if number in (2, 3, 7) else "#19c8c0"
        lamps.box(420 + number * 42, 962, 446 + number * 42, 974, tone, 3)
    for row in range(2):
        for number in range(7):
            tone = ("#5c1030", "#0e5a58", "#7a4a16")[(number + row * 2) % 3]
            lamps.box(
                180 + number * 34, 1040 + row * 40, 202 + number * 34, 1062 + row * 40, tone, 4
            )
    lamps.text("01:11", 300, 984, "space-grotesk-500-normal", 46, "#ffae3b")
    lamps.box(1560, 940, 1730, 1040, "#0b4a4c", 6)
    for number, wide in enumerate((120, 84, 104)):
        lamps.box(1578, 956 + number * 28, 1578 + wide, 968 + number * 28, "#1fb8b0", 3)
    night.lay(lamps, 1.5)


def draw_cab() -> Image.Image:
    night = Night(STILL)
    night.sky(
        [(0, "#0a0b22"), (480, "#33204f"), (575, "#7a3560"), (640, "#2a1a3c"), (1000, "#0b0d1c")],
        0.75,
    )
    _discs(night)
    rails = Sheet(STILL)
    for x in (-0.72, 0.72):
        rails.poly(
            [
                (820 + x * 1600 - 14, 1100),
                (820 + x * 1600 + 14, 1100),
                (822 + x * 6, 580),
                (818 + x * 6, 580),
            ],
            "#b08aa0",
        )
    light, _ = rails.arrays()
    night.light += soften(light, 5, 3) * 0.5
    wiped = _wiped()
    veil = soften(wiped, 14, 14)[..., None]
    hazy = soften(night.light, 9, 12) + 0.004
    night.light = _drops(night.light * veil + hazy * (1 - veil), wiped)
    body, driver = Sheet(STILL), Sheet(STILL)
    _cabin(body)
    night.lay(body)
    _desk(night)
    _driver(driver)
    edge = driver.arrays()[1][..., 0]
    night.lay(driver)
    left = np.clip(edge - np.roll(edge, 7, axis=1), 0, 1) * edge
    top = np.clip(edge - np.roll(edge, 6, axis=0), 0, 1) * edge
    heights = np.clip((1150 - np.arange(STILL[1])) / 500, 0, 1).astype(np.float32)[:, None]
    night.light += (soften(left, 2, 2) * heights)[..., None] * linear("#ff5c94") * 0.6
    night.light += (soften(top, 2, 2) * heights)[..., None] * linear("#ffb347") * 0.3
    under = soften(np.clip(edge - np.roll(edge, -9, axis=0), 0, 1) * edge, 3, 3)
    under[1150:] = 0
    night.add(under, "#19c8c0", 0.3)
    night.bloom(0.9)
    return night.finish(1.15)
