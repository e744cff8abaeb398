"""The four stills of Brass."""

import math

from PIL import Image

from drawing.brass.press import STILL, Sheet, arc, around, bell, gap


def fan_still() -> Image.Image:
    """Twelve places, eight bells: what is missing is silence, a strip of bare paper."""
    sheet = Sheet(STILL)
    x, y = -120.0, 1330.0
    first, width = 5.5, 6.9
    inks = [
        "black",
        "ochre",
        "red",
        "black",
        "",
        "ochre",
        "black",
        "red",
        "ochre",
        "",
        "black",
        "red",
    ]
    for number, ink in enumerate(inks):
        start = first + number * width
        if ink:
            sheet.sector(x, y, 900, 2700, start, start + width, ink)
    for number, ink in enumerate(inks):
        start = first + number * width
        if not ink:
            for radius in range(1040, 2500, 92):
                sheet.sector(x, y, radius, radius + 2.6, start + 0.5, start + width - 0.5, "black")
    sheet.sector(x, y, 0, 905, -5, 100, "")
    for number, ink in enumerate(inks):
        angle = first + (number + 0.5) * width
        px, py = around(x, y, 905, angle)
        radius = 905 * math.tan(math.radians(width / 2)) * 0.97
        if ink:
            bell(sheet, px, py, radius, angle + 180)
        else:
            gap(sheet, px, py, radius)
    for radius, ink, thick in (
        (770, "black", 16),
        (735, "black", 5),
        (560, "red", 74),
        (470, "black", 5),
    ):
        sheet.ring(x, y, radius, radius - thick, ink)
    sheet.disc(x, y, 392, "black")
    for degrees in range(8, 90, 7):
        start, end = around(x, y, 640, degrees), around(x, y, 690, degrees)
        sheet.bar(start, end, 5, "black")
    return sheet.pull(11)


def pine(sheet: Sheet, x: float, y: float, tall: float, ink: str = "black") -> None:
    """Draw a spruce as three triangles."""
    for step in range(3):
        top, low = y - tall * (1 - step * 0.22), y - tall * (0.52 - step * 0.22)
        half = tall * (0.13 + step * 0.06)
        sheet.polygon([(x, top), (x + half, low), (x - half, low)], ink)
    sheet.box(x - tall * 0.02, y - tall * 0.1, x + tall * 0.02, y, ink)


