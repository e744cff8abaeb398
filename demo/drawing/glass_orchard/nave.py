"""The Glass Orchard: down the middle of the palm house."""

import math
from random import Random

from PIL import Image, ImageChops, ImageDraw

from drawing.glass_orchard import plants
from drawing.glass_orchard.hall import (
    DEPTHS,
    NIGHT,
    STILL,
    Nave,
    border,
    moon,
    orange_tree,
)
from drawing.glass_orchard.paper import Points, Stage, points, sky
from drawing.paint import curve, mix


def nave() -> Image.Image:
    """Still: down the middle of the palm house, at the end a tree with one orange."""
    stage = Stage(sky(STILL, NIGHT, 1))
    hall = Nave(900, 735, 830, -90, 330)
    depths = [0.24, 0.31, 0.41, 0.55, 0.75, 1.03, 1.5]
    moon(stage, 900, 560, 118)
    gable(stage, hall, 0.24)
    hall.panes(stage, depths, 4)
    floor(stage, hall)
    for index, s in enumerate(depths[:-1]):
        tone = DEPTHS[index]
        hall.arch(stage, s, mix(tone, "#0a2426", 0.55))
        if index == 2:
            orange_tree(stage, 900, 735 + 330 * 0.47, 300)
            visitor(stage, 1052, 735 + 330 * 0.60, 136)
        border(stage, hall, s, tone, 40 + index)
        if index < 4:
            stage.mist("#9cc9b4", [(0, 0.0), (0.5, 0.05), (0.72, 0.10), (1, 0.02)])
    near(stage, 91)
    return stage.image


def gable(stage: Stage, hall: Nave, s: float) -> None:
    """The glazing bars of the far end."""
    left, right = hall.x - hall.radius * s, hall.x + hall.radius * s
    foot = hall.y + hall.floor * s
    k = 2
    bars = Image.new("L", (stage.size[0] * k, stage.size[1] * k))
    draw = ImageDraw.Draw(bars)
    shape = Image.new("L", bars.size)
    ImageDraw.Draw(shape).polygon([(x * k, y * k) for x, y in hall.rib(s)], fill=255)
    for index in range(13):
        x = left + (right - left) * index / 12
        draw.line([(x * k, 0), (x * k, foot * k)], fill=255, width=6 if index % 3 == 0 else 3)
    for index in range(12):
        y = foot - (foot - 400) * index / 9
        draw.line([(left * k, y * k), (right * k, y * k)], fill=255, width=6 if index == 4 else 3)
    bars = ImageChops.multiply(bars, shape).resize(stage.size, Image.Resampling.BOX)
    stage.image.paste("#1f5450", (0, 0), bars)


def floor(stage: Stage, hall: Nave) -> None:
    """The path of tiles to the far end, with moonlight on it."""
    y0, y1 = hall.y + hall.floor * 0.24, 1220
    wide0, wide1 = 60, 640
    stage.cut(
        [[(0, y0 + 6), (1800, y0 + 6), (1800, 1210), (0, 1210)]],
        "#2c665a",
        "#0b2a26",
        shadow=0,
        edge=0,
    )
    stage.cut(
        [[(900 - wide0, y0), (900 + wide0, y0), (900 + wide1, y1), (900 - wide1, y1)]],
        "#8fbda3",
        "#1c4a42",
        shadow=0,
        edge=0,
    )
    k = 2
    lines = Image.new("L", (stage.size[0] * k, stage.size[1] * k))
    draw = ImageDraw.Draw(lines)
    for index in range(9):
        part = index / 8 * 2 - 1
        draw.line(
            [((900 + part * wide0) * k, y0 * k), ((900 + part * wide1) * k, y1 * k)],
            fill=130,
            width=3,
        )
    for index in range(1, 14):
        s = 0.24 * 1.16**index
        y = hall.y + hall.floor * s
        half = wide0 + (wide1 - wide0) * (y - y0) / (y1 - y0)
        draw.line([((900 - half) * k, y * k), ((900 + half) * k, y * k)], fill=130, width=3)
    stage.image.paste("#12403a", (0, 0), lines.resize(stage.size, Image.Resampling.BOX))


