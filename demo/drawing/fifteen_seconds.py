"""Every Fifteen Seconds / Kennung: three inks on a risograph, petrol, yellow and coral."""

import math
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops

from drawing import lettering, noise, prints
from drawing.paint import (
    Pen,
    Point,
    Size,
    contrast,
    curve,
    drawn,
    glow,
    level,
    ramp,
    rough,
    times,
)

STILL: Size = (1800, 1200)
POSTER: Size = (1000, 1500)
STOCK, PETROL, YELLOW, CORAL = "#f3ead8", "#0f4560", "#ffc52e", "#f0604a"


class Plates:
    """Three densities, one for each ink."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.petrol = Image.new("L", size)
        self.yellow = Image.new("L", size)
        self.coral = Image.new("L", size)

    def cut(self, mask: Image.Image, petrol: int = 0, yellow: int = 0, coral: int = 0) -> None:
        """Set the density of all three plates inside a mask (0 to 255)."""
        for plate, value in ((self.petrol, petrol), (self.yellow, yellow), (self.coral, coral)):
            plate.paste(value, (0, 0), mask)

    def pull(self, seed: int, dots: int = 68) -> Image.Image:
        """Print the sheet: yellow, coral, petrol."""
        sheet = prints.paper(self.size, STOCK, seed)
        coral = prints.halftone(self.coral, dots, (5, 2), 0.2)
        petrol = prints.halftone(self.petrol, dots, (4, 4), 0.17)
        sheet = prints.ink(sheet, YELLOW, self.yellow, (3, -2), seed + 1)
        sheet = prints.ink(sheet, CORAL, coral, (-2, 2), seed + 2)
        return prints.ink(sheet, PETROL, petrol, (0, 0), seed + 3)


def tower(plates: Plates, x: float, base: float, tall: float) -> Point:
    """A lighthouse with its gallery; returns the middle of the lamp."""
    size, unit = plates.size, tall / 10

    def at(a: float, b: float) -> Point:
        return (x + a * unit, base - b * unit)

    def shape(*points: Point) -> Image.Image:
        return drawn(size, lambda p: p.polygon([at(a, b) for a, b in points]))

    body = shape((-1.15, 0), (-0.72, 7.4), (0.72, 7.4), (1.15, 0))
    plates.cut(body, petrol=22)
    for low in (0.0, 2.96, 5.92):
        high = low + 1.48
        left, right = -1.15 + 0.43 * low / 7.4, -1.15 + 0.43 * high / 7.4
        plates.cut(shape((left, low), (right, high), (-right, high), (-left, low)), coral=255)
    dark = shape((0.2, 0), (0.16, 7.4), (0.72, 7.4), (1.15, 0))
    plates.petrol.paste(105, (0, 0), dark)
    darker = shape((0.72, 0), (0.46, 7.4), (0.72, 7.4), (1.15, 0))
    plates.petrol.paste(200, (0, 0), darker)
    plates.cut(shape((-1.05, 7.4), (-1.05, 7.75), (1.05, 7.75), (1.05, 7.4)), petrol=255)
    plates.cut(shape((-0.55, 7.75), (-0.55, 9.0), (0.55, 9.0), (0.55, 7.75)), yellow=255)
    cap = [
        at(-0.75, 9.0),
        at(-0.6, 9.35),
        at(-0.2, 9.7),
        at(0, 9.78),
        at(0.2, 9.7),
        at(0.6, 9.35),
        at(0.75, 9.0),
    ]
    plates.cut(drawn(size, lambda p: p.polygon(curve(cap))), petrol=255, coral=200)

    def iron(pen: Pen) -> None:
        pen.line([at(0, 9.7), at(0, 10.3)], unit * 0.07)
        pen.disc(*at(0, 9.85), unit * 0.14)
        for side in (-0.55, -0.2, 0.2, 0.55):
            pen.line([at(side, 7.7), at(side, 9.0)], unit * 0.07)
        for height in (7.95, 8.2):
            pen.line([at(-1.05, height), at(1.05, height)], unit * 0.05)
        for post in range(-3, 4):
            pen.line([at(post * 0.35, 7.7), at(post * 0.35, 8.2)], unit * 0.05)
        for height in (1.9, 4.6, 6.6):
            pen.polygon(
                [
                    at(-0.16, height),
                    at(-0.16, height + 0.5),
                    at(0.16, height + 0.5),
                    at(0.16, height),
                ]
            )
        pen.polygon([at(-0.3, 0), at(-0.3, 0.9), at(0.3, 0.9), at(0.3, 0)])

    plates.cut(drawn(size, iron), petrol=255)
    return at(0, 8.4)


def swell(size: Size, horizon: float, seed: int, rows: int = 26) -> Image.Image:
    """Rows of short wave strokes that grow towards the lower edge."""
    random = Random(seed)

    def strokes(pen: Pen) -> None:
        for row in range(rows):
            depth = ((row + 1) / rows) ** 1.7
            y = horizon + depth * (size[1] - horizon) * 1.04
            wide = 16 + 150 * depth
            x = random.uniform(-wide, 0)
            while x < size[0]:
                high = (1.2 + 12 * depth) * random.uniform(0.6, 1.2)
                thick = (0.6 + 4.2 * depth) * random.uniform(0.6, 1.1)
                bow = [
                    (x, y, 0.2),
                    (x + wide * 0.3, y - high, thick),
                    (x + wide * 0.6, y - high * 0.5, thick * 0.8),
                    (x + wide, y, 0.2),
                ]
                pen.limb(bow)
                x += wide * random.uniform(0.95, 1.9)

    return drawn(size, strokes, 2)


def rock(size: Size, points: list[Point], seed: int) -> Image.Image:
    """A boulder coast with a broken outline."""
    return rough(drawn(size, lambda p: p.polygon(points), 2), seed, 26, 5, 0.55)


def beam(size: Size, lamp: Point, angle: float, spread: float, reach: float) -> Image.Image:
    """A cone of light, fading with distance."""
    ends = [
        (lamp[0] + reach * math.cos(angle + s), lamp[1] + reach * math.sin(angle + s))
        for s in (-spread, spread)
    ]
    cone = drawn(size, lambda p: p.polygon([lamp, *ends]), 2)
    return times(cone, glow(size, *lamp, reach, reach, 0.75))


def night_watch() -> Image.Image:
    """Still 1: a light on its rock, in fog."""
    size = STILL
    plates = Plates(size)
    horizon, lamp = 800, (1212, 296)
    sky = ramp(size, [(0, 245), (0.3, 215), (0.55, 150), (horizon / size[1], 78), (1, 78)])
    fog = contrast(noise.fbm(size, (900, 120), 201, 5), 0.35, 0.85)
    plates.petrol.paste(ImageChops.subtract(sky, level(fog, 0.32)))
    plates.coral.paste(ramp(size, [(0, 0), (0.42, 0), (horizon / size[1], 120), (1, 60)]))
    for number in range(9):
        radius = 70 + number * 62
        ring = drawn(size, lambda p, r=radius: p.disc(*lamp, r), 2)
        ring = ImageChops.subtract(ring, drawn(size, lambda p, r=radius: p.disc(*lamp, r - 31), 2))
        plates.petrol = ImageChops.subtract(plates.petrol, level(ring, 0.36 - number * 0.034))
    for angle, spread in ((math.pi - 0.10, 0.062), (-0.12, 0.062)):
        light = beam(size, lamp, angle, spread, 1500)
        plates.petrol = ImageChops.subtract(plates.petrol, level(light, 1.5))
        plates.coral = ImageChops.subtract(plates.coral, level(light, 1.5))
        plates.yellow = ImageChops.lighter(plates.yellow, level(light, 1.15))
    halo = glow(size, *lamp, 250, 250, 1.3)
    plates.yellow = ImageChops.lighter(plates.yellow, level(halo, 1.3))
    plates.petrol = ImageChops.subtract(plates.petrol, level(halo, 1.4))
    sea = drawn(size, lambda p: p.polygon([(0, horizon), (1800, horizon), (1800, 1200), (0, 1200)]))
    plates.cut(sea, petrol=0)
    plates.petrol.paste(ramp(size, [(0, 0), (horizon / size[1], 130), (1, 235)]), (0, 0), sea)
    plates.coral.paste(0, (0, 0), sea)
    path = times(sea, glow(size, lamp[0], horizon + 40, 360, 480, 0.8))
    shimmer = times(swell(size, horizon, 203, 40), path)
    waves = swell(size, horizon, 204)
    plates.petrol = ImageChops.subtract(plates.petrol, level(waves, 0.42))
    plates.yellow = ImageChops.lighter(plates.yellow, shimmer)
    plates.petrol = ImageChops.subtract(plates.petrol, level(shimmer, 1.3))
    back = [
        (760, 815),
        (880, 770),
        (1010, 752),
        (1120, 716),
        (1330, 712),
        (1450, 752),
        (1580, 770),
        (1690, 812),
    ]
    plates.cut(rock(size, [*back, (1500, 850), (900, 850)], 205), petrol=225, coral=120)
    house(plates, 1010, 752, 46)
    tower(plates, lamp[0], 728, 518)
    front = [
        (700, 872),
        (840, 800),
        (960, 792),
        (1060, 758),
        (1180, 770),
        (1300, 742),
        (1450, 790),
        (1560, 800),
        (1720, 868),
        (1400, 905),
        (960, 910),
    ]
    near = rock(size, front, 206)
    plates.cut(near, petrol=255, coral=90)
    facets = contrast(noise.fbm(size, (150, 46), 208, 3), 0.55, 0.62)
    facets = times(near, facets, ramp(size, [(0, 255), (0.66, 255), (0.73, 0), (1, 0)]))
    plates.petrol = ImageChops.subtract(plates.petrol, level(facets, 0.5))
    gulls(plates, [(520, 410, 34), (430, 350, 24), (610, 322, 20), (350, 450, 18)])
    return plates.pull(207)


def house(plates: Plates, x: float, y: float, unit: float) -> None:
    """The keeper's house, one window lit."""
    size = plates.size

    def shape(*points: Point) -> Image.Image:
        return drawn(size, lambda p: p.polygon([(x + a * unit, y - b * unit) for a, b in points]))

    plates.cut(shape((-1.4, -0.4), (-1.4, 0.9), (1.3, 0.9), (1.3, -0.4)), petrol=60)
    plates.cut(shape((0.5, -0.4), (0.5, 0.9), (1.3, 0.9), (1.3, -0.4)), petrol=190)
    plates.cut(shape((-1.6, 0.85), (-1.1, 1.75), (1.05, 1.75), (1.5, 0.85)), coral=255, petrol=110)
    plates.cut(shape((-0.8, 1.6), (-0.8, 2.2), (-0.5, 2.2), (-0.5, 1.6)), petrol=255)
    plates.cut(shape((-0.85, 0.15), (-0.85, 0.62), (-0.4, 0.62), (-0.4, 0.15)), yellow=255)


