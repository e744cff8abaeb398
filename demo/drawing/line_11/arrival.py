"""The key still: the tram comes, somebody has waited for it."""

from random import Random

import numpy as np
from PIL import Image

from drawing.line_11 import tram
from drawing.line_11.light import Array, Night, Sheet, View, ground, soften, texture, wet
from drawing.paint import Point, Size, curve

STILL: Size = (1800, 1200)
VIEW = View(1000, 590, 1500, 1.55)
PLACE = (0.55, 8.0)
HALF = 9.2
NEON = "bebas-neue-400-normal"
Sign = tuple[str, float, float, float, float, str]
SIGNS: tuple[Sign, ...] = (
    ("HOTEL", 7.4, 9.6, 21, 1.5, "#ff2f86"),
    ("BAR", 7.9, 7.0, 34, 1.5, "#19c8c0"),
    ("KINO", -7.6, 9.2, 40, 1.6, "#19c8c0"),
    ("24", 7.7, 5.2, 29, 1.6, "#ffae3b"),
)


def _facades(body: Sheet, lamps: Sheet, view: View, half: float) -> None:
    random = Random(11)
    for side in (-1, 1):
        x, z = side * half, 96.0
        while z > 4:
            deep = random.choice((9, 11, 13))
            tall = random.choice((15, 17, 18, 20))
            near = max(z - deep, 3.0)
            cap = [
                view.at(x, 0, z),
                view.at(x, tall, z),
                view.at(x * 1.8, tall, z),
                view.at(x * 1.8, 0, z),
            ]
            body.poly(cap, "#060914")
            shade = tram.hex_of("#0b1022", "#21193c", random.random())
            wall = [
                view.at(x, 0, z),
                view.at(x, tall, z),
                view.at(x, tall, near),
                view.at(x, 0, near),
            ]
            body.poly(wall, shade)
            _windows(body, lamps, view, x, near, z, tall, random)
            z = near
    for number in range(14):
        x = -20 + number * 3.1
        tall = random.uniform(8, 17)
        body.poly(
            [
                view.at(x, 0, 97),
                view.at(x, tall, 97),
                view.at(x + 3, tall, 97),
                view.at(x + 3, 0, 97),
            ],
            "#0b1024",
        )


def _windows(
    body: Sheet,
    lamps: Sheet,
    view: View,
    x: float,
    near: float,
    far: float,
    tall: float,
    random: Random,
) -> None:
    count = int((far - near) / 2.6)
    step = (far - near) / count
    for floor in range(int((tall - 5) / 3.2)):
        for column in range(count):
            y, z = 5.2 + floor * 3.2, near + (column + 0.22) * step
            quad = [
                view.at(x, y, z),
                view.at(x, y + 1.9, z),
                view.at(x, y + 1.9, z + step * 0.5),
                view.at(x, y, z + step * 0.5),
            ]
            lit = random.random()
            if lit < 0.2:
                lamps.poly(
                    quad, random.choice(("#7a4a22", "#8a5a2a", "#5c3520", "#1d5a60", "#5a2140"))
                )
            else:
                body.poly(quad, "#05080f")
    shop = random.choice(("#8a5c24", "#0d5f60", "#6d1a42", "#7a4a20", "", ""))
    if shop:
        low = [
            view.at(x, 0.5, near + 1),
            view.at(x, 3.4, near + 1),
            view.at(x, 3.4, far - 1),
            view.at(x, 0.5, far - 1),
        ]
        lamps.poly(low, shop)
        _goods(lamps, view, x, near + 1, far - 1, shop, random)


def _goods(
    lamps: Sheet, view: View, x: float, near: float, far: float, shop: str, random: Random
) -> None:
    """What stands in a shop window, and the bars between its panes."""

    def block(y1: float, y2: float, z1: float, z2: float, colour: str) -> None:
        lamps.poly(
            [view.at(x, y1, z1), view.at(x, y2, z1), view.at(x, y2, z2), view.at(x, y1, z2)], colour
        )

    block(2.7, 3.4, near, far, tram.hex_of(shop, "#05080f", 0.72))
    block(2.6, 2.68, near, far, tram.hex_of(shop, "#ffffff", 0.45))
    z = near
    while z < far:
        high = random.uniform(0.8, 1.9)
        block(
            0.5,
            high,
            z + 0.2,
            z + random.uniform(0.4, 1.0),
            tram.hex_of(shop, "#05080f", random.uniform(0.35, 0.8)),
        )
        z += random.uniform(0.6, 1.3)
    z = near
    while z < far:
        block(0.4, 3.5, z, z + 0.16, "#05080f")
        z += 2.2


