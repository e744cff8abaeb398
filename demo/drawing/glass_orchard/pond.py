"""The Glass Orchard: five people on the rim of the lily pond."""

import math
from random import Random

import numpy as np
from PIL import Image, ImageFilter

from drawing.glass_orchard import plants
from drawing.glass_orchard.hall import (
    DEPTHS,
    NIGHT,
    STILL,
    Nave,
    border,
    moon,
)
from drawing.glass_orchard.paper import Points, Stage, sky
from drawing.glass_orchard.seated import seated
from drawing.paint import mix

FLAT = 0.30  # how flat a circle on the water looks


def pond() -> Image.Image:
    """Still: five people who came for something else sit on the rim of the lily pond."""
    stage = Stage(sky(STILL, NIGHT, 31))
    hall = Nave(900, 560, 980, -130, 215)
    depths = [0.22, 0.30, 0.42, 0.60, 0.88, 1.3]
    moon(stage, 900, 372, 104)
    hall.panes(stage, depths, 14)
    rim_y, face = 660, 96
    for index, s in enumerate(depths):
        tone = DEPTHS[min(index + 1, 6)]
        hall.arch(stage, s, mix(tone, "#0a2426", 0.55))
        if index < 5:
            border(stage, hall, s, tone, 140 + index)
            stage.mist("#9cc9b4", [(0, 0.0), (0.4, 0.04), (0.56, 0.09), (0.6, 0.0)])
    stage.cut(
        [[(-10, rim_y), (1810, rim_y), (1810, rim_y + face), (-10, rim_y + face)]],
        "#6d9684",
        "#1f463d",
        shadow=12,
    )
    joints = [
        [(x, rim_y + 9), (x + 2, rim_y + 9), (x + 2, rim_y + face), (x, rim_y + face)]
        for x in range(60, 1800, 210)
    ]
    stage.cut(joints, "#2a5348", shadow=0, edge=0)
    stage.cut(
        [[(-10, rim_y - 8), (1810, rim_y - 8), (1810, rim_y + 9), (-10, rim_y + 9)]],
        "#8fb7a0",
        "#5f8b7a",
        shadow=6,
    )
    people = (
        (520, 205, "#4a4670", "#c8604a", "#d9a988", 0),
        (708, 214, "#24415c", "#1a2733", "#6b4430", 1),
        (892, 200, "#8a6a3c", "#2b211a", "#c99a78", 2),
        (1068, 176, "#3f6f62", "#3f6f62", "#8a5a3e", 3),
        (1250, 210, "#6b3b44", "#d8d4c4", "#b98560", 4),
    )
    for person in people:
        seated(stage, rim_y, *person)
    plants.orange(stage, 892, rim_y - 46, 17, 1.0, 3)
    water(stage, rim_y + face)
    lilies(stage, rim_y + face)
    random = Random(5)
    for x, y, a, length in ((-60, 1150, -0.7, 420), (1870, 1130, math.pi + 0.7, 430)):
        plants.monstera(
            stage, x, y, a, length, "#06211c", random.randrange(99), shadow=22, dark=0.7
        )
    for x, y, a, bend in (
        (-70, 420, 0.2, 0.4),
        (1870, 400, math.pi - 0.2, -0.4),
        (-60, 130, 0.5, 0.3),
        (1860, 120, math.pi - 0.5, -0.3),
    ):
        plants.frond(stage, x, y, a, 430, "#08271f", bend, 17, 0.30, 0.0165, shadow=22, dark=0.7)
    return stage.image


