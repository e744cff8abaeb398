"""The four stills of Snow Globe."""

import math
from random import Random

from PIL import Image, ImageChops

from drawing.paint import Pen, drawn, glow, lay, level, shine, times, vignette
from drawing.snow_globe.paper import (
    COLD,
    DEEP,
    ICE,
    NIGHT,
    PALE,
    STILL,
    WHITE,
    Stack,
    circle,
    glass,
    snow,
    wavy,
)
from drawing.snow_globe.town import child, church, hill, house, lamp, place, street, tree


def town_in(stack: Stack, x: float, y: float, radius: float, seed: int = 3) -> None:
    """Fill a round window with the town: sky, hills, three streets, the church."""
    size, clip = stack.size, circle(stack.size, x, y, radius)
    lay(stack.image, ICE, clip)
    sky = times(
        glow(size, x - radius * 0.25, y - radius * 0.35, radius * 1.2, radius * 1.1, 1.2), clip
    )
    lay(stack.image, "#f4fafc", level(sky, 0.95))
    unit = radius / 100
    for depth, (tint, rise) in enumerate((("#b4d2e4", -6), ("#cbe0ec", 8))):
        heights = [
            y + unit * (rise + 13 * math.sin(i * 1.7 + depth * 2.1 + seed)) for i in range(9)
        ]
        stack.sheet(
            hill(size, x - radius * 1.2, heights, y + radius * 1.2, radius * 0.3), tint, 12, clip
        )
    back = street(
        size,
        seed,
        x - radius,
        x + radius,
        lambda a: y + unit * (24 - 10 * math.cos((a - x) / radius * 2)),
        unit * 7.4,
    )
    stack.sheet(back, "#d6e6ef", 11, clip)
    ground = [y + unit * (22 - 9 * math.cos((i - 4) / 4 * 1.9)) for i in range(9)]
    stack.sheet(
        hill(size, x - radius * 1.2, ground, y + radius * 1.3, radius * 0.3), "#dbe9f1", 8, clip
    )
    tower = drawn(size, lambda pen: church(pen, place(x + unit * 12, y + unit * 34, unit * 11.5)))
    stack.sheet(tower, "#eef5f8", 14, clip)
    middle = street(
        size,
        seed + 4,
        x - radius,
        x - unit * 22,
        lambda a: y + unit * (42 - 9 * math.cos((a - x) / radius * 2)),
        unit * 9.4,
    )
    right = street(
        size,
        seed + 9,
        x + unit * 26,
        x + radius,
        lambda a: y + unit * (44 - 9 * math.cos((a - x) / radius * 2)),
        unit * 9.4,
    )
    stack.sheet(ImageChops.lighter(middle, right), "#f1f6f9", 14, clip)
    ground = [y + unit * (40 + 5 * math.sin(i * 1.3 + seed)) for i in range(9)]
    stack.sheet(
        hill(size, x - radius * 1.2, ground, y + radius * 1.3, radius * 0.3), "#f4f8fa", 12, clip
    )

    def trees(pen: Pen) -> None:
        random = Random(seed + 20)
        for number in range(9):
            px = x + radius * (-0.80 + number * 0.205) + random.uniform(-8, 8)
            if abs(px - x - unit * 6) > unit * 22:
                tree(
                    pen,
                    place(px, y + unit * random.uniform(60, 68), unit * random.uniform(7.5, 10)),
                    2.8,
                )

    stack.sheet(drawn(size, trees), WHITE, 15, clip)
    ground = [y + unit * (66 + 6 * math.sin(i * 1.1 + 1.0)) for i in range(9)]
    stack.sheet(
        hill(size, x - radius * 1.2, ground, y + radius * 1.3, radius * 0.3), WHITE, 14, clip
    )


def flakes(stack: Stack, x: float, y: float, radius: float, seed: int, count: int = 150) -> None:
    """Let it snow inside the glass."""

    def keep(p) -> bool:
        return math.hypot(p[0] - x, p[1] - y) < radius * 0.95

    stack.sheet(snow(stack.size, seed, count * 6, (1.5, 4), keep), WHITE, 5)
    stack.sheet(snow(stack.size, seed + 1, count, (4, 8), keep), WHITE, 14)


