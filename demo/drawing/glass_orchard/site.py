"""The Glass Orchard: what stands around the palm house and waits."""

import math
from random import Random

from PIL import Image, ImageDraw

from drawing.glass_orchard import plants
from drawing.glass_orchard.hall import (
    STILL,
)
from drawing.glass_orchard.paper import Points, Stage, points
from drawing.paint import curve, mix


def digger(stage: Stage, x: float, y: float, unit: float) -> None:
    """An excavator that waits."""

    def at(points: Points) -> Points:
        return [(x + a * unit, y + b * unit) for a, b in points]

    ochre, dark = "#8f7327", "#141d1e"
    stage.cut(
        [
            at(
                curve(
                    [(-150, 58), (-168, 88), (-150, 116), (110, 116), (130, 88), (112, 58)],
                    closed=True,
                )
            )
        ],
        "#20292a",
        dark,
        shadow=12,
    )
    for index in range(6):
        cx = -132 + index * 46
        wheel = [
            (cx + 15 * math.cos(i * math.pi / 16), 88 + 15 * math.sin(i * math.pi / 16))
            for i in range(32)
        ]
        stage.cut([at(wheel)], "#3a4644", shadow=2)
    stage.cut([at([(-120, 46), (92, 46), (92, 62), (-120, 62)])], dark, shadow=4)
    boom = points(
        "-70 -30, -130 -180, -190 -300, -222 -330, -250 -318, -232 -280, -170 -160, -112 -10"
    )
    stage.cut([at(boom)], ochre, mix(ochre, "#000000", 0.25), shadow=12)
    stage.cut(
        [at([(-222, -334), (-246, -326), (-330, -150), (-352, -60), (-330, -56), (-296, -140)])],
        mix(ochre, "#000000", 0.1),
        shadow=10,
    )
    stage.cut([at([(-104, -90), (-98, -96), (-216, -300), (-224, -294)])], "#c2c8b6", shadow=3)
    bucket = points("-356 -74, -320 -66, -312 -20, -330 20, -372 40, -412 34, -400 12, -384 -24")
    stage.cut([at(bucket)], "#47402a", "#2a2719", shadow=9)
    teeth = [
        [(-412 + i * 14, 30 + (i % 2) * 2), (-418 + i * 14, 50), (-404 + i * 14, 34)]
        for i in range(3)
    ]
    stage.cut([at(tooth) for tooth in teeth], "#a8a894", shadow=2)
    stage.cut(
        [at([(-30, 46), (-30, -40), (110, -46), (134, -10), (134, 46)])],
        ochre,
        mix(ochre, "#000000", 0.3),
        shadow=10,
    )
    stage.cut(
        [at([(-112, 46), (-112, -66), (-92, -130), (-14, -130), (-6, 46)])],
        mix(ochre, "#ffffff", 0.08),
        mix(ochre, "#000000", 0.3),
        shadow=8,
    )
    stage.cut(
        [at([(-102, -10), (-102, -62), (-85, -118), (-26, -118), (-20, -10)])],
        "#1d4248",
        "#0e2428",
        shadow=0,
    )
    stage.cut(
        [at([(-92, -20), (-92, -56), (-78, -108), (-66, -108), (-74, -20)])],
        "#3f7072",
        shadow=0,
        edge=0,
    )
    stage.cut([at([(40, -46), (40, -84), (50, -84), (50, -46)])], dark, shadow=3)


def fence(stage: Stage) -> None:
    """A site fence with a notice nobody has to read any more."""
    k = 2
    lines = Image.new("L", (STILL[0] * k, STILL[1] * k))
    draw = ImageDraw.Draw(lines)
    for panel in range(-1, 5):
        x, w, y, low = 40 + panel * 392, 376, 1048, 1196
        if panel == 1:
            continue
        for index in range(1, 26):
            draw.line(
                [((x + index * w / 26) * k, y * k), ((x + index * w / 26) * k, low * k)],
                fill=120,
                width=2,
            )
        for index in range(1, 5):
            draw.line(
                [(x * k, (y + index * 30) * k), ((x + w) * k, (y + index * 30) * k)],
                fill=120,
                width=2,
            )
        draw.rectangle((x * k, y * k, (x + w) * k, low * k), outline=255, width=9)
    stage.image.paste("#091c1f", (0, 0), lines.resize(STILL, Image.Resampling.BOX))
    stage.cut(
        [[(960, 1076), (1080, 1072), (1084, 1150), (963, 1154)]], "#cfd6bd", "#9fae9c", shadow=5
    )
    rows = [
        [
            (974, 1092 + i * 11),
            (1066 - (i % 3) * 16, 1089 + i * 11),
            (1066 - (i % 3) * 16, 1093 + i * 11),
            (974, 1096 + i * 11),
        ]
        for i in range(5)
    ]
    stage.cut(rows, "#5a6b62", shadow=0, edge=0)


def trees(stage: Stage, layer: int) -> None:
    """Bare trees, cut with small scissors."""
    random = Random(70 + layer)
    tone = ("#12373d", "#061517")[layer]

    def grow(x: float, y: float, a: float, length: float, thick: float, out: list) -> None:
        bend = random.gauss(0, 0.16)
        rib = plants.spine(x, y, a, length, bend)
        out.append(
            [plants.off(rib, i / 6, thick * (1 - 0.35 * i / 6)) for i in range(7)]
            + [plants.off(rib, i / 6, -thick * (1 - 0.35 * i / 6)) for i in range(6, -1, -1)]
        )
        if thick < 0.9:
            return
        tip = rib(1.0)
        for side in (-1, 1):
            grow(
                tip[0],
                tip[1],
                tip[2] + side * random.uniform(0.2, 0.55),
                length * random.uniform(0.68, 0.86),
                thick * 0.64,
                out,
            )
        if random.random() < 0.5:
            mid = rib(0.6)
            grow(
                mid[0],
                mid[1],
                mid[2] + random.choice((-1, 1)) * 0.7,
                length * 0.55,
                thick * 0.5,
                out,
            )

    spots = (
        ((30, 990, 118, 9), (1330, 990, 108, 8), (1750, 990, 112, 8)),
        ((-10, 1230, 230, 20), (1800, 1240, 235, 19)),
    )[layer]
    for x, y, length, thick in spots:
        out: list = []
        grow(x, y, -math.pi / 2 + (0.14 if x < 900 else -0.14), length, thick, out)
        stage.cut(out, tone, shadow=(5, 14)[layer], edge=0.06)
