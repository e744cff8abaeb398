"""Changeover / Überblendung: a linocut in one black, light is what the gouge takes away."""

import math

from PIL import Image, ImageChops

from drawing import lettering, prints
from drawing.paint import (
    Pen,
    Point,
    Size,
    blur,
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
INK, STOCK = "#15130f", "#efe7d6"
VIEWER_ROW = 3


def pull(cut: Image.Image, seed: int) -> Image.Image:
    """Print the block: black everywhere but where it was cut, with a hand-rubbed unevenness."""
    sheet = prints.paper(cut.size, STOCK, seed)
    block = ImageChops.invert(rough(cut, seed + 1, cell=5, soft=0.9, amount=0.16))
    printed = prints.ink(sheet, INK, block, (0, 0), seed + 2, 240)
    return blur(printed, 0.6).convert("L").convert("RGB")


def away_from(x: float, y: float):
    """A cutting direction that radiates from a point."""
    return lambda a, b: math.atan2(b - y, a - x)


def around(x: float, y: float):
    """A cutting direction in circles around a point."""
    return lambda a, b: math.atan2(b - y, a - x) + math.pi / 2


def along(angle: float):
    """One cutting direction everywhere."""
    return lambda a, b: angle


def cone(size: Size, tip: Point, ends: tuple[Point, Point]) -> Image.Image:
    """The shape of a beam of light."""
    return drawn(size, lambda p: p.polygon([tip, *ends]), 2)


def both(*masks: Image.Image) -> Image.Image:
    """Everything that any of the masks cuts."""
    result = masks[0]
    for mask in masks[1:]:
        result = ImageChops.lighter(result, mask)
    return result


def without(mask: Image.Image, *others: Image.Image) -> Image.Image:
    """A mask less others."""
    for other in others:
        mask = ImageChops.subtract(mask, other)
    return mask


def reel(size: Size, x: float, y: float, radius: float, turn: float) -> tuple:
    """A film reel: its outline, and what is cut out of it."""

    def cuts(pen: Pen) -> None:
        for spoke in range(5):
            a = turn + spoke * 2 * math.pi / 5
            hole = [
                (x + radius * r * math.cos(a + w), y + radius * r * math.sin(a + w))
                for r, w in ((0.30, -0.3), (0.72, -0.43), (0.80, 0), (0.72, 0.43), (0.30, 0.3))
            ]
            pen.polygon(curve(hole, closed=True))
        pen.disc(x, y, radius * 0.1)

    disc = drawn(size, lambda p: p.disc(x, y, radius))
    inner = drawn(size, cuts)
    edge = without(disc, drawn(size, lambda p: p.disc(x, y, radius - 5)))
    groove = without(
        drawn(size, lambda p: p.disc(x, y, radius * 0.9)),
        drawn(size, lambda p: p.disc(x, y, radius * 0.9 - 3)),
    )
    return disc, both(inner, edge, groove)


def projector(size: Size, x: float, y: float, unit: float) -> tuple[Image.Image, Image.Image]:
    """A 35 mm projector facing right, lens at (x + 1.5, y): its body, and the lines cut in it."""

    def at(*points: Point) -> list[Point]:
        return [(x + a * unit, y + b * unit) for a, b in points]

    def body(pen: Pen) -> None:
        pen.polygon(at((-0.25, -0.75), (0.62, -0.75), (0.62, 0.75), (-0.25, 0.75)))
        pen.polygon(
            at((-1.9, -0.6), (-1.7, -0.78), (-0.4, -0.78), (-0.25, -0.6), (-0.25, 0.5), (-1.9, 0.5))
        )
        pen.polygon(at((-1.25, -0.75), (-1.15, -4.9), (-0.85, -4.9), (-0.75, -0.75)))
        pen.polygon(at((0.6, -0.2), (1.5, -0.16), (1.5, 0.16), (0.6, 0.2)))
        pen.polygon(at((-0.5, 0.5), (0.5, 0.5), (0.75, 3.6), (-0.85, 3.6)))
        pen.limb([(*p, unit * 0.07) for p in at((0.1, -0.7), (0.25, -1.8))])
        pen.limb([(*p, unit * 0.07) for p in at((0.1, 0.7), (0.55, 1.8))])

    def lines(pen: Pen) -> None:
        thin = unit * 0.028
        pen.line(
            at((-0.17, -0.66), (0.54, -0.66), (0.54, 0.66), (-0.17, 0.66), (-0.17, -0.66)), thin
        )
        pen.line(at((-1.8, -0.52), (-0.34, -0.52)), thin)
        for slot in range(7):
            pen.line(at((-1.7 + slot * 0.14, 0.0), (-1.7 + slot * 0.14, 0.36)), unit * 0.05)
        pen.line(at((0.7, -0.13), (1.42, -0.1)), thin)
        pen.line(at((1.1, -0.14), (1.1, 0.14)), thin)
        pen.disc(*at((0.16, -0.28))[0], unit * 0.17)
        pen.disc(*at((0.16, 0.34))[0], unit * 0.12)
        pen.line(at((-0.36, 0.7), (-0.62, 3.5)), thin)
        pen.disc(*at((-1.3, -0.28))[0], unit * 0.13)
        pen.line(at((-1.08, -4.9), (-1.17, -0.84)), thin)

    mask = drawn(size, body)
    knobs = drawn(
        size,
        lambda p: [
            p.disc(*at((0.16, -0.28))[0], unit * 0.11),
            p.disc(*at((0.16, 0.34))[0], unit * 0.07),
        ],
    )
    return mask, without(drawn(size, lines), knobs)


def booth() -> Image.Image:
    """Still: two projectors, one man, and the second in which he has to be quick."""
    size = STILL
    lamp = (1236, 470)
    beam = cone(size, lamp, ((1900, 180), (1900, 740)))
    window = drawn(size, lambda p: p.polygon([(1470, 300), (1590, 300), (1590, 640), (1470, 640)]))
    wall = drawn(size, lambda p: p.polygon([(1452, 0), (1600, 0), (1600, 1200), (1452, 1200)]))
    tone = level(times(beam, glow(size, *lamp, 1100, 1100, 0.3)), 1.4)
    rays = prints.carve(tone, away_from(*lamp), 301, 10, 78)
    rays = without(rays, without(wall, window))

    first, first_lines = projector(size, 1040, 470, 130)
    second, second_lines = projector(size, 250, 590, 150)
    reels = [
        reel(size, 1072, 228, 130, 0.2),
        reel(size, 1112, 716, 130, 0.9),
        reel(size, 290, 310, 150, 0.5),
        reel(size, 332, 874, 150, 0.1),
    ]
    man, man_cut = projectionist(size, 640, 1235, 500)
    black = both(first, second, man, *[r[0] for r in reels])

    light = both(
        glow(size, 1120, 430, 620, 560, 0.55), level(glow(size, 620, 560, 760, 700, 0.8), 1.0)
    )
    haze = ramp(size, [(0, 255), (0.78, 235), (0.8, 0), (1, 0)])
    house = drawn(size, lambda p: p.polygon([(1452, 0), (1800, 0), (1800, 1200), (1452, 1200)]))
    strokes = prints.carve(without(times(light, haze), house), around(1236, 470), 302, 14, 66)
    bricks = times(drawn(size, brick_lines), without(wall, window))
    floor = times(
        glow(size, 800, 1180, 900, 300, 0.5), ramp(size, [(0, 0), (0.83, 0), (0.84, 255), (1, 255)])
    )
    boards = prints.carve(without(floor, house), along(0.0), 303, 16, 140)
    scene = without(both(without(strokes, beam), rays, boards), black)
    edges = both(lit_edge(first, -3, 2), lit_edge(second, -3, 2))
    details = both(first_lines, second_lines, *[r[1] for r in reels], edges)
    scene = both(scene, without(details, man), bricks, man_cut)
    return pull(both(scene, cue_mark(size, 1690, 110, 46)), 305)


def brick_lines(pen: Pen) -> None:
    """The edge of the wall between booth and house."""
    for row in range(31):
        y = row * 40 + 6
        pen.line([(1456, y), (1596, y + 2)], 3)
        x = 1502 + (row % 2) * 48
        pen.line([(x, y), (x, y + 40)], 3)
    for x in (1455, 1597):
        pen.line([(x, 0), (x, 1200)], 4)
    pen.line([(1466, 296), (1594, 296), (1594, 644), (1466, 644), (1466, 296)], 8)


def lit_edge(mask: Image.Image, dx: int, dy: int) -> Image.Image:
    """A thin cut along the side of a form that faces the light."""
    return times(without(mask, ImageChops.offset(mask, dx, dy)), mask)


def cue_mark(size: Size, x: float, y: float, radius: float) -> Image.Image:
    """The punched circle that tells the projectionist: now."""
    ring = drawn(size, lambda p: p.disc(x, y, radius))
    return without(ring, drawn(size, lambda p: p.disc(x, y, radius * 0.74)))


def projectionist(size: Size, x: float, y: float, unit: float) -> tuple[Image.Image, Image.Image]:
    """A man in a white coat, one hand on each machine: his shape, and the light on him."""

    def at(*limb: tuple[float, float, float]) -> list[tuple[float, float, float]]:
        return [(x + a * unit, y + b * unit, r * unit) for a, b, r in limb]

    def body(pen: Pen) -> None:
        pen.limb(at((0.0, 0.1, 0.24), (0.0, -0.4, 0.19), (0.02, -0.78, 0.155)))
        pen.limb(at((-0.1, -0.86, 0.09), (0.02, -0.93, 0.09), (0.14, -0.86, 0.09)))
        pen.limb(
            at(
                (-0.13, -0.86, 0.085),
                (-0.3, -0.66, 0.062),
                (-0.42, -0.86, 0.046),
                (-0.47, -0.98, 0.04),
            )
        )
        pen.limb(
            at((0.15, -0.86, 0.085), (0.24, -0.6, 0.062), (0.4, -0.78, 0.046), (0.5, -0.92, 0.038))
        )
        pen.limb(at((0.03, -1.0, 0.055), (0.04, -1.12, 0.06)))
        pen.limb(at((0.025, -1.2, 0.112), (0.045, -1.26, 0.115), (0.05, -1.15, 0.085)))
        pen.limb(at((0.15, -1.19, 0.028), (0.175, -1.165, 0.02)))
        pen.limb(at((0.1, -1.09, 0.055), (0.12, -1.08, 0.03)))
        pen.limb(
            at((-0.1, -1.31, 0.05), (0.04, -1.38, 0.07), (0.17, -1.33, 0.04), (0.235, -1.305, 0.02))
        )

    def folds(pen: Pen) -> None:
        for fold in (
            [(0.13, -0.82), (0.15, -0.5), (0.16, -0.1), (0.17, 0.1)],
            [(0.09, -0.9), (0.05, -0.72), (0.02, -0.6)],
            [(-0.02, -0.9), (0.0, -0.72), (0.02, -0.6), (0.02, 0.1)],
            [(-0.14, -0.4), (-0.15, -0.1), (-0.16, 0.1)],
            [(-0.16, -0.8), (-0.28, -0.62), (-0.4, -0.82)],
        ):
            path = curve([(x + a * unit, y + b * unit) for a, b in fold])
            last = len(path) - 1
            pen.limb([(*p, 0.6 + 2.6 * math.sin(math.pi * i / last)) for i, p in enumerate(path)])
        pen.limb(at((0.165, -1.245, 0.004), (0.12, -1.25, 0.008), (0.085, -1.245, 0.003)))
        for button in (-0.5, -0.32, -0.14):
            pen.disc(x + 0.045 * unit, y + button * unit, unit * 0.011)

    shape = drawn(size, body)
    side = lit_edge(shape, -10, 5)
    light = times(
        shape, level(glow(size, x + 0.75 * unit, y - 1.2 * unit, unit * 0.95, unit * 1.1, 0.8), 0.9)
    )
    strokes = prints.carve(light, along(1.15), 311, 11, 40)
    head = drawn(size, lambda p: p.disc(x + 0.05 * unit, y - 1.22 * unit, 0.2 * unit))
    strokes = without(strokes, head)
    return shape, both(side, times(strokes, shape), times(drawn(size, folds), shape))


def stalls() -> Image.Image:
    """Still: the house from the last row, one seat taken."""
    size = STILL
    screen = [(560, 250), (1240, 250), (1240, 742), (560, 742)]
    frame = drawn(size, lambda p: p.polygon(screen))
    port = (900, -160)
    beam = cone(size, port, ((566, 252), (1234, 252)))
    tone = times(beam, ramp(size, [(0, 255), (0.2, 190), (1, 190)]))
    rays = without(prints.carve(tone, away_from(*port), 321, 9, 74), frame)
    shown = times(frame, both(cue_mark_on(size, 1160, 326, 34), horizon_on_screen(size)))
    picture = without(frame, shown)
    walls = times(glow(size, 900, 500, 1150, 820, 0.9), ImageChops.invert(frame))
    walls = times(walls, ramp(size, [(0, 60), (0.2, 200), (0.62, 255), (0.68, 0), (1, 0)]))
    strokes = prints.carve(walls, away_from(900, 500), 322, 14, 58)
    pleats = without(drawn(size, curtain), frame)
    strokes = without(strokes, curtain_shape(size))
    strokes = without(strokes, beam)
    scene = both(without(strokes, frame), rays, without(pleats, beam), picture)
    for row in range(6):
        scene = seat_row(scene, row)
    return pull(scene, 325)


def cue_mark_on(size: Size, x: float, y: float, radius: float) -> Image.Image:
    """The mark as it shows on a bright screen."""
    return drawn(size, lambda p: p.disc(x, y, radius))


def horizon_on_screen(size: Size) -> Image.Image:
    """What plays: a railway line into the distance."""

    def scene(pen: Pen) -> None:
        pen.polygon(
            [(560, 560), (700, 548), (860, 556), (1000, 545), (1240, 560), (1240, 567), (560, 567)]
        )
        for a, b in ((660, 884), (1140, 916)):
            pen.limb([(a, 742, 7), (b, 560, 1.2)])
        for tie in range(9):
            y = 560 + 182 * ((tie + 1) / 9.4) ** 1.8
            wide = 20 + 250 * (y - 560) / 182
            pen.limb([(900 - wide, y, 0.8 + (y - 560) / 40), (900 + wide, y, 0.8 + (y - 560) / 40)])
        for pole in range(1, 6):
            near = 1 / (1 + pole * 0.8)
            pen.limb(
                [
                    (900 + 330 * near, 560 + 120 * near, 5 * near),
                    (900 + 330 * near, 560 - 190 * near, 4 * near),
                ]
            )
            pen.limb(
                [
                    (900 + 290 * near, 560 - 165 * near, 3 * near),
                    (900 + 370 * near, 560 - 165 * near, 3 * near),
                ]
            )

    return drawn(size, scene)


def curtain_shape(size: Size) -> Image.Image:
    """The two halves of the stage curtain."""
    left = [(320, 130), (545, 130), (530, 450), (545, 790), (300, 790)]
    right = [(1800 - x, y) for x, y in left]
    top = [(300, 120), (1500, 120), (1500, 236), (300, 236)]
    return drawn(size, lambda p: [p.polygon(s) for s in (left, right, top)])


def curtain(pen: Pen) -> None:
    """The light on its pleats."""
    for side in (0, 1):
        for fold in range(9):
            x = 336 + fold * 25
            path = [(x - 4, 240, 0.8), (x + 3, 420, 4.6), (x - 4, 640, 4.2), (x - 8, 786, 0.8)]
            pen.limb([(1800 - a if side else a, b, r) for a, b, r in path])
    for fold in range(34):
        x = 318 + fold * 35
        pen.limb([(x, 132, 0.8), (x + 4, 180, 4), (x, 230, 1)])


def seat_row(scene: Image.Image, row: int) -> Image.Image:
    """One row of seats, nearer and larger; in one of them somebody sits."""
    size = scene.size
    near = (row / 5) ** 1.35
    y, wide = 800 + 330 * near, 52 + 138 * near
    high = wide * 0.95

    def backs(pen: Pen) -> None:
        for seat in range(-20, 21):
            x = 900 + (seat + 0.5 * (row % 2)) * wide * 1.12
            shape = [
                (-0.5, 1.6),
                (-0.5, 0.22),
                (-0.38, 0.03),
                (0, -0.03),
                (0.38, 0.03),
                (0.5, 0.22),
                (0.5, 1.6),
            ]
            top = curve([(x + a * wide, y + b * high) for a, b in shape[1:-1]], steps=6)
            pen.polygon([(x - 0.5 * wide, y + 1.6 * high), *top, (x + 0.5 * wide, y + 1.6 * high)])

    def viewer(pen: Pen) -> None:
        x = 900 + 1.5 * wide * 1.12
        pen.limb([(x, y - high * 0.62, wide * 0.2), (x, y - high * 0.5, wide * 0.19)])
        pen.limb(
            [
                (x - wide * 0.26, y + high * 0.05, wide * 0.15),
                (x, y - high * 0.12, wide * 0.2),
                (x + wide * 0.26, y + high * 0.05, wide * 0.15),
            ]
        )
        pen.limb(
            [
                (x - wide * 0.25, y - high * 0.66, wide * 0.03),
                (x, y - high * 0.72, wide * 0.05),
                (x + wide * 0.25, y - high * 0.66, wide * 0.03),
            ]
        )
        pen.limb(
            [
                (x - wide * 0.1, y - high * 0.8, wide * 0.09),
                (x + wide * 0.1, y - high * 0.8, wide * 0.09),
            ]
        )

    seats = drawn(size, backs)
    shape = both(seats, drawn(size, viewer)) if row == VIEWER_ROW else seats
    top = lit_edge(shape, 0, round(3 + 4 * near))
    light = times(
        seats,
        ramp(
            size,
            [(0, 0), (max(0, y / size[1] - 0.03), 255), ((y + high * 0.5) / size[1], 0), (1, 0)],
        ),
        glow(size, 900, 700, 1200, 800, 0.5),
    )
    if row == VIEWER_ROW:
        light = without(light, drawn(size, viewer))
    strokes = prints.carve(light, along(math.pi / 2 - 0.5), 330 + row, 7 + 4 * near, 14 + 22 * near)
    return both(without(scene, shape), top, times(strokes, shape))


def poster(title: str, credit: str, foot: str) -> Image.Image:
    """Cinema poster: the beam cuts the title in two, black on light, light on black."""
    size = POSTER
    port = (204, 1075)
    beam = cone(size, port, ((1320, -330), (1320, 720)))
    solid = times(beam, contrast(glow(size, *port, 1900, 1900, 0.5), 0.0, 0.5))
    tone = without(solid, drawn(size, lambda p: p.disc(*port, 60)))
    rays = prints.carve(tone, away_from(*port), 341, 9, 88)
    moon_at = (672, 452)
    disc, holes = reel(size, *moon_at, 262, 0.35)
    strip = film_strip(size, moon_at, port)
    machine, lines = projector(size, 62, 1075, 95)
    dark = times(
        glow(size, *port, 640, 640, 1.0), ramp(size, [(0, 255), (0.76, 255), (0.77, 0), (1, 0)])
    )
    aura = without(prints.carve(without(dark, beam), around(*port), 342, 15, 46), beam)
    scene = without(both(rays, aura), disc, strip[0], machine)
    scene = both(
        scene, times(holes, disc), without(strip[1], disc), lines, lit_edge(machine, -3, 3)
    )
    scene = both(scene, cue_mark(size, 906, 96, 38))
    letters, base = name(size, title, 1330)
    band = drawn(size, lambda p: p.polygon([(0, base), (1000, base), (1000, 1500), (0, 1500)]))
    scene = without(scene, band)
    light = cone(size, (-180, 1420), ((1100, 1170), (1100, 1640)))
    light = times(light, band)
    scene = both(scene, light)
    swap = both(without(letters, light), without(scene, letters))
    sheet = pull(swap, 345)
    small = both(
        lettering.line(size, credit, 80, 1440, 19, 0.16),
        lettering.line(size, foot, 920, 1440, 19, 0.16, lettering.RIGHT),
    )
    sheet.paste(INK, (0, 0), small)
    return sheet.convert("L").convert("RGB")


def film_strip(size: Size, start: Point, end: Point) -> tuple[Image.Image, Image.Image]:
    """A loop of film from the reel down to the machine: its band, and its perforation."""
    path = curve(
        [
            (start[0] - 240, start[1] + 90),
            (330, 660),
            (400, 800),
            (240, 880),
            (110, 930),
            (end[0] - 130, end[1] - 70),
        ],
        steps=40,
    )
    band = drawn(size, lambda p: p.limb([(*q, 17) for q in path], smooth=False))

    def holes(pen: Pen) -> None:
        walked, last = 0.0, path[0]
        for here in path[1:]:
            walked += math.dist(here, last)
            if walked > 15:
                walked = 0
                dx, dy = here[0] - last[0], here[1] - last[1]
                unit = math.hypot(dx, dy) or 1
                for side in (-11, 11):
                    pen.disc(here[0] - dy / unit * side, here[1] + dx / unit * side, 3.1)
            last = here

    inside = drawn(size, lambda p: p.limb([(*q, 14.5) for q in path], smooth=False))
    return band, both(drawn(size, holes), without(band, inside))


def name(size: Size, title: str, baseline: float) -> tuple[Image.Image, float]:
    """The title as wide as the sheet, and where its ground begins."""
    large = 100 * 840 / lettering.width(title, 100, 0.03)
    mask = lettering.line(size, title, 80, baseline + 10, large, 0.03, lettering.LEFT, large * 0.05)
    return mask, baseline - large * 0.72 - 62


def poster_english() -> Image.Image:
    """The poster for the international release."""
    return poster("CHANGEOVER", "A SHORT FILM BY JONAS HARTWIG", "BERLIN, 1989")


def poster_german() -> Image.Image:
    """The poster for the German release."""
    return poster("ÜBERBLENDUNG", "EIN KURZFILM VON JONAS HARTWIG", "BERLIN 1989")
