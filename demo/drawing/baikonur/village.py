"""The village under the flight path: a fence of hull plates, a swing on a bent strut."""

import math
from random import Random

from PIL import Image, ImageChops

from drawing import noise, typeset
from drawing.baikonur.camp import STILL
from drawing.baikonur.land import brushed, finish, ground, meadow
from drawing.baikonur.sky import sky_with_clouds
from drawing.paint import (
    Pen,
    Point,
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
    rough,
    shine,
    times,
)

MORNING = [(0, "#3f87a0"), (0.4, "#7db6b9"), (0.7, "#cfdcc4"), (0.88, "#f3dda8"), (1, "#f8c983")]
HORIZON = 840
METAL = ["#8c8f8a", "#a8a393", "#6f7d80", "#b7a98c", "#7d6a58", "#94a0a0"]


def trail(image: Image.Image) -> None:
    """What is left of this morning's launch, blown out of shape by the wind."""
    size = image.size
    path = [(1500, 830, 9), (1490, 730, 13), (1512, 640, 16), (1470, 540, 22), (1500, 440, 22)]
    path += [(1420, 320, 20), (1330, 200, 14), (1200, 70, 8), (1130, -10, 5)]
    body = rough(drawn(size, lambda p: p.limb(path), 2), 301, 24, 8, 0.7)
    soft = ImageChops.lighter(level(blur(body, 3), 0.9), level(blur(body, 26), 0.4))
    lay(image, gradient(size, [(0, "#ffffff"), (0.5, "#fff1d8"), (0.7, "#f2c99e")], 302), soft)
    shade = times(ImageChops.offset(body, 8, 4), contrast(noise.fbm(size, (46, 30), 303), 0.4, 0.8))
    lay(image, "#a9b4ae", level(times(blur(shade, 3), body), 0.5))


def house(image: Image.Image, x: float, y: float, wide: float, high: float, seed: int) -> None:
    """A low whitewashed house with a flat roof, a blue window and a stovepipe."""
    size = image.size
    random = Random(seed)
    wall = [(x, y), (x, y - high), (x + wide, y - high * 0.98), (x + wide, y)]
    mask = drawn(size, lambda p: p.polygon(wall), 2)
    plaster = brushed(size, ("#c9b48f", "#b09c82", "#dcc89c"), seed)
    lay(
        plaster,
        "#6b5c5c",
        ramp(size, [(0, 0), ((y - high) / size[1], 0), (y / size[1], 120), (1, 120)]),
    )
    lay(image, plaster, mask)
    roof = [(x - wide * 0.04, y - high * 0.96), (x + wide * 1.04, y - high * 0.94)]
    roof += [(x + wide * 1.02, y - high * 1.1), (x - wide * 0.02, y - high * 1.12)]
    lay(image, "#5e5351", drawn(size, lambda p: p.polygon(roof), 2))
    pipe = x + wide * random.uniform(0.6, 0.8)
    lay(
        image,
        "#4a4446",
        drawn(size, lambda p: p.line([(pipe, y - high), (pipe, y - high * 1.5)], wide * 0.03)),
    )
    side = high * 0.3
    for part in (0.22, 0.56):
        a, b = x + wide * part, y - high * 0.68
        frame = [
            (a - 3, b - 3),
            (a + side + 3, b - 3),
            (a + side + 3, b + side + 3),
            (a - 3, b + side + 3),
        ]
        lay(image, "#3f7f9c", drawn(size, lambda p, frame=frame: p.polygon(frame), 2))
        pane = [(a, b), (a + side, b), (a + side, b + side), (a, b + side)]
        lay(image, "#2e3a44", drawn(size, lambda p, pane=pane: p.polygon(pane), 2))
        bars = [
            [(a + side / 2, b), (a + side / 2, b + side)],
            [(a, b + side / 3), (a + side, b + side / 3)],
        ]
        lay(image, "#3f7f9c", drawn(size, lambda p, bars=bars: [p.line(bar, 2) for bar in bars]))
    right = [(x + wide * 0.94, y), (x + wide * 0.94, y - high), (x + wide, y - high), (x + wide, y)]
    shine(image, "#ffcf90", level(drawn(size, lambda p: p.polygon(right), 2), 0.4))


