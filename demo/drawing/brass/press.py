"""A sheet with three printing plates, ochre, red and black, and the shapes cut into them."""

import math
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image

from drawing import prints
from drawing.paint import Pen, Point, Size

STILL: Size = (1800, 1200)
POSTER: Size = (1000, 1500)
STOCK = "#f2e9d8"
INKS = {"ochre": "#dd9d22", "red": "#d8331f", "black": "#211d1b"}


def around(x: float, y: float, radius: float, degrees: float) -> Point:
    """Return the point on a circle; 0 is right, 90 is up."""
    angle = math.radians(degrees)
    return (x + radius * math.cos(angle), y - radius * math.sin(angle))


def arc(x: float, y: float, radius: float, start: float, end: float) -> list[Point]:
    """Return points along an arc."""
    steps = max(2, round(abs(end - start) / 2))
    return [around(x, y, radius, start + (end - start) * i / steps) for i in range(steps + 1)]


class Sheet:
    """What is drawn in one ink is cut out of the others, unless it is printed over them.

    `ink` names one or more plates ("black", "ochre+red"); "" leaves bare paper.
    """

    def __init__(self, size: Size) -> None:
        self.size = size
        self.pens = {name: Pen(size, 3) for name in INKS}

    def polygon(self, points: Sequence[Point], ink: str, is_over: bool = False) -> None:
        """Cut a polygon."""
        named = ink.split("+")
        for name, pen in self.pens.items():
            if name in named:
                pen.polygon(points)
            elif not is_over:
                pen.polygon(points, 0)

    def disc(self, x: float, y: float, radius: float, ink: str, is_over: bool = False) -> None:
        """Cut a circle."""
        self.polygon(arc(x, y, radius, 0, 360), ink, is_over)

    def ring(
        self, x: float, y: float, outer: float, inner: float, ink: str, is_over: bool = False
    ) -> None:
        """Cut a ring."""
        self.sector(x, y, inner, outer, 0, 360, ink, is_over)

    def sector(
        self,
        x: float,
        y: float,
        inner: float,
        outer: float,
        start: float,
        end: float,
        ink: str,
        is_over: bool = False,
    ) -> None:
        """Cut a piece of a ring between two angles."""
        shape = arc(x, y, outer, start, end) + arc(x, y, inner, end, start)
        self.polygon(shape, ink, is_over)

    def bar(self, start: Point, end: Point, width: float, ink: str, is_over: bool = False) -> None:
        """Cut a line with square ends."""
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = math.hypot(dx, dy) or 1
        nx, ny = -dy / length * width / 2, dx / length * width / 2
        corners = [(start[0] + nx, start[1] + ny), (end[0] + nx, end[1] + ny)]
        corners += [(end[0] - nx, end[1] - ny), (start[0] - nx, start[1] - ny)]
        self.polygon(corners, ink, is_over)

    def capsule(self, points: Sequence[Point], width: float, ink: str) -> None:
        """Cut a line with round ends and joints."""
        for start, end in pairwise(points):
            self.bar(start, end, width, ink)
        for x, y in points:
            self.disc(x, y, width / 2, ink)

    def box(
        self, left: float, top: float, right: float, bottom: float, ink: str, is_over: bool = False
    ) -> None:
        """Cut an upright rectangle."""
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        self.polygon(corners, ink, is_over)

    def hatch(
        self,
        x: float,
        y: float,
        inner: float,
        outer: float,
        start: float,
        end: float,
        count: int,
        ink: str = "black",
    ) -> None:
        """Shade part of a ring with wedges that point to its middle."""
        step = (end - start) / count
        for number in range(count):
            angle = start + (number + 0.5) * step
            weight = math.sin(math.pi * (number + 0.5) / count) ** 0.8 * 0.36
            self.polygon(
                [
                    around(x, y, inner, angle),
                    around(x, y, outer, angle - step * weight),
                    around(x, y, outer, angle + step * weight),
                ],
                ink,
                True,
            )

    def letter(self, mask: Image.Image, ink: str = "", is_over: bool = False) -> None:
        """Cut lettering, given as a mask of the sheet's size."""
        big = mask.resize(self.pens["red"].image.size, Image.Resampling.BICUBIC)
        for name, pen in self.pens.items():
            if name in ink.split("+"):
                lay_grey(pen.image, 255, big)
            elif not is_over:
                lay_grey(pen.image, 0, big)

    def pull(
        self, seed: int, shifts: Sequence[tuple[int, int]] = ((-4, 3), (5, -3))
    ) -> Image.Image:
        """Print the sheet, ochre and red a little out of register."""
        sheet = prints.paper(self.size, STOCK, seed)
        shift = dict(zip(("ochre", "red"), shifts, strict=True))
        for number, name in enumerate(INKS):
            plate = self.pens[name].mask()
            sheet = prints.ink(
                sheet, INKS[name], plate, shift.get(name, (0, 0)), seed + 7 * number, 226
            )
        return sheet


def lay_grey(image: Image.Image, value: int, mask: Image.Image) -> None:
    image.paste(value, (0, 0), mask)


def bell(sheet: Sheet, x: float, y: float, radius: float, aim: float, depth: float = 0.16) -> None:
    """Draw a bell from the front; `aim` (degrees) is where its throat lies, `depth` how far."""
    dx, dy = around(0, 0, radius * depth, aim)
    sheet.disc(x, y, radius, "black")
    sheet.disc(x, y, radius * 0.965, "ochre")
    sheet.ring(x, y, radius * 0.90, radius * 0.885, "black", True)
    for start in (aim + 35, aim + 215):
        sheet.polygon([(x + dx, y + dy), *arc(x, y, radius * 0.87, start, start + 26)], "")
        sheet.polygon([(x + dx, y + dy), *arc(x, y, radius * 0.87, start + 34, start + 40)], "")
    sheet.hatch(x + dx * 0.4, y + dy * 0.4, radius * 0.30, radius * 0.80, aim + 95, aim + 175, 15)
    sheet.hatch(x + dx * 0.4, y + dy * 0.4, radius * 0.30, radius * 0.80, aim - 85, aim - 5, 15)
    for share, size in ((0.55, 0.52), (0.8, 0.33)):
        px, py = x + dx * share, y + dy * share
        sheet.ring(px, py, radius * size, radius * (size - 0.018), "black", True)
    sheet.disc(x + dx, y + dy, radius * 0.20, "black")
    sheet.disc(x + dx * 1.12, y + dy * 1.12, radius * 0.085, "red")


def gap(sheet: Sheet, x: float, y: float, radius: float, ink: str = "black") -> None:
    """Draw the place of somebody who no longer plays."""
    width = max(2.4, radius * 0.028)
    sheet.ring(x, y, radius * 0.965, radius * 0.965 - width, ink)
    for degrees in (45, 135):
        start, end = (
            around(x, y, radius * 0.11, degrees),
            around(x, y, radius * 0.11, degrees + 180),
        )
        sheet.bar(start, end, width, ink)
