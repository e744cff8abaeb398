"""Baikonur: gouache on black paper, the steppe below and far too many stars above."""

import math
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops

from drawing import figures, lettering, noise
from drawing.paint import (
    Pen,
    Point,
    Size,
    blur,
    contrast,
    curve,
    drawn,
    glow,
    gradient,
    lay,
    level,
    mix,
    ramp,
    rim,
    rough,
    shine,
    times,
    vignette,
)

STILL: Size = (1800, 1200)
POSTER: Size = (1000, 1500)
NIGHT = [(0, "#060a1c"), (0.35, "#0d1a3a"), (0.65, "#173a5c"), (0.85, "#2f6a77"), (1, "#7d9a86")]
LAMP = "#ffb04a"
CREAM = "#f6e3bf"


def steppe(size: Size, horizon: float, swell: float, seed: int) -> Image.Image:
    """The mask of a ground line that rises and falls by about `swell` pixels."""
    random = Random(seed)
    waves = [(random.uniform(0.7, 3.2), random.uniform(0, 6.3), random.random()) for _ in range(5)]

    def height(x: float) -> float:
        part = x / size[0]
        return horizon + swell * sum(a * math.sin(f * part * 3 + p) for f, p, a in waves) / 2.2

    points = [(x, height(x)) for x in range(-10, size[0] + 11, 10)]
    outline = [*points, (size[0] + 10, size[1] + 10), (-10, size[1] + 10)]
    return drawn(size, lambda pen: pen.polygon(outline), scale=2)


def gradient_across(size: Size, stops: list[tuple[float, int]]) -> Image.Image:
    """A mask that changes from left to right through (x, grey)."""
    turned = ramp((size[1], size[0]), [(x / size[0], value) for x, value in stops])
    return turned.transpose(Image.Transpose.ROTATE_90).transpose(Image.Transpose.FLIP_TOP_BOTTOM)


def brushed(size: Size, colours: tuple[str, str, str], seed: int) -> Image.Image:
    """Ground painted in long flat strokes of three colours."""
    field = Image.new("RGB", size, colours[0])
    lay(field, colours[1], contrast(noise.fbm(size, (520, 46), seed), 0.35, 0.75))
    lay(field, colours[2], level(contrast(noise.fbm(size, (300, 12), seed + 9), 0.6, 0.8), 0.6))
    return field


def grass(size: Size, top: float, count: int, seed: int, tall: float = 40) -> Image.Image:
    """Feather grass, denser and taller towards the lower edge."""
    random = Random(seed)

    def blades(pen: Pen) -> None:
        for _ in range(count):
            depth = random.random() ** 0.6
            x, y = random.uniform(-20, size[0] + 20), top + depth * (size[1] - top) * 1.1
            wind = random.gauss(0.35, 0.12)
            for _ in range(random.randint(4, 11)):
                high = tall * (0.2 + depth) * random.uniform(0.3, 1.3)
                lean = (wind + random.gauss(0, 0.25)) * high
                bend = (x + lean * 0.25, y - high * 0.6, 0.55 + 0.4 * depth)
                pen.limb([(x, y, 0.5 + depth), bend, (x + lean, y - high, 0.15)])
                x += random.gauss(0, 4 + 5 * depth)

    return drawn(size, blades, scale=2)


