"""The village school, an hour after dark: they rehearse the song for the last night."""

import math
from random import Random

from PIL import Image, ImageChops

from drawing import noise
from drawing.fifteen_seconds.plates import STILL, Plates, beam, rock, tower
from drawing.paint import Pen, contrast, drawn, glow, level, ramp, rough, times

WALL = (560, 560, 1560, 900)


def rehearsal() -> Image.Image:
    """Three lit windows in the snow."""
    plates = Plates(STILL)
    sky(plates)
    ground(plates)
    building(plates)
    for number in range(3):
        window(plates, 700 + number * 270, number)
    trees(plates)
    light_on_snow(plates)
    snow(plates)
    return plates.pull(297)


def sky(plates: Plates) -> None:
    size = plates.size
    plates.petrol.paste(ramp(size, [(0, 255), (0.35, 230), (0.62, 165), (1, 165)]))
    plates.coral.paste(ramp(size, [(0, 0), (0.42, 0), (0.62, 70), (1, 0)]))
    clouds = contrast(noise.fbm(size, (800, 130), 291, 5), 0.45, 0.85)
    plates.petrol = ImageChops.subtract(plates.petrol, level(clouds, 0.16))
    coast = [(0, 742), (160, 716), (330, 722), (620, 748), (620, 800), (0, 800)]
    plates.cut(rock(size, coast, 292), petrol=255, coral=60)
    flash = tower(plates, 236, 724, 250)
    for angle, spread in ((math.pi - 0.12, 0.05), (-0.16, 0.045)):
        light = beam(size, flash, angle, spread, 1700)
        plates.petrol = ImageChops.subtract(plates.petrol, level(light, 1.3))
        plates.yellow = ImageChops.lighter(plates.yellow, level(light, 1.1))
    halo = glow(size, *flash, 150, 150, 1.3)
    plates.yellow = ImageChops.lighter(plates.yellow, level(halo, 1.4))
    plates.petrol = ImageChops.subtract(plates.petrol, level(halo, 1.4))


def ground(plates: Plates) -> None:
    size = plates.size
    line = [(-20, 800), (240, 782), (560, 800), (900, 792), (1300, 800), (1820, 770)]
    hill = drawn(size, lambda p: p.polygon([*line, (1820, 1220), (-20, 1220)]))
    plates.cut(hill, petrol=46)
    drifts = contrast(noise.fbm(size, (620, 60), 293, 4), 0.5, 0.72)
    plates.petrol = ImageChops.add(plates.petrol, level(times(drifts, hill), 0.3))
    low = times(hill, ramp(size, [(0, 0), (0.75, 0), (1, 255)]))
    plates.petrol = ImageChops.add(plates.petrol, level(low, 0.45))


