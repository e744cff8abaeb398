"""The workshops: a bed sheet in the chestnut tree, and somebody who listens."""

import math
from collections.abc import Callable
from random import Random

import numpy as np
from PIL import Image, ImageChops

from drawing import figures, noise
from drawing.company import bicycle, brushed, chestnut, facade, finish, wall_windows
from drawing.paint import (
    Pen,
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
    shine,
    times,
)
from drawing.portraits import clothes, hair
from drawing.portraits.bust import Bust
from drawing.portraits.head import Face
from drawing.portraits.patterns import falling
from drawing.portraits.solids import Grid, Space, limb, mirrored

STILL: Size = (1800, 1200)
SHEET = [(742, 372), (1312, 346), (1300, 742), (756, 728)]


def sheet_in_the_tree() -> Image.Image:
    """Friday evening in the courtyard: the neighbours look at what has been made."""
    image = gradient(STILL, [(0, "#0d2148"), (0.3, "#1d3c6c"), (1, "#2c4a78")], 501)
    back = [(520, 150), (1500, 150), (1500, 940), (520, 940)]
    facade(image, back, ("#3a4163", "#31375a", "#474e72"), 502)
    wall_windows(image, [(520, 170), (1500, 170), (1500, 900), (520, 900)], 5, 6, {(0, 5)}, 503)
    left = [(0, -260), (520, 140), (520, 950), (0, 1200)]
    facade(image, left, ("#252c4a", "#1f2541", "#303757"), 520)
    wall_windows(image, [(0, -180), (510, 200), (510, 920), (0, 1120)], 5, 3, {(3, 1)}, 521)
    right = [(1800, -260), (1500, 140), (1500, 950), (1800, 1160)]
    facade(image, right, ("#2d3456", "#252c4a", "#3a4165"), 540)
    wall_windows(image, [(1515, 190), (1800, -140), (1800, 1080), (1515, 920)], 5, 2, {(1, 0)}, 541)
    ground = drawn(
        STILL,
        lambda p: p.polygon(
            [(0, 1010), (560, 930), (1500, 930), (1800, 1000), (1800, 1200), (0, 1200)]
        ),
    )
    lay(image, brushed(STILL, ("#1c2340", "#161c36", "#2b3252"), 545), ground)
    chestnut(image, 400, 1010, 470)
    beam(image)
    screen(image)
    lights(image)
    audience(image)
    return finish(image, 550, 0.5, 5)


def beam(image: Image.Image) -> None:
    """From a window on the third floor down to the sheet."""
    tip = (1584, 362)
    cone = drawn(STILL, lambda p: p.polygon([tip, SHEET[0], SHEET[3], SHEET[2]]), 2)
    dust = contrast(noise.fbm(STILL, (160, 60), 551, 4), 0.2, 0.9)
    shine(image, "#c9d8ff", level(times(cone, glow(STILL, *tip, 1250, 900, 0.4), dust), 0.5))
    shine(image, "#fff2cf", glow(STILL, *tip, 70, 70, 1.4))


def screen(image: Image.Image) -> None:
    """The sheet with its pegs; on it a bicycle goes by."""
    top = curve([SHEET[0], (1020, 384), SHEET[1]])
    low = curve([SHEET[2], (1040, 752), SHEET[3]])
    cloth = drawn(STILL, lambda p: p.polygon([*top, *low]))
    shine(image, "#b9c8ee", level(blur(cloth, 70), 0.55))
    lay(
        image,
        gradient(STILL, [(0, "#f4efdc"), (0.42, "#f4ecd2"), (0.7, "#e9d9b4"), (1, "#e9d9b4")], 552),
        cloth,
    )
    film = Image.new("RGB", STILL, "#f6eeda")
    hill = drawn(
        STILL,
        lambda p: p.polygon(
            [*curve([(700, 640), (900, 596), (1100, 632), (1350, 588)]), (1350, 800), (700, 800)]
        ),
    )
    lay(film, "#8c8775", hill)
    road = drawn(
        STILL,
        lambda p: p.polygon(
            [*curve([(700, 668), (1000, 652), (1350, 662)]), (1350, 800), (700, 800)]
        ),
    )
    lay(film, "#3b3a38", road)
    sun = drawn(STILL, lambda p: p.disc(1160, 486, 54))
    lay(film, "#d9c9a0", sun)
    bicycle(film, 960, 630, 62)
    rider = drawn(STILL, lambda p: rides(p, 960, 630, 62))
    lay(film, "#0c1222", rider)
    lay(image, film, times(cloth, level(cloth, 0.92)))
    folds = contrast(noise.fbm(STILL, (46, 900), 553, 3), 0.5, 0.85)
    lay(image, "#9a937c", level(times(cloth, folds), 0.35))
    edge = drawn(
        STILL,
        lambda p: [
            p.line(curve([(560, 330), SHEET[0]]), 4),
            p.line(curve([SHEET[1], (1420, 300), (1502, 282)]), 4),
        ],
    )
    lay(image, "#10182c", edge)
    pegs = drawn(STILL, lambda p: [p.line([(x, y - 14), (x, y + 16)], 6) for x, y in top[4::6]])
    lay(image, "#b5824a", pegs)