def milky_way(size: Size, middle: Point, angle: float, width: float, seed: int) -> list:
    """The masks of the Milky Way: wide haze, bright core, dark lanes."""
    length = round(math.hypot(*size) * 1.25)
    box = (length, length)
    half = width / length

    def band(share: float) -> Image.Image:
        spread = [(0.5 + i / 20 * half * 2 * share, i) for i in range(-20, 21)]
        return ramp(box, [(p, round(255 * math.exp(-((i / 8) ** 2)))) for p, i in spread])

    cells = noise.fbm(box, (width * 1.1, width * 0.5), seed, octaves=6)
    fine = noise.fbm(box, (width * 0.5, width * 0.22), seed + 20, octaves=6)
    veins = noise.ridges(noise.fbm(box, (width * 1.6, width * 0.4), seed + 40, octaves=6), 0.2)
    lanes = times(blur(veins, 3), band(0.55), contrast(cells, 0.2, 0.7))
    haze = times(band(1.3), contrast(cells, 0.0, 0.9))
    core = times(band(0.62), contrast(fine, 0.18, 0.9), contrast(cells, 0.1, 0.7))
    left, top = length / 2 - middle[0], length / 2 - middle[1]
    crop = (round(left), round(top), round(left) + size[0], round(top) + size[1])
    turned = [m.rotate(angle, Image.Resampling.BICUBIC) for m in (haze, core, lanes)]
    return [m.crop(crop) for m in turned]


