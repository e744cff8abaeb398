"""First light: the capsule in the grass, the parachute behind it, three people on their way."""

import math

from PIL import Image, ImageChops

from drawing import noise
from drawing.baikonur import shapes
from drawing.baikonur.camp import STILL
from drawing.baikonur.land import finish, gradient_across, ground, meadow
from drawing.baikonur.shapes import Stage
from drawing.baikonur.sky import sky_with_clouds
from drawing.paint import (
    Pen,
    Point,
    Size,
    blur,
    contrast,
    curve,
    drawn,
    glow,
    lay,
    level,
    ramp,
    shine,
    times,
)

FIRST_LIGHT = [
    (0, "#8fb0bd"),
    (0.35, "#b9cbc8"),
    (0.62, "#e6d3c4"),
    (0.84, "#f4c4a6"),
    (1, "#fbdcab"),
]
HORIZON = 770
CAPSULE = (540, 944, 190)


def silk(image: Image.Image) -> None:
    """The parachute, spread over the ground and still half full of wind."""
    size = image.size
    edge = [(716, 902), (790, 874), (850, 866), (905, 838), (960, 846), (1015, 818), (1085, 826)]
    edge += [(1140, 802), (1215, 816), (1270, 842), (1345, 840), (1420, 866), (1500, 878)]
    edge += [
        (1470, 896),
        (1390, 894),
        (1310, 906),
        (1200, 902),
        (1080, 912),
        (960, 906),
        (840, 912),
    ]
    cloth = drawn(size, lambda p: p.polygon(curve(edge, closed=True)))
    shadow = ImageChops.offset(blur(cloth, 10), -26, 16)
    lay(image, "#7b6a5c", level(shadow, 0.55))
    stripes = Image.new("RGB", size, "#f6e6cd")

    def bands(pen: Pen) -> None:
        for step in range(0, 26, 2):
            turns = [(-0.42 + 0.034 * (step + side)) for side in (0, 1)]
            far = [(620 + 1100 * math.cos(a), 915 + 330 * math.sin(a)) for a in turns]
            near = [(620 + 60 * math.cos(a), 915 + 18 * math.sin(a)) for a in turns]
            pen.polygon([*near, *reversed(far)])

    lay(stripes, "#df6436", drawn(size, bands, 2))
    wrinkle = noise.fbm(size, (46, 120), 212, 3)
    shifted = ImageChops.offset(stripes, 14, -10)
    lay(stripes, shifted, contrast(wrinkle, 0.45, 0.55))
    folds = contrast(noise.fbm(size, (46, 110), 211, 3), 0.35, 0.7)
    lay(stripes, "#8d3b2c", level(folds, 0.42))
    lay(stripes, "#5b4a52", gradient_down(size, 850, 925, 170))
    lay(stripes, "#fff4dc", level(contrast(noise.fbm(size, (60, 120), 213, 4), 0.6, 0.9), 0.45))
    lay(image, stripes, cloth)
    top = ImageChops.subtract(cloth, ImageChops.offset(cloth, 0, 4))
    lay(image, "#fff2d8", level(blur(top, 1), 0.8))
    hook = (CAPSULE[0] + 66, CAPSULE[1] - 164)

    def lines(pen: Pen) -> None:
        for number in range(9):
            end = (722 + number * 34, 900 - 22 * math.sin(number * 0.5))
            sag = ((hook[0] + end[0]) / 2, (hook[1] + end[1]) / 2 + 46 - number * 3)
            pen.line(curve([hook, sag, end]), 1.5)

    lay(image, "#55464a", level(drawn(size, lines), 0.8))


def gradient_down(size: Size, top: float, low: float, most: int) -> Image.Image:
    """A mask that grows from nothing at `top` to `most` at `low`."""
    return ramp(size, [(0, 0), (top / size[1], 0), (low / size[1], most), (1, most)])


def scorched(image: Image.Image) -> None:
    """Burnt grass around the place where the braking rockets fired."""
    size = image.size
    x, y, unit = CAPSULE
    spot = glow(size, x, y + 4, unit * 1.9, unit * 0.34, 0.9)
    ragged = contrast(noise.fbm(size, (120, 26), 221), 0.15, 0.7)
    lay(image, "#33292a", level(times(spot, ragged), 1.2))
    long = [(x - unit * 0.45, y + 6), (x + unit * 0.4, y + 6), (x - unit * 1.3, y + 74)]
    shade = drawn(size, lambda p: p.polygon([*long, (x - unit * 3.4, y + 70)]))
    lay(image, "#4d4650", level(blur(shade, 9), 0.62))


