"""The company's own picture: a courtyard in Berlin, late, with work going on upstairs."""

import math
from random import Random

from PIL import Image, ImageChops

from drawing import figures, noise
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
    shine,
    times,
    vignette,
)

STILL: Size = (1800, 1200)
LAMP = "#ffbf5e"


def brushed(size: Size, colours: tuple[str, str, str], seed: int) -> Image.Image:
    """Ground painted in long flat strokes of three colours."""
    field = Image.new("RGB", size, colours[0])
    lay(field, colours[1], contrast(noise.fbm(size, (520, 46), seed), 0.35, 0.75))
    lay(field, colours[2], level(contrast(noise.fbm(size, (300, 12), seed + 9), 0.6, 0.8), 0.6))
    return field


def stars(size: Size, where: Image.Image, count: int, seed: int, big: float = 1.0) -> Image.Image:
    """Dots of light, more of them where the mask is bright."""
    random = Random(seed)
    tints = ["#f6ead0", "#cfe0ff", "#ffffff", "#ffd9a8"]
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


def finish(image: Image.Image, seed: int, dark: float = 0.55, strength: int = 7) -> Image.Image:
    """Corners and film grain."""
    vignette(image, dark, "#04060f")
    return noise.grain(image, seed, strength)


def facade(
    image: Image.Image, points: list[Point], colours: tuple[str, str, str], seed: int
) -> None:
    """A wall of old plaster."""
    size = image.size
    wall = drawn(size, lambda p: p.polygon(points), 2)
    plaster = brushed(size, colours, seed)
    stains = contrast(noise.fbm(size, (50, 260), seed + 5), 0.5, 0.85)
    lay(plaster, mix(colours[1], "#0a1220", 0.5), level(stains, 0.5))
    lay(image, plaster, wall)


def window(image: Image.Image, corners: list[Point], lit: bool, seed: int) -> None:
    """A window with its bars, dark or with somebody at home."""
    size = image.size
    a, b, c, d = corners
    pane = drawn(size, lambda p: p.polygon(corners), 2)
    lay(image, LAMP if lit else "#101c33", pane)
    if lit:
        warm = contrast(noise.fbm(size, (90, 60), seed, 3), 0.2, 0.9)
        lay(image, "#f08c3a", level(times(pane, warm), 0.6))
        shine(image, LAMP, level(blur(pane, 22), 0.5))
    else:
        sky = contrast(noise.fbm(size, (120, 90), seed, 3), 0.45, 0.9)
        lay(image, "#3a5578", level(times(pane, sky), 0.6))

    def bars(pen: Pen) -> None:
        top, low = _between(a, b, 0.5), _between(d, c, 0.5)
        pen.line([top, low], 5)
        pen.line([_between(a, d, 0.34), _between(b, c, 0.34)], 5)
        pen.line([a, b, c, d, a], 6)

    lay(image, "#16233a" if not lit else "#5a3420", drawn(size, bars))


def _between(first: Point, second: Point, part: float) -> Point:
    return (first[0] + (second[0] - first[0]) * part, first[1] + (second[1] - first[1]) * part)


def wall_windows(
    image: Image.Image, quad: list[Point], rows: int, columns: int, lit: set, seed: int
):
    """A grid of windows on a wall given by its corners."""
    a, b, c, d = quad
    for row in range(rows):
        for column in range(columns):
            u, v = (column + 0.28) / columns, (row + 0.24) / rows
            u2, v2 = (column + 0.72) / columns, (row + 0.8) / rows
            corners = [
                _between(_between(a, b, p), _between(d, c, p), q)
                for p, q in ((u, v), (u2, v), (u2, v2), (u, v2))
            ]
            window(image, corners, (row, column) in lit, seed + row * 10 + column)


def _in_crown(random: Random) -> Point:
    angle, reach = random.uniform(0, 2 * math.pi), math.sqrt(random.random())
    return 0.78 * reach * math.cos(angle), 0.52 * reach * math.sin(angle)