def gulls(plates: Plates, birds: list[tuple[float, float, float]]) -> None:
    """Gulls, left white by the petrol plate."""

    def flock(pen: Pen) -> None:
        for x, y, s in birds:
            wing = [
                (x - s, y - s * 0.28, 0.4),
                (x - s * 0.5, y - s * 0.5, s * 0.08),
                (x, y, s * 0.11),
            ]
            pen.limb(wing)
            pen.limb([(2 * x - a, b - s * 0.1, r) for a, b, r in wing])
            pen.limb([(x - s * 0.16, y + s * 0.06, s * 0.05), (x + s * 0.2, y, s * 0.09)])

    plates.cut(drawn(plates.size, flock))


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
    keeper(plates, 560, 1215, 560)
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

    def at(*limb: tuple[float, float, float]) -> list[tuple[float, float, float]]:
        return [(x + a * unit, y + b * unit, r * unit) for a, b, r in limb]

    def body(pen: Pen) -> None:
        pen.limb(at((0, 0.1, 0.36), (0.0, -0.4, 0.30), (0.02, -0.72, 0.23)))
        pen.limb(at((-0.17, -0.78, 0.12), (0.0, -0.86, 0.12), (0.2, -0.80, 0.12)))
        pen.limb(at((-0.22, -0.74, 0.11), (-0.34, -0.38, 0.10), (-0.30, 0.0, 0.085)))
        pen.limb(
            at((0.2, -0.78, 0.115), (0.42, -0.72, 0.09), (0.53, -0.96, 0.07), (0.58, -1.14, 0.05))
        )
        pen.limb(at((0.03, -0.95, 0.085), (0.05, -1.12, 0.135), (0.055, -1.17, 0.135)))

    def cap(pen: Pen) -> None:
        pen.limb(at((0.055, -1.22, 0.145), (0.06, -1.29, 0.125), (0.065, -1.35, 0.07)))
        pen.limb(at((-0.05, -1.165, 0.035), (0.055, -1.175, 0.04), (0.16, -1.165, 0.035)))

    def cloth(pen: Pen) -> None:
        pen.limb(
            at((0.57, -1.16, 0.055), (0.64, -1.2, 0.06), (0.66, -1.08, 0.045), (0.63, -0.96, 0.02))
        )

    shape = drawn(size, body, 2)
    plates.cut(shape, petrol=255, coral=60)
    lit = ImageChops.subtract(shape, ImageChops.offset(shape, -14, 4))
    plates.cut(times(lit, shape), petrol=0, coral=190, yellow=255)
    knit = drawn(
        size,
        lambda p: [
            p.line(
                curve(
                    [
                        (x - 0.4 * unit, y + r * unit),
                        (x, y + (r + 0.05) * unit),
                        (x + 0.4 * unit, y + r * unit),
                    ]
                ),
                4,
            )
            for r in [i * 0.07 - 0.8 for i in range(13)]
        ],
    )
    plates.petrol = ImageChops.subtract(plates.petrol, level(times(knit, shape), 0.45))
    wool = drawn(size, cap, 2)
    plates.cut(wool, petrol=60, coral=255)
    shadow = ImageChops.subtract(wool, ImageChops.offset(wool, 118, -6))
    plates.petrol.paste(225, (0, 0), times(shadow, wool))
    brim = [(x + a * unit, y + b * unit) for a, b in ((-0.09, -1.2), (0.055, -1.215), (0.2, -1.2))]
    plates.cut(times(drawn(size, lambda p: p.line(curve(brim), 5)), wool), petrol=255, coral=120)
    plates.cut(drawn(size, cloth, 2), yellow=70)