def building(plates: Plates) -> None:
    """A long wooden house under its roof of snow."""
    size = plates.size
    left, top, right, low = WALL
    plates.cut(
        drawn(size, lambda p: p.polygon([(left, top), (right, top), (right, low), (left, low)])),
        petrol=120,
        coral=235,
    )
    gable = [
        (right, low),
        (right, top),
        (right + 110, top - 130),
        (right + 220, top),
        (right + 220, low - 24),
    ]
    plates.cut(drawn(size, lambda p: p.polygon(gable)), petrol=225, coral=200)

    def boards(pen: Pen) -> None:
        for row in range(12):
            pen.line([(left, top + row * 30), (right, top + row * 30)], 3)
            pen.line([(right, top + row * 30), (right + 220, top + row * 29 - 1)], 3)

    lines = drawn(size, boards)
    wall = drawn(
        size,
        lambda p: p.polygon(
            [(left, top), (right + 220, top), (right + 220, low - 24), (right, low), (left, low)]
        ),
    )
    plates.petrol = ImageChops.add(plates.petrol, level(times(lines, wall), 0.35))
    plates.cut(
        drawn(
            size,
            lambda p: p.polygon(
                [
                    (left - 6, low - 40),
                    (right, low - 40),
                    (right + 222, low - 60),
                    (right + 222, low - 22),
                    (right, low + 4),
                    (left - 6, low + 4),
                ]
            ),
        ),
        petrol=250,
        coral=40,
    )
    roof = [
        (left - 50, top + 14),
        (left + 60, top - 150),
        (right + 100, top - 150),
        (right + 4, top + 14),
    ]
    plates.cut(rough(drawn(size, lambda p: p.polygon(roof), 2), 294, 30, 5, 0.5), petrol=24)
    edge = drawn(
        size,
        lambda p: p.polygon(
            [
                (left - 52, top + 10),
                (right + 6, top + 10),
                (right + 6, top + 34),
                (left - 52, top + 34),
            ]
        ),
    )
    plates.cut(rough(edge, 295, 22, 4, 0.5), petrol=92)
    side = [
        (right + 4, top + 16),
        (right + 100, top - 150),
        (right + 240, top + 10),
        (right + 212, top + 22),
        (right + 104, top - 108),
        (right + 24, top + 30),
    ]
    plates.cut(drawn(size, lambda p: p.polygon(side)), petrol=110)
    stack = [
        (left + 250, top - 120),
        (left + 250, top - 214),
        (left + 306, top - 214),
        (left + 306, top - 120),
    ]
    plates.cut(drawn(size, lambda p: p.polygon(stack)), petrol=190, coral=220)
    plates.cut(
        drawn(
            size,
            lambda p: p.polygon(
                [
                    (left + 240, top - 210),
                    (left + 316, top - 210),
                    (left + 310, top - 230),
                    (left + 246, top - 230),
                ]
            ),
        ),
        petrol=20,
    )

    def smoke(pen: Pen) -> None:
        pen.limb(
            [
                (left + 278, top - 236, 8),
                (left + 300, top - 300, 20),
                (left + 280, top - 370, 28),
                (left + 330, top - 460, 40),
                (left + 420, top - 540, 20),
            ]
        )

    cloud = rough(drawn(size, smoke, 2), 296, 40, 8, 0.8)
    plates.petrol = ImageChops.subtract(plates.petrol, level(cloud, 0.32))


def window(plates: Plates, x: float, number: int) -> None:
    """A tall window; behind it heads at all heights, mouths open as far as one can see."""
    size = plates.size
    left, top, right, low = x - 84, 622, x + 84, 830
    pane = drawn(size, lambda p: p.polygon([(left, top), (right, top), (right, low), (left, low)]))
    plates.cut(pane, yellow=255, coral=24)
    random = Random(300 + number)

    def children(pen: Pen) -> None:
        for row, (base, step, head) in enumerate(((low + 4, 62, 23), (low + 52, 58, 26))):
            for place in range(-2, 3):
                a = x + (place + 0.5 * row) * step + random.uniform(-6, 6)
                y = base - random.uniform(84, 130)
                if number == 1 and row == 0 and place in (0, 1):
                    continue
                pen.limb([(a, y + 4, head), (a, y - 4, head * 0.96)])
                pen.limb(
                    [
                        (a, y + head + 6, head * 0.5),
                        (a, y + head + 40, head * 1.15),
                        (a, low + 40, head * 1.3),
                    ]
                )
                if random.random() < 0.5:
                    for side in (-1, 1):
                        pen.limb(
                            [
                                (a + side * head * 0.8, y + 2, 6),
                                (a + side * head * 1.25, y + 18, 7),
                                (a + side * head * 1.2, y + 34, 3),
                            ]
                        )
                elif random.random() < 0.5:
                    pen.limb(
                        [(a - head * 0.5, y - head * 0.8, 6), (a + head * 0.3, y - head * 1.05, 8)]
                    )

    plates.cut(times(drawn(size, children), pane), petrol=235, coral=150)
    if number == 1:

        def teacher(pen: Pen) -> None:
            pen.limb([(x + 6, 712, 21), (x + 7, 702, 20)])
            pen.limb([(x + 7, 684, 17), (x + 20, 678, 11)])
            pen.limb([(x + 6, 738, 12), (x + 4, 778, 30), (x, 860, 40)])
            for side in (-1, 1):
                pen.limb(
                    [
                        (x + 4 + side * 22, 758, 11),
                        (x + 4 + side * 56, 742, 9),
                        (x + 4 + side * 66, 690, 7),
                        (x + 4 + side * 64, 676, 8),
                    ]
                )

        plates.cut(times(drawn(size, teacher), pane), petrol=255, coral=60)

    def frame(pen: Pen) -> None:
        pen.line([(left, top), (right, top), (right, low), (left, low), (left, top)], 14)
        pen.line([(x, top), (x, low)], 6)
        pen.line([(left, top + 62), (right, top + 62)], 6)

    plates.cut(drawn(size, frame), petrol=10)
    sill = drawn(
        size,
        lambda p: p.limb([(left - 14, low + 12, 7), (x, low + 9, 9), (right + 14, low + 12, 7)]),
    )
    plates.cut(sill, petrol=0)


