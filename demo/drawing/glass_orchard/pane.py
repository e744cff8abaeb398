"""The Glass Orchard: through fogged glass."""

import math
from random import Random

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from drawing.glass_orchard import plants
from drawing.glass_orchard.hall import (
    STILL,
    cloudy,
    stem,
)
from drawing.glass_orchard.paper import Stage, sky
from drawing.paint import Pen, curve, mix


def pane() -> Image.Image:
    """Still: from outside, through breath and condensation; a hand has wiped a place clear."""
    inside = Stage(sky(STILL, [(0, "#0d2f31"), (0.5, "#1b5248"), (1, "#0b2b27")], 11))
    inside.light(1180, 260, 900, "#a9d4b4", 0.5)
    random = Random(31)
    for depth, tone in ((0, "#5c9b80"), (1, "#3c7c62"), (2, "#245c48")):
        for _ in range(8):
            x = random.uniform(-100, 1900)
            a = -math.pi / 2 + random.uniform(-0.6, 0.6)
            how = {"shadow": 8 + depth * 4}
            plants.frond(
                inside,
                x,
                1270,
                a,
                random.uniform(500, 950),
                mix(tone, "#0b3b2c", random.random() * 0.4),
                (a + 1.57) * 1.3,
                15,
                0.26,
                0.02,
                **how,
            )
        inside.mist("#8fc1a6", [(0, 0.10), (1, 0.06)])
    branch(inside)
    sharp = inside.image
    fogged = sharp.filter(ImageFilter.GaussianBlur(38))
    veil = np.asarray(fogged, np.float32)
    breath = np.asarray(cloudy(STILL, 61), np.float32)[..., None] / 255
    veil = veil * 0.58 + np.array([112, 158, 140]) * 0.42 * (0.45 + 0.75 * breath)
    ys, xs = np.mgrid[0:1200, 0:1800]
    veil = veil * (1.05 - 0.5 * np.hypot((xs - 1000) / 1250, (ys - 640) / 900) ** 2)[..., None]
    rng = np.random.default_rng(5)
    veil = veil + rng.normal(0, 2.2, veil.shape[:2])[..., None]
    fogged = Image.fromarray(np.clip(veil, 0, 255).astype(np.uint8), "RGB")
    clear = wiped(STILL)
    edge = ImageChops.subtract(clear.filter(ImageFilter.MaxFilter(7)), clear).filter(
        ImageFilter.GaussianBlur(1.5)
    )
    glass = sharp.point([round(v * 0.97) for v in range(256)] * 3)
    picture = Image.composite(glass, fogged, clear)
    picture.paste("#d6ead8", (0, 0), edge.point([round(v * 0.34) for v in range(256)]))
    drops(picture, sharp, clear)
    stage = Stage(picture)
    bars(stage)
    return stage.image