def rides(pen: Pen, x: float, y: float, unit: float) -> None:
    """Somebody on the bicycle."""

    def at(*path: tuple[float, float, float]) -> list[tuple[float, float, float]]:
        return [(x + a * unit, y + b * unit, r * unit) for a, b, r in path]

    pen.limb(at((-0.34, -0.98, 0.16), (-0.16, -1.5, 0.17), (0.02, -1.72, 0.12)))
    pen.limb(at((0.02, -1.7, 0.07), (0.34, -1.36, 0.06), (0.5, -1.02, 0.05)))
    pen.limb(at((-0.3, -0.96, 0.15), (0.06, -0.62, 0.1), (0.02, -0.16, 0.07)))
    pen.limb(at((-0.32, -0.96, 0.14), (-0.1, -0.52, 0.1), (-0.12, 0.08, 0.07)))
    pen.limb(at((0.1, -1.98, 0.15), (0.13, -2.0, 0.15)))
    pen.limb(at((-0.06, -1.86, 0.06), (-0.3, -1.74, 0.05), (-0.5, -1.8, 0.02)))


def lights(image: Image.Image) -> None:
    """A string of bulbs from the tree to the wall."""
    path = curve([(300, 300), (620, 232), (1000, 262), (1500, 178)], steps=40)
    lay(image, "#0c1326", drawn(STILL, lambda p: p.line(path, 3)))
    for x, y in path[8::11]:
        shine(image, "#ffbf5e", level(glow(STILL, x, y + 10, 46, 46, 2), 0.8))
        lay(image, "#ffdf9a", drawn(STILL, lambda p, x=x, y=y: p.disc(x, y + 10, 6)))


def audience(image: Image.Image) -> None:
    """The neighbours from behind, on the chairs they brought."""
    random = Random(561)
    for row, (base, unit, colour) in enumerate(
        ((1010, 62, "#141a32"), (1100, 84, "#0e1428"), (1236, 116, "#090d1c"))
    ):
        pen, hats = Pen(STILL, 2), Pen(STILL, 2)
        x = 560 + row * -120 + random.uniform(-30, 30)
        while x < 1500 + row * 160:
            person(pen, hats, random, x, base, unit * random.uniform(0.86, 1.08))
            x += unit * random.uniform(1.75, 2.5)
        shape = pen.mask()
        lay(image, colour, shape)
        lit = times(
            ImageChops.subtract(shape, ImageChops.offset(shape, 0, round(unit * 0.07))), shape
        )
        lit = times(lit, glow(STILL, 1020, 800, 900, 520, 0.6))
        lay(image, "#cdd6ee", level(blur(lit, 0.8), 0.8))
    shade = drawn(STILL, lambda p: figures.place(p, figures.STANDING, 1452, 1010, 92))
    lay(image, "#101630", shade)


def person(pen: Pen, hats: Pen, random: Random, x: float, base: float, unit: float) -> None:
    del hats
    lean, kind = random.uniform(-0.14, 0.14), random.random()
    head = (x + lean * unit, base - unit * 1.62)
    pen.limb(
        [
            (x - unit * 0.52, base - unit * 0.75, unit * 0.26),
            (x, base - unit * 1.0, unit * 0.34),
            (x + unit * 0.52, base - unit * 0.75, unit * 0.26),
        ]
    )
    pen.limb([(x, base - unit * 0.8, unit * 0.66), (x, base + unit * 0.6, unit * 0.72)])
    pen.limb([(head[0] * 0.5 + x * 0.5, base - unit * 1.2, unit * 0.17), (*head, unit * 0.2)])
    pen.limb(
        [
            (head[0], head[1] + unit * 0.05, unit * 0.29),
            (head[0], head[1] - unit * 0.08, unit * 0.29),
        ]
    )
    if kind < 0.25:
        pen.disc(head[0], head[1] - unit * 0.42, unit * 0.15)
    elif kind < 0.45:
        pen.limb(
            [
                (head[0] - unit * 0.24, head[1], unit * 0.16),
                (head[0] - unit * 0.22, head[1] + unit * 0.4, unit * 0.14),
            ]
        )
        pen.limb(
            [
                (head[0] + unit * 0.24, head[1], unit * 0.16),
                (head[0] + unit * 0.22, head[1] + unit * 0.4, unit * 0.14),
            ]
        )
    elif kind < 0.6:
        pen.limb(
            [
                (head[0] - unit * 0.4, head[1] - unit * 0.14, unit * 0.05),
                (head[0] + unit * 0.4, head[1] - unit * 0.14, unit * 0.05),
            ]
        )
        pen.limb(
            [
                (head[0] - unit * 0.12, head[1] - unit * 0.3, unit * 0.16),
                (head[0] + unit * 0.12, head[1] - unit * 0.3, unit * 0.16),
            ]
        )


