"""Six in the morning: the set is on, the chair is empty."""

import math

from PIL import Image, ImageChops

from drawing import noise
from drawing.fifteen_seconds.desk import chair, lamp, still_life
from drawing.fifteen_seconds.plates import STILL, Plates, beam, swell, tower
from drawing.paint import Pen, contrast, drawn, glow, level, ramp, times

WINDOW = (150, 120, 980, 700)


def six_o_clock() -> Image.Image:
    """The radio room of the rock, with the other island in the window."""
    plates = Plates(STILL)
    view(plates)
    room(plates)
    table(plates)
    radio(plates, 1120, 880)
    still_life(plates)
    lamp(plates, 1640, 866)
    chair(plates, 560, 1215, 420)
    return plates.pull(287)


def box(plates: Plates, left: float, top: float, right: float, low: float) -> Image.Image:
    corners = [(left, top), (right, top), (right, low), (left, low)]
    return drawn(plates.size, lambda p: p.polygon(corners))


def view(plates: Plates) -> None:
    """The sea before sunrise, and eleven miles off one flash."""
    left, _, right, low = WINDOW
    horizon = 520
    size = plates.size
    plates.petrol.paste(ramp(size, [(0, 225), (0.1, 215), (0.36, 110), (0.43, 40), (1, 40)]))
    plates.coral.paste(ramp(size, [(0, 0), (0.2, 0), (0.43, 165), (0.44, 0), (1, 0)]))
    plates.yellow.paste(ramp(size, [(0, 0), (0.3, 0), (0.43, 120), (0.44, 0), (1, 0)]))
    clouds = contrast(noise.fbm(size, (700, 40), 281, 5), 0.5, 0.75)
    plates.petrol = ImageChops.add(plates.petrol, level(clouds, 0.2))
    sea = box(plates, left, horizon, right, low)
    plates.cut(sea, petrol=215)
    waves = times(swell(size, horizon, 282), sea)
    plates.petrol = ImageChops.subtract(plates.petrol, level(waves, 0.5))
    plates.cut(
        drawn(size, lambda p: p.limb([(640, 522, 1), (700, 514, 7), (760, 522, 1)])), petrol=255
    )
    flash = tower(plates, 700, 514, 76)
    for angle in (math.pi - 0.05, -0.05):
        light = beam(size, flash, angle, 0.05, 420)
        plates.yellow = ImageChops.lighter(plates.yellow, level(light, 1.5))
        plates.petrol = ImageChops.subtract(plates.petrol, level(light, 1.5))
    halo = glow(size, *flash, 52, 52, 1.2)
    plates.coral = ImageChops.subtract(plates.coral, level(halo, 1.2))
    plates.yellow = ImageChops.lighter(plates.yellow, level(halo, 1.5))
    plates.petrol = ImageChops.subtract(plates.petrol, level(halo, 1.6))


def room(plates: Plates) -> None:
    """The wall with its boards, the window frame, the clock."""
    left, top, right, low = WINDOW
    size = plates.size
    wall = ImageChops.subtract(box(plates, 0, 0, 1800, 900), box(plates, left, top, right, low))
    plates.cut(wall, petrol=205, coral=70)
    warm = times(wall, glow(size, 1560, 760, 900, 800, 1.0))
    plates.petrol = ImageChops.subtract(plates.petrol, level(warm, 0.75))
    plates.yellow = ImageChops.lighter(plates.yellow, level(warm, 0.85))

    def boards(pen: Pen) -> None:
        for number in range(15):
            x = 30 + number * 126
            pen.line([(x, 0), (x, 900)], 3)

    lines = times(drawn(size, boards), wall)
    plates.petrol = ImageChops.add(plates.petrol, level(lines, 0.35))

    def frame(pen: Pen) -> None:
        pen.line([(left, top), (right, top), (right, low), (left, low), (left, top)], 26)
        pen.line([((left + right) / 2, top), ((left + right) / 2, low)], 16)
        pen.line([(left, 330), (right, 330)], 14)
        pen.polygon(
            [(left - 40, low), (right + 40, low), (right + 60, low + 40), (left - 60, low + 40)]
        )

    plates.cut(drawn(size, frame), petrol=30, yellow=40)
    shade = drawn(size, lambda p: p.line([(left - 40, low + 44), (right + 60, low + 44)], 10))
    plates.cut(shade, petrol=255, coral=60)
    clock(plates, 1330, 270, 118)