def stars(size: Size, where: Image.Image, count: int, seed: int, big: float = 1.0) -> Image.Image:
    """Dots of light, more of them where the mask is bright."""
    random = Random(seed)
    tints = [CREAM, "#cfe0ff", "#ffffff", "#ffd9a8"]
    sky = Image.new("RGB", size)
    for tint in tints:
        pen = Pen(size, 3)
        for _ in range(count // len(tints)):
            x, y = random.uniform(0, size[0]), random.uniform(0, size[1])
            chance = where.getpixel((min(int(x), size[0] - 1), min(int(y), size[1] - 1))) / 255
            size_of = random.paretovariate(2.6)
            if random.random() < chance:
                radius = min(0.42 * size_of, 2.6) * big
                pen.disc(x, y, radius, fill=min(255, round(85 + 60 * size_of)))
        mask = pen.mask()
        shine(sky, tint, mask)
        shine(sky, tint, level(blur(contrast(mask, 0.55, 1), 5), 1.9))
    return sky


def night(
    size: Size, seed: int, middle: Point, angle: float, width: float, horizon: float
) -> Image.Image:
    """Night sky with the Milky Way and its stars, darkening to nothing below the horizon."""
    stops = [(place * horizon / size[1], colour) for place, colour in NIGHT]
    sky = gradient(size, [*stops, (1.01, NIGHT[-1][1])], seed)
    washes = contrast(noise.fbm(size, (700, 380), seed + 3), 0.35, 0.9)
    lay(sky, "#0a1230", level(washes, 0.45))
    haze, core, lanes = milky_way(size, middle, angle, width, seed + 5)
    fade = ramp(size, [(0, 255), (horizon / size[1] * 0.78, 255), (horizon / size[1], 40), (1, 0)])
    haze, core = times(haze, fade), times(core, fade)
    shine(sky, "#3f5aa8", level(haze, 0.75))
    shine(sky, "#7a6fb0", level(times(haze, core), 0.8))
    shine(sky, "#d8b98c", level(core, 0.72))
    shine(sky, "#fff0cf", level(contrast(core, 0.35, 1.0), 0.55))
    lay(sky, "#0b1431", level(times(lanes, fade), 0.72))
    density = ImageChops.add(level(fade, 0.26), level(core, 0.9))
    big = size[1] / 1300
    return ImageChops.screen(sky, stars(size, density, round(size[0] * size[1] / 230), seed, big))


def yurt(image: Image.Image, x: float, y: float, unit: float) -> None:
    """A yurt with an open, lit door; `unit` is its height in pixels."""
    size = image.size

    def outline(pen: Pen) -> None:
        roof = [(-1.0, -0.46), (-0.9, -0.56), (-0.66, -0.72), (-0.36, -0.86), (-0.2, -0.91)]
        dome = curve([*roof, *[(-a, b) for a, b in reversed(roof)]])
        shape = [*dome, (0.97, 0.03), (-0.97, 0.03)]
        pen.polygon([(x + a * unit, y + b * unit) for a, b in shape])
        pen.disc(x, y - 0.91 * unit, 0.21 * unit, 0.06 * unit)

    body = rough(drawn(size, outline, 2), 61, cell=6, soft=1.2, amount=0.2)
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


def finish(image: Image.Image, seed: int, dark: float = 0.55, strength: int = 7) -> Image.Image:
    """Corners and film grain."""
    vignette(image, dark, "#04060f")
    return noise.grain(image, seed, strength)


def camp(image: Image.Image, x: float, y: float, unit: float, seed: int) -> None:
    """Steppe at night with yurt, mast, horse and someone who looks up."""
    size = image.size
    far = steppe(size, y - unit * 0.42, unit * 0.16, seed)
    lay(image, brushed(size, ("#21475a", "#1a3b50", "#2d5967"), seed), far)
    middle = steppe(size, y - unit * 0.16, unit * 0.12, seed + 1)
    lay(image, brushed(size, ("#132a40", "#0f2236", "#1b3a4b"), seed + 2), middle)
    antenna(image, x + unit * 1.55, y - unit * 0.02, unit)
    shine(image, "#b8c3cc", level(smoke(size, x, y - unit, unit), 0.5))
    ground = steppe(size, y + unit * 0.0, unit * 0.02, seed + 3)
    lay(image, brushed(size, ("#0c1a2c", "#081221", "#162b3f"), seed + 4), ground)
    yurt(image, x, y + unit * 0.03, unit)
    light_on_ground(image, x, y + unit * 0.03, unit, ground)
    feet = (x + unit * 0.16, y + unit * 0.3)
    shadow = [
        (feet[0] - 6, feet[1]),
        (feet[0] + 6, feet[1]),
        (feet[0] + unit * 0.3, size[1]),
        (feet[0] - unit * 0.05, size[1]),
    ]
    dark = times(drawn(size, lambda p: p.polygon(shadow)), glow(size, *feet, unit, unit * 0.9))
    lay(image, "#0a1222", level(blur(dark, 3), 0.8))
    far_grass = grass(size, y + unit * 0.06, 260, seed + 7, unit * 0.07)
    lay(image, "#20384a", level(far_grass, 0.6))
    lay(image, "#040912", grass(size, y + unit * 0.3, round(size[0] / 2.6), seed + 5, unit * 0.22))
    who = drawn(size, lambda p: figures.place(p, figures.LOOKING_UP, *feet, unit * 0.3, True))
    animal = drawn(size, lambda p: figures.horse(p, x - unit * 1.75, y + unit * 0.1, unit * 0.46))
    lay(image, "#060b16", ImageChops.lighter(who, animal))
    shine(image, LAMP, level(ImageChops.lighter(rim(who, 2, 1), rim(animal, -2, 1)), 0.55))


def yurt_under_stars() -> Image.Image:
    """Still 1: the Milky Way above a yurt with a lit doorway."""
    sky = night(STILL, 11, (800, 430), 38, 360, 950)
    camp(sky, 1190, 985, 170, 21)
    return finish(sky, 12)


DUSK = [
    (0, "#121d3d"),
    (0.3, "#2b3f70"),
    (0.52, "#6d5a8c"),
    (0.7, "#c26d80"),
    (0.86, "#f1975f"),
    (1, "#ffd88c"),
]


def sky_with_clouds(
    size: Size, stops: list, horizon: float, colours: tuple[str, str], seed: int
) -> Image.Image:
    """A gradient down to the horizon, with two layers of thin, long clouds."""
    placed = [(place * horizon / size[1], colour) for place, colour in stops]
    sky = gradient(size, [*placed, (1.01, stops[-1][1])], seed)
    low = ramp(size, [(0, 40), (horizon / size[1] * 0.5, 110), (horizon / size[1], 255), (1, 255)])
    for colour, bounds, number in ((colours[0], (0.48, 0.8), 0), (colours[1], (0.58, 0.86), 7)):
        veil = contrast(noise.fbm(size, (1100, 60), seed + 4 + number, 6), *bounds)
        lay(sky, colour, level(times(veil, low), 0.55))
    return sky


def exhaust(sky: Image.Image, path: list[tuple[float, float, float]]) -> None:
    """The trail of a rocket: twisted and grey below, in full sunlight above."""
    size = sky.size
    trail = drawn(size, lambda p: p.limb(path), 2)
    body = rough(trail, 81, cell=16, soft=6, amount=0.6)
    body = ImageChops.lighter(level(blur(body, 2), 0.9), level(blur(trail, 16), 0.35))
    colours = gradient(
        size,
        [
            (0, "#fffbe9"),
            (0.35, "#ffeecb"),
            (0.55, "#ffc493"),
            (0.68, "#d7808a"),
            (0.78, "#86698f"),
        ],
        83,
    )
    lay(sky, colours, body)
    shade = times(body, level(contrast(noise.fbm(size, (40, 26), 84), 0.4, 0.8), 0.5))
    lay(sky, "#8d5f83", level(times(shade, ramp(size, [(0, 0), (0.4, 90), (0.75, 255)])), 0.7))


def plume(sky: Image.Image, x: float, y: float, reach: float) -> None:
    """The gas that spreads behind a rocket high up, where the sun still shines."""
    size = sky.size
    for part, (wide, colour, strength) in enumerate(
        [(0.62, "#5f7cc4", 0.62), (0.42, "#a8b8e6", 0.5), (0.2, "#fff0d0", 0.7)]
    ):
        shape = [(0, -0.02), (wide * 0.45, 0.16), (wide * 0.62, 0.5), (wide * 0.34, 0.96)]
        shape = [*shape, (0.05, 1.02), *[(-a, b) for a, b in reversed(shape)]]
        ring = curve([(x + a * reach, y + b * reach) for a, b in shape], closed=True)
        fan = blur(drawn(size, lambda p, ring=ring: p.polygon(ring), 1), reach * 0.045)
        fade = ramp(size, [(0, 255), (y / size[1], 255), ((y + reach) / size[1], 0), (1, 0)])
        wisps = contrast(noise.fbm(size, (60, 190), 87 + part), 0.05, 0.9)
        shine(sky, colour, level(times(fan, fade, wisps), strength))
    shine(sky, "#fff4d8", glow(size, x, y, reach * 0.24, reach * 0.24, 3))
    lay(
        sky, "#ffffff", drawn(size, lambda p: p.limb([(x, y - 7, 0.8), (x, y, 3.2), (x, y + 9, 2)]))
    )


def poles(size: Size, start: Point, end: Point, count: int, tall: float) -> Image.Image:
    """Telegraph poles that walk away to the horizon, with their wires."""

    def row(pen: Pen) -> None:
        tops = []
        for number in range(count):
            near = 1 / (1 + number * 0.62)
            x, y = end[0] + (start[0] - end[0]) * near, end[1] + (start[1] - end[1]) * near
            lean = (-1) ** number * tall * near * 0.015
            top = (x + lean, y - tall * near)
            pen.limb([(x, y + 6 * near, 5 * near), (*top, 3.6 * near)])
            arm = tall * near * 0.1
            pen.line([(top[0] - arm, top[1] + arm), (top[0] + arm, top[1] + arm)], 5 * near)
            tops.append((top, arm, near))
        for (a, arm, near), (b, arm_b, _) in pairwise(tops):
            for side in (-1, 1):
                ends = ((a[0] + side * arm, a[1] + arm), (b[0] + side * arm_b, b[1] + arm_b))
                sag = (
                    (ends[0][0] + ends[1][0]) / 2,
                    (ends[0][1] + ends[1][1]) / 2 + tall * near / 9,
                )
                pen.line(curve([ends[0], sag, ends[1]]), max(0.8, 1.6 * near))

    return drawn(size, row)


def houses(image: Image.Image, x: float, y: float, unit: float) -> None:
    """A handful of low houses with a window or two still lit."""
    random = Random(91)
    lit = []

    def village(pen: Pen) -> None:
        left = x
        for _ in range(7):
            wide, high = random.uniform(0.9, 1.6) * unit, random.uniform(0.42, 0.6) * unit
            roof = [
                (left, y),
                (left, y - high),
                (left + wide * 0.2, y - high * 1.55),
                (left + wide * 0.8, y - high * 1.55),
                (left + wide, y - high),
            ]
            pen.polygon([*roof, (left + wide, y)])
            pen.line(
                [(left + wide * 0.7, y - high), (left + wide * 0.7, y - high * 2)], unit * 0.07
            )
            lit.append((left + wide * 0.4, y - high * 0.55))
            left += wide + random.uniform(0.1, 1.1) * unit

    lay(image, "#43304f", rough(drawn(image.size, village), 92, 5, 1, 0.2))
    panes = drawn(image.size, lambda p: [p.disc(a, b, unit * 0.07) for a, b in lit[1:6:2]])
    shine(image, LAMP, level(blur(panes, unit * 0.2), 2.5))
    lay(image, "#ffd98a", panes)


def launch_at_dusk() -> Image.Image:
    """Still 2: a rocket climbs into the last light; the camels have seen it before."""
    size = STILL
    sky = sky_with_clouds(size, DUSK, 930, ("#e98a74", "#ffd9a0"), 31)
    shine(sky, "#ffb35c", level(glow(size, 1240, 940, 900, 330), 0.55))
    dim = ramp(size, [(0, 150), (0.28, 60), (0.45, 0), (1, 0)])
    sky = ImageChops.screen(sky, stars(size, dim, 5200, 33, 0.9))
    exhaust(
        sky,
        [
            (1236, 930, 13),
            (1252, 850, 17),
            (1218, 770, 21),
            (1262, 690, 19),
            (1232, 610, 17),
            (1238, 520, 12),
            (1214, 420, 8),
            (1182, 310, 5),
            (1142, 200, 2.5),
        ],
    )
    plume(sky, 1140, 188, 330)
    far = steppe(size, 925, 16, 34)
    lay(sky, brushed(size, ("#8a5670", "#7a4b68", "#a5677a"), 35), far)
    shine(sky, "#ff9a52", level(times(glow(size, 1236, 930, 560, 40), far), 0.7))
    houses(sky, 820, 950, 34)
    middle = steppe(size, 962, 18, 38)
    lay(sky, brushed(size, ("#4a3350", "#3c2a47", "#66425c"), 39), middle)
    near = steppe(size, 1040, 40, 40)
    lay(sky, brushed(size, ("#211a33", "#1a142a", "#33233f"), 41), near)
    lay(sky, "#1a1529", poles(size, (1640, 1085), (1010, 955), 7, 420))
    camels = drawn(
        size,
        lambda p: [
            figures.place(p, figures.CAMEL, 330, 1092, 178),
            figures.place(p, figures.CAMEL, 690, 1046, 92, True),
        ],
    )
    camels = rough(camels, 44, 7, 1.2, 0.25)
    lay(sky, "#151024", camels)
    shine(sky, "#ff9d6a", level(rim(camels, -3, 2), 0.6))
    lay(sky, "#0e0a1b", grass(size, 1060, 560, 42, 46))
    return finish(sky, 43, 0.45, 6)


def falling(image: Image.Image, start: Point, end: Point, width: float) -> None:
    """A burning piece on its way down."""
    tail = [(*start, 0.3), ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, width * 0.5)]
    streak = drawn(image.size, lambda p: p.limb([*tail, (*end, width)]))
    fade = times(streak, glow(image.size, *end, 420, 420, 1.1))
    shine(image, "#ff7a2a", level(blur(fade, width * 2.5), 1.2))
    shine(image, "#ffe2a8", fade)
    shine(image, "#ffb45e", glow(image.size, *end, width * 9, width * 9, 3))


