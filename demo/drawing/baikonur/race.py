"""The race: riders at night, on their way to what has come down."""

import math
from random import Random

from PIL import Image, ImageChops

from drawing import noise
from drawing.baikonur import shapes
from drawing.baikonur.camp import STILL
from drawing.baikonur.land import finish, ground, meadow
from drawing.baikonur.shapes import Stage
from drawing.baikonur.sky import falling, sky_with_clouds, stars
from drawing.paint import (
    Pen,
    blur,
    contrast,
    drawn,
    glow,
    gradient,
    lay,
    level,
    mix,
    ramp,
    rough,
    shine,
    times,
)

STEPS = [(0, "#060f22"), (0.4, "#0e2842"), (0.75, "#1f4f61"), (1, "#6d8a7a")]
# Riders from far to near: x, y of the feet, size, distance (1 is near), and whether gathered.
FIELD = [(1045, 925, 36, 0.1, True), (880, 944, 54, 0.3, False), (1130, 962, 72, 0.4, True)]
FIELD += [(600, 1000, 106, 0.7, False), (265, 1072, 156, 1.0, True)]


def smoke_column(image: Image.Image, x: float, y: float) -> None:
    """Smoke that leans with the wind, lit from below."""
    size = image.size
    path = [(x, y + 10, 14), (x + 14, y - 90, 30), (x - 4, y - 200, 50), (x + 60, y - 340, 80)]
    path += [(x + 150, y - 520, 120), (x + 330, y - 740, 180)]
    body = rough(drawn(size, lambda p: p.limb(path), 1), 59, 70, 22, 0.9)
    fade = ramp(size, [(0, 0), (0.12, 20), (0.5, 170), (0.72, 255), (1, 255)])
    body = times(blur(body, 12), fade, contrast(noise.fbm(size, (150, 120), 61), -0.15, 0.6))
    stops = [(0, "#1a2c45"), (0.45, "#3d4a5c"), (0.62, "#8a5f50"), (0.74, "#f0843c")]
    lay(image, gradient(size, [*stops, (1, "#ff9a4a")], 60), level(body, 1.0))


def dust(image: Image.Image, x: float, y: float, unit: float, seed: int, light: float) -> None:
    """What a galloping horse leaves in the air behind it."""
    size = image.size
    wake = Image.new("L", size)
    for step in range(9):
        far = step / 8
        middle = (x - unit * (0.2 + 3.4 * far), y - unit * (0.06 + 0.30 * far))
        puff = glow(size, *middle, unit * (0.5 + 1.3 * far), unit * (0.22 + 0.55 * far), 1.3)
        wake = ImageChops.lighter(wake, level(puff, 1 - 0.75 * far))
    wake = times(wake, contrast(noise.fbm(size, (unit * 0.9, unit * 0.45), seed), -0.05, 0.75))
    wake = times(
        wake,
        ramp(
            size,
            [(0, 255), ((y + unit * 0.1) / size[1], 255), ((y + unit * 0.3) / size[1], 0), (1, 0)],
        ),
    )
    lay(image, mix("#5d6a6c", "#a67a58", light), level(wake, 0.85))
    shine(image, "#e0874a", level(wake, 0.28 * light))


def embers(image: Image.Image, x: float, y: float) -> None:
    """Sparks over the place of impact."""
    random = Random(99)

    def dots(pen: Pen) -> None:
        for _ in range(130):
            high = random.expovariate(0.012)
            side = random.gauss(0, 12) + high * 0.2 + 14 * math.sin(high / 40)
            pen.disc(x + side, y - high, random.uniform(0.6, 1.9))

    mask = drawn(image.size, dots)
    shine(image, "#ff7b29", level(blur(mask, 5), 2.0))
    lay(image, "#ffd58c", mask)


def race_to_the_fire() -> Image.Image:
    """Still 3: whoever arrives first."""
    size, fire = STILL, (1420, 905)
    sky = sky_with_clouds(size, STEPS, 905, ("#0c2138", "#2f5f6c"), 51)
    fade = ramp(size, [(0, 120), (0.45, 70), (0.68, 10), (0.72, 0), (1, 0)])
    sky = ImageChops.screen(sky, stars(size, fade, 9000, 52, 0.95))
    shine(sky, "#ff8a3a", level(glow(size, *fire, 720, 330, 1.9), 0.65))
    smoke_column(sky, *fire)
    falling(sky, (330, 10), (770, 330), 3.4)
    falling(sky, (870, 60), (1090, 222), 2.2)
    falling(sky, (60, 190), (205, 298), 1.5)
    ground(sky, 895, 22, ("#1a4350", "#163848", "#27545c"), 54)
    shine(sky, "#ffd9a0", level(glow(size, fire[0], fire[1] - 14, 190, 60, 1.6), 1.0))
    lay(sky, "#fff0c4", blur(drawn(size, lambda p: p.disc(fire[0], fire[1] - 2, 26, 9)), 3))
    embers(sky, fire[0] - 22, fire[1] - 8)
    ground(sky, 925, 12, ("#143542", "#0f2a38", "#214650"), 56)
    near = ground(sky, 985, 16, ("#10242f", "#0b1a26", "#1b3a42"), 58)
    strokes = contrast(noise.fbm(size, (160, 9), 62), 0.2, 0.8)
    shine(sky, "#ff8a3a", level(times(glow(size, fire[0], 960, 900, 130, 1.5), strokes), 0.55))
    shine(sky, "#c9703a", level(times(glow(size, 900, 1060, 1000, 130, 1.4), near, strokes), 0.35))
    for x, y, unit, part, gathered in FIELD:
        dust(sky, x, y, unit, round(x), 1.0 - 0.75 * part)

        def runner(pen: Pen, x=x, y=y, unit=unit, gathered=gathered) -> None:
            shapes.galloping_rider(Stage(pen, x, y, unit), gathered)

        rider = drawn(size, runner)
        lay(sky, gradient(size, [(0, "#0a1620"), (1, "#04090f")], 70), rider)
        edge = ImageChops.subtract(rider, ImageChops.offset(rider, -max(2, round(unit / 40)), 1))
        shine(sky, "#ff9a4a", level(times(blur(edge, 1.2), rider), 0.16))
    meadow(sky, 1050, ("#0e2029", "#020509"), 65, 92, 0.5)
    return finish(sky, 66, 0.5)
