"""What lies on a post office counter: envelopes, stamps, postmarks, handwriting."""

import math
from random import Random

import numpy as np

from drawing.paint import Pen, Point
from drawing.pigeon_post.press import BLUE, CREAM, RED, WHITE, Array, Page, around, halftone, turned


def box(wide: float, high: float) -> list[Point]:
    return [
        (-wide / 2, -high / 2),
        (wide / 2, -high / 2),
        (wide / 2, high / 2),
        (-wide / 2, high / 2),
    ]


def airmail(
    page: Page,
    x: float,
    y: float,
    wide: float,
    high: float,
    angle: float = 0,
    band: float = 26,
    paper: str = WHITE,
) -> None:
    """An envelope with the red and blue border."""
    page.glue(page.mask(lambda p: p.polygon(turned(box(wide, high), x, y, angle))), paper, 12)
    border(page, x, y, wide - 8, high - 8, angle, band)


def border(
    page: Page, x: float, y: float, wide: float, high: float, angle: float, band: float
) -> None:
    """Slanted bars along the four edges, red and blue in turn."""
    step = band * 3.1
    for shift, colour in ((0.0, RED), (0.5, BLUE)):

        def bars(pen: Pen, shift: float = shift) -> None:
            for side in (-1, 1):
                edge, n = side * (high / 2 - band / 2), -1
                while (n + shift) * step < wide:
                    left = -wide / 2 + (n + shift) * step
                    bar = [
                        (left, edge - band / 2),
                        (left + step * 0.3, edge - band / 2),
                        (left + step * 0.3 + band * 0.8, edge + band / 2),
                        (left + band * 0.8, edge + band / 2),
                    ]
                    clipped = [(min(max(a, -wide / 2), wide / 2), b) for a, b in bar]
                    if (
                        abs(clipped[0][0] - clipped[2][0]) > 2
                        and abs(clipped[0][1] - clipped[2][1]) > 2
                    ):
                        pen.polygon(turned(clipped, x, y, angle))
                    n += 1
                edge, n = side * (wide / 2 - band / 2), -1
                while (n + shift) * step < high:
                    low = -high / 2 + (n + shift) * step
                    bar = [
                        (edge - band / 2, low),
                        (edge - band / 2, low + step * 0.3),
                        (edge + band / 2, low + step * 0.3 + band * 0.8),
                        (edge + band / 2, low + band * 0.8),
                    ]
                    clipped = [
                        (a, min(max(b, -high / 2 + band * 1.2), high / 2 - band * 1.2))
                        for a, b in bar
                    ]
                    if (
                        abs(clipped[0][0] - clipped[2][0]) > 2
                        and abs(clipped[0][1] - clipped[2][1]) > 2
                    ):
                        pen.polygon(turned(clipped, x, y, angle))
                    n += 1

        page.ink(page.mask(bars), colour, 0.2)


def stamp_mask(
    page: Page, x: float, y: float, wide: float, high: float, angle: float, tooth: float
) -> Array:
    """A rectangle with perforated edges."""

    def sheet(pen: Pen) -> None:
        pen.polygon(turned(box(wide, high), x, y, angle))
        across, down = round(wide / tooth), round(high / tooth)
        for n in range(across + 1):
            for side in (-1, 1):
                spot = (-wide / 2 + n * wide / across, side * high / 2)
                pen.disc(*turned([spot], x, y, angle)[0], tooth * 0.29, fill=0)
        for n in range(down + 1):
            for side in (-1, 1):
                spot = (side * wide / 2, -high / 2 + n * high / down)
                pen.disc(*turned([spot], x, y, angle)[0], tooth * 0.29, fill=0)

    return page.mask(sheet)


def stamp(
    page: Page,
    x: float,
    y: float,
    wide: float,
    high: float,
    angle: float,
    ink: str,
    value: str,
    tone: float = 0.4,
) -> Array:
    """A stamp with an empty, tinted middle; return the middle's mask."""
    tooth = wide / 13
    page.glue(stamp_mask(page, x, y, wide, high, angle, tooth), WHITE, 6)
    inner = page.mask(
        lambda p: p.polygon(turned(box(wide - tooth * 2.4, high - tooth * 2.4), x, y, angle))
    )
    ys = np.mgrid[: page.size[1], : page.size[0]][0]
    fall = np.clip((ys - y) / high + 0.5, 0, 1)
    page.ink(halftone(inner * (tone * (1.25 - 0.75 * fall)), max(7.0, wide / 34), 30), ink, 0.12)

    def frame(pen: Pen) -> None:
        for inset in (2.2, 2.9):
            path = turned(box(wide - tooth * inset, high - tooth * inset), x, y, angle)
            pen.line([*path, path[0]], max(1.6, wide / 150))

    page.ink(page.mask(frame), ink, 0.1)
    size = wide * 0.17
    strip = [(a, b - high * 0.385) for a, b in box(wide * 0.87, high * 0.15)]
    plate = page.mask(lambda p: p.polygon(turned(strip, x, y, angle)))
    page.glue(plate, WHITE, 1, 0.0)
    ((px, py),) = turned([(-wide * 0.3, -high * 0.38 - size * 0.36)], x, y, angle)
    page.ink(page.text(value, px, py, "abril-fatface-400-normal", size, angle), ink, 0.05)
    ((px, py),) = turned([(wide * 0.2, -high * 0.43)], x, y, angle)
    page.ink(
        page.text("POST", px, py, "josefin-sans-600-normal", size * 0.55, angle, 0.2), ink, 0.05
    )
    return inner


