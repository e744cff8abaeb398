"""The sheet to print, cut and send: a stamp with its pigeon, an envelope without an address."""

import math
from itertools import pairwise

import numpy as np
from PIL import Image

from drawing.paint import Pen, Point, Size
from drawing.pigeon_post.birds import Bird, flying, packet
from drawing.pigeon_post.press import BLUE, DARK, RED, Array, Page, halftone
from drawing.pigeon_post.things import border, box

A4: Size = (1654, 2339)  # at 200 pixels to the inch
PALE = "#8b93ab"


class Print(Page):
    """White paper that comes out of a printer: no wear, no shadows."""

    def __init__(self, size: Size) -> None:
        super().__init__(size, "white", 70)
        self.data[:] = 255.0
        self.fibre[:] = 0
        self.wear = self.wear * 0

    def glue(self, cover: Array, colour: str, lift: float = 7, dark: float = 0.4) -> None:
        share = cover[..., None]
        self.data = self.data * (1 - share) + 255 * share


def dashed(pen: Pen, points: list[Point], step: float = 26) -> None:
    """A line to cut along."""
    for (x1, y1), (x2, y2) in pairwise(points):
        long = math.hypot(x2 - x1, y2 - y1)
        for n in range(int(long / step) + 1):
            a, b = n * step / long, min(1, (n + 0.55) * step / long)
            if a < 1:
                ends = [(x1 + (x2 - x1) * t, y1 + (y2 - y1) * t) for t in (a, b)]
                pen.line(ends, 4)


def scissors(pen: Pen, x: float, y: float) -> None:
    """The sign that says: here."""
    for side in (-1, 1):
        pen.line([(x, y), (x + 60, y - side * 20)], 6)
        pen.disc(x - 20, y + side * 17, 17)
        pen.disc(x - 20, y + side * 17, 10, fill=0)
        pen.line([(x - 6, y + side * 9), (x + 10, y - side * 3)], 6)


def stamp_to_cut(page: Print) -> None:
    """Upper half: dots all over, and the pigeon in them."""
    x, y, wide, high = 827, 650, 1120, 1000
    inner = page.mask(lambda p: p.polygon([(x + a, y - b) for a, b in box(wide - 130, high - 130)]))
    ys = np.mgrid[: page.size[1], : page.size[0]][0]
    fall = np.clip((ys - y) / high + 0.5, 0, 1)
    page.ink(halftone(inner * (0.5 - 0.3 * fall).astype(np.float32), 16, 30), RED, 0)

    def edge(pen: Pen) -> None:
        frame = [(x + a, y - b) for a, b in box(wide, high)]
        dashed(pen, [*frame, frame[0]])
        scissors(pen, x - wide / 2 + 120, y - high / 2)

    page.ink(page.mask(edge), PALE, 0)
    plate = [(x - 560, y + 300), (x - 300, y + 300), (x - 300, y + 440), (x - 560, y + 440)]
    page.glue(page.mask(lambda p: p.polygon(plate)), "white")
    page.ink(page.text("20", x - 430, y + 420, "abril-fatface-400-normal", 130), RED, 0)
    bird = Bird(page, x - 60, y + 110, 390, 6, 1)
    flying(bird, 4)
    bird.print(BLUE, 15, 17)
    packet(bird, 1.16, -0.12, -10)


def envelope_to_send(page: Print) -> None:
    """Lower half: a border, a place for the stamp, an empty window."""
    x, y, wide, high = 827, 1760, 1400, 900
    border(page, x, y, wide, high, 0, 34)

    def lines(pen: Pen) -> None:
        place = [(x + 420 + a, y - 220 - b) for a, b in box(250, 240)]
        dashed(pen, [*place, place[0]], 20)

    def window(pen: Pen) -> None:
        left, top, right, low = x - 250, y - 210, x + 170, y + 210
        outline = [(left, top), (right, top), (right, low), (left, low), (left, top)]
        pen.line(outline, 10)
        pen.line([((left + right) / 2, top), ((left + right) / 2, low)], 8)
        pen.line([(left, (top + low) / 2), (right, (top + low) / 2)], 8)
        pen.line([(left - 50, low + 12), (right + 50, low + 12)], 16)

    page.ink(page.mask(lines), PALE, 0)
    page.ink(page.mask(window), DARK, 0)


def cut_out_sheet() -> Image.Image:
    """A page of A4 without a word."""
    page = Print(A4)
    stamp_to_cut(page)
    envelope_to_send(page)
    return Image.fromarray(np.clip(page.data, 0, 255).astype(np.uint8))