def _neon(lamps: Sheet, back: Sheet, view: View, signs: tuple[Sign, ...]) -> None:
    for word, x, top, z, size, colour in signs:
        stacked = word if len(word) > 2 else ""
        count = len(stacked) or 1
        left, right = x - size * 0.4, x + size * 0.4
        low = top - size * 0.92 * count - 0.2
        a, b = view.at(left, top + 0.15, z), view.at(right, low, z)
        back.box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]), "#0a0a18", 3)
        for number, letter in enumerate(stacked or [word]):
            px, py = view.at(x, top - size * 0.86 - number * size * 0.92, z)
            if view.side < 0:
                py = view.at(x, top - number * size * 0.92, z)[1]
            lamps.text(
                letter, px, py, NEON, view.size(size * (0.95 if stacked else 0.8), z), colour
            )


def _wires(body: Sheet, view: View, track: float) -> None:
    for x in (track, track + 5.2):
        body.line([view.at(x, 5.6, z) for z in (3, 5, 8, 14, 30, 95)], 2.0, "#04060c")
    for z in (11, 19, 31, 50):
        left, middle, right = view.at(-9, 7.2, z), view.at(-0.7, 6.0, z), view.at(9, 7.2, z)
        body.line([left, middle, right], max(1.0, 16 / z), "#04060c")


def waiting(body: Sheet, view: View, x: float, z: float, rain: bool = True) -> None:
    """A woman in a long coat from behind, a bag in her hand, an umbrella up if there is `rain`."""
    colour = "#04060b"

    def at(a: float, b: float) -> tuple[float, float]:
        return view.at(x + a, b, z)

    u = view.size(1, z)

    def limb(*points: tuple[float, float, float]) -> None:
        body.limb([(*at(a, b), r * u) for a, b, r in points], colour)

    def smooth(points: list[tuple[float, float]]) -> None:
        body.poly([at(a, b) for a, b in curve(points, closed=True)], colour)

    limb((-0.09, 0.05, 0.045), (-0.08, 0.2, 0.042), (-0.08, 0.5, 0.062))
    limb((0.09, 0.05, 0.045), (0.09, 0.2, 0.042), (0.08, 0.5, 0.062))
    for side in (-0.1, 0.1):
        body.poly(
            [at(side - 0.05, 0), at(side - 0.05, 0.09), at(side + 0.05, 0.09), at(side + 0.06, 0)],
            colour,
        )
    coat = [(-0.29, 0.36), (-0.23, 0.7), (-0.18, 1.0), (-0.21, 1.25), (-0.2, 1.36), (-0.09, 1.43)]
    coat += [
        (0.09, 1.43),
        (0.2, 1.36),
        (0.21, 1.22),
        (0.18, 1.0),
        (0.22, 0.7),
        (0.27, 0.35),
        (0, 0.33),
    ]
    smooth(coat)
    limb((0, 1.4, 0.075), (0, 1.5, 0.06))
    smooth(
        [
            (-0.1, 1.62),
            (-0.12, 1.54),
            (-0.115, 1.46),
            (0, 1.44),
            (0.115, 1.46),
            (0.12, 1.54),
            (0.1, 1.63),
            (0.05, 1.69),
            (-0.05, 1.69),
        ]
    )
    limb((-0.17, 1.34, 0.06), (-0.245, 1.1, 0.052), (-0.27, 0.84, 0.04), (-0.27, 0.76, 0.035))
    body.poly([at(-0.4, 0.38), at(-0.38, 0.62), at(-0.17, 0.62), at(-0.15, 0.38)], colour)
    body.line([at(-0.34, 0.62), at(-0.3, 0.74), at(-0.23, 0.74), at(-0.2, 0.62)], 0.022 * u, colour)
    if not rain:
        limb((0.17, 1.34, 0.06), (0.25, 1.1, 0.052), (0.25, 0.84, 0.04))
        limb((0, 1.74, 0.06), (0, 1.75, 0.06))
        return
    limb((0.17, 1.33, 0.06), (0.265, 1.12, 0.052), (0.2, 1.25, 0.04), (0.19, 1.3, 0.04))
    body.line([at(0.2, 1.2), at(0.12, 2.2), at(0.115, 2.34)], 0.02 * u, colour)
    rim = []
    for step in range(49):
        a = -0.66 + 1.32 * step / 48
        rim.append((0.12 + a, 1.9 + 0.36 * max(0, 1 - (a / 0.66) ** 2) ** 0.6))
    for rib in range(6):
        right = 0.66 - 0.22 * rib
        rim += [
            (0.12 + right - 0.22 * t, 1.9 + 0.035 * (1 - (2 * t - 1) ** 2))
            for t in (0, 0.25, 0.5, 0.75, 1)
        ]
    body.poly([at(a, b) for a, b in rim], colour)


