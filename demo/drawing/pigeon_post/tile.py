"""The paper behind the microsite: a counter full of post, tone on tone, without a seam."""

import math
from collections.abc import Callable
from random import Random

from PIL import Image

from drawing.paint import Pen, Point, curve, drawn, lay, level
from drawing.pigeon_post.birds import STANDING
from drawing.pigeon_post.press import turned

SIDE = 720
COLUMNS, ROWS = 5, 6
GROUND, LIGHT, DEEP = "#ffd34a", "#fff3c4", "#ec9f12"

Place = Callable[[list[Point]], list[Point]]


def envelope(pen: Pen, at: Place) -> None:
    """Paper with the fold of its flap."""
    pen.polygon(at([(-62, -40), (62, -40), (62, 40), (-62, 40)]))
    for fold in ([(-62, 40), (0, -8), (62, 40)],):
        pen.line(at(fold), 5, fill=0)


def perforated(pen: Pen, at: Place) -> None:
    """A stamp with an empty frame."""
    pen.polygon(at([(-40, -50), (40, -50), (40, 50), (-40, 50)]))
    for n in range(9):
        for side in (-1, 1):
            pen.disc(*at([(-40 + n * 10, side * 50)])[0], 3.4, fill=0)
    for n in range(11):
        for side in (-1, 1):
            pen.disc(*at([(side * 40, -50 + n * 10)])[0], 3.4, fill=0)
    pen.polygon(at([(-27, -37), (27, -37), (27, 37), (-27, 37)]), fill=0)
    pen.polygon(at([(a * 24 - 2, b * 24 - 10) for a, b in STANDING]))


def postmark(pen: Pen, at: Place) -> None:
    """Two rings and three waves."""
    for radius, wide in ((42, 5), (27, 3)):
        ring = [
            (radius * math.cos(t / 24 * math.pi) - 20, radius * math.sin(t / 24 * math.pi))
            for t in range(49)
        ]
        pen.line(at(ring), wide)
    for row in (-1, 0, 1):
        wave = [(30 + t * 2, row * 18 + 5 * math.sin(t / 2.4)) for t in range(30)]
        pen.line(at(wave), 5)


def pigeon(pen: Pen, at: Place) -> None:
    """One that waits."""
    pen.polygon(at([(a * 52, b * 52 - 10) for a, b in curve(STANDING, closed=True, steps=6)]))
    for x in (2, 12):
        pen.line(at([(x, -22), (x + 3, -40)]), 4)
    pen.disc(*at([(42, 35)])[0], 4, fill=0)


def feather(pen: Pen, at: Place) -> None:
    """One that was lost."""
    half = [(-60, 0), (-30, 13), (10, 17), (44, 12), (60, 0)]
    pen.polygon(at(curve([*half, *[(a, -b) for a, b in reversed(half[1:-1])]], closed=True)))
    pen.line(at([(-78, 0), (46, 0)]), 4, fill=0)


THINGS = (envelope, pigeon, perforated, feather, postmark)


def counter() -> Image.Image:
    """Thirty things on a sheet of yellow paper; what leaves at one side comes in at the other."""
    random = Random(77)
    across, down = SIDE / COLUMNS, SIDE / ROWS
    sheets: dict[str, list[Callable[[Pen], None]]] = {LIGHT: [], DEEP: []}
    for row in range(ROWS):
        for column in range(COLUMNS):
            thing = THINGS[(column + row * 3 + row // 3) % len(THINGS)]
            x = (column + 0.5 + 0.5 * (row % 2)) * across + random.uniform(-12, 12)
            y = (row + 0.5) * down + random.uniform(-24, 24)
            turn = random.uniform(-16, 16) if thing is pigeon else random.uniform(-40, 40)

            def put(pen: Pen, thing=thing, x=x, y=y, turn=turn) -> None:
                for dx in (-SIDE, 0, SIDE):
                    for dy in (-SIDE, 0, SIDE):
                        thing(
                            pen, lambda points, a=x + dx, b=y + dy: turned(points, a, b, turn, 0.8)
                        )

            sheets[(LIGHT, DEEP)[random.randrange(2)]].append(put)
    image = Image.new("RGB", (SIDE, SIDE), GROUND)
    for colour, things in sheets.items():
        for put in things:
            lay(image, colour, level(drawn(image.size, put, 3), 0.85))
    return image