def winter_mail() -> Image.Image:
    """Still 3: the supply boat finds its way through drift ice."""
    size = STILL
    plates = Plates(size)
    horizon = 470
    plates.yellow.paste(ramp(size, [(0, 0), (0.15, 20), (0.39, 175), (0.4, 60), (1, 0)]))
    plates.coral.paste(ramp(size, [(0, 0), (0.2, 30), (0.39, 110), (0.4, 70), (0.7, 0), (1, 0)]))
    plates.petrol.paste(ramp(size, [(0, 92), (0.25, 36), (0.39, 0), (0.392, 90), (1, 238)]))
    sun = drawn(size, lambda p: p.disc(1265, horizon - 40, 150))
    sun = times(
        sun, ramp(size, [(0, 255), (horizon / 1200, 255), (horizon / 1200 + 0.001, 0), (1, 0)])
    )
    plates.cut(sun, coral=255, yellow=200)
    bars = contrast(noise.fbm(size, (900, 26), 241, 5), 0.56, 0.66)
    bars = times(
        bars, ramp(size, [(0, 160), (horizon / 1200, 255), (horizon / 1200 + 0.001, 0), (1, 0)])
    )
    plates.petrol = ImageChops.add(plates.petrol, level(bars, 0.22))
    isle = [
        (1410, horizon + 6),
        (1470, horizon - 14),
        (1560, horizon - 20),
        (1660, horizon - 8),
        (1700, horizon + 6),
    ]
    plates.cut(rock(size, isle, 242), petrol=235, coral=60)
    tower(plates, 1545, horizon - 12, 168)
    glitter = times(swell(size, horizon, 243, 40), glow(size, 1265, horizon + 40, 300, 560, 0.7))
    plates.petrol = ImageChops.subtract(plates.petrol, level(glitter, 1.4))
    plates.coral = ImageChops.lighter(plates.coral, level(glitter, 1.2))
    floes(plates, horizon, [(690, 640), (560, 900), (360, 1220)])
    boat(plates, 700, 660, 92)
    gulls(plates, [(330, 236, 36), (250, 300, 24), (470, 180, 20)])
    return plates.pull(247)


