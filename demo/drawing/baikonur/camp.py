"""The camp: a yurt with its lamp, the radio mast, a horse, somebody who looks up."""

import math

from PIL import Image

from drawing import noise
from drawing.baikonur import shapes
from drawing.baikonur.land import brushed, finish, gradient_across, ground, meadow
from drawing.baikonur.shapes import Stage
from drawing.baikonur.sky import night
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

STILL: Size = (1800, 1200)
LAMP = "#ffb04a"


def yurt(image: Image.Image, x: float, y: float, unit: float) -> None:
    """A yurt with an open, lit door; `unit` is its height in pixels."""
    size = image.size

    def outline(pen: Pen) -> None:
        roof = [(-1.0, -0.46), (-0.9, -0.56), (-0.66, -0.72), (-0.36, -0.86), (-0.2, -0.91)]
        dome = curve([*roof, *[(-a, b) for a, b in reversed(roof)]])
        shape = [*dome, (0.97, 0.03), (-0.97, 0.03)]
        pen.polygon([(x + a * unit, y + b * unit) for a, b in shape])
        pen.disc(x, y - 0.91 * unit, 0.21 * unit, 0.06 * unit)

    body = drawn(size, outline)
    felt = brushed(size, ("#2b4258", "#22364c", "#3a5468"), 62)
    round_side = gradient_across(size, [(x - unit, 60), (x - unit * 0.3, 0), (x + unit, 190)])
    lay(felt, "#0c1830", round_side)
    lay(felt, "#0c1830", level(contrast(noise.fbm(size, (10, 70), 63, 3), 0.6, 0.9), 0.5))
    lay(image, felt, body)

    def ropes(pen: Pen) -> None:
        for height, bulge in ((-0.46, 0.05), (-0.36, 0.045), (-0.16, 0.03)):
            arc = [(-0.99, height), (0, height + bulge), (0.99, height)]
            pen.line(curve([(x + a * unit, y + b * unit) for a, b in arc]), unit * 0.016)
        for turn in (-0.75, -0.42, -0.14, 0.14, 0.42, 0.75):
            rope = [(turn * 0.28, -0.93), (turn * 0.8, -0.78), (turn * 1.25, -0.45)]
            pen.line(curve([(x + a * unit, y + b * unit) for a, b in rope]), unit * 0.011)

    lay(image, "#a59a84", times(level(drawn(size, ropes), 0.4), body))

    def ornament(pen: Pen) -> None:
        for step in range(-19, 20):
            a = math.sin(step / 20 * math.pi / 2) * 0.97
            b = -0.41 + 0.05 * math.cos(a * 1.5)
            tip = [(a - 0.02, b + 0.025), (a, b - 0.025), (a + 0.02, b + 0.025)]
            pen.polygon([(x + p * unit, y + q * unit) for p, q in tip])

    lay(image, "#c2553a", times(level(drawn(size, ornament), 0.75), body))

    def door(pen: Pen) -> None:
        frame = [(-0.20, 0.0), (-0.20, -0.44), (0.0, -0.50), (0.20, -0.44), (0.20, 0.0)]
        pen.polygon([(x + a * unit, y + b * unit) for a, b in frame])

    opening = drawn(size, door)
    inside = gradient(
        size,
        [
            (0, "#ffdf94"),
            ((y - unit * 0.5) / size[1], "#ffe9ad"),
            (y / size[1], "#f08a2c"),
            (1, "#f08a2c"),
        ],
        65,
    )
    shine(image, LAMP, level(glow(size, x, y - 0.2 * unit, unit * 1.7, unit * 1.3, 2.4), 0.62))
    lay(image, inside, opening)
    shine(image, LAMP, level(blur(opening, unit * 0.06), 0.5))


def light_on_ground(image: Image.Image, x: float, y: float, unit: float, ground: Image.Image):
    """The wedge of lamplight that falls out of the door."""
    shape = [(-0.2, 0), (0.2, 0), (0.95, 0.62), (-0.75, 0.62)]
    spill = drawn(image.size, lambda p: p.polygon([(x + a * unit, y + b * unit) for a, b in shape]))
    fall = glow(image.size, x, y, unit * 1.3, unit * 0.75, 1.2)
    strokes = contrast(noise.fbm(image.size, (90, 7), 71), 0.2, 0.75)
    shine(image, LAMP, level(times(blur(spill, unit * 0.035), fall, strokes, ground), 0.95))
    shine(
        image, "#d9772a", level(times(glow(image.size, x, y, unit * 2.4, unit * 0.5), ground), 0.4)
    )