def chestnut(image: Image.Image, x: float, y: float, unit: float) -> None:
    """The tree that every courtyard has."""
    size = image.size
    random = Random(417)

    def wood(pen: Pen) -> None:
        pen.limb(
            [
                (x, y - unit * 0.06, unit * 0.08),
                (x + unit * 0.03, y - unit * 0.8, unit * 0.06),
                (x - unit * 0.02, y - unit * 1.6, unit * 0.03),
            ]
        )
        for side, start, reach in (
            (-1, 0.8, 0.7),
            (1, 0.95, 0.75),
            (-1, 1.2, 0.5),
            (1, 1.35, 0.45),
        ):
            pen.limb(
                [
                    (x, y - unit * start, unit * 0.04),
                    (x + side * reach * unit * 0.6, y - unit * (start + 0.3), unit * 0.024),
                    (x + side * reach * unit, y - unit * (start + 0.42), unit * 0.008),
                ]
            )

        for lean in (-0.2, 0.02, 0.22):
            pen.limb(
                [
                    (x, y - unit * 0.9, unit * 0.035),
                    (x + lean * unit, y - unit * 1.5, unit * 0.02),
                    (x + 2 * lean * unit, y - unit * 1.9, unit * 0.006),
                ]
            )
        for side in (-1, 0, 1):
            root = (x + side * unit * 0.16, y + unit * 0.03, unit * 0.015)
            pen.limb([(x, y - unit * 0.16, unit * 0.07), root])

    def leaves(pen: Pen) -> None:
        clumps = [_in_crown(random) for _ in range(84)]
        for a, b in clumps:
            for _ in range(70):
                left, up = a + random.gauss(0, 0.085), b + random.gauss(0, 0.07)
                turn, long = random.uniform(0, 3.1), random.uniform(0.012, 0.026) * unit
                at = (x + left * unit, y - unit * 1.62 + up * unit)
                tip = (at[0] + long * math.cos(turn), at[1] + long * math.sin(turn), 0.6)
                pen.limb([(*at, 1.0), (at[0] / 2 + tip[0] / 2, at[1] / 2 + tip[1] / 2, 3.2), tip])

    crown = drawn(size, leaves, 2)
    lay(image, "#0b1626", drawn(size, wood))
    lay(image, "#10213a", crown)
    light = times(
        crown,
        glow(size, x + unit * 0.6, y - unit * 1.3, unit * 1.1, unit, 1.0),
        contrast(noise.fbm(size, (14, 12), 419, 3), 0.5, 0.7),
    )
    lay(image, "#b57a42", level(light, 0.8))


def courtyard() -> Image.Image:
    """A back courtyard at the blue hour; on the third floor somebody is still cutting."""
    size = STILL
    image = gradient(
        size, [(0, "#173a6e"), (0.1, "#2f6096"), (0.2, "#8a9bb4"), (1, "#e2b08c")], 401
    )
    veil = contrast(noise.fbm(size, (700, 90), 402), 0.5, 0.85)
    lay(image, "#d89a8a", level(times(veil, ramp(size, [(0, 30), (0.5, 200), (1, 255)])), 0.4))
    dim = ramp(size, [(0, 120), (0.25, 40), (0.4, 0), (1, 0)])
    image = ImageChops.screen(image, stars(size, dim, 2600, 403, 0.8))

    back = [(610, 250), (1230, 250), (1230, 960), (610, 960)]
    facade(
        image,
        [(590, 262), (640, 196), (1200, 196), (1250, 262), (1250, 980), (590, 980)],
        ("#51587a", "#474d70", "#636888"),
        405,
    )
    roof = [(580, 266), (640, 190), (1200, 190), (1260, 266)]
    lay(image, "#2a2f4c", drawn(size, lambda p: p.polygon(roof)))
    wall_windows(image, back, 5, 5, {(1, 3), (3, 0)}, 411)
    left = [(0, -160), (600, 214), (600, 985), (0, 1160)]
    facade(image, left, ("#2d3556", "#262d4b", "#3a4265"), 430)
    wall_windows(image, [(0, -100), (590, 262), (590, 960), (0, 1080)], 5, 4, {(2, 1)}, 431)
    right = [(1800, -160), (1240, 214), (1240, 985), (1800, 1160)]
    facade(image, right, ("#3a4163", "#313858", "#4a5072"), 450)
    quad = [(1250, 262), (1800, -100), (1800, 1080), (1250, 960)]
    wall_windows(image, quad, 5, 4, {(2, 1), (2, 2)}, 451)
    editor(image)
    ground = drawn(
        size,
        lambda p: p.polygon(
            [(0, 1120), (600, 960), (1240, 960), (1800, 1120), (1800, 1200), (0, 1200)]
        ),
    )
    lay(image, brushed(size, ("#232a44", "#1b2138", "#38405c"), 460), ground)
    cobbles(image, ground)
    doorway(image)
    chestnut(image, 470, 1090, 330)
    bicycle(image, 1010, 1020, 62)
    return finish(image, 470, 0.5, 6)