def floes(plates: Plates, horizon: float, lane: list[Point]) -> None:
    """Drift ice in perspective, with a lane of open water."""
    random = Random(251)
    size = plates.size
    ice, shade = Pen(size, 2), Pen(size, 2)
    for row in range(30):
        depth = ((row + 1) / 30) ** 1.9
        y = horizon + 8 + depth * (size[1] - horizon) * 1.05
        wide = 10 + 150 * depth
        middle = _lane(lane, y)
        x = random.uniform(-wide, wide)
        while x < size[0] + wide:
            reach = wide * random.uniform(0.45, 1.1)
            if abs(x - middle) > reach * 1.05 + 18 + 95 * depth:
                flat = reach * 0.27
                turns = sorted(random.uniform(0, 2 * math.pi) for _ in range(8))
                edge = [
                    (
                        x + reach * random.uniform(0.82, 1.05) * math.cos(t),
                        y + flat * random.uniform(0.82, 1.05) * math.sin(t),
                    )
                    for t in turns
                ]
                thick = 2 + 15 * depth
                shade.polygon([(a, b + thick) for a, b in edge])
                shade.polygon([(a, b + thick * 0.5) for a, b in edge])
                ice.polygon(edge)
            x += reach * 2 * random.uniform(1.02, 1.3)
    plates.cut(shade.mask(), petrol=105, coral=28)
    top = ice.mask()
    plates.cut(top)
    warm = times(top, glow(size, 1265, horizon, 1100, 520, 0.9))
    plates.coral.paste(110, (0, 0), level(warm, 0.8))
    plates.yellow.paste(120, (0, 0), level(warm, 0.8))
    cool = times(top, contrast(noise.fbm(size, (170, 26), 252, 4), 0.45, 0.75))
    plates.petrol.paste(62, (0, 0), level(cool, 0.9))


