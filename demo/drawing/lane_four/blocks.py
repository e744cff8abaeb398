"""Lane Four at the edge: three starting blocks against the sun, mirrored in the water."""

import math
from random import Random

import numpy as np
from PIL import Image, ImageChops

from drawing import noise, typeset
from drawing.lane_four.water import (
    Array,
    Waves,
    blend,
    colour,
    grid,
    sample,
    step,
    to_array,
    to_image,
)
from drawing.paint import Pen, blur, drawn, glow, gradient, lay, level, shine, times

STILL = (1800, 1200)
EDGE, WATER = 700, 812  # where the deck ends, where the water begins
CENTRES = {"3": 330.0, "4": 985.0, "5": 1640.0}
SUN = (585, 470)


def backdrop() -> Image.Image:
    """Return sky, sun, the trees behind the fence, haze."""
    sky = [(0, "#8cc9e4"), (0.22, "#bfe3e6"), (0.42, "#fdeec2"), (0.58, "#ffe0a0"), (1, "#ffe0a0")]
    image = gradient(STILL, sky, 3)
    shine(image, "#ffe9b0", glow(STILL, *SUN, 620, 520, 2.2))
    lay(image, "#fffbe9", drawn(STILL, lambda p: p.disc(*SUN, 66)))
    for seed, base, tall, tint in ((5, 640, 150, "#a9d3d0"), (9, 668, 190, "#5fa7b0")):
        random = Random(seed)
        pen = Pen(STILL, 2)
        x = -60.0
        while x < 1860:
            wide = random.uniform(46, 110)
            open_sky = min(1.0, (abs(x - SUN[0]) / 330) ** 1.5 + 0.16)
            top = base - tall * open_sky * random.uniform(0.55, 1.15)
            for _ in range(9):
                dx, dy = random.uniform(-0.7, 0.7) * wide, random.uniform(0, base - top)
                pen.disc(x + dx, top + dy + 24, wide * random.uniform(0.3, 0.55))
            pen.polygon(
                [(x - wide, top + 70), (x + wide, top + 70), (x + wide, 720), (x - wide, 720)]
            )
            x += wide * random.uniform(1.0, 1.7)
        lay(image, tint, pen.mask())
    fence = Pen(STILL, 2)
    for x in range(-10, 1820, 46):
        fence.line([(x, 610), (x, 704)], 3)
    fence.line([(-5, 622), (1805, 622)], 4)
    lay(image, "#2f7f9a", fence.mask())
    shine(image, "#ffe3a4", level(glow(STILL, SUN[0], SUN[1] + 90, 560, 300, 1.7), 0.75))
    return image


def block(image: Image.Image, x: float, number: str) -> None:
    """Set one starting block, seen from the water."""
    sides = [(x - 132, EDGE), (x - 106, 470), (x + 106, 470), (x + 132, EDGE)]
    lay(image, "#c3dde6", drawn(STILL, lambda p: p.polygon(sides)))
    dark = [(x + 62, EDGE), (x + 50, 470), (x + 106, 470), (x + 132, EDGE)]
    lay(image, "#9cc3d6", drawn(STILL, lambda p: p.polygon(dark)))
    top = [(x - 176, 470), (x - 150, 398), (x + 150, 398), (x + 176, 470)]
    lay(image, "#fff3cf", drawn(STILL, lambda p: p.polygon(top)))
    grip = Pen(STILL, 2)
    for i in range(6):
        y = 410 + i * 10
        half = 152 + (y - 398) * 0.36 - 16
        grip.line([(x - half, y), (x + half, y)], 3)
    lay(image, "#ecd9a8", grip.mask())
    front = [(x - 176, 470), (x + 176, 470), (x + 172, 502), (x - 172, 502)]
    lay(image, "#d4e8ec", drawn(STILL, lambda p: p.polygon(front)))
    lay(image, "#fffbe9", drawn(STILL, lambda p: p.line([(x - 150, 397), (x + 150, 397)], 4)))
    lay(image, "#8fb9cd", drawn(STILL, lambda p: p.line([(x - 172, 503), (x + 172, 503)], 5)))
    bar = Pen(STILL, 2)
    bar.limb([(x - 78, 520, 6), (x - 78, 548, 6), (x + 78, 548, 6), (x + 78, 520, 6)], smooth=False)
    lay(image, "#5d94b0", bar.mask())
    lay(image, "#0c2550", typeset.line(STILL, number, x, 676, "anton-400-normal", 116, 0, 0.5))


def edge(image: Image.Image) -> None:
    """Lay the rim of the pool: stone, overflow, a band of tiles."""
    lay(
        image,
        "#fff0cb",
        drawn(STILL, lambda p: p.polygon([(0, EDGE), (1800, EDGE), (1800, 722), (0, 722)])),
    )
    lay(
        image,
        "#a9cbd6",
        drawn(STILL, lambda p: p.polygon([(0, 722), (1800, 722), (1800, 734), (0, 734)])),
    )
    random = Random(4)
    for row in range(3):
        for column in range(-1, 70):
            left, top = column * 27 + 2, 735 + row * 27
            tint = random.choice(["#2a7fb4", "#2f89bd", "#2577ab", "#3a93c4"])
            corners = [(left, top), (left + 25, top), (left + 25, top + 25), (left, top + 25)]
            lay_box(image, corners, tint)


def lay_box(image: Image.Image, corners: list[tuple[float, float]], tint: str) -> None:
    (left, top), (right, bottom) = corners[0], corners[2]
    image.paste(tint, (round(left), round(top), round(right), round(bottom)))