def wreck(image: Image.Image, x: float, y: float, unit: float) -> None:
    """A rocket stage, half buried and still glowing."""
    size = image.size
    fire = glow(size, x, y - unit * 0.4, unit * 5.2, unit * 2.8, 2.4)
    shine(image, "#ff6a1f", level(fire, 0.75))
    shine(image, "#ffc46b", level(glow(size, x, y - unit * 0.5, unit * 2.3, unit * 1.6, 2.2), 0.85))

    along, across = (-0.83, -0.56), (0.56, -0.83)

    def at(far: float, side: float) -> Point:
        a = 0.55 + along[0] * far + across[0] * side
        return (x + a * unit, y + (0.05 + along[1] * far + across[1] * side) * unit)

    def ring(far: float, turn: float) -> Point:
        return at(far - 0.3 * math.sin(turn), 0.78 * math.cos(turn))

    turns = [i * math.pi / 12 for i in range(25)]
    torn = Random(95)
    lip = [ring(2.15 + torn.uniform(-0.05, 0.16), t) for t in turns]
    hull = drawn(size, lambda p: p.polygon([at(-1.2, -0.78), *lip[12::-1], at(-1.2, 0.78)]))
    hull = times(
        rough(hull, 95, 6, 1.2, 0.25),
        ramp(
            size,
            [
                (0, 255),
                ((y + unit * 0.34) / size[1], 255),
                ((y + unit * 0.36) / size[1], 0),
                (1, 0),
            ],
        ),
    )
    metal = brushed(size, ("#2a2029", "#1d1722", "#4a2c2c"), 96)
    lay(metal, "#b5481f", glow(size, *at(2.1, 0), unit * 1.7, unit * 1.7, 1.1))
    lay(metal, "#16131f", level(contrast(noise.fbm(size, (60, 30), 97), 0.4, 0.7), 0.7))
    lay(image, metal, hull)

    def seams(pen: Pen) -> None:
        for far in (0.35, 0.85, 1.35, 1.8):
            pen.line([ring(far, t) for t in turns[:13]], unit * 0.022)
        for side in (-0.4, 0.25):
            pen.line([at(-0.5, side), at(1.9, side)], unit * 0.012)

    ribs = times(drawn(size, seams), hull)
    lay(image, "#d8682a", level(ribs, 0.75))
    shine(image, "#ff8a2c", level(times(blur(ribs, 5), hull), 1.2))
    shine(image, "#ffb566", rim(hull, 2, 4))
    mouth = drawn(size, lambda p: p.polygon(lip))
    lay(image, "#ffb347", mouth)
    shine(image, "#fff2c4", times(mouth, glow(size, *at(2.0, -0.2), unit * 0.9, unit * 0.9, 0.9)))
    shine(image, "#ff9a3a", level(blur(mouth, unit * 0.2), 1.0))