def street(view: View, size: Size, half: float, signs: tuple[Sign, ...], place: Point) -> Night:
    """A street in rain, `half` metres wide on each side, and the tram at `place` (across, away)."""
    night, (x, z) = Night(size), place
    top, low = view.y - 590, view.y + 610
    stops = [(top, "#0a0b20"), (view.y - 170, "#241a45"), (view.y, "#6a3160")]
    night.sky([*stops, (view.y + 170, "#241a45"), (low, "#0a0b20")], 0.8)
    body, lamps, back = Sheet(size), Sheet(size), Sheet(size)
    _facades(body, lamps, view, half)
    night.lay(body)
    night.lay(lamps, 1.6)
    neon = Sheet(size)
    _neon(neon, back, view, signs)
    night.lay(back)
    night.lay(neon, 5)
    night.spot(view.x, view.y, 420, "#8a3a78", 0.25, 0.5)
    wires = Sheet(size)
    _wires(wires, view, x)
    night.lay(wires)
    body, lamps = Sheet(size), Sheet(size)
    tram.front(body, lamps, view, x, z, z + 25)
    night.lay(body, 1.3)
    night.lay(lamps, 2.6)
    for side in (-0.82, 0.82):
        night.spot(*view.at(x + side, 0.84, z), 60, "#ffe9c4", 5)
    return night


def flood(
    night: Night,
    mirrored: Night,
    view: View,
    place: Point,
    rails: tuple[float, ...],
    pooled: float = 0.56,
) -> Array:
    """Lay wet asphalt with its rails below the street; return where the pools are."""
    size = night.size
    pools = ground(view, size, texture(1024, 150, 21), 60, 0.8)
    pools = np.clip((pools - pooled) * 9, 0, 1)
    rough = ground(view, size, texture(1024, 6, 22), 70)
    ripple = ground(view, size, texture(1024, 14, 23, 2), 60, 0.5)
    below = np.clip((np.arange(size[1]) - view.y) / 30, 0, 1).astype(np.float32)[:, None, None]
    shown = wet(mirrored.light, pools, rough, ripple) * 0.85
    asphalt = np.array([0.006, 0.008, 0.014], np.float32) * (0.5 + rough[..., None])
    mask, bed, body, lamps = Sheet(size), Sheet(size), Sheet(size), Sheet(size)
    far = [view.at(-HALF, 0, 97), view.at(HALF, 0, 97)]
    mask.poly([(0, size[1]), view.at(-HALF, 0, 5), *far, view.at(HALF, 0, 5), size], "white")
    tram.front(body, lamps, view, *place, place[1] + 25)
    free = 1 - np.maximum(body.arrays()[1], lamps.arrays()[1])
    floor = mask.arrays()[1] * free * below
    night.light = night.light * (1 - floor) + (shown + asphalt) * floor
    for x in rails:
        under = abs(x - place[0]) < 1.2
        left, right = x - 0.035, x + 0.035
        end = place[1] - 0.6 if under else 90
        quad = [
            view.at(left, 0, 1.6),
            view.at(right, 0, 1.6),
            view.at(right, 0, end),
            view.at(left, 0, end),
        ]
        bed.poly(quad, "#8a7a6a")
    night.light += bed.arrays()[1] * free * np.clip(shown * 1.4 + 0.02, 0, 3) * 1.3
    return pools


def draw_arrival() -> Image.Image:
    tram_at = (-3.3, 9.0)
    night = street(VIEW, STILL, HALF, SIGNS, tram_at)
    mirrored = street(VIEW.mirror(), STILL, HALF, SIGNS, tram_at)
    shade, figure = Sheet(STILL), Sheet(STILL)
    waiting(shade, VIEW.mirror(), *PLACE)
    mirrored.lay(shade)
    flood(night, mirrored, VIEW, tram_at, (-4.02, -2.58, 1.18, 2.62))
    waiting(figure, VIEW, *PLACE)
    edge = figure.arrays()[1][..., 0]
    night.lay(figure)
    night.add(soften(np.clip(edge - np.roll(edge, 4, axis=1), 0, 1), 1, 1) * edge, "#ffd9a0", 0.35)
    night.add(soften(np.clip(edge - np.roll(edge, -3, axis=1), 0, 1), 1, 1) * edge, "#ff2f86", 0.25)
    shine = night.bloom()
    night.rain(shine, 5, 2600)
    return night.finish(1.15)
