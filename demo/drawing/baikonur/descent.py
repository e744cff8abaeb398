"""The descent: a capsule under its parachute in the first light."""

import math
from itertools import pairwise

from PIL import Image

from drawing import noise
from drawing.baikonur import shapes
from drawing.baikonur.camp import STILL
from drawing.baikonur.land import brushed, finish, gradient_across, ground, meadow, steppe
from drawing.baikonur.shapes import Stage
from drawing.baikonur.sky import sky_with_clouds
from drawing.paint import (
    Pen,
    Point,
    Size,
    contrast,
    curve,
    drawn,
    glow,
    lay,
    level,
    mix,
    ramp,
    rim,
    shine,
    times,
)

DAWN = [
    (0, "#4f7896"),
    (0.35, "#8aa7b0"),
    (0.62, "#d8c5ac"),
    (0.82, "#f6cf94"),
    (1, "#fbb877"),
]


def canopy(image: Image.Image, x: float, y: float, radius: float, tilt: float) -> list[Point]:
    """A striped parachute; returns the points where its lines begin."""
    size, gores, depth, high = image.size, 18, 0.15, 0.78
    lean = math.radians(tilt)

    def at(longitude: float, latitude: float, side: int = 1) -> Point:
        a = math.sin(longitude) * math.cos(latitude) * radius
        b = -math.sin(latitude) * radius * high
        b -= side * math.cos(longitude) * math.cos(latitude) * radius * depth
        return (
            x + a * math.cos(lean) - b * math.sin(lean),
            y + a * math.sin(lean) + b * math.cos(lean),
        )

    edge = [math.pi * (i / gores - 0.5) for i in range(gores + 1)]
    inside = [at(i, 0.14) for i in edge] + [at(i, 0, -1) for i in reversed(edge)]
    lay(image, "#7c3324", drawn(size, lambda p: p.polygon(inside)))
    paper = contrast(noise.fbm(size, (26, 120), 111, 4), 0.35, 0.85)
    for number, (west, east) in enumerate(pairwise(edge)):
        up = [i / 12 * math.pi / 2 for i in range(13)]
        gore = [at(west, i) for i in up] + [at(east, i) for i in reversed(up)]
        gore += [
            at(east + (west - east) * i / 8, 0.045 * math.sin(i / 8 * math.pi)) for i in range(9)
        ]
        mask = drawn(size, lambda p, gore=gore: p.polygon(gore), 2)
        light = 0.5 + 0.5 * math.sin((west + east) / 2 + 0.25)
        base = ("#e2592c", "#fbe6c4")[number % 2]
        dark = ("#8a3030", "#b08a83")[number % 2]
        lay(image, mix(dark, base, 0.15 + 0.85 * light), mask)
        lay(image, mix(base, "#fff3d6", 0.35), level(times(mask, paper), 0.3))
    seam = [curve([at(i, j / 6 * math.pi / 2) for j in range(7)]) for i in edge]
    lay(image, "#7a3428", level(drawn(size, lambda p: [p.line(s, 1.6) for s in seam]), 0.5))
    vent = at(0, math.pi / 2)
    lay(image, "#7c3324", drawn(size, lambda p: p.disc(*vent, radius * 0.035, radius * 0.012)))
    return [at(i, 0) for i in edge] + [at(i, 0, -1) for i in edge[2:-1:2]]


