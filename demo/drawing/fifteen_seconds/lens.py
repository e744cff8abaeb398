"""The keeper and the great lens."""

import math

from PIL import Image, ImageChops

from drawing import noise
from drawing.fifteen_seconds.plates import (
    STILL,
    Plates,
)
from drawing.paint import (
    Pen,
    blur,
    contrast,
    curve,
    drawn,
    glow,
    level,
    ramp,
    times,
)
from drawing.portraits import clothes, hair
from drawing.portraits.bust import Bust
from drawing.portraits.head import Face


def lens_room() -> Image.Image:
    """Still 2: the keeper and the great lens."""
    size = STILL
    plates = Plates(size)
    plates.coral.paste(ramp(size, [(0, 20), (0.3, 70), (0.62, 215), (0.64, 150), (1, 60)]))
    plates.yellow.paste(ramp(size, [(0, 0), (0.3, 60), (0.62, 235), (0.64, 60), (1, 20)]))
    plates.petrol.paste(ramp(size, [(0, 130), (0.35, 60), (0.62, 8), (0.625, 120), (1, 215)]))
    clouds = contrast(noise.fbm(size, (700, 46), 221, 5), 0.55, 0.75)
    high = ramp(size, [(0, 255), (0.6, 255), (0.62, 0), (1, 0)])
    plates.petrol = ImageChops.add(plates.petrol, level(times(clouds, high), 0.3))

    def panes(pen: Pen) -> None:
        for step in range(-8, 22):
            x = step * 190 - 60
            pen.line([(x, -40), (x + 620, 1000)], 9)
            pen.line([(x + 620, -40), (x, 1000)], 9)
        pen.polygon([(0, 985), (1800, 985), (1800, 1200), (0, 1200)])
        pen.polygon([(0, 0), (1800, 0), (1800, 62), (0, 62)])

    plates.cut(drawn(size, panes, 2), petrol=245, coral=40)
    lens(plates, 1090, 505, 320, 440)
    keeper(plates, 520, 560, 205)
    return plates.pull(227)


def lens(plates: Plates, x: float, y: float, rx: float, ry: float) -> None:
    """A Fresnel lens: a bull's eye in rings of prisms, in a brass frame."""
    size = plates.size
    lamp = glow(size, x, y, rx * 2.3, ry * 1.9, 1.5)
    plates.yellow = ImageChops.lighter(plates.yellow, level(lamp, 1.1))
    plates.petrol = ImageChops.subtract(plates.petrol, level(lamp, 0.9))
    frame = drawn(size, lambda p: p.disc(x, y, rx * 1.13, ry * 1.1), 2)
    plates.cut(frame, petrol=250, yellow=255, coral=120)
    rings = 11
    for number in range(rings):
        share = 1 - number / rings * 0.84
        for part, (shrink, petrol, yellow, coral) in enumerate(
            [(1.0, 150, 255, 150), (0.972, 30, 255, 60), (0.945, 0, 120, 0)]
        ):
            del part
            prism = drawn(size, lambda p, s=share * shrink: p.disc(x, y, rx * s, ry * s), 2)
            fade = number / rings
            plates.cut(
                prism,
                petrol=round(petrol * (1 - 0.6 * fade)),
                yellow=yellow,
                coral=round(coral * (1 - fade)),
            )
        inner = drawn(size, lambda p, s=share * 0.93: p.disc(x, y, rx * s, ry * s), 2)
        plates.cut(
            inner,
            petrol=round(46 * (1 - number / rings)),
            yellow=round(200 - number * 12),
            coral=round(90 * (1 - number / rings)),
        )

    def spokes(pen: Pen) -> None:
        for turn in range(12):
            a = math.pi * (turn + 0.5) / 6
            pen.line(
                [
                    (x + rx * 0.2 * math.cos(a), y + ry * 0.2 * math.sin(a)),
                    (x + rx * math.cos(a), y + ry * math.sin(a)),
                ],
                5,
            )
        pen.polygon(
            [
                (x - rx * 0.9, y + ry * 1.05),
                (x + rx * 0.9, y + ry * 1.05),
                (x + rx * 0.6, y + ry * 1.75),
                (x - rx * 0.6, y + ry * 1.75),
            ]
        )

    metal = drawn(size, spokes, 2)
    plates.cut(metal, petrol=225, yellow=255, coral=150)

    def bands(pen: Pen) -> None:
        for row in range(5):
            part = 1.12 + row * 0.14
            pen.line(
                [
                    (x - rx * (1.36 - part * 0.43), y + ry * part),
                    (x + rx * (1.36 - part * 0.43), y + ry * part),
                ],
                4,
            )
            for rivet in range(-5, 6):
                pen.disc(x + rivet * rx * 0.13, y + ry * (part + 0.07), 4.5)

    plates.petrol.paste(60, (0, 0), drawn(size, bands))
    core = glow(size, x, y, rx * 0.5, ry * 0.5, 1.1)
    for plate in ("petrol", "coral", "yellow"):
        setattr(plates, plate, ImageChops.subtract(getattr(plates, plate), level(core, 1.5)))
    glint = drawn(
        size,
        lambda p: p.limb(
            [
                (x - rx * 0.66, y + ry * 0.1, 2),
                (x - rx * 0.6, y - ry * 0.4, 11),
                (x - rx * 0.3, y - ry * 0.78, 2),
            ]
        ),
    )
    plates.cut(level(glint, 0.9))