def light_on_snow(plates: Plates) -> None:
    """What the windows lay on the ground."""
    size = plates.size
    for number in range(3):
        x = 700 + number * 270
        lean = (x - 1000) * 0.16 - 130
        patch = [(x - 80, 912), (x + 80, 912), (x + 130 + lean, 1090), (x - 140 + lean, 1090)]
        light = times(
            drawn(size, lambda p, c=patch: p.polygon(c), 2),
            ramp(size, [(0, 255), (0.76, 255), (0.92, 40), (1, 0)]),
        )
        cross = drawn(
            size,
            lambda p, x=x, lean=lean: p.limb([(x, 912, 3), (x - 5 + lean, 1090, 6)], smooth=False),
        )
        light = ImageChops.subtract(light, cross)
        plates.yellow = ImageChops.lighter(plates.yellow, level(light, 0.95))
        plates.petrol = ImageChops.subtract(plates.petrol, level(light, 0.7))

    def steps(pen: Pen) -> None:
        for i in range(26):
            t = i / 25
            a = 120 + 520 * t**1.2 + (14 if i % 2 else -14) * (1.4 - t)
            b = 1190 - 268 * t
            pen.disc(a, b, 12 - 8 * t, 7 - 4.4 * t)

    plates.petrol = ImageChops.add(plates.petrol, level(drawn(size, steps), 0.5))


def trees(plates: Plates) -> None:
    """A pine, bent by the wind of all its years."""
    size = plates.size
    for x, y, unit, seed in ((1700, 1240, 1010, 7),):
        random = Random(seed)

        def wood(pen: Pen, x=x, y=y, unit=unit) -> None:
            pen.limb(
                [
                    (x, y, unit * 0.032),
                    (x - unit * 0.02, y - unit * 0.4, unit * 0.022),
                    (x - unit * 0.1, y - unit * 0.86, unit * 0.01),
                ]
            )
            for height, reach in ((0.52, 0.22), (0.62, -0.16), (0.72, -0.24), (0.8, 0.14)):
                start = (x - unit * (0.02 + 0.1 * (height - 0.4)), y - unit * height, unit * 0.012)
                pen.limb(
                    [
                        start,
                        (start[0] + reach * unit * 0.6, start[1] - unit * 0.03, unit * 0.008),
                        (start[0] + reach * unit, start[1] - unit * 0.06, 2),
                    ]
                )

        def needles(pen: Pen, x=x, y=y, unit=unit, random=random) -> None:
            for height, reach, wide in (
                (0.56, 0.2, 0.13),
                (0.66, -0.16, 0.12),
                (0.78, -0.3, 0.15),
                (0.86, 0.04, 0.16),
                (0.94, -0.16, 0.17),
            ):
                for _ in range(150):
                    a = x + reach * unit * 0.8 - 0.06 * unit + random.gauss(0, wide * unit * 0.55)
                    b = y - height * unit + random.gauss(0, 0.022 * unit)
                    pen.limb(
                        [
                            (a, b, unit * 0.002),
                            (
                                a + random.uniform(-0.03, -0.01) * unit,
                                b - unit * 0.012,
                                unit * 0.006,
                            ),
                            (a - unit * 0.05, b + random.uniform(-0.012, 0.004) * unit, 0.4),
                        ]
                    )

        plates.cut(drawn(size, wood), petrol=255, coral=110)
        plates.cut(drawn(size, needles, 2), petrol=250, coral=30)


def snow(plates: Plates) -> None:
    """Flakes, left white by every plate."""
    random = Random(299)

    def flakes(pen: Pen) -> None:
        for _ in range(420):
            near = random.random() ** 3
            pen.disc(random.uniform(0, 1800), random.uniform(0, 1200), 1.6 + 5.5 * near)

    plates.cut(drawn(plates.size, flakes, 2))
