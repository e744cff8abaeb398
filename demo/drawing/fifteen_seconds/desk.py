"""What stands on the table in the radio room, and the chair before it."""

import math

from PIL import ImageChops

from drawing.fifteen_seconds.plates import Plates
from drawing.paint import Pen, Point, curve, drawn, glow, level, times


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