def clock(plates: Plates, x: float, y: float, radius: float) -> None:
    size = plates.size
    shade = drawn(size, lambda p: p.disc(x - 12, y + 14, radius * 1.1))
    plates.petrol = ImageChops.add(plates.petrol, level(shade, 0.3))
    plates.cut(drawn(size, lambda p: p.disc(x, y, radius * 1.1)), petrol=245, coral=40)
    plates.cut(drawn(size, lambda p: p.disc(x, y, radius * 0.94)), yellow=50)

    def hands(pen: Pen) -> None:
        for hour in range(12):
            a = hour * math.pi / 6
            near = 0.74 if hour % 3 else 0.66
            pen.line(
                [
                    (x + radius * near * math.sin(a), y - radius * near * math.cos(a)),
                    (x + radius * 0.84 * math.sin(a), y - radius * 0.84 * math.cos(a)),
                ],
                7 if hour % 3 == 0 else 4,
            )
        pen.limb([(x, y + radius * 0.14, 4), (x, y - radius * 0.72, 3)], smooth=False)
        pen.limb([(x, y - radius * 0.1, 6), (x, y + radius * 0.48, 5)], smooth=False)
        pen.disc(x, y, 9)

    plates.cut(drawn(size, hands), petrol=255)


def table(plates: Plates) -> None:
    size = plates.size
    plates.cut(box(plates, 0, 866, 1800, 1200), petrol=150, coral=200)
    light = times(box(plates, 0, 866, 1800, 1200), glow(size, 1500, 900, 780, 300, 0.9))
    plates.petrol = ImageChops.subtract(plates.petrol, level(light, 0.62))
    plates.yellow = ImageChops.lighter(plates.yellow, level(light, 1.2))
    grain = contrast(noise.fbm(size, (900, 14), 285, 3), 0.55, 0.68)
    grain = times(grain, box(plates, 0, 866, 1800, 1080))
    plates.petrol = ImageChops.add(plates.petrol, level(grain, 0.2))
    plates.cut(box(plates, 0, 1072, 1800, 1200), petrol=252, coral=90)
    plates.cut(box(plates, 0, 1064, 1800, 1074), petrol=60, coral=150, yellow=200)


def radio(plates: Plates, x: float, y: float) -> None:
    """The set, its dial lit; the microphone hangs on its hook."""
    size = plates.size
    shade = drawn(
        size,
        lambda p: p.polygon(
            [(x - 190, y + 34), (x + 10, y - 10), (x + 10, y + 60), (x - 150, y + 66)]
        ),
    )
    plates.petrol = ImageChops.add(plates.petrol, level(shade, 0.45))
    plates.cut(box(plates, x, y - 270, x + 400, y + 40), petrol=250, coral=50)
    plates.cut(box(plates, x + 14, y - 256, x + 386, y + 26), petrol=214, coral=60, yellow=40)
    plates.cut(box(plates, x + 386, y - 270, x + 400, y + 40), petrol=70, coral=160, yellow=230)

    def grille(pen: Pen) -> None:
        for row in range(9):
            for column in range(9):
                a, b = (column - 4) * 19, (row - 4) * 19
                if math.hypot(a, b) < 86:
                    pen.disc(x + 110 + a, y - 146 + b, 5.5)

    plates.cut(drawn(size, grille), petrol=255, coral=255)
    plates.cut(box(plates, x + 222, y - 232, x + 366, y - 150), yellow=255, coral=20)
    needle = drawn(
        size,
        lambda p: [
            *(
                p.line([(x + 238 + i * 16, y - 176), (x + 238 + i * 16, y - 160)], 3)
                for i in range(8)
            ),
            p.line([(x + 316, y - 222), (x + 316, y - 160)], 4),
        ],
    )
    plates.cut(needle, petrol=255)
    halo = glow(size, x + 294, y - 190, 190, 150, 1.6)
    plates.yellow = ImageChops.lighter(plates.yellow, level(halo, 0.8))
    for a, b, r in (
        (250, -92, 30),
        (336, -92, 30),
        (250, -16, 20),
        (336, -16, 20),
        (60, -10, 16),
        (110, -10, 16),
    ):
        plates.cut(drawn(size, lambda p, a=a, b=b, r=r: p.disc(x + a, y + b, r)), petrol=255)
        cap = drawn(size, lambda p, a=a, b=b, r=r: p.disc(x + a, y + b, r * 0.66))
        plates.cut(cap, petrol=110, yellow=150, coral=110)
        mark = drawn(
            size,
            lambda p, a=a, b=b, r=r: p.line(
                [(x + a, y + b), (x + a + r * 0.5, y + b - r * 0.4)], 4
            ),
        )
        plates.cut(mark, petrol=255)

    def cord(pen: Pen) -> None:
        turns = []
        for i in range(260):
            t = i / 259
            a = t * 26 * 2 * math.pi
            turns.append(
                (
                    x - 46 + 12 * math.cos(a) - 60 * math.sin(t * math.pi),
                    y - 130 + 170 * t + 7 * math.sin(a),
                    3.2,
                )
            )
        pen.limb(turns, smooth=False)
        pen.limb([(x - 46, y - 196, 30), (x - 42, y - 150, 24)])
        pen.limb([(x - 4, y - 190, 8), (x - 30, y - 190, 8)])

    plates.cut(drawn(size, cord), petrol=255, coral=60)
    slots = drawn(
        size,
        lambda p: [
            p.line([(x - 62, y - 206 + i * 12), (x - 32, y - 206 + i * 12)], 4) for i in range(3)
        ],
    )
    plates.cut(slots, petrol=120, coral=120)
