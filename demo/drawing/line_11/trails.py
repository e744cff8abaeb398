"""Long exposure: the tram has passed, its light is still there, and so is one who stayed."""

from random import Random

import numpy as np
from PIL import Image

from drawing.line_11.light import Night, Sheet, View, ground, soften, texture, wet
from drawing.line_11.tram import Place
from drawing.line_11.windows import skyline
from drawing.paint import Point, Size, curve

STILL: Size = (1800, 1200)
VIEW = View(760, 520, 1350, 1.7)
HORIZON = 556
PATH: list[Point] = [
    (46, 150),
    (34, 96),
    (22, 62),
    (11, 40),
    (2.2, 25),
    (-3.2, 15.5),
    (-4.6, 10),
    (-4.0, 6.2),
    (-2.9, 3.6),
    (-2.2, 2.2),
]
SIGNS = (
    (260, 470, 70, "#19c8c0"),
    (470, 500, 40, "#ff2f86"),
    (1250, 420, 90, "#ff2f86"),
    (1600, 470, 60, "#19c8c0"),
    (880, 505, 50, "#ffae3b"),
)
# height above the rail, thickness in metres, colour, strength
RIBBONS = (
    (0.84, 0.10, "#fff0d0", 4.0),
    (0.52, 0.05, "#ff3b3b", 1.6),
    (1.08, 0.07, "#ff2f86", 2.4),
    (3.12, 0.12, "#ffae3b", 2.2),
    (3.36, 0.04, "#19c8c0", 1.4),
)


def _ribbon(sheet: Sheet, view: View, shift: float, height: float, thick: float, tone: str) -> None:
    path = [(x + shift, z) for x, z in curve(PATH, steps=40)]
    upper = [view.at(x, height + thick / 2, z) for x, z in path]
    lower = [view.at(x, height - thick / 2, z) for x, z in path]
    sheet.poly([*upper, *lower[::-1]], tone)


def _light(night: Night, view: View) -> None:
    """Everything that drew a line while the shutter was open."""
    random = Random(51)
    band = Sheet(STILL)
    _ribbon(band, view, 0, 2.0, 1.3, "#ffb868")
    night.light += soften(band.arrays()[0], 2, 2) * 0.32
    for gain in (0.25, 0.5, 0.9):
        sheet = Sheet(STILL)
        for _ in range(10):
            tone = random.choice(("#ffd9a0", "#ffb868", "#ffe9c8", "#ff9a4a"))
            height, shift = random.uniform(1.36, 2.66), random.uniform(-0.5, 0.5)
            _ribbon(sheet, view, shift, height, random.uniform(0.008, 0.05), tone)
        night.light += sheet.arrays()[0] * gain
    for height, thick, tone, gain in RIBBONS:
        sheet = Sheet(STILL)
        _ribbon(sheet, view, 0, height, thick, tone)
        night.light += soften(sheet.arrays()[0], 1, 1) * gain
    cars = Sheet(STILL)
    for lane, height, tone in (
        (9.4, 0.6, "#ff3030"),
        (10.0, 0.64, "#ff3030"),
        (12.6, 0.62, "#ffe9c8"),
        (13.3, 0.66, "#ffe9c8"),
    ):
        path = [view.at(lane + 0.0016 * (z - 8) ** 2, height, z) for z in range(8, 110, 2)]
        for first, second, z in zip(path, path[1:], range(8, 110, 2), strict=False):
            cars.line([first, second], max(0.7, 70 / z), tone)
    night.light += soften(cars.arrays()[0], 1, 1) * 1.3


def _shelter(body: Sheet, lamps: Sheet, view: View) -> None:
    """A stop of glass and steel with somebody on its bench."""
    x1, x2, z = 1.15, 4.3, 7.4

    def at(x: float, y: float, depth: float = z) -> Point:
        return view.at(x, y, depth)

    u = view.size(1, z)
    lamps.poly(
        [at(x1, 0.25, 8.6), at(x1, 2.3, 8.6), at(x2, 2.3, 8.6), at(x2, 0.25, 8.6)], "#0d4a50"
    )
    lamps.poly(
        [at(x1 + 0.1, 2.36), at(x1 + 0.1, 2.42), at(x2 - 0.1, 2.42), at(x2 - 0.1, 2.36)], "#bff5ee"
    )
    lamps.poly(
        [
            at(x2 - 0.95, 0.5, 8.5),
            at(x2 - 0.95, 2.0, 8.5),
            at(x2 - 0.1, 2.0, 8.5),
            at(x2 - 0.1, 0.5, 8.5),
        ],
        "#d02a74",
    )
    for y, size in ((1.72, 0.5), (1.5, 0.34), (0.92, 0.6), (0.78, 0.42)):
        left = at(x2 - 0.85, y, 8.45)
        lamps.line([left, at(x2 - 0.85 + size, y, 8.45)], 0.06 * u, "#ffd0e2")
    lamps.disc(*at(x2 - 0.55, 1.22, 8.45), 0.17 * u, "#ffb347")
    dark = "#05080e"
    body.poly(
        [at(x1 - 0.25, 2.44), at(x1 - 0.2, 2.6), at(x2 + 0.25, 2.6), at(x2 + 0.25, 2.44)], dark
    )
    body.poly(
        [at(x1 - 0.2, 2.6), at(x1 - 0.1, 2.62, 8.8), at(x2 + 0.2, 2.62, 8.8), at(x2 + 0.25, 2.6)],
        "#0c1420",
    )
    for x in (x1, (x1 + x2) / 2, x2):
        body.line([at(x, 0), at(x, 2.5)], 0.06 * u, dark)
        body.line([at(x, 0.05, 8.6), at(x, 2.4, 8.6)], 0.03 * u, dark)
    body.poly([at(x1 + 0.2, 0.44), at(x1 + 0.2, 0.5), at(x2 - 1.1, 0.5), at(x2 - 1.1, 0.44)], dark)
    for x in (x1 + 0.4, x2 - 1.3):
        body.line([at(x, 0), at(x, 0.46)], 0.05 * u, dark)
    sitting(body, at, u, 2.15)


