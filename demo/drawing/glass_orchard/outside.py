"""The Glass Orchard: the palm house from outside, on its last night."""

import math
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from drawing.glass_orchard import plants
from drawing.glass_orchard.hall import (
    STILL,
    cloudy,
    moon,
    orange_tree,
)
from drawing.glass_orchard.paper import Points, Stage, sky
from drawing.glass_orchard.site import digger, fence, trees
from drawing.paint import curve, mix


def outside() -> Image.Image:
    """Still: the last night from outside; on Monday the excavator starts."""
    stage = Stage(
        sky(STILL, [(0, "#071a26"), (0.45, "#12343f"), (0.72, "#2c5a5c"), (1, "#173c3c")], 21)
    )
    random = Random(51)
    for _ in range(90):
        x, y, r = random.uniform(0, 1800), random.uniform(0, 620), random.uniform(0.8, 2.0)
        stage.cut([[(x - r, y), (x, y - r), (x + r, y), (x, y + r)]], "#cfe3d2", shadow=0, edge=0)
    moon(stage, 1480, 210, 74)
    blocks(stage)
    trees(stage, 0)
    stage.mist("#6fa79a", [(0, 0), (0.5, 0.05), (0.78, 0.22), (0.85, 0)])
    house(stage)
    ground(stage)
    digger(stage, 1470, 1010, 1.0)
    fence(stage)
    trees(stage, 1)
    return stage.image


def blocks(stage: Stage) -> None:
    """Prefabricated blocks with a few windows still awake."""
    random = Random(12)
    for x, y, w, h, tone in (
        (90, 560, 330, 420, "#16404a"),
        (470, 640, 300, 340, "#1a4750"),
        (1120, 600, 260, 380, "#1a4750"),
        (1420, 520, 420, 460, "#15404a"),
    ):
        stage.cut(
            [[(x, y), (x + w, y), (x + w, y + h), (x, y + h)]],
            tone,
            mix(tone, "#4c8080", 0.35),
            shadow=12,
        )
        rows, columns = int(h / 46), int(w / 40)
        dark, lit = [], []
        for j in range(rows):
            for i in range(columns):
                a, b = x + 16 + i * (w - 24) / columns, y + 20 + j * 44
                quad = [(a, b), (a + 20, b), (a + 20, b + 22), (a, b + 22)]
                (lit if random.random() < 0.055 else dark).append(quad)
        stage.cut(dark, mix(tone, "#04141c", 0.45), shadow=0, edge=0)
        if lit:
            stage.cut(lit, "#e8c987", shadow=0, edge=0)