def sparks(image: Image.Image, x: float, y: float, unit: float) -> None:
    """Embers that rise with the hot air."""
    random = Random(99)

    def embers(pen: Pen) -> None:
        for _ in range(150):
            high = random.expovariate(0.55)
            a = x + unit * (random.gauss(0.2, 0.35) + 0.34 * high + 0.12 * math.sin(high * 3))
            pen.disc(a, y - unit * (0.8 + high), random.uniform(0.7, 2.6) / (1 + high * 0.22))

    mask = drawn(image.size, embers)
    shine(image, "#ff7b29", level(blur(mask, 5), 2.2))
    lay(image, "#ffd58c", mask)


def riders_at_the_find() -> Image.Image:
    """Still 3: whoever arrives first."""
    size = STILL
    stops = [(0, "#071226"), (0.4, "#0f2b45"), (0.75, "#1f5161"), (1, "#5b7f77")]
    sky = sky_with_clouds(size, stops, 800, ("#0c2138", "#2f5f6c"), 51)
    fade = ramp(size, [(0, 110), (0.4, 70), (0.62, 10), (0.66, 0), (1, 0)])
    sky = ImageChops.screen(sky, stars(size, fade, 9000, 52, 0.95))
    falling(sky, (1790, 40), (1395, 330), 3.4)
    falling(sky, (1270, 30), (1045, 205), 2.2)
    falling(sky, (700, 90), (545, 212), 1.6)
    lay(sky, brushed(size, ("#1b4452", "#16394a", "#27545c"), 53), steppe(size, 800, 34, 54))
    lay(sky, brushed(size, ("#123041", "#0e2637", "#1c4049"), 55), steppe(size, 850, 30, 56))
    ground = steppe(size, 905, 26, 57)
    lay(sky, brushed(size, ("#0c1d2c", "#091624", "#15303a"), 58), ground)
    smoke_up = [(900, 840, 30), (945, 700, 48), (1020, 550, 70), (1140, 390, 100), (1330, 200, 140)]
    cloud = rough(drawn(size, lambda p: p.limb(smoke_up), 1), 59, 90, 30, 0.9)
    cloud = times(blur(cloud, 14), ramp(size, [(0, 0), (0.2, 90), (0.7, 230), (1, 255)]))
    smoke_colour = gradient(size, [(0, "#16304a"), (0.4, "#33425a"), (0.7, "#c2622f")], 60)
    lay(sky, smoke_colour, level(cloud, 0.6))
    wreck(sky, 1000, 960, 118)
    earth = rough(drawn(size, lambda p: p.disc(1075, 1004, 190, 15)), 68, 40, 5, 0.9)
    lay(sky, brushed(size, ("#1a1720", "#110f18", "#4a2a20"), 69), level(blur(earth, 5), 0.8))
    shine(
        sky,
        "#ff8a3a",
        level(
            times(
                glow(size, 1000, 985, 760, 130, 1.6),
                ground,
                contrast(noise.fbm(size, (120, 9), 62), 0.2, 0.8),
            ),
            0.9,
        ),
    )
    sparks(sky, 905, 905, 118)

    def left_group(pen: Pen) -> None:
        figures.rider(pen, 270, 1048, 150, gallop=True)
        figures.rider(pen, 560, 985, 104, gallop=True)
        figures.rider(pen, 90, 958, 78, gallop=True)

    def right_group(pen: Pen) -> None:
        figures.rider(pen, 1530, 1058, 158, flip=True)
        figures.horse(pen, 1740, 985, 98, flip=True)
        figures.place(pen, figures.STANDING, 1318, 1012, 100, True)

    for group, shift in ((left_group, -4), (right_group, 4)):
        shapes = rough(drawn(size, group), 67, 7, 1.2, 0.2)
        lay(sky, "#060d18", shapes)
        shine(sky, "#ff9a4a", times(rim(shapes, shift, 2), glow(size, 1000, 900, 1000, 700, 0.5)))
    dust = times(glow(size, 330, 1060, 420, 70), contrast(noise.fbm(size, (90, 40), 64), 0.2, 0.8))
    lay(sky, "#7a5140", level(dust, 0.5))
    lay(sky, "#04080f", grass(size, 1045, 640, 65, 46))
    return finish(sky, 66, 0.5, 6)


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
        hem = at((west + east) / 2, 0)
        scallop = (hem[0] - math.sin(lean) * radius * -0.03, hem[1] - radius * 0.035)
        gore = [at(west, i) for i in up] + [at(east, i) for i in reversed(up)] + [scallop]
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