def base_of(stack: Stack, x: float, y: float, radius: float) -> None:
    """Set the foot under the globe: three rings of board."""
    for half, top, low, tint, lift in (
        (0.90, 0.90, 1.22, COLD, 30),
        (0.80, 0.86, 1.10, ICE, 22),
        (0.70, 0.80, 0.98, PALE, 16),
    ):
        corners = [(-half + 0.07, top), (half - 0.07, top), (half, low), (-half, low)]
        shape = drawn(
            stack.size,
            lambda pen, c=corners: pen.polygon([(x + a * radius, y + b * radius) for a, b in c]),
            2,
        )
        stack.sheet(shape, tint, lift)


def globe_still() -> Image.Image:
    """The globe on its table; the thread comes from the tower and leaves the picture."""
    stack = Stack(STILL, COLD)
    shine(stack.image, "#cfe6f2", level(glow(STILL, 560, 260, 1500, 1200, 1.6), 0.55))
    table = drawn(
        STILL, lambda pen: pen.polygon([(0, 985), (1800, 935), (1800, 1200), (0, 1200)]), 2
    )
    stack.sheet(table, DEEP, 26)
    x, y, radius = 1030.0, 545.0, 480.0
    base_of(stack, x, y, radius)
    ball = circle(STILL, x, y, radius)
    stack.shadow(ball, 44, 0.9)
    town_in(stack, x, y, radius)
    unit = radius / 100
    someone = place(x - unit * 9, y + unit * 73, unit * 8.4)
    path = [
        (x + unit * 13, y - unit * 42),
        (x + unit * 30, y - unit * 22),
        (x + unit * 46, y + unit * 4),
    ]
    path += [(x + unit * 18, y + unit * 34), (x + unit * 2, y + unit * 52), someone(0.52, 0.86)]
    stack.thread(path, 5.5, 9)
    stack.sheet(child(STILL, someone, (0.52, 0.86)), WHITE, 9)
    tail = [
        someone(0.50, 0.84),
        someone(0.05, -0.1),
        (x - unit * 40, y + unit * 84),
        (x - unit * 62, y + unit * 72),
    ]
    stack.thread(tail, 5.5, 6, ball)
    flakes(stack, x, y, radius, 5)
    glass(stack, x, y, radius)
    out = [
        (x - unit * 62, y + unit * 73),
        (x - unit * 86, y + unit * 92),
        (560, 1078),
        (330, 1010),
        (190, 1085),
        (-30, 1060),
    ]
    stack.thread(out, 6.5, 8)
    vignette(stack.image, 0.35, NIGHT)
    return stack.image


CX, CY = 930.0, 560.0  # where the street vanishes


def street_sheets() -> list[tuple[Image.Image, str, float, int]]:
    """Return the street from far to near: mask, colour, lift, and how near it is (0 to 6)."""
    tower = drawn(STILL, lambda pen: church(pen, place(CX - 16, CY + 190, 52)))
    sheets = [(tower, "#d9e8f1", 10.0, 0)]
    shades = ["#c9deeb", "#b4d0e2", "#d3e4ee", "#e3eef4", "#f0f6f9", WHITE]
    for depth, tint in enumerate(shades):
        ground = CY + 150 + 44 * 1.52**depth
        mask = drawn(STILL, lambda pen, d=depth, g=ground: fronts(pen, d, g), 2)
        sheets.append((mask, tint, 9.0 + depth * 6, depth + 1))
        for near, x, scale in ((2, -175, 62), (4, 300, 138)):
            if depth == near:
                at = place(CX + x, ground + 18, scale)
                sheets.append(
                    (drawn(STILL, lambda pen, at=at: lamp(pen, at)), WHITE, near * 5.0, near + 1)
                )
    return sheets


def fronts(pen: Pen, depth: int, ground: float) -> None:
    """Cut both sides of the street at one depth, with the ground between them."""
    scale, half = 46 * 1.47**depth, 120 * 1.46**depth
    for side in (-1, 1):
        x = CX + side * half
        for number in range(3):
            seed = 100 + depth * 17 + number * 5 + side
            wide = Random(seed).choice([1.5, 1.9, 2.3]) * scale  # as `house` will choose
            house(pen, place(x if side > 0 else x - wide, ground, scale), seed)
            x += side * wide
    pen.polygon([(-50, ground - 4), (1850, ground - 4), (1850, 1300), (-50, 1300)])