def player(sheet: Sheet, x: float, y: float, size: float, kind: str, lean: float) -> None:
    """Draw one of the marching band, feet at (x, y), walking left to right, uphill by `lean`."""

    def at(a: float, b: float):
        angle = math.radians(lean) * 0.35
        px, py = a * size, -b * size
        return (
            x + px * math.cos(angle) - py * math.sin(angle),
            y + px * math.sin(angle) + py * math.cos(angle),
        )

    def capsule(points: list, width: float, ink: str = "black") -> None:
        sheet.capsule([at(a, b) for a, b in points], width * size, ink)

    capsule([(-0.02, 0.50), (0.16, 0.28), (0.13, 0.02), (0.20, 0.02)], 0.085)
    capsule([(-0.03, 0.50), (-0.10, 0.26), (-0.24, 0.06), (-0.19, 0.03)], 0.085)
    sheet.polygon([at(-0.15, 0.46), at(0.13, 0.46), at(0.155, 0.90), at(-0.145, 0.90)], "black")
    sheet.polygon([at(-0.15, 0.60), at(0.135, 0.60), at(0.14, 0.645), at(-0.148, 0.645)], "red")
    for b in (0.70, 0.77, 0.84):
        sheet.disc(*at(0.10, b), size * 0.014, "ochre")
    sheet.disc(*at(0.02, 1.005), size * 0.086, "")
    sheet.ring(*at(0.02, 1.005), size * 0.092, size * 0.078, "black")
    cap = [at(-0.095, 1.045), at(-0.085, 1.135), at(0.115, 1.15), at(0.125, 1.045)]
    sheet.polygon(cap, "black")
    sheet.polygon([at(0.10, 1.045), at(0.20, 1.02), at(0.20, 1.04), at(0.10, 1.075)], "black")
    sheet.polygon([at(-0.094, 1.055), at(0.124, 1.055), at(0.123, 1.085), at(-0.092, 1.085)], "red")
    if kind == "helicon":
        cx, cy = at(0.02, 0.80)
        sheet.ring(cx, cy, size * 0.31, size * 0.215, "black")
        sheet.ring(cx, cy, size * 0.296, size * 0.229, "ochre")
        bell(sheet, *at(-0.10, 1.40), size * 0.30, -52 - lean)
        sheet.capsule([at(0.16, 0.86), at(0.24, 0.74), at(0.18, 0.70)], size * 0.07, "black")
        return
    if kind == "trumpet":
        capsule([(0.15, 0.985), (0.52, 1.055)], 0.042)
        capsule([(0.16, 0.987), (0.51, 1.053)], 0.018, "ochre")
        cone = [at(0.44, 1.055), at(0.68, 1.19), at(0.71, 0.97), at(0.445, 1.03)]
        sheet.polygon(cone, "black")
        sheet.polygon(
            [at(0.48, 1.055), at(0.665, 1.165), at(0.69, 0.995), at(0.48, 1.037)], "ochre"
        )
        for a in (0.27, 0.32, 0.37):
            sheet.bar(at(a, 1.0), at(a - 0.012, 1.09), size * 0.026, "black")
        capsule([(0.07, 0.86), (0.20, 0.80), (0.31, 0.985)], 0.066)
        return
    if kind == "trombone":
        capsule([(0.14, 0.985), (0.86, 1.01)], 0.034)
        capsule([(0.20, 0.925), (0.86, 0.948), (0.86, 1.01)], 0.034)
        capsule([(0.14, 0.986), (0.85, 1.01)], 0.014, "ochre")
        capsule([(-0.16, 1.12), (0.20, 1.10)], 0.034)
        cone = [at(0.20, 1.125), at(0.52, 1.25), at(0.54, 1.00), at(0.20, 1.075)]
        sheet.polygon(cone, "black")
        sheet.polygon(
            [at(0.24, 1.118), at(0.505, 1.222), at(0.522, 1.03), at(0.24, 1.085)], "ochre"
        )
        capsule([(0.07, 0.86), (0.24, 0.78), (0.52, 0.945)], 0.066)
        return
    if kind == "drum":
        sheet.disc(*at(0.34, 0.66), size * 0.285, "black")
        sheet.disc(*at(0.34, 0.66), size * 0.262, "red")
        sheet.disc(*at(0.34, 0.66), size * 0.205, "")
        sheet.ring(*at(0.34, 0.66), size * 0.205, size * 0.19, "black")
        capsule([(0.07, 0.86), (-0.10, 0.70), (0.10, 0.62)], 0.066)
        sheet.bar(at(0.08, 0.60), at(0.32, 0.76), size * 0.022, "black")
        sheet.disc(*at(0.33, 0.765), size * 0.042, "black")


def hill_still() -> Image.Image:
    """The band on its way up to the pit; there is a gap in the row."""
    sheet = Sheet(STILL)
    sheet.disc(1310, 470, 452, "red")
    for number in range(9):
        y = 96 + number * 15.5 + number**2 * 3.2
        sheet.box(0, y, 1800, y + 3, "black", True)
    sheet.polygon([(-20, 1220), (-20, 905), (420, 640), (980, 1220)], "ochre")
    for x, y, tall in (
        (52, 872, 250),
        (150, 815, 300),
        (248, 754, 250),
        (345, 700, 215),
        (470, 706, 190),
    ):
        pine(sheet, x, y, tall)
    lean = math.degrees(math.atan2(600, 1850))
    sheet.polygon([(-40, 1200), (1820, 597), (1820, 1220), (-40, 1220)], "black")
    for number in range(7):
        low = 70 + number * 62
        sheet.bar((-40, 1200 + low), (1820, 597 + low), 5 + number * 1.4, "")
    tower(sheet, 1722, 664)
    row = [("helicon", 140), ("drum", 318), ("trombone", 505), ("", 735), ("helicon", 885)]
    row += [("trumpet", 1062), ("helicon", 1308), ("trombone", 1466)]
    for kind, x in row:
        y = 1200 - (x + 40) * 603 / 1860 + 4
        if kind:
            player(sheet, x, y, 232, kind, lean)
            continue
        for dx, dy in ((-30, 16), (24, 0)):
            sheet.capsule([(x + dx, y + dy + 6), (x + dx + 34, y + dy - 4)], 8, "")
    return sheet.pull(23)