def water(stage: Stage, line: float) -> None:
    """Still water with everything in it once more."""
    picture = np.asarray(stage.image, np.float32)
    tall = STILL[1] - int(line)
    ys, xs = np.mgrid[0:tall, 0 : STILL[0]]
    ripple = 1.6 * np.sin(ys / 5.0 + np.sin(xs / 170.0) * 2) * (0.3 + ys / tall)
    source_y = np.clip(line - 2 - ys * 0.98 + ripple * 0.4, 0, line - 1).astype(int)
    source_x = np.clip(xs + ripple * 2.4, 0, STILL[0] - 1).astype(int)
    mirror = picture[source_y, source_x]
    deep = np.linspace(0.80, 0.42, tall)[:, None, None]
    mirror = mirror * deep + np.array([6, 34, 34]) * (1 - deep)
    image = Image.fromarray(np.clip(mirror, 0, 255).astype(np.uint8), "RGB").filter(
        ImageFilter.GaussianBlur(1.6)
    )
    # The feet hang over the water: keep what stands before it.
    stage.image.paste(image, (0, int(line)))
    shade = np.linspace(120, 0, 40)[:, None].astype(np.uint8)
    stage.image.paste("#03110f", (0, int(line)), Image.fromarray(shade).resize((STILL[0], 40)))


def pad(x: float, y: float, r: float, notch: float) -> Points:
    """The outline of one lily leaf, with its cut."""
    gap = 0.13
    steps = [notch + gap + (2 * math.pi - 2 * gap) * i / 70 for i in range(71)]
    return [*((x + r * math.cos(a), y + r * FLAT * math.sin(a)) for a in steps), (x, y)]


def lilies(stage: Stage, line: float) -> None:
    """Leaves as large as tables, with their rims turned up; some in flower."""
    random = Random(19)
    tall = STILL[1] - line
    pads = []
    for _ in range(400):
        depth = random.random() ** 0.8
        y = line + 46 + depth * (tall - 40)
        r = (34 + 135 * depth) * random.uniform(0.7, 1.15)
        x = random.uniform(-60, 1860)
        clear = 150 + 190 * depth
        if abs(x - 900) < clear and depth < 0.82:
            continue
        if all(
            ((x - a) / (r + c)) ** 2 + ((y - b) / ((r + c) * 0.34)) ** 2 > 0.95 for a, b, c in pads
        ):
            pads.append((x, y, r))
    for x, y, r in sorted(pads, key=lambda p: p[1]):
        tone = random.choice(("#2c6e56", "#226049", "#3b7f5c", "#1b5240"))
        tone = mix(tone, "#0b2c28", 0.35 * (1 - (y - line) / tall))
        notch = random.uniform(0.2, 2.9)

        stage.cut(
            [pad(x, y, r, notch)],
            mix(tone, "#8a4a4a", 0.35),
            mix(tone, "#000000", 0.4),
            shadow=4 + r * 0.07,
            dark=0.6,
        )
        stage.cut(
            [pad(x, y - r * 0.055, r, notch)], mix(tone, "#d8ecc8", 0.22), tone, shadow=2, edge=0.2
        )
        stage.cut(
            [pad(x, y - r * 0.042, r * 0.9, notch)],
            tone,
            mix(tone, "#000000", 0.18),
            shadow=0,
            edge=0.05,
        )
        if r > 60:
            veins = []
            for index in range(11):
                a = notch + 0.4 + index * 0.52
                tip = (x + r * 0.85 * math.cos(a), y - r * 0.042 + r * 0.85 * FLAT * math.sin(a))
                veins.append([(x - 1.2, y - r * 0.042), tip, (x + 1.2, y - r * 0.042)])
            stage.cut(veins, mix(tone, "#d8ecc8", 0.25), shadow=0, edge=0)
    for x, y, r in ((430, 1010, 40), (1340, 930, 30), (1560, 1090, 48)):
        for level, (count, reach, tone) in enumerate(
            ((11, 1.0, "#d8b7b4"), (9, 0.75, "#ead3c6"), (6, 0.45, "#f6ead6"))
        ):
            for index in range(count):
                a = math.pi * (1.0 + (index + 0.5) / count) + (level * 0.1)
                plants.leaf(
                    stage,
                    x,
                    y - level * 3,
                    a,
                    r * reach * (0.75 + 0.25 * abs(math.sin(a))),
                    0.2,
                    tone,
                    0,
                    shadow=3,
                    light=0.3,
                )