def branch(stage: Stage) -> None:
    """The branch with the orange, near the glass."""
    path = curve([(1860, 250), (1560, 330), (1260, 330), (1010, 420), (860, 430)], steps=20)
    wood = []
    count = len(path)
    for index, (x, y) in enumerate(path):
        wood.append((x, y - 13 * (1 - index / count) - 3))
    wood += [
        (x, y + 13 * (1 - index / count) + 3) for index, (x, y) in reversed(list(enumerate(path)))
    ]
    stage.cut([wood], "#4a3b28", "#33291c", shadow=16)
    stage.cut([stem((1010, 640), (1022, 415), 8)], "#4a5a32", shadow=8)
    random = Random(9)
    places = [(index, side) for index in range(6, count, 9) for side in (-1, 1)]
    leaves = []
    for index, side in places:
        x, y = path[index]
        a = math.pi + side * random.uniform(0.7, 1.5) + 0.1
        leaves.append(
            (
                x,
                y,
                a,
                random.uniform(170, 260),
                random.choice(("#2f7d4c", "#3b8b55", "#246b45", "#4a9a5e")),
            )
        )
    for x, y, a, length, tone in leaves[: len(leaves) * 2 // 3]:
        plants.leaf(stage, x, y, a, length, 0.19, tone, random.uniform(-0.4, 0.4), shadow=18)
    plants.orange(stage, 1012, 700, 128, 0.55, 26)
    for x, y, a, length in (
        (1018, 560, 2.5, 230),
        (1020, 565, 0.5, 220),
        (1015, 575, 1.15, 150),
        (900, 440, 2.9, 240),
    ):
        plants.leaf(
            stage,
            x,
            y,
            a,
            length,
            0.2,
            mix("#3b8b55", "#e9a24a", 0.12),
            random.uniform(-0.3, 0.3),
            shadow=16,
        )


def wiped(size: tuple[int, int]) -> Image.Image:
    """What a sleeve and four fingers have cleared."""
    pen = Pen(size, 2)
    random = Random(3)
    strokes = (
        [(690, 560), (900, 480), (1180, 450), (1400, 480)],
        [(1390, 500), (1400, 600), (1330, 640)],
        [(1360, 600), (1100, 618), (860, 650), (660, 680)],
        [(680, 690), (640, 760), (720, 810)],
        [(690, 800), (900, 830), (1100, 820), (1290, 770)],
    )
    for stroke in strokes:
        path = curve(stroke, steps=16)
        count = len(path) - 1
        pen.limb(
            [
                (x, y + random.uniform(-3, 3), 96 + 5 * math.sin(i * 0.5) - 14 * i / count)
                for i, (x, y) in enumerate(path)
            ],
            smooth=False,
        )
    pen.disc(1012, 690, 172)
    x, y = 322, 690
    pen.polygon(
        curve(
            [
                (x - 62, y - 40),
                (x - 10, y - 62),
                (x + 52, y - 44),
                (x + 66, y + 20),
                (x + 44, y + 92),
                (x - 26, y + 104),
                (x - 64, y + 50),
            ],
            closed=True,
        ),
        190,
    )
    for dx, dy, a, length in (
        (-52, -58, -1.85, 104),
        (-16, -74, -1.66, 128),
        (24, -72, -1.48, 122),
        (58, -52, -1.28, 96),
        (74, 26, -0.62, 96),
    ):
        ux, uy = math.cos(a), math.sin(a)
        for low, high, r in ((0.12, 0.42, 19), (0.56, 0.74, 18), (0.9, 1.0, 17)):
            pen.limb(
                [
                    (x + dx + ux * length * low, y + dy + uy * length * low, r),
                    (x + dx + ux * length * high, y + dy + uy * length * high, r - 1),
                ],
                190,
                smooth=False,
            )
    mask = pen.mask().filter(ImageFilter.GaussianBlur(2.4))
    grit = cloudy(size, 71).point([min(255, 205 + v // 4) for v in range(256)])
    return ImageChops.multiply(mask, grit)


def drops(picture: Image.Image, sharp: Image.Image, clear: Image.Image) -> None:
    """Drops that hang, and drops that have run: each is a small lens, upside down."""
    random = Random(77)
    k = 3
    runs = [
        (800, 910, 180, 9),
        (1120, 908, 140, 8),
        (680, 880, 190, 8),
        (1300, 850, 230, 9),
        (306, 786, 280, 8),
        (1500, 240, 520, 9),
        (250, 180, 280, 7),
        (960, 915, 90, 7),
        (1420, 560, 330, 7),
    ]
    for x, y, length, r in runs:
        layer = Image.new("L", (60 * k, (round(length) + 60) * k))
        draw = ImageDraw.Draw(layer)
        sway = random.uniform(0, 6)
        for step in range(round(length)):
            half = r * 0.42 * (0.75 + 0.25 * math.sin(step / 23 + sway))
            cx = 30 + 2.5 * math.sin(step / 55 + sway)
            draw.rectangle(((cx - half) * k, step * k, (cx + half) * k, (step + 1) * k), fill=235)
        layer = layer.reduce(k).filter(ImageFilter.GaussianBlur(0.8))
        box = (round(x - 30), round(y), round(x - 30) + layer.width, round(y) + layer.height)
        picture.paste(sharp.crop(box), box[:2], layer)
        bead(picture, sharp, x + 2.5 * math.sin(length / 55 + sway), y + length, r)
    clear_px = clear.load()
    for _ in range(620):
        x, y = random.uniform(0, 1800), random.uniform(0, 1200)
        r = 1.6 + 7.5 * random.random() ** 3.2
        inside = clear_px[min(1799, int(x)), min(1199, int(y))] > 90
        if inside and random.random() < 0.9:
            continue
        bead(picture, sharp, x, y, r)


def bead(picture: Image.Image, sharp: Image.Image, x: float, y: float, r: float) -> None:
    """One drop."""
    k, box = 6, max(6, round(r * 2.6))
    mx, my = min(max(x, r * 9), 1800 - r * 9), min(max(y, r * 9), 1200 - r * 9)
    lens = (round(mx - r * 9), round(my - r * 9), round(mx + r * 9), round(my + r * 9))
    small = (
        sharp.crop(lens)
        .resize((box, box), Image.Resampling.BILINEAR)
        .transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    )
    mask = Image.new("L", (box * k, box * k))
    c, q = box * k / 2, r * k
    ImageDraw.Draw(mask).ellipse((c - q * 0.92, c - q, c + q * 0.92, c + q * 1.12), fill=255)
    mask = mask.reduce(k)
    corner = (round(x - box / 2), round(y - box / 2))
    dark = mask.filter(ImageFilter.GaussianBlur(r * 0.3))
    picture.paste(
        "#0c2b27",
        (corner[0], corner[1] + max(1, round(r * 0.18))),
        dark.point([round(v * 0.5) for v in range(256)]),
    )
    picture.paste(small, corner, mask)
    glint = Image.new("L", (box * k, box * k))
    ImageDraw.Draw(glint).ellipse((c - q * 0.5, c - q * 0.62, c - q * 0.1, c - q * 0.25), fill=235)
    picture.paste("#f4f8e6", corner, glint.reduce(k))


def bars(stage: Stage) -> None:
    """The glazing bars in front, with putty and rust."""
    iron, rust = "#10231f", "#1b2f28"
    for x in (96, 1648):
        stage.cut(
            [[(x - 17, -10), (x + 17, -10), (x + 17, 1210), (x - 17, 1210)]],
            rust,
            iron,
            shadow=16,
            dark=0.6,
        )
        stage.cut(
            [[(x - 6, -10), (x + 6, -10), (x + 6, 1210), (x - 6, 1210)]],
            "#2b463c",
            "#18302a",
            shadow=2,
        )
    for y in (118, 1128):
        stage.cut(
            [[(-10, y - 13), (1810, y - 13), (1810, y + 13), (-10, y + 13)]],
            rust,
            iron,
            shadow=14,
            dark=0.6,
        )
        stage.cut(
            [[(-10, y - 4), (1810, y - 4), (1810, y + 4), (-10, y + 4)]],
            "#2b463c",
            "#1d372f",
            shadow=2,
        )