def landed_capsule(image: Image.Image) -> None:
    """The capsule, tipped over a little, scorched brown and black, its hatch still closed."""
    size = image.size
    x, y, unit = CAPSULE
    lean = math.radians(13)

    def turn(points: list[Point]) -> list[Point]:
        return [
            (
                x + unit * (a * math.cos(lean) - b * math.sin(lean)),
                y + unit * (a * math.sin(lean) + b * math.cos(lean)),
            )
            for a, b in points
        ]

    bell = [(-0.20, -0.93), (-0.29, -0.82), (-0.42, -0.50), (-0.50, -0.20), (-0.49, -0.06)]
    bell += [(-0.36, 0.02), (0.0, 0.05)]
    outline = [*bell, *[(-a, b) for a, b in reversed(bell[:-1])]]
    body = drawn(size, lambda p: p.polygon(curve(turn(outline), closed=True)))
    metal = Image.new("RGB", size, "#6a5d60")
    lay(metal, "#e9b98c", gradient_across(size, [(x + unit * 0.02, 0), (x + unit * 0.62, 235)]))
    lay(
        metal,
        "#241d21",
        gradient_across(size, [(x - unit * 0.55, 220), (x + unit * 0.05, 0), (size[0], 0)]),
    )
    lay(metal, "#1c1518", gradient_down(size, y - unit * 0.6, y + 10, 215))
    lay(metal, "#1d1716", level(contrast(noise.fbm(size, (44, 260), 225, 3), 0.45, 0.9), 0.6))
    lay(image, metal, body)

    def seams(pen: Pen) -> None:
        pen.line(curve(turn([(-0.30, -0.80), (0, -0.76), (0.30, -0.80)])), 4)
        pen.line(curve(turn([(-0.49, -0.16), (0, -0.08), (0.49, -0.16)])), 4)
        for side in (-0.2, 0.24):
            pen.line(curve(turn([(side * 0.7, -0.77), (side * 1.05, -0.1)])), 2)

    lay(image, "#120d0d", level(times(drawn(size, seams), body), 0.8))
    window = turn([(0.10, -0.47)])[0]
    lay(image, "#141012", drawn(size, lambda p: p.disc(*window, unit * 0.098)))
    lay(image, "#6d5a55", drawn(size, lambda p: p.disc(*window, unit * 0.078)))
    lay(image, "#f8dcb0", drawn(size, lambda p: p.disc(window[0] + 4, window[1] - 4, unit * 0.06)))
    lay(image, "#4d4448", drawn(size, lambda p: p.disc(window[0] - 2, window[1] + 3, unit * 0.055)))
    hatch = turn([(0, -0.93)])[0]
    lay(image, "#2a2124", drawn(size, lambda p: p.disc(*hatch, unit * 0.2, unit * 0.05)))
    right = ImageChops.subtract(body, ImageChops.offset(body, -5, 0))
    shine(image, "#ffdcae", level(times(blur(right, 2), body), 0.7))


def vapour(image: Image.Image) -> None:
    """A little steam where the hot shield lies in the dew."""
    size = image.size
    x, y, _ = CAPSULE
    path = [(x - 90, y, 20), (x - 150, y - 70, 34), (x - 150, y - 170, 50), (x - 220, y - 320, 80)]
    body = blur(drawn(size, lambda p: p.limb(path), 1), 26)
    fade = ramp(size, [(0, 0), ((y - 330) / size[1], 0), (y / size[1], 255), (1, 255)])
    shine(
        image,
        "#f2dccb",
        level(times(body, fade, contrast(noise.fbm(size, (90, 130), 231), 0.2, 0.8)), 0.55),
    )


def walkers(image: Image.Image) -> None:
    """Three people and a horse, small and far away, each with a long shadow."""
    size = image.size
    placed = [(1395, 1000, 74), (1475, 1006, 70), (1590, 1000, 64)]

    def shadows(pen: Pen) -> None:
        for x, y, high in placed:
            pen.limb([(x, y, high * 0.09), (x - high * 2.2, y + high * 0.34, high * 0.04)])
        pen.limb([(1690, 1004, 20), (1530, 1026, 8)])

    def figures(pen: Pen) -> None:
        for x, y, high in placed:
            shapes.walker(Stage(pen, x, y, high, True))
        shapes.standing_horse(Stage(pen, 1690, 1004, 50, True))
        pen.line([(1596, 1000 - 34), (1650, 1000 - 52)], 1.6)

    lay(image, "#6a5a58", level(blur(drawn(size, shadows), 3), 0.6))
    lay(image, "#29252e", drawn(size, figures))


def capsule_at_first_light() -> Image.Image:
    """Still 6: nobody in the village has ever found one of these."""
    size = STILL
    image = sky_with_clouds(size, FIRST_LIGHT, HORIZON, ("#f0d4c2", "#fff2de"), 201)
    lay(
        image,
        "#eef2ec",
        blur(drawn(size, lambda p: (p.disc(330, 208, 46), p.disc(312, 198, 44, fill=0))), 1.2),
    )
    shine(image, "#ffe0ae", level(glow(size, 1560, HORIZON - 10, 900, 420, 1.8), 0.75))
    lay(image, "#fff8e0", blur(drawn(size, lambda p: p.disc(1560, HORIZON - 12, 44)), 1.5))
    ground(image, HORIZON - 8, 12, ("#b7a79c", "#ab9b94", "#cbb7a4"), 203)
    ground(image, HORIZON + 26, 14, ("#b39a7e", "#a48d78", "#cfb28a"), 205)
    field = ground(image, HORIZON + 72, 10, ("#bb9c6c", "#a98c66", "#d6ba84"), 207)
    strokes = contrast(noise.fbm(size, (260, 10), 209), 0.3, 0.8)
    shine(
        image, "#ffe2a6", level(times(glow(size, 1500, 860, 1100, 190, 1.4), field, strokes), 0.5)
    )
    lay(image, "#6f6460", level(gradient_down(size, 960, 1200, 150), 0.9))
    scorched(image)
    silk(image)
    vapour(image)
    landed_capsule(image)
    walkers(image)
    meadow(image, 985, ("#b89a66", "#5c4838"), 215, 96, -0.35, rows=8)
    return finish(image, 217, 0.24, 3)