def visitor(stage: Stage, x: float, y: float, tall: float) -> None:
    """An old woman in a coat and headscarf, from behind, with a torch."""

    def at(points: Points) -> Points:
        return [(x + a * tall, y + b * tall) for a, b in points]

    stage.light(x - tall * 0.5, y - tall * 0.3, tall * 1.1, "#ffe0a8", 0.35)
    for foot in (-0.055, 0.055):
        leg = [
            (foot - 0.035, -0.3),
            (foot + 0.035, -0.3),
            (foot + 0.028, -0.03),
            (foot - 0.028, -0.03),
        ]
        stage.cut([at(leg)], "#3c3a34", shadow=2)
        shoe = [
            (foot - 0.032, -0.045),
            (foot + 0.032, -0.045),
            (foot + 0.036, 0),
            (foot - 0.036, 0),
        ]
        stage.cut([at(shoe)], "#17120f", shadow=2, edge=0.05)
    arm = [(0.12, -0.76), (0.165, -0.66), (0.165, -0.5), (0.13, -0.42), (0.11, -0.5), (0.1, -0.66)]
    stage.cut([at(curve(arm, closed=True))], "#2d2a45", shadow=3)
    raised = points(
        "-0.1 -0.79, -0.17 -0.72, -0.24 -0.6, -0.3 -0.58, -0.29 -0.52, -0.2 -0.52, -0.11 -0.64"
    )
    stage.cut([at(curve(raised, closed=True))], "#2d2a45", shadow=3)
    coat = [(-0.05, -0.82), (-0.12, -0.775), (-0.13, -0.62), (-0.125, -0.48), (-0.165, -0.2)]
    coat = [*coat, (0.165, -0.2), (0.125, -0.48), (0.13, -0.62), (0.12, -0.775), (0.05, -0.82)]
    stage.cut([at(curve(coat[:5]) + curve(coat[5:]))], "#45406a", "#25223d", shadow=6)
    stage.cut(
        [at([(-0.128, -0.5), (0.128, -0.5), (0.132, -0.46), (-0.132, -0.46)])],
        "#1f1c33",
        shadow=1,
        edge=0.08,
    )
    scarf = points(
        "0 -1.0, 0.065 -0.975, 0.083 -0.9, 0.06 -0.825, 0 -0.76, -0.06 -0.825, -0.083 "
        "-0.9, -0.065 -0.975"
    )
    stage.cut([at(curve(scarf, closed=True))], "#c8604a", "#8c3d31", shadow=3)
    lamp = at([(-0.335, -0.57)])[0]
    stage.cut(
        [at([(-0.35, -0.6), (-0.31, -0.59), (-0.28, -0.53), (-0.31, -0.52)])], "#d8d3b0", shadow=2
    )
    stage.light(lamp[0] - 4, lamp[1] - 4, tall * 0.32, "#ffe6b0", 0.6)


def near(stage: Stage, seed: int) -> None:
    """The leaves right before our eyes: the frame of the theatre."""
    random = Random(seed)
    how = {"shadow": 22, "dark": 0.7}
    black = "#06211c"
    for x, y, a, length in (
        (-60, 300, 0.35, 520),
        (-40, 640, -0.2, 500),
        (1860, 260, math.pi - 0.4, 560),
        (1850, 640, math.pi + 0.25, 470),
    ):
        plants.frond(
            stage,
            x,
            y,
            a,
            length,
            mix(black, "#14523f", random.uniform(0, 0.3)),
            random.uniform(0.2, 0.5) * (1 if x < 0 else -1),
            17,
            0.30,
            0.0165,
            **how,
        )
    for x, y, a, length in (
        (-70, 1010, -0.5, 400),
        (150, 1260, -1.15, 380),
        (1860, 990, math.pi + 0.5, 420),
        (1640, 1270, -1.95, 400),
        (1420, 1290, -1.7, 300),
        (400, 1300, -1.4, 290),
    ):
        plants.monstera(
            stage,
            x,
            y,
            a,
            length,
            mix(black, "#0e4a3c", random.uniform(0, 0.35)),
            random.randrange(999),
            **how,
        )
    for x, a in ((-30, 0.9), (1830, math.pi - 0.9), (330, 1.35), (1480, math.pi - 1.3)):
        plants.banana(
            stage,
            x,
            -80,
            a,
            random.uniform(330, 430),
            mix(black, "#12493a", random.uniform(0, 0.3)),
            random.randrange(999),
            0.4 if x < 900 else -0.4,
            **how,
        )