def house(stage: Stage) -> None:
    """The palm house: a high vault between two wings, lit from within by one lamp."""
    cx, foot, r, top = 800, 1000, 330, 640
    vault = [
        (cx - r, foot),
        (cx - r, top),
        *[
            (cx - r * math.cos(a), top - 1.05 * r * math.sin(a))
            for a in [i * math.pi / 60 for i in range(61)]
        ],
        (cx + r, top),
        (cx + r, foot),
    ]
    left = [
        (cx - r - 330, foot),
        (cx - r - 330, 800),
        (cx - r - 270, 735),
        (cx - r, 735),
        (cx - r, foot),
    ]
    right = [(2 * cx - x, y) for x, y in left]
    stage.light(cx, 760, 900, "#f3c878", 0.42)
    inner = Stage(
        sky(
            STILL,
            [
                (0, "#173f38"),
                (0.45, "#4e8f66"),
                (0.68, "#c7bf74"),
                (0.83, "#6d9a5f"),
                (1, "#2b5a44"),
            ],
            23,
        )
    )
    inner.light(cx + 40, 850, 560, "#ffd98a", 0.85)
    random = Random(61)
    for depth, tone in ((0, "#5f9a5e"), (1, "#2f6f4a"), (2, "#164a38")):
        for _ in range(15 + depth * 4):
            x = random.uniform(cx - r - 320, cx + r + 320)
            middle = abs(x - cx) < r
            tall = random.uniform(150, 520 if middle else 190) * (1 - 0.12 * depth)
            a = -math.pi / 2 + random.uniform(-0.7, 0.7)
            kind = random.randrange(3)
            shade = mix(tone, random.choice(("#0f3f3a", "#7da04e", tone)), 0.25)
            if kind == 0:
                plants.frond(inner, x, foot + 10, a, tall, shade, (a + 1.57) * 1.4, 14, shadow=6)
            elif kind == 1:
                plants.banana(
                    inner,
                    x,
                    foot + 10,
                    a,
                    tall,
                    shade,
                    random.randrange(99),
                    (a + 1.57) * 0.9,
                    shadow=6,
                )
            else:
                plants.blades(
                    inner, x, foot + 10, tall * 0.7, shade, random.randrange(99), 6, shadow=6
                )
    orange_tree(inner, cx + 46, foot - 4, 250)
    mask = Image.new("L", (STILL[0] * 2, STILL[1] * 2))
    pen = ImageDraw.Draw(mask)
    for shape in (vault, left, right):
        pen.polygon([(x * 2, y * 2) for x, y in shape], fill=255)
    mask = mask.resize(STILL, Image.Resampling.BOX)
    milky = inner.image.filter(ImageFilter.GaussianBlur(3.2))
    veil = cloudy(STILL, 81).point([min(255, v + 20) for v in range(256)])
    view = Image.composite(milky, inner.image, veil)
    stage.image.paste(view, (0, 0), mask)
    iron = "#0c2a28"
    bars_: list[Points] = []

    def bar(x1: float, y1: float, x2: float, y2: float, w: float) -> None:
        length = math.hypot(x2 - x1, y2 - y1)
        nx, ny = (y1 - y2) / length * w / 2, (x2 - x1) / length * w / 2
        bars_.append(
            [(x1 + nx, y1 + ny), (x2 + nx, y2 + ny), (x2 - nx, y2 - ny), (x1 - nx, y1 - ny)]
        )

    for index in range(-7, 8):
        x = cx + index * r / 7.5
        up = top - 1.05 * math.sqrt(max(0, r * r - (x - cx) ** 2))
        bar(x, foot, x, up, 6 if index % 3 == 0 else 3)
    for y in (420, 520, 640, 740, 850):
        half = r if y >= top else math.sqrt(max(0, r * r - ((top - y) / 1.05) ** 2))
        bar(cx - half, y, cx + half, y, 7 if y == 640 else 3)
    for side in (-1, 1):
        for index in range(9):
            x = cx + side * (r + index * 330 / 8)
            bar(
                x,
                foot,
                x,
                735 if index < 7 else 735 + (index - 6.55) * 44,
                6 if index % 4 == 0 else 3,
            )
        bar(cx + side * r, 850, cx + side * (r + 330), 850, 3)
        bar(cx + side * r, 800, cx + side * (r + 330), 800, 5)
    arc = [
        (cx - (r + 9) * math.cos(a), top - 1.05 * (r + 9) * math.sin(a))
        for a in [i * math.pi / 60 for i in range(61)]
    ]
    arc += [
        (cx + (r - 5) * math.cos(a), top - 1.05 * (r - 5) * math.sin(a))
        for a in [i * math.pi / 60 for i in range(61)]
    ]
    stage.cut([*bars_, arc], iron, shadow=3, dark=0.4, edge=0.1)
    for line in (left, right):
        roof = [*line[1:4]]
        stage.cut([[*roof, *[(x, y + 10) for x, y in roof[::-1]]]], iron, shadow=3)
    stage.cut(
        [[(cx - 9, 300), (cx + 9, 300), (cx + 4, 262), (cx, 238), (cx - 4, 262)]], iron, shadow=3
    )
    for x in (cx - r, cx + r):
        stage.cut(
            [[(x - 8, 748), (x - 8, top - 6), (x + 8, top - 6), (x + 8, 748)]], iron, shadow=4
        )
    for x in (cx - 660, cx - r, cx + r, cx + 660):
        stage.cut([[(x - 9, foot), (x - 9, 735), (x + 9, 735), (x + 9, foot)]], iron, shadow=5)
    stage.cut(
        [
            [
                (cx - r - 350, foot - 34),
                (cx + r + 350, foot - 34),
                (cx + r + 350, foot + 6),
                (cx - r - 350, foot + 6),
            ]
        ],
        "#2d4a3f",
        "#152b28",
        shadow=8,
    )


def ground(stage: Stage) -> None:
    """Trampled snow, with the light from the panes on it."""
    edge = curve([(-20, 1002), (300, 996), (800, 1000), (1300, 994), (1820, 1004)])
    stage.cut([[*edge, (1820, 1220), (-20, 1220)]], "#5d8f86", "#173a3a", shadow=6)
    for x, w in ((800, 420), (330, 150), (1270, 150)):
        stage.light(x, 1030, w, "#f0d08a", 0.5)
    lower = curve([(-20, 1092), (420, 1068), (900, 1096), (1400, 1070), (1820, 1090)])
    stage.cut([[*lower, (1820, 1220), (-20, 1220)]], "#356660", "#0f2c2e", shadow=12)