def stage_shed(image: Image.Image, x: float, y: float, radius: float) -> None:
    """Half a rocket stage, laid on its side: the roof of a stable."""
    size = image.size
    length = radius * 3.4
    arc = [
        (x + radius * 0.42 * math.cos(t), y - radius * math.sin(t))
        for t in (i * math.pi / 20 for i in range(21))
    ]
    far = [(a + length, b * 0.985 + y * 0.015) for a, b in arc]
    hull = [arc[0], *arc[:11], far[10], *far[10::-1], far[0]]
    left = [*arc[10:], arc[20], (x + length, y), far[10]]
    body = drawn(size, lambda p: (p.polygon(hull), p.polygon(left)), 2)
    metal = gradient(
        size,
        [
            (0, "#d9d6c6"),
            ((y - radius) / size[1], "#e6dfc9"),
            ((y - radius * 0.4) / size[1], "#9aa2a0"),
            (y / size[1], "#58585c"),
            (1, "#58585c"),
        ],
        311,
    )
    lay(metal, "#8a5a3c", level(contrast(noise.fbm(size, (220, 26), 312), 0.55, 0.85), 0.7))
    lay(metal, "#4a474a", level(contrast(noise.fbm(size, (24, 90), 313), 0.6, 0.9), 0.5))
    lay(image, metal, body)

    def ribs(pen: Pen) -> None:
        for part in (0.2, 0.42, 0.64, 0.86):
            pen.line([(a + length * part, b) for a, b in arc[:12]], 3)

    lay(image, "#4d4b4e", level(times(drawn(size, ribs), body), 0.7))
    mouth = drawn(size, lambda p: p.polygon(arc), 2)
    lay(image, "#241f22", mouth)
    lay(image, "#c9c0ab", drawn(size, lambda p: p.line(arc, 5)))
    stencil = typeset.line(
        size, "07", x + length * 0.50, y - radius * 0.56, "oswald-700-normal", radius * 0.42
    )
    lay(
        image,
        "#8c2f22",
        level(times(stencil, contrast(noise.fbm(size, (14, 14), 314, 3), 0.2, 0.6)), 0.85),
    )


def fence(image: Image.Image, left: float, right: float, y: float, seed: int) -> None:
    """Plates from three kinds of rocket, wired to posts."""
    size = image.size
    random = Random(seed)
    x = left
    while x < right:
        wide, high = random.uniform(54, 128), random.uniform(92, 148)
        lean = random.uniform(-0.05, 0.05)
        plate = [
            (x, y + 12),
            (x + lean * high, y - high),
            (x + wide + lean * high, y - high * random.uniform(0.92, 1.05)),
            (x + wide, y + 12),
        ]
        kind = random.random()
        mask = drawn(size, lambda p, plate=plate: p.polygon(plate), 2)
        tone = random.choice(METAL)
        face = gradient(
            size,
            [
                (0, tone),
                ((y - high) / size[1], mix(tone, "#fff0d0", 0.25)),
                (y / size[1], mix(tone, "#2a2830", 0.55)),
                (1, "#2a2830"),
            ],
            seed,
        )
        rust = contrast(noise.fbm(size, (60, 90), round(x) + 5), 0.5, 0.8)
        lay(face, "#8a4a2c", level(rust, 0.6))
        if kind < 0.3:
            band = drawn(
                size,
                lambda p, x=x, w=wide, h=high: p.polygon(
                    [
                        (x - 20, y - h * 0.62),
                        (x + w + 20, y - h * 0.66),
                        (x + w + 20, y - h * 0.44),
                        (x - 20, y - h * 0.40),
                    ]
                ),
                2,
            )
            lay(face, "#b2442c", level(band, 0.85))
        lay(image, face, mask)
        rivets = drawn(
            size,
            lambda p, x=x, w=wide, h=high, n=lean: [
                p.disc(x + 8 + (w - 16) * i / 4 + n * h, y - h + 12, 2.4) for i in range(5)
            ],
        )
        lay(image, "#3a3538", level(rivets, 0.8))
        edge = ImageChops.subtract(mask, ImageChops.offset(mask, -3, 2))
        shine(image, "#ffd9a0", level(edge, 0.5))
        lay(image, "#1e1b20", level(ImageChops.subtract(mask, ImageChops.offset(mask, 3, 0)), 0.6))
        x += wide - 2
        if random.random() < 0.5:
            post = x + random.uniform(-4, 4)
            lay(
                image,
                "#2c2523",
                drawn(size, lambda p, post=post: p.line([(post, y + 16), (post + 3, y - 168)], 9)),
            )