def _lane(lane: list[Point], y: float) -> float:
    for (x1, y1), (x2, y2) in pairwise(lane):
        if y <= y2:
            return x1 + (x2 - x1) * (y - y1) / (y2 - y1)
    return lane[-1][0]


def boat(plates: Plates, x: float, y: float, unit: float) -> None:
    """A small supply boat from astern quarter, lamp lit."""
    size = plates.size

    def shape(*points: Point) -> Image.Image:
        return drawn(size, lambda p: p.polygon([(x + a * unit, y - b * unit) for a, b in points]))

    wake = [
        (-1.3, -0.1),
        (-0.2, 0.0),
        (1.0, -0.05),
        (0.0, -0.5),
        (-2.2, -3.4),
        (-3.6, -5.4),
        (-3.0, -3.2),
    ]
    ring = curve([(x + a * unit, y - b * unit) for a, b in wake], closed=True)
    trail = times(drawn(size, lambda p: p.polygon(ring), 2), swell(size, y - 30, 255, 34))
    plates.petrol = ImageChops.subtract(plates.petrol, level(trail, 0.6))
    hull = [(-1.35, 0.62), (-1.2, 0.0), (0.95, 0.0), (1.55, 0.95), (0.6, 0.72)]
    plates.cut(shape(*hull), coral=255, petrol=70)
    plates.cut(shape((-1.32, 0.45), (-1.2, 0.0), (0.95, 0.0), (1.14, 0.3), (0.5, 0.22)), petrol=255)
    plates.cut(shape((-0.75, 0.6), (-0.7, 1.45), (0.25, 1.45), (0.38, 0.68)), petrol=25)
    plates.cut(shape((-0.85, 1.45), (-0.8, 1.6), (0.36, 1.6), (0.34, 1.45)), petrol=255)
    plates.cut(shape((-0.1, 1.0), (-0.1, 1.34), (0.22, 1.34), (0.26, 1.0)), petrol=255)
    plates.cut(shape((-0.56, 1.0), (-0.56, 1.34), (-0.24, 1.34), (-0.24, 1.0)), yellow=255)

    def rig(pen: Pen) -> None:
        pen.line([(x - 0.5 * unit, y - 1.6 * unit), (x - 0.5 * unit, y - 2.6 * unit)], unit * 0.05)
        pen.line(
            [(x - 0.5 * unit, y - 2.5 * unit), (x + 1.5 * unit, y - 0.95 * unit)], unit * 0.022
        )
        pen.line(
            [(x - 0.5 * unit, y - 2.5 * unit), (x - 1.35 * unit, y - 0.62 * unit)], unit * 0.022
        )
        for crate in ((-1.2, 0.62), (-0.98, 0.62)):
            a, b = x + crate[0] * unit, y - crate[1] * unit
            pen.polygon(
                [
                    (a, b),
                    (a, b - 0.26 * unit),
                    (a + 0.19 * unit, b - 0.26 * unit),
                    (a + 0.19 * unit, b),
                ]
            )

    plates.cut(drawn(size, rig), petrol=255)
    plates.cut(
        drawn(size, lambda p: p.disc(x - 0.5 * unit, y - 2.62 * unit, unit * 0.08)), yellow=255
    )


