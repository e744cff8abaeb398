"""Lettering of the film: the title with the crown of a yurt for its O, billing block, laurels."""

import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw

from drawing import typeset
from drawing.paint import Pen, Point, Size, curve, drawn

TITLE = "BAIKONUR"
FACE, TRACKING = "josefin-sans-600-normal", 0.10
SMALL = "bebas-neue-400-normal"


def crown_sign(pen: Pen, x: float, y: float, radius: float, stroke: float) -> None:
    """The ring at the top of a yurt with its crossed laths, drawn as a letter O."""
    pen.disc(x, y, radius)
    pen.disc(x, y, radius - stroke, fill=0)
    for lath in crown_laths(x, y, radius - stroke * 0.5):
        pen.line(lath, stroke * 0.34)


def crown_laths(x: float, y: float, radius: float) -> list[list[Point]]:
    """Two times three laths that cross over the crown, a little bent."""
    half_turn = math.sqrt(0.5)
    laths = []
    for turn in (-1, 1):
        for off in (-0.17, 0.0, 0.17):
            half = math.sqrt(1 - off * off)
            bow = [(-half, off), (-half / 2, off * 1.3), (0, off * 1.4), (half / 2, off * 1.3)]
            bow.append((half, off))
            turned = [((a - turn * b) * half_turn, (turn * a + b) * half_turn) for a, b in bow]
            laths.append(curve([(x + a * radius, y + b * radius) for a, b in turned]))
    return laths


def title_width(size: float) -> float:
    return typeset.width(TITLE, FACE, size, TRACKING)


def title_letters(canvas: Size, x: float, y: float, size: float) -> list[Image.Image]:
    """One mask per letter of the title, centred on `x`, with the baseline at `y`."""
    face = typeset.font(FACE, size * 2)
    left = (x - title_width(size) / 2) * 2
    masks = []
    for letter in TITLE:
        if letter == "O":
            box = face.getbbox("O", anchor="ls")
            middle = ((left + (box[0] + box[2]) / 2) / 2, y + (box[1] + box[3]) / 4)
            radius = (box[3] - box[1]) / 4
            masks.append(
                drawn(canvas, lambda p, m=middle, r=radius: crown_sign(p, *m, r, size * 0.085), 4)
            )
        else:
            mask = Image.new("L", (canvas[0] * 2, canvas[1] * 2))
            ImageDraw.Draw(mask).text((left, y * 2), letter, 255, face, anchor="ls")
            masks.append(mask.reduce(2))
        left += face.getlength(letter) + TRACKING * size * 2
    return masks


def title(canvas: Size, x: float, y: float, size: float) -> Image.Image:
    """The whole title as one mask."""
    whole = Image.new("L", canvas)
    for letter in title_letters(canvas, x, y, size):
        whole = ImageChops.lighter(whole, letter)
    return whole


def billing(
    canvas: Size, rows: Sequence[str], y: float, size: float, leading: float, room: float
) -> Image.Image:
    """The credit block: in each row words in capitals are names, words in small letters roles.

    Roles are set at two thirds of the size, as on cinema posters; rows are centred and never wider
    than `room` pixels.
    """
    mask = Image.new("L", (canvas[0] * 2, canvas[1] * 2))
    draw = ImageDraw.Draw(mask)
    for number, row in enumerate(rows):
        scale = min(1.0, room / row_width(row, size))
        left = canvas[0] - row_width(row, size) * scale
        base = (y + number * leading) * 2
        for word in row.split(" "):
            face = typeset.font(SMALL, word_size(word, size) * scale * 2)
            for letter in word.upper():
                draw.text((left, base), letter, 255, face, anchor="ls")
                left += face.getlength(letter) + size * scale * 0.16
            left += size * scale * 0.40
    return mask.reduce(2)


def word_size(word: str, size: float) -> float:
    return size if word.upper() == word else size * 0.66


def row_width(row: str, size: float) -> float:
    """The width of a row of the credit block in pixels."""
    total = 0.0
    for word in row.split(" "):
        face = typeset.font(SMALL, word_size(word, size) * 2)
        total += sum(face.getlength(letter) / 2 + size * 0.08 for letter in word.upper())
    return total + size * 0.20 * (row.count(" "))


def laurel(canvas: Size, x: float, y: float, size: float, lines: Sequence[str]) -> Image.Image:
    """Two branches around a few centred words; `size` is half the height of the branches."""

    def branches(pen: Pen) -> None:
        for side in (-1, 1):
            for step in range(9):
                turn = math.radians(-62 + step * 15.5)
                a = x + side * size * 1.32 * math.cos(turn) ** 0.8 if math.cos(turn) > 0 else x
                b = y - size * 0.98 * math.sin(turn)
                for lean in (-0.55, 0.55):
                    way = math.atan2(-math.cos(turn), -math.sin(turn) * side) + lean
                    tip = (a + math.cos(way) * size * 0.24, b + math.sin(way) * size * 0.24)
                    middle = ((a + tip[0]) / 2, (b + tip[1]) / 2)
                    pen.limb([(a, b, 0.4), (*middle, size * 0.052), (*tip, 0.3)])

    mask = drawn(canvas, branches, 4)
    for number, text in enumerate(lines):
        high = size * (0.40 if number else 0.25)
        base = y - size * 0.24 + number * size * 0.42
        part = typeset.line(canvas, text, x, base, SMALL, high, 0.06, typeset.CENTRE)
        mask = ImageChops.lighter(mask, part)
    return mask