def swing(image: Image.Image) -> None:
    """A girl in the air, seen from behind, plait and skirt a little later than she is."""
    size = image.size
    top, angle, length = (600, 326), math.radians(27), 520

    def strut(pen: Pen) -> None:
        pen.limb([(230, 1130, 20), (276, 800, 17), (350, 480, 15), (490, 318, 14), (690, 298, 13)])
        pen.limb(
            [(690, 298, 13), (900, 316, 12), (1030, 440, 13), (1092, 800, 16), (1130, 1130, 19)]
        )

    beam = drawn(size, strut)
    metal = gradient(size, [(0, "#5a5d60"), (0.3, "#4a4a4e"), (1, "#1f1d23")], 331)
    lay(metal, "#8a4a2c", level(contrast(noise.fbm(size, (50, 70), 332), 0.5, 0.8), 0.7))
    lay(image, metal, beam)
    lit = ImageChops.subtract(beam, ImageChops.offset(beam, -5, 3))
    shine(image, "#ffd39a", level(blur(lit, 1.5), 0.55))
    along = (math.sin(angle), math.cos(angle))
    across = (math.cos(angle), -math.sin(angle))

    def at(down: float, side: float) -> Point:
        return (
            top[0] + along[0] * down + across[0] * side,
            top[1] + along[1] * down + across[1] * side,
        )

    def ropes(pen: Pen) -> None:
        for side in (-14, 6):
            pen.line([(top[0] + side, top[1] - 20), at(length, side * 0.9)], 4)

    lay(image, "#2a2124", drawn(size, ropes))

    def limb(pen: Pen, *points: tuple[float, float, float]) -> None:
        pen.limb([(*at(length + down, side), radius) for down, side, radius in points])

    def girl(pen: Pen) -> None:
        pen.polygon([at(length + a, b) for a, b in ((-4, -58), (-4, 52), (10, 52), (10, -58))])
        limb(pen, (-22, -14, 34), (-72, -40, 25), (-116, -58, 26), (-142, -66, 22))
        limb(pen, (-150, -68, 13), (-176, -72, 12))
        skull = [(-246, -62), (-238, -38), (-224, -25), (-210, -21), (-203, -14), (-198, -21)]
        skull += [(-190, -21), (-184, -24), (-177, -36), (-174, -60), (-186, -92), (-210, -106)]
        skull.append((-236, -94))
        bowed = [(a + 0.34 * (b + 62), b - 0.30 * (a + 210)) for a, b in skull]
        pen.polygon(curve([at(length + a, b) for a, b in bowed], closed=True))
        limb(
            pen,
            (-214, -96, 16),
            (-186, -128, 14),
            (-150, -146, 11),
            (-116, -176, 8),
            (-92, -184, 3),
        )
        limb(pen, (-138, -60, 15), (-116, -18, 12), (-150, 4, 10), (-164, 2, 12))
        limb(pen, (-136, -62, 12), (-138, -10, 11), (-176, 10, 9), (-188, 6, 10))
        skirt = [(-52, -44), (-46, 6), (-34, 62), (-28, 116), (22, 112), (40, 60), (62, 10)]
        skirt += [(50, -34), (74, -76), (22, -60)]
        pen.polygon(curve([at(length + a, b) for a, b in skirt], closed=True))
        limb(pen, (-8, 90, 18), (-2, 130, 14), (14, 196, 11), (16, 206, 9))
        limb(pen, (16, 204, 10), (-12, 222, 8))
        limb(pen, (8, 90, 17), (20, 132, 13), (52, 186, 10))
        limb(pen, (52, 184, 10), (30, 208, 8))

    shape = drawn(size, girl)
    lay(image, gradient(size, [(0, "#2a2630"), (0.55, "#3a2a30"), (0.8, "#241c26")], 335), shape)
    sun = ImageChops.subtract(shape, ImageChops.offset(shape, -4, 3))
    shine(image, "#ffcf92", level(blur(sun, 1.4), 0.22))
    ribbon = at(length - 112, -180)
    lay(
        image,
        "#c8432c",
        drawn(
            size,
            lambda p: (
                p.disc(ribbon[0] - 5, ribbon[1] - 2, 8, 5),
                p.disc(ribbon[0] + 6, ribbon[1] + 3, 8, 5),
            ),
        ),
    )


def swing_under_the_trail() -> Image.Image:
    """Still 7: in the village nothing is thrown away, least of all a rocket."""
    size = STILL
    image = sky_with_clouds(size, MORNING, HORIZON, ("#e9e6cf", "#fff4dc"), 304)
    shine(image, "#ffdf9c", level(glow(size, 1750, HORIZON - 40, 1100, 520, 1.7), 0.6))
    trail(image)
    ground(image, HORIZON, 10, ("#b9a27a", "#a8946f", "#d0b98c"), 305)
    for x, y, wide, high, seed in (
        (1110, 872, 150, 62, 1),
        (1330, 866, 120, 54, 2),
        (720, 876, 170, 70, 3),
    ):
        house(image, x, y, wide, high, seed)
    ground(image, HORIZON + 44, 8, ("#b59d6e", "#a28a63", "#ccb27c"), 306)
    stage_shed(image, 1290, 956, 132)
    house(image, 60, 938, 330, 150, 4)
    ground(image, HORIZON + 96, 8, ("#a58c60", "#937b56", "#bfa26e"), 307)
    fence(image, -20, 560, 1004, 321)
    fence(image, 1180, 1830, 1012, 322)
    ground(image, HORIZON + 176, 12, ("#8f7650", "#7c6546", "#ab8d5e"), 308)
    lay(image, "#2b2328", ramp(size, [(0, 0), (0.86, 0), (1, 170)]))
    swing(image)
    meadow(image, 1050, ("#7f6845", "#2e2422"), 309, 92, 0.3, rows=6)
    return finish(image, 310, 0.28, 3)
