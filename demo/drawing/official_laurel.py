"""The laurel that the invented Isarlicht Film Festival sends its prize-winners, its own artwork."""

from math import cos, pi, sin

from PIL import Image, ImageDraw

from drawing.typeset import CENTRE, line

SIZE = (1440, 960)
PAPER, BLUE, LIGHT = (255, 255, 255), (24, 58, 104), (214, 138, 34)
SCALE = 3


def draw_laurel() -> Image.Image:
    """Return the artwork on white."""
    picture = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), PAPER)
    draw = ImageDraw.Draw(picture)
    for side in (-1, 1):
        for n in range(13):
            _reed(draw, side, n / 12)
    _lamp(draw)
    for n in range(3):
        _wave(draw, 838 + 26 * n, 190 - 46 * n)
    small = picture.resize(SIZE, Image.Resampling.LANCZOS)
    for text, y, face, size, tracking, colour in (
        ("PREIS DER JURY", 470, "josefin-sans-600-normal", 74, 0.06, BLUE),
        ("JURY PRIZE", 540, "josefin-sans-300-normal", 50, 0.12, BLUE),
        ("ISARLICHT FILMFESTIVAL", 646, "josefin-sans-600-normal", 40, 0.12, LIGHT),
        ("2026", 710, "josefin-sans-300-normal", 46, 0.2, LIGHT),
    ):
        mask = line(SIZE, text, SIZE[0] / 2, y, face, size, tracking, CENTRE)
        small.paste(colour, (0, 0), mask)
    return small


def _reed(draw: ImageDraw.ImageDraw, side: int, share: float) -> None:
    """Draw one blade from the arc outwards: long at the foot, short at the top."""
    angle = pi / 2 + side * (0.42 + 2.0 * share)
    x, y = 720 + 520 * cos(angle), 460 + 350 * sin(angle)
    heading = angle + side * (0.62 - 0.2 * share)
    length, half = 150 - 70 * share, 13 - 5 * share
    tip = (x + length * cos(heading), y + length * sin(heading))
    across = (-sin(heading) * half, cos(heading) * half)
    middle = (x + length * 0.4 * cos(heading), y + length * 0.4 * sin(heading))
    blade = [
        (x, y),
        (middle[0] + across[0], middle[1] + across[1]),
        tip,
        (middle[0] - across[0], middle[1] - across[1]),
    ]
    draw.polygon([(a * SCALE, b * SCALE) for a, b in blade], fill=BLUE)


def _lamp(draw: ImageDraw.ImageDraw) -> None:
    x, y = 720, 300
    box = [(x - 30) * SCALE, (y - 30) * SCALE, (x + 30) * SCALE, (y + 30) * SCALE]
    draw.ellipse(box, fill=LIGHT)
    for n in range(9):
        angle = pi + pi * n / 8
        near, far = 48, 92 if n % 2 == 0 else 74
        ends = [
            (x + near * cos(angle)) * SCALE,
            (y + near * sin(angle)) * SCALE,
            (x + far * cos(angle)) * SCALE,
            (y + far * sin(angle)) * SCALE,
        ]
        draw.line(ends, fill=LIGHT, width=7 * SCALE)


def _wave(draw: ImageDraw.ImageDraw, y: float, half: float) -> None:
    points = [
        ((720 + x) * SCALE, (y + 7 * sin(x / 18)) * SCALE)
        for x in range(-round(half), round(half) + 1, 3)
    ]
    draw.line(points, fill=BLUE, width=6 * SCALE, joint="curve")


PICTURES = {
    "films/the-weather-woman/images/the-weather-woman-laurel-isarlicht.jpg": draw_laurel,
}