def sitting(body: Sheet, at: Place, u: float, x: float, dark: str = "#05080e") -> None:
    """A man on a bench, elbows on his knees, looking after the tram."""

    def limb(*points: tuple[float, float, float]) -> None:
        body.limb([(*at(x + a, b), r * u) for a, b, r in points], dark)

    coat = [
        (0.2, 0.5),
        (0.24, 0.75),
        (0.16, 1.05),
        (0.0, 1.16),
        (-0.12, 1.08),
        (-0.14, 0.85),
        (-0.06, 0.62),
        (-0.02, 0.48),
    ]
    body.poly([at(x + a, b) for a, b in curve(coat, closed=True)], dark)
    limb((0.1, 0.55, 0.1), (-0.36, 0.56, 0.085))
    limb((-0.38, 0.55, 0.075), (-0.4, 0.3, 0.06), (-0.36, 0.06, 0.05))
    body.poly([at(x - 0.42, 0), at(x - 0.42, 0.09), at(x - 0.32, 0.1), at(x - 0.3, 0)], dark)
    body.poly([at(x - 0.55, 0), at(x - 0.42, 0.09), at(x - 0.34, 0.02), at(x - 0.34, 0)], dark)
    limb((-0.04, 1.04, 0.07), (-0.16, 0.78, 0.058), (-0.42, 0.7, 0.05))
    limb((-0.06, 1.1, 0.08), (-0.12, 1.22, 0.075))
    face = [
        (-0.03, 1.2),
        (-0.14, 1.17),
        (-0.22, 1.18),
        (-0.235, 1.25),
        (-0.265, 1.275),
        (-0.24, 1.32),
        (-0.23, 1.38),
        (-0.13, 1.46),
        (0.0, 1.42),
        (0.03, 1.3),
    ]
    body.poly([at(x + a, b) for a, b in curve(face, closed=True)], dark)
    cap = [
        (-0.36, 1.35),
        (-0.22, 1.39),
        (-0.02, 1.36),
        (0.04, 1.37),
        (0.01, 1.46),
        (-0.1, 1.5),
        (-0.21, 1.45),
        (-0.26, 1.39),
    ]
    body.poly([at(x + a, b) for a, b in cap], dark)


def _scene(view: View, ribbons: Night) -> Night:
    night, height = Night(STILL), STILL[1]
    stops = [
        (0, "#0b0c24"),
        (300, "#231a48"),
        (520, "#8a3f70"),
        (740, "#231a48"),
        (1200, "#0b0c24"),
    ]
    night.sky(stops, 0.8)
    far, lit = Sheet(STILL), Sheet(STILL)
    skyline(far, lit, STILL, HORIZON, 14, 30)
    signs = Sheet(STILL)
    for x, y, wide, tone in SIGNS:
        signs.box(x, y, x + wide, y + 9, tone, 3)
    for sheet, gain in ((far, 1.0), (lit, 1.6), (signs, 4.0)):
        if view.side < 0:
            flipped = sheet.image.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
            sheet.image = Image.new("RGBA", flipped.size)
            sheet.image.paste(flipped, (0, (2 * HORIZON - height) * flipped.height // height))
        night.lay(sheet, gain)
    night.light = soften(night.light, 1.5, 1.5) + ribbons.light
    body, lamps = Sheet(STILL), Sheet(STILL)
    _shelter(body, lamps, view)
    night.lay(lamps, 0.9)
    night.lay(body)
    return night


def draw_trails() -> Image.Image:
    ribbons, turned = Night(STILL), Night(STILL)
    _light(ribbons, VIEW)
    _light(turned, VIEW.mirror())
    night, mirrored = _scene(VIEW, ribbons), _scene(VIEW.mirror(), turned)
    pools = np.clip((ground(VIEW, STILL, texture(1024, 170, 61), 60, 0.8) - 0.38) * 6, 0, 1)
    rough = ground(VIEW, STILL, texture(1024, 7, 62), 70)
    ripple = ground(VIEW, STILL, texture(1024, 14, 63, 2), 60, 0.5)
    shown = wet(mirrored.light, pools, rough, ripple, 46) * 0.72
    shown += np.array([0.006, 0.007, 0.014], np.float32) * (0.4 + rough[..., None])
    floor = np.clip((np.arange(STILL[1]) - HORIZON) / 8, 0, 1).astype(np.float32)[:, None, None]
    night.light = night.light * (1 - floor) + (shown + ribbons.light) * floor
    body, lamps = Sheet(STILL), Sheet(STILL)
    _shelter(body, lamps, VIEW)
    night.lay(lamps, 0.9, 0.88)
    night.lay(body)
    shine = night.bloom(0.85)
    night.rain(shine, 71, 1100, 110)
    return night.finish(1.1)