def capsule(image: Image.Image, x: float, y: float, unit: float, tilt: float) -> None:
    """A landing capsule, scorched below."""
    size, lean = image.size, math.radians(tilt)

    def turn(points: list[Point]) -> list[Point]:
        return [
            (
                x + unit * (a * math.cos(lean) - b * math.sin(lean)),
                y + unit * (a * math.sin(lean) + b * math.cos(lean)),
            )
            for a, b in points
        ]

    bell = [(-0.22, 0), (-0.34, 0.14), (-0.5, 0.5), (-0.56, 0.86), (-0.42, 0.98), (0, 1.04)]
    bell = [*bell, *[(-a, b) for a, b in reversed(bell[:-1])]]
    body = drawn(size, lambda p: p.polygon(curve(turn(bell), closed=True)))
    metal = gradient_metal(size, x, unit)
    lay(
        metal,
        "#2b2328",
        ramp(
            size, [(0, 0), ((y + unit * 0.35) / size[1], 0), ((y + unit) / size[1], 215), (1, 215)]
        ),
    )
    lay(metal, "#1f1a20", level(contrast(noise.fbm(size, (12, 50), 121), 0.55, 0.8), 0.5))
    lay(image, metal, body)

    def details(pen: Pen) -> None:
        pen.line(turn([(-0.36, 0.2), (0, 0.25), (0.36, 0.2)]), unit * 0.03)
        pen.line(turn([(-0.54, 0.76), (0, 0.83), (0.54, 0.76)]), unit * 0.03)
        pen.disc(*turn([(0.16, 0.48)])[0], unit * 0.11)

    lay(image, "#2a1f24", level(drawn(size, details), 0.85))
    pane = turn([(0.16, 0.48)])[0]
    lay(image, "#ffe3a1", drawn(size, lambda p: p.disc(*pane, unit * 0.075)))
    shine(image, "#ffd9a0", rim(body, -3, 1))


def gradient_metal(size: Size, x: float, unit: float) -> Image.Image:
    """Dull metal that catches the light from the right."""
    metal = Image.new("RGB", size, "#5d4f52")
    lay(metal, "#e0b48c", gradient_across(size, [(x - unit * 0.2, 0), (x + unit * 0.5, 220)]))
    return metal


def dawn_sky(size: Size = STILL) -> Image.Image:
    """Morning sky with the sun on the horizon."""
    sky = sky_with_clouds(size, DAWN, 940, ("#f3dcc0", "#fff0d2"), 101)
    shine(sky, "#ffd79a", level(glow(size, 1330, 880, 1000, 520), 0.75))
    lay(sky, "#fff3d2", drawn(size, lambda p: p.disc(1330, 872, 62)))
    shine(sky, "#fff0c8", glow(size, 1330, 872, 230, 230, 1.6))
    return sky


def dawn_hills(sky: Image.Image) -> None:
    """Swell behind swell, with mist in between."""
    size = sky.size
    for number, tint in enumerate(["#c9a78f", "#a48a85", "#7c6e75", "#54515f"]):
        horizon = 900 + number * 48
        hills = steppe(size, horizon, 30 - number * 3, 102 + number)
        tints = (tint, mix(tint, "#3c3a4a", 0.12), mix(tint, "#ffe0b0", 0.22))
        lay(sky, brushed(size, tints, 110 + number), hills)
        mist = times(hills, glow(size, 1250 - number * 260, horizon + 44, 1100, 60, 1.1))
        wisps = contrast(noise.fbm(size, (420, 40), 120 + number), 0.1, 0.8)
        lay(sky, "#ffdcae", level(times(mist, wisps), 0.62))


def parachute(sky: Image.Image, x: float, y: float, unit: float) -> None:
    """The whole falling thing: canopy, lines and capsule; `unit` is the canopy's radius."""
    hem = canopy(sky, x, y, unit, -7)
    hook = (x + unit * 0.164, y + unit * 1.21)
    lines = drawn(sky.size, lambda p: [p.line([end, hook], max(0.8, unit * 0.004)) for end in hem])
    lay(sky, "#5b4347", level(lines, 0.75))
    capsule(sky, hook[0] + unit * 0.006, hook[1] - unit * 0.006, unit * 0.27, -5)


def dawn_land(sky: Image.Image) -> None:
    """The near ground with a rider who waits."""
    ground(sky, 1090, 22, ("#2b2f3f", "#232634", "#453f48"), 131)

    def who(pen: Pen) -> None:
        shapes.standing_rider(Stage(pen, 1385, 1108, 88, True))

    lay(sky, "#1a1b28", drawn(sky.size, who))
    meadow(sky, 1092, ("#2c2f40", "#11121c"), 133, 78, 0.45)


def descent_at_dawn() -> Image.Image:
    """Still 4: somebody comes down from the sky and somebody watches."""
    sky = dawn_sky()
    dawn_hills(sky)
    parachute(sky, 690, 385, 320)
    dawn_land(sky)
    return finish(sky, 134, 0.32)