def descent_at_dawn() -> Image.Image:
    """Still 4: somebody comes down from the sky and somebody watches."""
    size = STILL
    stops = [
        (0, "#4f7896"),
        (0.35, "#8aa7b0"),
        (0.62, "#d8c5ac"),
        (0.82, "#f6cf94"),
        (1, "#fbb877"),
    ]
    sky = sky_with_clouds(size, stops, 940, ("#f3dcc0", "#fff0d2"), 101)
    shine(sky, "#ffd79a", level(glow(size, 1330, 860, 1000, 520), 0.75))
    lay(sky, "#fff3d2", drawn(size, lambda p: p.disc(1330, 850, 74)))
    shine(sky, "#fff0c8", glow(size, 1330, 850, 220, 220, 1.6))
    tints = ["#c9a78f", "#a48a85", "#7c6e75", "#54515f"]
    for number, tint in enumerate(tints):
        horizon = 900 + number * 48
        hills = steppe(size, horizon, 30 - number * 3, 102 + number)
        lay(
            sky,
            brushed(
                size, (tint, mix(tint, "#3c3a4a", 0.12), mix(tint, "#ffe0b0", 0.22)), 110 + number
            ),
            hills,
        )
        mist = times(hills, glow(size, 1250 - number * 260, horizon + 44, 1100, 60, 1.1))
        lay(
            sky,
            "#ffdcae",
            level(times(mist, contrast(noise.fbm(size, (420, 40), 120 + number), 0.1, 0.8)), 0.62),
        )
    hem = canopy(sky, 690, 400, 330, -7)
    hook = (744, 800)
    lines = drawn(size, lambda p: [p.line([h, hook], 1.5) for h in hem])
    lay(sky, "#5b4347", level(lines, 0.75))
    capsule(sky, 746, 798, 96, -5)
    near = steppe(size, 1085, 26, 131)
    lay(sky, brushed(size, ("#2b2f3f", "#232634", "#453f48"), 132), near)
    who = drawn(size, lambda p: figures.rider(p, 1352, 1098, 132, True))
    lay(sky, "#1a1b28", who)
    shine(sky, "#ffcf90", level(rim(who, -3, 2), 0.7))
    lay(sky, "#171823", grass(size, 1090, 620, 133, 42))
    birds = [(1010, 250, 17), (1075, 222, 13), (1120, 268, 11), (1190, 215, 9)]

    def flock(pen: Pen) -> None:
        for a, b, s in birds:
            pen.limb(
                [
                    (a - s, b - s * 0.42, 0.4),
                    (a - s * 0.4, b - s * 0.4, 1.3),
                    (a, b, 1.6),
                    (a + s * 0.4, b - s * 0.45, 1.3),
                    (a + s, b - s * 0.38, 0.4),
                ]
            )

    lay(sky, "#4d5a68", drawn(size, flock))
    return finish(sky, 134, 0.32, 6)