def keeper(plates: Plates, x: float, y: float, unit: float) -> None:
    """The keeper from behind, a cloth in the raised hand."""
    size = plates.size
    face = Face(age=0.8, jaw=1.05, nose=1.15, width=1.02)
    bust = Bust(
        face,
        [
            (lambda s: hair.wool_cap(s, face), False),
            (lambda s: hair.beard(s, face, 0.07, 0.1), False),
            (lambda s: hair.cap(s, face, 0.05, 0.0, -0.42, 0.2), False),
            (lambda s: clothes.turtleneck(s, 1.12), True),
        ],
        (122, 6, 0),
        150,
        (0.8, 0.25, 0.0),
        size,
        unit,
        (x, y),
    )
    lit = times(contrast(bust.light(), 0.1, 0.16), bust.mask())
    strong = times(contrast(bust.light(), 0.42, 0.48), bust.mask())
    plates.cut(bust.mask(), petrol=255, coral=70)
    reach = [(0.9, 1.72, 0.4), (1.5, 1.9, 0.27), (1.72, 1.2, 0.2), (1.84, 0.6, 0.14)]
    arm = [(x + a * unit, y + b * unit, r * unit) for a, b, r in reach]
    sleeve = drawn(size, lambda p: p.limb(arm), 2)
    plates.cut(sleeve, petrol=255, coral=70)
    edge = times(sleeve, ImageChops.subtract(sleeve, ImageChops.offset(sleeve, -12, 5)))
    plates.cut(edge, coral=190, yellow=255)
    jumper, wool = bust.mask(4), bust.mask(1)
    plates.cut(times(strong, ImageChops.subtract(jumper, sleeve)), coral=190, yellow=255, petrol=40)
    plates.cut(wool, petrol=205, coral=255)
    plates.cut(times(lit, wool), coral=255, petrol=60)
    plates.cut(times(strong, wool), coral=235, yellow=190)
    for number in (2, 3):
        plates.cut(times(lit, bust.mask(number)), petrol=70)
        plates.cut(times(strong, bust.mask(number)), petrol=0, yellow=90)
    skin = times(contrast(blur(bust.light(), 9), 0.04, 0.1), bust.mask(0))
    plates.cut(skin, petrol=46, coral=190, yellow=210)
    cheek = times(contrast(blur(bust.light(), 16), 0.3, 0.4), bust.mask(0))
    plates.cut(cheek, coral=120, yellow=225)
    knit(plates, ImageChops.lighter(jumper, sleeve), x, y, unit)

    def cloth(pen: Pen) -> None:
        a, b = x + 1.86 * unit, y + 0.42 * unit
        fold = [(a - 20, b + 6, 30), (a + 24, b - 16, 34), (a + 46, b + 50, 26)]
        pen.limb([*fold, (a + 34, b + 130, 8)])
        pen.limb([(a - 6, b + 30, 22), (a - 2, b + 90, 14), (a - 14, b + 140, 4)])

    plates.cut(drawn(size, cloth, 2), yellow=70)


def knit(plates: Plates, shape: Image.Image, x: float, y: float, unit: float) -> None:
    """The rows of a jumper."""

    def rows(pen: Pen) -> None:
        for number in range(14):
            at = y + (1.3 + number * 0.17) * unit
            pen.line(
                curve(
                    [(x - 1.9 * unit, at), (x - 0.1 * unit, at + 0.12 * unit), (x + 1.7 * unit, at)]
                ),
                4,
            )

    lines = times(drawn(plates.size, rows), shape)
    plates.petrol = ImageChops.subtract(plates.petrol, level(lines, 0.35))