def belongings(image: Image.Image) -> None:
    """Leave a towel, a pair of slippers and a red cap on block four."""
    x = CENTRES["4"]
    towel = [
        (x - 128, 420),
        (x - 34, 420),
        (x - 30, 470),
        (x - 26, 610),
        (x - 122, 616),
        (x - 130, 470),
    ]
    mask = drawn(STILL, lambda p: p.polygon(towel))
    lay(image, "#f7f4ea", mask)
    bands = Pen(STILL, 2)
    for y in (548, 566, 584):
        bands.line([(x - 140, y + 3), (x - 10, y)], 8)
    lay(image, "#2a6fb0", times(bands.mask(), mask))
    fold = [(x - 130, 470), (x - 30, 470), (x - 29, 482), (x - 129, 484)]
    lay(image, "#d3dfe0", times(drawn(STILL, lambda p: p.polygon(fold)), mask))
    cap = Pen(STILL, 3)
    ring = np.linspace(0, math.pi, 40)
    dome = [
        (x + 64 + 40 * math.cos(a) + 5 * math.sin(2 * a), 424 - 36 * math.sin(a) ** 0.8)
        for a in ring
    ]
    cap.polygon([*dome, (x + 24, 424), (x + 27, 431), (x + 101, 431), (x + 104, 424)])
    mask = cap.mask()
    lay(image, "#e3261f", mask)
    lay(image, "#a5121a", times(ImageChops.subtract(mask, ImageChops.offset(mask, -12, 4)), mask))
    lay(image, "#ff9a72", times(ImageChops.subtract(mask, ImageChops.offset(mask, 5, 5)), mask))
    lay(
        image,
        "#a5121a",
        times(drawn(STILL, lambda p: p.line([(x + 20, 425), (x + 108, 425)], 2)), mask),
    )
    slippers = Pen(STILL, 3)
    for dx in (196, 262):
        slippers.limb([(x + dx, EDGE - 7, 8), (x + dx + 42, EDGE - 7, 7)])
    lay(image, "#0c2550", slippers.mask())
    straps = Pen(STILL, 3)
    for dx in (196, 262):
        straps.limb(
            [(x + dx + 20, EDGE - 12, 5), (x + dx + 30, EDGE - 26, 5), (x + dx + 38, EDGE - 12, 5)]
        )
    lay(image, "#f6c945", straps.mask())


def water_over(above: Array) -> Array:
    """Return the picture with the lower part turned into water that mirrors the upper."""
    x, y = grid(STILL)
    low = np.maximum(y - WATER, 0.5)
    z = 230 / (low + 26)
    sx, sz = Waves(21, (0.22, 1.4), 22, 1.3, 0.7).slope((x - 900) / 520 * z, z * 2.2)
    lift = low * 0.10 + 3
    mirror = sample(above, x + sx * lift * 0.55, WATER - low * 0.96 + sz * lift * 1.5 - 6)
    deep = blend(
        np.broadcast_to(colour("#2aa0cc"), mirror.shape), colour("#0a4a8c"), step(0, 420, low)
    )
    clear = step(0.25, 1.15, sz + 0.35) * 0.55 + step(40, 420, low) * 0.28
    water = blend(mirror * colour("#cfe9ee"), deep, np.clip(clear, 0, 0.86))
    glint = step(0.62, 0.95, sz) * np.exp(-(((x - SUN[0]) / (150 + low * 0.5)) ** 2))
    water = blend(water, colour("#fff6d6"), glint * 0.9)
    return np.where((y >= WATER)[..., None], water, above)


def lane_ropes(image: Image.Image) -> None:
    """Let the two ropes of lane four come towards us."""
    for near, far, x in ((-330, 1, 657), (330, 2, 1313)):
        count = 46
        for number in range(count):
            part = number / (count - 1)
            ahead = 1 / (1 - part * 0.86)
            y = WATER + 3 + (ahead - 1) * 62
            px = x + near * (ahead - 1) * 0.26
            size = 5.2 * ahead**0.72
            pen = Pen(STILL, 1)
            spot = Image.new("L", (round(size * 6), round(size * 4)))
            pen = Pen(spot.size, 3)
            pen.disc(spot.width / 2, spot.height / 2, size * 1.25, size)
            mask = pen.mask()
            corner = (round(px - spot.width / 2), round(y - spot.height / 2))
            tint = "#1c3f86" if number // 6 % 3 == far % 3 else "#dbe9ea"
            image.paste(tint, corner, mask)
            top = ImageChops.subtract(mask, ImageChops.offset(mask, 0, max(2, round(size * 0.5))))
            image.paste("#fff6d6" if tint != "#1c3f86" else "#4f7fc0", corner, top)


def blocks_still() -> Image.Image:
    """Ten to seven, nobody in the water yet but the cap is there."""
    image = backdrop()
    edge(image)
    for number, x in CENTRES.items():
        block(image, x, number)
    belongings(image)
    image = to_image(water_over(to_array(image)))
    lane_ropes(image)
    mist = times(
        noise.fbm(STILL, (560, 60), 90, 4),
        glow(STILL, 900, WATER + 6, 1300, 90, 1.1),
    )
    shine(image, "#ffeec6", level(mist, 0.85))
    shine(image, "#ffdf9a", level(blur(glow(STILL, *SUN, 520, 430, 2.6), 4), 0.35))
    return image