def tower(sheet: Sheet, x: float, y: float) -> None:
    """Draw the winding tower of the pit."""
    for start, end in (
        ((x - 70, y + 40), (x - 18, y - 430)),
        ((x + 70, y + 20), (x + 18, y - 430)),
        ((x + 190, y - 90), (x + 24, y - 400)),
    ):
        sheet.bar(start, end, 15, "black")
    for share in (0.2, 0.42, 0.64, 0.84):
        half = 70 - 52 * share
        level = y - 430 * share
        sheet.bar((x - half, level), (x + half, level - 8), 8, "black")
        sheet.bar((x - half, level), (x + half * 0.72, level - 88), 6, "black")
    for dx in (-44, 44):
        sheet.ring(x + dx, y - 452, 47, 37, "black")
        sheet.disc(x + dx, y - 452, 9, "black")
        for degrees in range(0, 180, 45):
            start = around(x + dx, y - 452, 40, degrees)
            end = around(x + dx, y - 452, 40, degrees + 180)
            sheet.bar(start, end, 4, "black")
    sheet.box(x - 104, y - 408, x + 104, y - 394, "black")


def valves_still() -> Image.Image:
    """Three valves, one of them down."""
    sheet = Sheet(STILL)
    sheet.polygon([(0, 0), (1800, 0), (1800, 250), (0, 700)], "red")
    for radius, ink in (
        (560, "black"),
        (500, "ochre"),
        (430, "black"),
        (424, ""),
        (300, "black"),
        (240, "ochre"),
        (170, "black"),
        (164, ""),
    ):
        sheet.polygon(arc(340, 830, radius, 90, 270), ink)
        sheet.box(338, 830 - radius, 1340, 830 + radius, ink)
    for top in (830 - 560, 830 + 500):
        sheet.box(338, top + 14, 1390, top + 21, "black", True)
    for x, down in ((610, 0), (980, 96), (1350, 0)):
        cylinder(sheet, x, down)
    for knuckle, tip in (
        ((950, -40), (645, 140)),
        ((1320, 20), (1012, 226)),
        ((1680, 60), (1386, 140)),
    ):
        finger(sheet, knuckle, tip)
    return sheet.pull(37)


def cylinder(sheet: Sheet, x: float, down: float) -> None:
    """Draw one valve with its stem and its cap."""
    half = 138
    sheet.box(x - half, 420, x + half, 1220, "black")
    sheet.box(x - half + 9, 429, x + half - 9, 1220, "ochre")
    sheet.box(x - 92, 429, x - 40, 1220, "")
    sheet.box(x - 30, 429, x - 20, 1220, "")
    for number in range(9):
        left = x + 44 + number * 10
        sheet.box(left, 429, left + 2.0 + number * 0.75, 1220, "black", True)
    for y, tall in ((420, 62), (985, 34)):
        sheet.box(x - half - 16, y, x + half + 16, y + tall, "black")
        sheet.box(x - half - 8, y + 8, x + half + 8, y + tall - 8, "ochre")
        for number in range(19):
            left = x - half - 4 + number * 15.4
            sheet.box(left, y + 8, left + 4, y + tall - 8, "black", True)
    sheet.box(x - 27, 236 + down, x + 27, 424, "black")
    sheet.box(x - 18, 236 + down, x - 2, 420, "")
    sheet.box(x - 62, 396, x + 62, 422, "red")
    sheet.polygon(
        [(x - 112, 204 + down), (x + 112, 204 + down), (x + 92, 246 + down), (x - 92, 246 + down)],
        "black",
    )
    sheet.box(x - 118, 180 + down, x + 118, 206 + down, "black")
    sheet.box(x - 108, 187 + down, x + 108, 199 + down, "")


