"""Inside the yurt: the radio operator at work, seen from behind, lit by his instruments."""

import math

from PIL import Image, ImageChops

from drawing import noise
from drawing.baikonur.camp import STILL
from drawing.baikonur.land import finish
from drawing.baikonur.sets import AMBER, case, dial, knob, scope, television
from drawing.baikonur.sky import stars
from drawing.paint import (
    Pen,
    Point,
    Size,
    blur,
    contrast,
    curve,
    drawn,
    glow,
    gradient,
    lay,
    level,
    ramp,
    shine,
    times,
)

CROWN: Point = (900, -40)
TABLE = 905


def wall(size: Size) -> Image.Image:
    """Felt, the crossed laths of the wall, the roof poles and the crown with the night in it."""
    image = gradient(size, [(0, "#1c1512"), (0.4, "#2e2019"), (0.75, "#22170f"), (1, "#120c09")], 3)
    felt = contrast(noise.fbm(size, (90, 70), 4), 0.3, 0.8)
    lay(image, "#3d2b20", level(felt, 0.3))

    def laths(pen: Pen) -> None:
        for step in range(-8, 26):
            x = step * 100
            for lean in (-1, 1):
                bow = [(x, 920), (x + lean * 170, 620), (x + lean * 290, 330)]
                pen.line(curve(bow), 11)

    def roof(pen: Pen) -> None:
        for step in range(-19, 20):
            turn = math.radians(step * 4.4)
            top = (900 + 330 * math.sin(turn), -40 + 146 * math.cos(turn))
            foot = 900 + 640 * math.tan(turn * 0.92)
            if abs(foot - 900) < 1700:
                low = (foot, 345 + 0.00011 * (foot - 900) ** 2)
                pen.limb([(*top, 5), (*low, 8)], smooth=False)

    band = ramp(size, [(0, 0), (0.28, 0), (0.285, 255), (1, 255)])
    for how, cut in ((laths, band), (roof, None)):
        mask = drawn(size, how, 2)
        mask = times(mask, cut) if cut else mask
        lay(image, "#0f0a07", level(ImageChops.offset(blur(mask, 5), 7, 9), 0.7))
        lay(image, "#5f3b26", mask)
        edge = ImageChops.subtract(mask, ImageChops.offset(mask, 0, 3))
        lay(image, "#8a5c38", level(edge, 0.6))
    weave(image)
    lit = ImageChops.lighter(
        glow(size, 1120, 660, 1050, 680, 1.0), glow(size, 400, 680, 620, 520, 1.1)
    )
    lay(image, "#0a0605", level(ImageChops.invert(lit), 0.82))
    crown(image)
    return image


def weave(image: Image.Image) -> None:
    """The woven band between wall and roof."""
    size = image.size
    ribbon = [(x, 322 + 0.00011 * (x - 900) ** 2) for x in range(-40, 1850, 30)]
    low = [(x, y + 46) for x, y in ribbon]
    mask = drawn(size, lambda p: p.polygon([*ribbon, *reversed(low)]), 2)
    lay(image, "#7e2f22", mask)

    def pattern(pen: Pen) -> None:
        for step in range(-1, 46):
            x = step * 42
            y = 345 + 0.00011 * (x - 900) ** 2
            pen.polygon([(x - 15, y), (x, y - 14), (x + 15, y), (x, y + 14)])

    lay(image, "#d9a25c", level(times(drawn(size, pattern, 2), mask), 0.8))
    lay(
        image, "#1a0d0a", level(times(mask, contrast(noise.fbm(size, (8, 8), 8, 2), 0.4, 0.8)), 0.5)
    )


def crown(image: Image.Image) -> None:
    """The ring at the top, open to the stars."""
    size = image.size
    x, y = CROWN
    hole = drawn(size, lambda p: p.disc(x, y, 300, 128))
    night = gradient(size, [(0, "#0b1a3c"), (0.12, "#1c3f6b"), (1, "#1c3f6b")], 5)
    full = Image.new("L", size, 200)
    lay(image, ImageChops.screen(night, stars(size, full, 30000, 6, 1.0)), hole)
    ring = drawn(size, lambda p: (p.disc(x, y, 330, 146), p.disc(x, y, 296, 126, fill=0)))
    lay(image, "#5e3a24", ring)

    def bars(pen: Pen) -> None:
        for off in (-70, 0, 70):
            pen.line(
                curve([(x + off - 90, y - 140), (x + off * 0.8, y + 40), (x + off, y + 132)]), 10
            )

    lay(image, "#3c2416", times(drawn(size, bars), hole))
    shine(image, "#4d7bb5", level(glow(size, x, y + 120, 420, 190, 2), 0.35))


