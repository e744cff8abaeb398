"""Six in the morning: the set is on, the chair is empty."""

import math

from PIL import Image, ImageChops

from drawing import noise
from drawing.fifteen_seconds.plates import STILL, Plates, beam, swell, tower
from drawing.paint import Pen, Point, contrast, curve, drawn, glow, level, ramp, times

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


def still_life(plates: Plates) -> None:
    """The log, a mug, and what Brodersen brought."""
    size = plates.size
    left: list[Point] = [(300, 1010), (560, 985), (590, 905), (372, 918)]
    right: list[Point] = [(560, 985), (800, 1008), (784, 914), (590, 905)]
    shade = drawn(
        size, lambda p: p.polygon([(280, 1022), (560, 1000), (826, 1020), (790, 912), (360, 916)])
    )
    plates.cut(shade, petrol=245, coral=100)
    plates.cut(drawn(size, lambda p: p.polygon(left)), petrol=34, yellow=40)
    plates.cut(drawn(size, lambda p: p.polygon(right)), yellow=50)

    def writing(pen: Pen) -> None:
        for row in range(7):
            t = (row + 1) / 8.5
            a = (372 - 72 * t, 918 + 92 * t)
            b = (590 - 30 * t, 905 + 80 * t)
            pen.line([(a[0] + 22, a[1] - 1), (b[0] - 22, b[1])], 2.6)
            if row < 3:
                c = (590 - 30 * t, 905 + 80 * t)
                d = (784 + 16 * t, 914 + 94 * t)
                pen.line([(c[0] + 24, c[1] + 1), (d[0] - (28 if row < 2 else 110), d[1] - 2)], 2.6)

    plates.cut(drawn(size, writing), petrol=210)
    pencil = drawn(size, lambda p: p.limb([(640, 978, 5), (772, 950, 5)], smooth=False))
    plates.cut(pencil, yellow=255, coral=120)
    for x, y, r in ((210, 690, 48), (300, 692, 46), (252, 622, 46)):
        plates.cut(drawn(size, lambda p, x=x, y=y, r=r: p.disc(x, y, r)), coral=235, yellow=255)
        fruit = drawn(size, lambda p, x=x, y=y, r=r: p.disc(x, y, r))
        lit = drawn(size, lambda p, x=x, y=y, r=r: p.disc(x + r * 0.3, y - r * 0.12, r * 0.86))
        plates.petrol.paste(120, (0, 0), ImageChops.subtract(fruit, lit))
        plates.petrol.paste(
            0,
            (0, 0),
            drawn(size, lambda p, x=x, y=y, r=r: p.disc(x + r * 0.4, y - r * 0.4, r * 0.2)),
        )
        plates.coral.paste(
            60,
            (0, 0),
            drawn(size, lambda p, x=x, y=y, r=r: p.disc(x + r * 0.4, y - r * 0.4, r * 0.16)),
        )
    mug(plates, 990, 1006)


def mug(plates: Plates, x: float, y: float) -> None:
    size = plates.size
    body = [
        (x - 50, y - 112),
        (x + 50, y - 112),
        (x + 46, y - 6),
        (x + 30, y + 4),
        (x - 30, y + 4),
        (x - 46, y - 6),
    ]
    handle = [(x - 48, y - 92, 9), (x - 92, y - 84, 9), (x - 86, y - 36, 9), (x - 46, y - 30, 9)]
    shade = drawn(
        size, lambda p: p.polygon([(x - 200, y + 10), (x, y - 16), (x, y + 6), (x - 160, y + 26)])
    )
    plates.petrol = ImageChops.add(plates.petrol, level(shade, 0.4))
    plates.cut(drawn(size, lambda p: p.limb(handle)), petrol=190, coral=60)
    plates.cut(drawn(size, lambda p: p.polygon(body)), petrol=150)
    plates.cut(
        drawn(
            size,
            lambda p: p.polygon(
                [
                    (x + 4, y - 112),
                    (x + 50, y - 112),
                    (x + 46, y - 6),
                    (x + 30, y + 4),
                    (x + 6, y + 4),
                ]
            ),
        ),
        yellow=70,
    )
    plates.cut(drawn(size, lambda p: p.disc(x, y - 112, 50, 13)), petrol=255, coral=120)

    def steam(pen: Pen) -> None:
        for dx in (-18, 14):
            path = [
                (
                    x + dx + 16 * math.sin(i * 0.8 + dx),
                    y - 140 - i * 24,
                    1 + 4 * math.sin(math.pi * i / 7),
                )
                for i in range(8)
            ]
            pen.limb(path)

    cloud = drawn(size, steam)
    plates.petrol = ImageChops.subtract(plates.petrol, level(cloud, 0.5))


def lamp(plates: Plates, x: float, y: float) -> None:
    """A desk lamp; its cone falls on the table."""
    size = plates.size
    cone = drawn(
        size,
        lambda p: p.polygon(
            [(x - 118, y - 330), (x - 24, y - 296), (x - 40, y + 120), (x - 520, y + 120)]
        ),
        2,
    )
    fade = times(cone, glow(size, x - 80, y - 310, 560, 560, 0.7))
    plates.yellow = ImageChops.lighter(plates.yellow, level(fade, 0.9))
    plates.petrol = ImageChops.subtract(plates.petrol, level(fade, 0.45))

    def metal(pen: Pen) -> None:
        pen.limb(
            [(x + 40, y + 44, 13), (x + 60, y - 210, 9), (x + 30, y - 390, 9), (x - 40, y - 400, 9)]
        )
        pen.disc(x + 36, y + 50, 92, 20)
        shade = [
            (x - 30, y - 432),
            (x + 6, y - 392),
            (x - 10, y - 286),
            (x - 136, y - 332),
            (x - 92, y - 412),
        ]
        pen.polygon(curve(shade, closed=True))

    plates.cut(drawn(size, metal), petrol=250, coral=110)
    bulb = drawn(
        size, lambda p: p.limb([(x - 120, y - 322, 7), (x - 26, y - 288, 7)], smooth=False)
    )
    plates.cut(bulb, yellow=255)


def chair(plates: Plates, x: float, y: float, unit: float) -> None:
    """Nobody sits there."""
    size = plates.size

    def wood(pen: Pen) -> None:
        pen.limb(
            [
                (x - unit * 0.42, y, 20),
                (x - unit * 0.46, y - unit * 0.5, 18),
                (x - unit * 0.4, y - unit * 0.86, 15),
            ]
        )
        pen.limb(
            [
                (x + unit * 0.42, y, 20),
                (x + unit * 0.46, y - unit * 0.5, 18),
                (x + unit * 0.4, y - unit * 0.86, 15),
            ]
        )
        rail = [
            (x - unit * 0.47, y - unit * 0.8),
            (x, y - unit * 0.72),
            (x + unit * 0.47, y - unit * 0.8),
        ]
        top = [
            (x + unit * 0.44, y - unit * 0.97),
            (x, y - unit * 0.9),
            (x - unit * 0.44, y - unit * 0.97),
        ]
        pen.polygon([*curve(rail), *curve(top)])
        for slat in (-0.22, 0, 0.22):
            pen.limb([(x + slat * unit, y - unit * 0.74, 12), (x + slat * unit * 1.05, y, 12)])

    shape = drawn(size, wood)
    plates.cut(shape, petrol=255, coral=70)
    lit = times(ImageChops.subtract(shape, ImageChops.offset(shape, -7, 5)), shape)
    plates.cut(lit, coral=210, yellow=255)