def postmark(
    page: Page,
    x: float,
    y: float,
    radius: float,
    words: str,
    date: str,
    angle: float = 0,
    ink: str = BLUE,
    waves: float = 0,
) -> None:
    """A ring with a place and a day; `waves` pixels of wavy lines to its right."""

    def rings(pen: Pen) -> None:
        for share, wide in ((1.0, 0.035), (0.63, 0.02)):
            path = [
                (
                    math.cos(t / 40 * math.pi) * radius * share + x,
                    math.sin(t / 40 * math.pi) * radius * share + y,
                )
                for t in range(81)
            ]
            pen.line(path, radius * wide)
        for side in (-1, 1):
            ends = [(-radius * 0.6, side * radius * 0.24), (radius * 0.6, side * radius * 0.24)]
            pen.line(turned(ends, x, y, angle), radius * 0.02)
        for row in range(5 if waves else 0):
            wave = [
                (
                    radius * 1.12 + t * waves / 60,
                    (row - 2) * radius * 0.34 + math.sin(t / 60 * math.pi * 8) * radius * 0.07,
                )
                for t in range(61)
            ]
            pen.line(turned(wave, x, y, angle), radius * 0.035)

    cover = page.mask(rings)
    half = len(words) * 0.68 * radius * 0.25 / radius * 57.3 / 2
    letters = around(
        page.size,
        words,
        x,
        y,
        radius * 0.74,
        "josefin-sans-600-normal",
        radius * 0.25,
        -half - angle,
    )
    day = page.text(
        date,
        *turned([(0, -radius * 0.1)], x, y, angle)[0],
        "special-elite-400-normal",
        radius * min(0.3, 1.75 / len(date)),
        angle,
    )
    page.ink(np.maximum(np.maximum(cover, letters), day), ink, 0.75)


def script(
    pen: Pen,
    x: float,
    y: float,
    wide: float,
    high: float,
    angle: float,
    seed: int,
    thick: float = 2.4,
) -> None:
    """A line of handwriting that nobody can read: words of loops, long and short."""
    random = Random(seed)
    left = 0.0
    while left < wide:
        long = min(random.uniform(2.4, 7.5) * high, wide - left)
        if long < high:
            break
        points, a = [], left
        while a < left + long:
            tall, step = (
                random.choice((0.55, 0.7, 0.8, 0.9, 1.0, 2.1)),
                random.uniform(0.3, 0.56) * high,
            )
            for n in range(8):
                t = n / 8 * 2 * math.pi
                lean = (0.5 - 0.5 * math.cos(t)) * tall * high
                points.append((a + step * n / 8 + lean * 0.28 - math.sin(t) * step * 0.24, lean))
            a += step
        pen.line(turned(points, x, y, angle), thick)
        left += long + high * 0.9


def flap(
    page: Page,
    x: float,
    y: float,
    wide: float,
    high: float,
    rise: float,
    paper: str = WHITE,
    shade: float = 0.0,
) -> None:
    """A plain envelope standing open: a body with a pointed flap, like a house."""
    page.glue(
        page.mask(
            lambda p: p.polygon([(x, y), (x, y - high), (x + wide, y - high), (x + wide, y)])
        ),
        paper,
        7,
    )
    page.glue(
        page.mask(
            lambda p: p.polygon(
                [
                    (x - 2, y - high + 1),
                    (x + wide / 2, y - high - rise),
                    (x + wide + 2, y - high + 1),
                ]
            )
        ),
        CREAM if paper == WHITE else WHITE,
        4,
    )

    def folds(pen: Pen) -> None:
        pen.line([(x, y), (x + wide / 2, y - high * 0.56), (x + wide, y)], 2.2)
        pen.line([(x, y - high), (x + wide, y - high)], 2.2)

    page.ink(page.mask(folds), BLUE, 0.3)
    if shade:
        ys = np.mgrid[: page.size[1], : page.size[0]][0]
        roof = page.mask(
            lambda p: p.polygon(
                [(x, y - high), (x + wide / 2, y - high - rise + 4), (x + wide, y - high)]
            )
        )
        page.ink(halftone(roof * shade * (0.7 + 0.3 * np.sin(ys / 40)), 15), BLUE, 0.15)