def antenna(image: Image.Image, x: float, y: float, unit: float) -> None:
    """The radio operator's mast, made of what fell down."""

    def mast(pen: Pen) -> None:
        pen.line([(x, y), (x + unit * 0.03, y - unit * 1.9)], unit * 0.028)
        for height, reach in ((1.86, 0.34), (1.66, 0.28), (1.46, 0.22)):
            pen.line(
                [
                    (x - reach * unit, y - height * unit),
                    (x + reach * unit, y - (height - 0.05) * unit),
                ],
                unit * 0.016,
            )
        for foot in (-0.62, 0.66):
            pen.line([(x + 0.02 * unit, y - 1.6 * unit), (x + foot * unit, y)], unit * 0.008)

    lay(image, "#0a1222", drawn(image.size, mast))
    lamp = (x + unit * 0.03, y - unit * 1.94)
    shine(image, "#ff3b2a", glow(image.size, *lamp, unit * 0.16, unit * 0.16, 2))
    lay(image, "#ffd0b8", drawn(image.size, lambda p: p.disc(*lamp, unit * 0.02)))


def smoke(size: Size, x: float, y: float, unit: float) -> Image.Image:
    """A thin thread of smoke above the roof ring."""
    path = [(0.0, 0), (0.05, -0.25), (-0.04, -0.5), (0.08, -0.8), (0.02, -1.2), (0.2, -1.7)]
    limb = [(x + a * unit, y + b * unit, unit * (0.03 - b * 0.06)) for a, b in path]
    fade = ramp(size, [(0, 0), ((y - unit * 1.7) / size[1], 0), (y / size[1], 230), (1, 230)])
    body = blur(drawn(size, lambda p: p.limb(limb), 2), unit * 0.035)
    return times(body, fade, contrast(noise.fbm(size, (unit * 0.3, unit * 0.5), 77), 0.1, 0.8))


def camp(image: Image.Image, x: float, y: float, unit: float, seed: int) -> None:
    """Steppe at night: yurt (`unit` pixels high), mast, horse, somebody who looks up."""
    size = image.size
    far, middle = ("#1f4659", "#193b50", "#2d5967"), ("#12293f", "#0f2236", "#1a3849")
    ground(image, y - unit * 0.40, unit * 0.14, far, seed)
    haze = glow(size, x, y - unit * 0.3, size[0] * 0.6, unit * 0.4, 1.3)
    shine(image, "#4f8a88", level(haze, 0.35))
    ground(image, y - unit * 0.16, unit * 0.12, middle, seed + 1)
    antenna(image, x + unit * 1.62, y - unit * 0.02, unit)
    shine(image, "#b8c3cc", level(smoke(size, x, y - unit * 0.94, unit), 0.42))
    earth = ground(image, y, unit * 0.02, ("#0f2135", "#0b1829", "#1a3248"), seed + 3)
    yurt(image, x, y + unit * 0.03, unit)
    light_on_ground(image, x, y + unit * 0.02, unit, earth)
    feet = (x + unit * 0.13, y + unit * 0.26)
    side = unit * 0.05
    fall = [(feet[0] - side, feet[1]), (feet[0] + side, feet[1])]
    fall += [(feet[0] + unit * 0.34, size[1]), (feet[0] + unit * 0.02, size[1])]
    dark = times(drawn(size, lambda p: p.polygon(fall)), glow(size, *feet, unit, unit * 0.9))
    lay(image, "#0a1222", level(blur(dark, 3), 0.75))
    base = drawn(size, lambda p: p.disc(x, y + unit * 0.05, unit * 1.02, unit * 0.035))
    lay(image, "#070e1b", level(blur(base, unit * 0.02), 0.6))

    def figures(pen: Pen) -> None:
        shapes.person(Stage(pen, *feet, unit * 0.43))
        shapes.grazing_horse(Stage(pen, x - unit * 1.85, y + unit * 0.12, unit * 0.36))

    lay(image, "#060b16", drawn(size, figures))
    meadow(image, y + unit * 0.08, ("#11263a", "#02050b"), seed + 5, unit * 0.42, rows=7)


def yurt_under_stars() -> Image.Image:
    """Still 1: the Milky Way above a yurt with a lit doorway."""
    sky = night(STILL, 11, (800, 430), 38, 360, 950)
    camp(sky, 1180, 990, 165, 21)
    return finish(sky, 12)