def poster() -> Image.Image:
    """Cinema poster: the smoke of the hearth becomes the Milky Way."""
    size = POSTER
    sky = night(size, 141, (545, 420), 79, 300, 1150)
    falling(sky, (980, 330), (770, 560), 3.2)
    rise = [
        (470, 1062, 4),
        (476, 1010, 8),
        (452, 950, 16),
        (486, 870, 32),
        (462, 770, 60),
        (510, 620, 110),
    ]
    body = rough(drawn(size, lambda p: p.limb(rise), 1), 143, 60, 14, 0.7)
    fade = ramp(size, [(0, 0), (0.4, 0), (0.58, 190), (0.75, 190), (1, 190)])
    wisps = contrast(noise.fbm(size, (60, 120), 144), 0.1, 0.75)
    shine(sky, "#aeb6cc", level(times(blur(body, 7), fade, wisps), 1.0))
    camp(sky, 470, 1190, 132, 145)
    lay(sky, "#060b16", level(ramp(size, [(0, 0), (0.82, 0), (0.9, 200), (1, 255)]), 0.8))
    lay(sky, CREAM, lettering.line(size, "BAIKONUR", 507, 1378, 118, 0.13, lettering.CENTRE, 3))
    small = ["A FILM BY VEIT HELMER"]
    lay(sky, "#e9b872", lettering.column(size, small, 503, 1432, 18, 28, 0.32, lettering.CENTRE))
    cast = "ALEXANDER ASOCHAKOV   MARIE DE VILLEPIN   SITORA FARMONOVA"
    lay(sky, "#9fb0b8", lettering.line(size, cast, 502, 1466, 13, 0.22, lettering.CENTRE))
    return finish(sky, 147, 0.5, 6)
