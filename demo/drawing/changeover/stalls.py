"""The house from the last row, one seat taken."""

import math

from PIL import Image, ImageChops

from drawing import prints
from drawing.changeover.cuts import (
    STILL,
    along,
    away_from,
    both,
    cone,
    lit_edge,
    pull,
    without,
)
from drawing.paint import (
    Pen,
    Size,
    curve,
    drawn,
    glow,
    ramp,
    times,
)

VIEWER_ROW = 3


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