def headphones(space: Space) -> Grid:
    """Two shells and the bow over the crown."""
    fold = mirrored(space)
    shell = limb(fold, (0.66, -0.06, -0.12), (0.82, -0.06, -0.12), 0.24, 0.2)
    flat = np.sqrt((space[0] / 0.8) ** 2 + ((space[1] - 0.1) / 1.02) ** 2) - 1
    bow = np.sqrt((flat * 0.85) ** 2 + ((space[2] + 0.12) * 0.55) ** 2) - 0.055
    bow = np.maximum(bow, -space[1])
    return np.minimum(shell, bow * 0.8)


def listening() -> Image.Image:
    """A head with headphones, and the rings that only she hears."""
    size = STILL
    face = Face(jaw=0.88, lips=1.15, cheeks=1.25, width=0.97, nose=0.98, smile=0.015)
    bust = Bust(
        face,
        [
            (lambda s: hair.bob(s, face, 0.34, 0.0, 0.1), False),
            (headphones, False),
            (lambda s: clothes.jumper(s, 0.95), True),
        ],
        (-46, -4, 5),
        -24,
        (-0.85, 0.45, 0.45),
        size,
        322,
        (1130, 560),
        (1, 0.3, -0.25),
    )
    image = gradient(size, [(0, "#14284f"), (1, "#1b3765")], 571)
    rings(image, 900, 590)
    whole = bust.mask()
    light, back = bust.light(), bust.light(back=True)
    tones: list[tuple[int, list[tuple[float, str]]]] = [
        (0, [(0, "#10203f"), (0.1, "#b4604c"), (0.42, "#f3c096")]),
        (1, [(0, "#0b1730"), (0.34, "#5a3442"), (0.66, "#a85f50")]),
        (2, [(0, "#0b1730"), (0.2, "#c98a2e"), (0.55, "#ffbf5e")]),
        (3, [(0, "#0b1730"), (0.24, "#3f6f8f"), (0.6, "#86b3c2")]),
    ]
    lay(image, "#0b1730", whole)
    rough = noise.fbm(size, (7, 7), 572, 3).point(
        [round((v - 128) * 0.09 + 128) for v in range(256)]
    )
    for number, steps in tones:
        cover = bust.mask(number)
        shade = combed(bust, light) if number == 1 else light
        crayon = ImageChops.add(shade, rough, 1, -128)
        for low, colour in steps:
            mask = cover if low == 0 else times(cover, contrast(crayon, low - 0.015, low + 0.015))
            lay(image, colour, mask)
    lay(image, "#10203f", bust.features(0.16, (0, -0.6), 0.9))
    lay(
        image,
        "#7fa8d8",
        times(contrast(back, 0.74, 0.78), whole, ImageChops.invert(contrast(light, 0.08, 0.12))),
    )
    return noise.grain(image, 573, 3)


def combed(bust: Bust, light: Image.Image) -> Image.Image:
    """The light on hair, parted into strands."""
    pattern: Callable[[Space], Grid] = falling(15, 1.4)
    strand = np.clip(pattern(bust.view.place) * 60 + 128, 0, 255).astype(np.uint8)
    grey = Image.fromarray(strand).resize(light.size, Image.Resampling.BICUBIC)
    return ImageChops.add(light, grey, 1, -128)


def rings(image: Image.Image, x: float, y: float) -> None:
    """Sound as one draws it when nobody looks."""

    def lines(pen: Pen) -> None:
        for number in range(1, 24):
            radius = 60 + number * 58
            wave = [
                (
                    x + (radius + 7 * math.sin(9 * t + number)) * math.cos(t),
                    y + (radius + 7 * math.sin(9 * t + number)) * math.sin(t),
                    1.2 + 3.4 * abs(math.sin(number * 1.7)) * (1 - number / 26),
                )
                for t in [i * math.pi / 150 for i in range(301)]
            ]
            pen.limb(wave, smooth=False)

    mask = times(drawn(STILL, lines, 2), ramp(STILL, [(0, 170), (0.5, 255), (1, 170)]))
    lay(image, "#6f94c4", level(mask, 0.75))


PICTURES = {
    "pages/workshops/images/workshops-sheet.jpg": sheet_in_the_tree,
    "pages/workshop-listening/images/workshop-listening-head.jpg": listening,
}