def poster(title: list[str], credit: str, foot: str) -> Image.Image:
    """Cinema poster: fifteen rings, one of them bright."""
    size = POSTER
    plates = Plates(size)
    lamp = (500, 590)
    plates.petrol.paste(250, (0, 0, *size))
    for number in range(15, 0, -1):
        radius = 62 * number + 6
        disc = drawn(size, lambda p, r=radius: p.disc(*lamp, r), 2)
        dark = (
            242 - round(150 * (1 - number / 15) ** 0.8) if number % 2 else 250 - 4 * (15 - number)
        )
        plates.cut(disc, petrol=dark, coral=0 if number % 2 else round(110 * (1 - number / 17)))
        if number == 5:
            plates.cut(disc, yellow=255)
            inner = drawn(size, lambda p, r=radius - 62: p.disc(*lamp, r), 2)
            plates.cut(inner, petrol=190)
    halo = glow(size, *lamp, 210, 210, 1.1)
    plates.petrol = ImageChops.subtract(plates.petrol, level(halo, 1.3))
    plates.yellow = ImageChops.lighter(plates.yellow, level(halo, 1.5))
    for angle in (math.pi - 0.16, -0.16):
        light = beam(size, lamp, angle, 0.085, 900)
        plates.petrol = ImageChops.subtract(plates.petrol, level(light, 1.6))
        plates.coral = ImageChops.subtract(plates.coral, level(light, 1.6))
        plates.yellow = ImageChops.lighter(plates.yellow, level(light, 1.4))
    sea = drawn(size, lambda p: p.polygon([(0, 1095), (1000, 1095), (1000, 1500), (0, 1500)]))
    plates.cut(sea, petrol=252)
    waves = times(
        swell(size, 1095, 263, 18), ramp(size, [(0, 255), (0.8, 255), (0.86, 60), (1, 0)])
    )
    plates.petrol = ImageChops.subtract(plates.petrol, level(waves, 0.5))
    tower(plates, lamp[0], 1063, 563)
    shore = [
        (250, 1128),
        (330, 1073),
        (430, 1056),
        (520, 1046),
        (600, 1062),
        (700, 1078),
        (770, 1130),
        (560, 1153),
        (400, 1150),
    ]
    plates.cut(rock(size, shore, 264), petrol=255, coral=150)
    sheet = plates.pull(265, 56)
    return type_in(sheet, title, credit, foot)


def type_in(sheet: Image.Image, title: list[str], credit: str, foot: str) -> Image.Image:
    """Set the lettering as paper white left open by the inks."""
    size = sheet.size
    longest = max(lettering.width(text, 100, 0.04) for text in title)
    large = min(172, 100 * 840 / longest)
    base = 1398 - (len(title) - 1) * large * 0.98
    for number, text in enumerate(title):
        at = base + number * large * 0.98
        mask = lettering.line(size, text, 80, at, large, 0.04, lettering.LEFT, large * 0.03)
        sheet.paste(STOCK, (0, 0), mask)
    sheet.paste(YELLOW, (0, 0), lettering.line(size, credit, 82, 1452, 19, 0.16))
    sheet.paste(STOCK, (0, 0), lettering.line(size, foot, 918, 1452, 19, 0.16, lettering.RIGHT))
    return sheet


def poster_english() -> Image.Image:
    """The poster for the international release."""
    title = ["EVERY FIFTEEN", "SECONDS"]
    return poster(title, "A FILM BY INKA MORGENROTH", "DOCUMENTARY, 2019")


def poster_german() -> Image.Image:
    """The poster for the German release."""
    return poster(["KENNUNG"], "EIN FILM VON INKA MORGENROTH", "DOKUMENTARFILM 2019")