WALKER = place(CX - 70, 1085, 178)
HAND = (0.52, 1.02)
AHEAD = [(CX - 3, CY - 120), (CX - 60, CY - 20), (CX - 172, CY + 70), (CX - 60, CY + 230)]
AHEAD += [(CX + 190, CY + 190), (CX + 300, CY + 240), (CX + 210, CY + 330), WALKER(*HAND)]
BEHIND = [WALKER(0.50, 1.0), WALKER(0.62, 0.5), WALKER(0.9, 0.05)]
BEHIND += [(1330, 1130), (1560, 1080), (1840, 1150)]


def street_still() -> Image.Image:
    """Looking along the street, sheet behind sheet, towards the light."""
    stack = Stack(STILL, "#f7fbfc")
    shine(stack.image, "#ffffff", glow(STILL, CX, CY, 700, 560, 1.2))
    for mask, tint, lift, _depth in street_sheets():
        stack.sheet(mask, tint, lift)
    stack.thread(AHEAD, 7, 14)
    stack.sheet(child(STILL, WALKER, HAND), WHITE, 24)
    stack.thread(BEHIND, 8, 10)
    stack.sheet(snow(STILL, 41, 260, (2, 5), lambda p: True), WHITE, 8)
    stack.sheet(snow(STILL, 42, 44, (7, 15), lambda p: True), WHITE, 30)
    return stack.image


def shaken_still() -> Image.Image:
    """Shaken: what stood is flying, and hangs on the thread."""
    stack = Stack(STILL, "#9fc4db")
    shine(stack.image, "#f2f9fc", level(glow(STILL, 980, 560, 1150, 900, 1.4), 0.85))
    for number, (radius, tint) in enumerate(
        ((1010, "#8fb8d1"), (900, "#b9d5e5"), (800, "#dbe9f1"))
    ):
        rim = wavy(STILL, 30 + number, 900, 600, radius, 46)
        stack.sheet(rim, tint if number != 2 else "#cfe2ed", 34 - number * 4)
    stack.sheet(
        snow(STILL, 81, 420, (2, 6), lambda p: math.hypot(p[0] - 900, p[1] - 600) < 860), WHITE, 7
    )
    random = Random(19)
    for number in range(9):
        x, y = random.uniform(240, 1560), random.uniform(90, 1110)
        far = place(x, y, random.uniform(24, 36), random.uniform(0, 360))
        shape = drawn(STILL, lambda pen, far=far, n=number: house(pen, far, 700 + n))
        stack.sheet(shape, ("#bcd6e6", "#c9deeb")[number % 2], 8)
    knots = []
    flying = [
        (330, 470, 62, -38),
        (560, 850, 78, 24),
        (640, 300, 52, 152),
        (900, 640, 96, -168),
        (1230, 330, 70, 46),
        (1330, 830, 84, 118),
        (1560, 520, 58, -72),
    ]
    for number, (x, y, scale, turn) in enumerate(flying):
        at = place(x, y, scale, turn)
        if number == 3:
            mask = drawn(STILL, lambda pen, at=at: church(pen, at))
            knots.append(at(0.1, 6.4))
        else:
            mask = drawn(STILL, lambda pen, at=at, n=number: house(pen, at, 300 + n * 7))
            knots.append(at(0.9, 1.6))
        if number == 3:
            continue
        stack.sheet(mask, (WHITE, "#eef5f9")[number % 2], 20 + scale * 0.25)
    for _ in range(6):
        x, y, turn = random.uniform(260, 1560), random.uniform(160, 1060), random.uniform(0, 360)
        stack.sheet(
            drawn(STILL, lambda pen, x=x, y=y, t=turn: tree(pen, place(x, y, 36, t))), "#e6f0f5", 14
        )
    at = place(860, 330, 88, 172)
    stack.sheet(drawn(STILL, lambda pen: church(pen, at)), WHITE, 44)
    order = [knots[0], knots[2], at(0.1, 4.9), knots[4], knots[6], knots[5], knots[1]]
    who = place(985, 1010, 104, 20)
    hand = (0.36, 1.72)
    loop = [
        (-30, 610),
        (170, 520),
        *order[:2],
        (760, 460),
        order[2],
        (1010, 560),
        *order[3:6],
        (1150, 780),
        who(*hand),
    ]
    stack.thread(loop, 8, 22)
    stack.thread([who(*hand), (900, 800), order[6], (360, 1010), (120, 960), (-30, 1010)], 8, 20)
    stack.sheet(child(STILL, who, hand), WHITE, 26)
    stack.sheet(snow(STILL, 82, 50, (8, 17), lambda p: True), WHITE, 40)
    return stack.image