def editor(image: Image.Image) -> None:
    """Somebody at the cutting table, seen through the window against the lamp."""

    def person(pen: Pen) -> None:
        pen.limb([(1452, 640, 27), (1451, 596, 23), (1452, 578, 14)])
        pen.limb([(1453, 552, 13), (1455, 546, 13)])
        pen.limb([(1466, 592, 8), (1480, 608, 7)])

    corners = [(1427, 532), (1485, 517), (1485, 612), (1427, 621)]
    pane = drawn(image.size, lambda p: p.polygon(corners))
    lay(image, "#5a2c17", level(times(drawn(image.size, person), pane), 0.9))


def cobbles(image: Image.Image, ground: Image.Image) -> None:
    """Wet cobblestones in perspective, with the windows in them."""
    size = image.size
    random = Random(461)

    def stones(pen: Pen) -> None:
        y = 962.0
        while y < 1210:
            depth = (y - 960) / 240
            wide = 10 + 34 * depth
            x = -random.uniform(0, wide)
            while x < size[0]:
                reach = wide * random.uniform(0.75, 1.2)
                pen.limb(
                    [(x + 3, y, 1 + 2.4 * depth), (x + reach - 4, y, 1 + 2.4 * depth)],
                    random.randint(60, 255),
                )
                x += reach
            y += 5 + 13 * depth

    tops = drawn(size, stones, 2)
    lay(image, "#56607f", level(times(tops, ground), 0.45))
    for x, reach in ((930, 260), (1330, 330), (660, 140)):
        warm = times(tops, ground, glow(size, x, 1010, reach, 170, 1.0))
        shine(image, LAMP, level(warm, 0.9))


def doorway(image: Image.Image) -> None:
    """The passage to the street, with its lamp."""
    size = image.size
    arch = [(860, 968), (860, 850), (880, 812), (920, 796), (960, 812), (980, 850), (980, 968)]
    gate = drawn(size, lambda p: p.polygon([arch[0], *curve(arch[1:-1]), arch[-1]]))
    lay(image, "#141a30", gate)
    inner = drawn(
        size,
        lambda p: p.polygon([(885, 968), *curve([(885, 862), (920, 824), (955, 862)]), (955, 968)]),
    )
    lay(
        image,
        gradient(size, [(0, "#ffd27a"), (0.7, "#ffd27a"), (0.81, "#c8733a"), (1, "#c8733a")], 465),
        inner,
    )
    shine(image, LAMP, level(glow(size, 920, 880, 240, 200, 2), 0.7))
    who = drawn(size, lambda p: figures.place(p, figures.STANDING, 926, 985, 58))
    lay(image, "#0c1120", who)


def bicycle(image: Image.Image, x: float, y: float, unit: float) -> None:
    """A bicycle against the wall."""

    def frame(pen: Pen) -> None:
        for wheel in (-0.8, 0.8):
            turns = [i * math.pi / 18 for i in range(37)]
            hub = x + wheel * unit
            rim = [(hub + 0.5 * unit * math.cos(t), y + 0.5 * unit * math.sin(t)) for t in turns]
            pen.line(rim, 3.2)
        for path in (
            [(-0.8, 0), (-0.35, -0.75), (0.5, -0.72), (0, 0.02), (-0.8, 0)],
            [(0, 0.02), (-0.35, -0.75)],
            [(0.8, 0), (0.45, -0.95), (0.7, -1.0)],
            [(-0.5, -0.92), (-0.2, -0.92)],
            [(-0.35, -0.92), (-0.35, -0.75)],
        ):
            pen.line([(x + a * unit, y + b * unit) for a, b in path], 3.4)

    lay(image, "#0c1222", drawn(image.size, frame))


PICTURES = {"pages/biography/images/biography-courtyard.jpg": courtyard}