def listener(image: Image.Image) -> None:
    """Head, headphones and shoulders, dark against the light of the sets."""
    size = image.size
    x, y = 905, 655

    def body(pen: Pen) -> None:
        coat = [(-84, 128), (-112, 178), (-214, 224), (-306, 300), (-352, 440), (-372, 640)]
        shape = [*coat, *[(-a, b) for a, b in reversed(coat)]]
        pen.polygon(curve([(x + a, y + b) for a, b in shape]))
        pen.polygon([(x - 76, y + 60), (x + 76, y + 60), (x + 92, y + 210), (x - 92, y + 210)])
        skull = [(-112, 10), (-106, -70), (-62, -136), (0, -154), (62, -136), (106, -70), (112, 10)]
        skull += [(96, 84), (64, 126), (0, 142), (-64, 126), (-96, 84)]
        pen.polygon(curve([(x + a, y + b) for a, b in skull], closed=True))
        for a, b in ((-40, -156), (-12, -166), (22, -162), (50, -148), (-66, -140)):
            pen.limb([(x + a, y + b + 26, 22), (x + a * 1.16, y + b + 2, 5)])

    def phones(pen: Pen) -> None:
        band = [(-128, 0), (-122, -92), (-70, -166), (0, -190), (70, -166), (122, -92), (128, 0)]
        pen.line(curve([(x + a, y + b) for a, b in band]), 15)
        for side in (-1, 1):
            a = x + side * 122
            cup = [
                (a - 24, y - 48),
                (a + 24, y - 48),
                (a + 30, y),
                (a + 24, y + 56),
                (a - 24, y + 56),
            ]
            pen.polygon(curve([*cup, (a - 30, y)], closed=True))

    cable = [(790, 710), (742, 800), (760, 900), (690, 990), (640, 905)]
    dark, head = drawn(size, body), drawn(size, phones)
    lay(image, "#0a0706", blur(level(dark, 0.8), 18))
    lay(image, "#0d0908", dark)
    lay(image, "#17100d", drawn(size, lambda p: p.line(curve(cable), 7)))
    lay(image, "#1c1411", head)
    both = ImageChops.lighter(dark, head)
    soft = blur(both, 3)
    for colour, shift, power in (("#79b4dc", 9, 0.75), ("#ffab55", -9, 0.95)):
        edge = times(ImageChops.subtract(soft, ImageChops.offset(soft, shift, 5)), both)
        side = glow(size, x - shift * 45, 640, 560, 420, 1.0)
        patchy = contrast(noise.fbm(size, (120, 90), 51 + abs(shift)), 0.1, 0.7)
        shine(image, colour, level(times(blur(edge, 3), side, patchy), power * 1.5))


def chart(image: Image.Image) -> None:
    """A map with the places where the last stages fell."""
    size = image.size
    sheet = [(1368, 418), (1708, 396), (1722, 610), (1384, 640)]
    mask = drawn(size, lambda p: p.polygon(sheet))
    lay(image, "#080504", level(ImageChops.offset(blur(mask, 8), 8, 10), 0.6))
    lay(image, "#a08258", mask)
    lay(
        image,
        "#5f4730",
        level(times(mask, contrast(noise.fbm(size, (160, 120), 41, 3), 0.3, 0.8)), 0.5),
    )

    def lines(pen: Pen) -> None:
        for number in range(5):
            a, b = 1446 + number * 54, 560 - number * 26
            ring = [(a + 30 * math.cos(t / 9), b + 14 * math.sin(t / 9 - 0.5)) for t in range(58)]
            pen.line(ring, 2)
        pen.line([(1400, 588), (1700, 430)], 2.4)

    lay(image, "#7c1f16", level(drawn(size, lines), 0.85))


def radio_at_night() -> Image.Image:
    """Still 5: channel by channel through the night."""
    size = STILL
    image = wall(size)
    chart(image)
    shine(image, "#c8702a", level(glow(size, 1120, 760, 900, 620, 1.8), 0.42))
    shine(image, "#3f6f96", level(glow(size, 430, 700, 560, 460, 2), 0.42))
    case(image, (690, 470, 1130, 690), "#4a3a30", 11)
    case(image, (1100, 560, 1500, 905), "#3f4a44", 12)
    case(image, (640, 690, 1105, 905), "#55392a", 13)
    case(image, (1505, 690, 1740, 905), "#4b4038", 14)
    dial(image, 1300, 645, 320, 92, 0.62)
    dial(image, 800, 545, 170, 74, 0.3)
    dial(image, 1034, 545, 130, 74, 0.7)
    scope(image, 1624, 782, 70)
    for x, y, radius, turn in ((1170, 790, 44, 0.7), (1300, 790, 58, -0.5), (1430, 790, 44, 2.0)):
        knob(image, x, y, radius, turn)
    for x, turn in ((1160, 0.2), (1230, 1.2), (1300, -0.8), (1370, 0.4), (1440, -1.6)):
        knob(image, x, 868, 15, turn)
    television(image, 398, 722, 330)
    lamps = drawn(size, lambda p: [p.disc(x, 652, 6) for x in (726, 1092)])
    shine(image, "#ff5a30", level(blur(lamps, 9), 2.4))
    lay(image, "#ffd0a8", lamps)
    aerial = [(1060, 470), (1090, 380), (1180, 250), (1120, 88)]
    lay(image, "#0d0908", drawn(size, lambda p: p.line(curve(aerial), 5)))
    board = drawn(
        size, lambda p: p.polygon([(0, TABLE), (1800, TABLE), (1800, 1200), (0, 1200)]), 1
    )
    wood = gradient(size, [(0, "#3a2417"), (0.755, "#4a2d1b"), (1, "#120b08")], 15)
    lay(wood, "#20130c", level(contrast(noise.fbm(size, (700, 14), 16), 0.4, 0.8), 0.6))
    lay(image, wood, board)
    sheen = contrast(noise.fbm(size, (240, 8), 17), 0.2, 0.8)
    for colour, x, reach in ((AMBER, 1290, 460), ("#6fa6cc", 398, 340), ("#3fbf80", 1624, 160)):
        spot = times(glow(size, x, TABLE + 20, reach, 190, 1.5), board, sheen)
        shine(image, colour, level(spot, 0.75))
    listener(image)
    return finish(image, 18, 0.5)