def finger(sheet: Sheet, knuckle, tip) -> None:
    """Lay a finger from the knuckle to a cap: three bones and a nail."""
    (kx, ky), (tx, ty) = knuckle, tip
    middle = (tx + (kx - tx) * 0.42, ty - 122)
    root = (kx + 420, ky - 160)
    points = [root, (kx, ky - 66), middle, (tx, ty)]
    sheet.capsule(points, 124, "")
    sheet.capsule(points, 108, "black")
    dx, dy = tx - middle[0], ty - middle[1]
    length = math.hypot(dx, dy)
    ux, uy = dx / length, dy / length
    nail = (tx + uy * 24 + ux * 12, ty - ux * 24 + uy * 12)
    if ux < 0:
        nail = (tx + uy * 20 + ux * 8, ty - ux * 20 + uy * 8)
    back = (nail[0] - ux * 34, nail[1] - uy * 34)
    sheet.capsule([back, nail], 34, "")
    for px, py in ((kx, ky - 66), middle):
        for offset in (-14, 0, 14):
            a = (px - uy * 30 + offset, py - 34)
            b = (px - uy * 30 + offset + 4, py - 8)
            sheet.bar(a, b, 3.4, "")


def player_still() -> Image.Image:
    """The helicon and whoever is behind it."""
    sheet = Sheet(STILL)
    sheet.polygon([(0, 0), (760, 0), (0, 1200)], "red")
    for number in range(11):
        left = 1290 + number * 52
        sheet.polygon(
            [
                (left, 0),
                (left + 20 - number, 0),
                (left - 500 + 20 - number, 1200),
                (left - 500, 1200),
            ],
            "black",
        )
    sheet.polygon([(330, 1220), (470, 800), (1330, 800), (1470, 1220)], "black")
    for side in (-1, 1):
        x = 900 + side * 395
        sheet.polygon([(x - 96, 842), (x + 96, 842), (x + 70, 800), (x - 70, 800)], "red")
        for number in range(9):
            px = x - 88 + number * 22
            sheet.bar((px, 842), (px + side * 3, 892), 7, "red")
    sheet.polygon([(690, 180), (726, 40), (1074, 40), (1110, 180)], "black")
    sheet.box(690, 150, 1110, 196, "red")
    sheet.disc(900, 112, 40, "ochre")
    sheet.ring(900, 112, 30, 24, "black")
    x, y, radius = 900, 600, 468
    sheet.ring(x, y + 130, 600, 468, "")
    sheet.ring(x, y + 130, 586, 482, "black")
    sheet.ring(x, y + 130, 574, 494, "ochre")
    sheet.hatch(x, y + 130, 500, 574, 195, 262, 22)
    sheet.hatch(x, y + 130, 500, 574, 278, 345, 22)
    sheet.disc(x, y, radius + 12, "")
    bell(sheet, x, y, radius, -70, 0.10)
    for number in range(4):
        px, py = 392 + number * 17, 905 + number * 47
        sheet.capsule([(px - 60, py + 30), (px + 66, py - 8)], 46, "")
        sheet.capsule([(px - 60, py + 30), (px + 66, py - 8)], 36, "black")
    for number in range(3):
        px, py = 1386 - number * 15, 930 + number * 52
        sheet.capsule([(px + 70, py + 30), (px - 50, py - 8)], 46, "")
        sheet.capsule([(px + 70, py + 30), (px - 50, py - 8)], 36, "black")
    return sheet.pull(41)
