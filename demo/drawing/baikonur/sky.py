"""The sky over the steppe: stars, the Milky Way, thin clouds, things that fall."""

import math
from random import Random

from PIL import Image, ImageChops

from drawing import noise
from drawing.paint import (
    Pen,
    Point,
    Size,
    blur,
    contrast,
    drawn,
    glow,
    gradient,
    lay,
    level,
    ramp,
    shine,
    times,
)

NIGHT = [(0, "#060a1c"), (0.35, "#0d1a3a"), (0.65, "#173a5c"), (0.85, "#2f6a77"), (1, "#7d9a86")]
CREAM = "#f6e3bf"


def milky_way(size: Size, middle: Point, angle: float, width: float, seed: int) -> list:
    """The masks of the Milky Way: wide haze, bright core, dark lanes."""
    length = round(math.hypot(*size) * 1.25)
    box = (length, length)
    half = width / length

    def band(share: float) -> Image.Image:
        spread = [(0.5 + i / 20 * half * 2 * share, i) for i in range(-20, 21)]
        return ramp(box, [(p, round(255 * math.exp(-((i / 8) ** 2)))) for p, i in spread])

    cells = noise.fbm(box, (width * 1.1, width * 0.5), seed, octaves=6)
    fine = noise.fbm(box, (width * 0.5, width * 0.22), seed + 20, octaves=6)
    veins = noise.ridges(noise.fbm(box, (width * 1.6, width * 0.4), seed + 40, octaves=6), 0.2)
    lanes = times(blur(veins, 3), band(0.55), contrast(cells, 0.2, 0.7))
    haze = times(band(1.3), contrast(cells, 0.0, 0.9))
    core = times(band(0.62), contrast(fine, 0.18, 0.9), contrast(cells, 0.1, 0.7))
    left, top = length / 2 - middle[0], length / 2 - middle[1]
    crop = (round(left), round(top), round(left) + size[0], round(top) + size[1])
    turned = [m.rotate(angle, Image.Resampling.BICUBIC) for m in (haze, core, lanes)]
    return [m.crop(crop) for m in turned]


def stars(size: Size, where: Image.Image, count: int, seed: int, big: float = 1.0) -> Image.Image:
    """Dots of light, more of them where the mask is bright."""
    random = Random(seed)
    tints = [CREAM, "#cfe0ff", "#ffffff", "#ffd9a8"]
    sky = Image.new("RGB", size)
    for tint in tints:
        pen = Pen(size, 3)
        for _ in range(count // len(tints)):
            x, y = random.uniform(0, size[0]), random.uniform(0, size[1])
            chance = where.getpixel((min(int(x), size[0] - 1), min(int(y), size[1] - 1))) / 255
            size_of = random.paretovariate(2.6)
            if random.random() < chance:
                radius = min(0.42 * size_of, 2.6) * big
                pen.disc(x, y, radius, fill=min(255, round(85 + 60 * size_of)))
        mask = pen.mask()
        shine(sky, tint, mask)
        shine(sky, tint, level(blur(contrast(mask, 0.55, 1), 5), 1.9))
    return sky


def night(
    size: Size, seed: int, middle: Point, angle: float, width: float, horizon: float
) -> Image.Image:
    """Night sky with the Milky Way and its stars, darkening to nothing below the horizon."""
    stops = [(place * horizon / size[1], colour) for place, colour in NIGHT]
    sky = gradient(size, [*stops, (1.01, NIGHT[-1][1])], seed)
    washes = contrast(noise.fbm(size, (700, 380), seed + 3), 0.35, 0.9)
    lay(sky, "#0a1230", level(washes, 0.45))
    haze, core, lanes = milky_way(size, middle, angle, width, seed + 5)
    fade = ramp(size, [(0, 255), (horizon / size[1] * 0.78, 255), (horizon / size[1], 40), (1, 0)])
    haze, core = times(haze, fade), times(core, fade)
    shine(sky, "#3f5aa8", level(haze, 0.75))
    shine(sky, "#7a6fb0", level(times(haze, core), 0.8))
    shine(sky, "#d8b98c", level(core, 0.72))
    shine(sky, "#fff0cf", level(contrast(core, 0.35, 1.0), 0.55))
    lay(sky, "#0b1431", level(times(lanes, fade), 0.72))
    density = ImageChops.add(level(fade, 0.26), level(core, 0.9))
    big = size[1] / 1300
    return ImageChops.screen(sky, stars(size, density, round(size[0] * size[1] / 230), seed, big))


def sky_with_clouds(
    size: Size, stops: list, horizon: float, colours: tuple[str, str], seed: int
) -> Image.Image:
    """A gradient down to the horizon, with two layers of thin, long clouds."""
    placed = [(place * horizon / size[1], colour) for place, colour in stops]
    sky = gradient(size, [*placed, (1.01, stops[-1][1])], seed)
    low = ramp(size, [(0, 40), (horizon / size[1] * 0.5, 110), (horizon / size[1], 255), (1, 255)])
    for colour, bounds, number in ((colours[0], (0.48, 0.8), 0), (colours[1], (0.58, 0.86), 7)):
        veil = contrast(noise.fbm(size, (1100, 60), seed + 4 + number, 6), *bounds)
        lay(sky, colour, level(times(veil, low), 0.55))
    return sky


def falling(image: Image.Image, start: Point, end: Point, width: float) -> None:
    """A burning piece on its way down."""
    tail = [(*start, 0.3), ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, width * 0.5)]
    streak = drawn(image.size, lambda p: p.limb([*tail, (*end, width)]))
    fade = times(streak, glow(image.size, *end, 420, 420, 1.1))
    shine(image, "#ff7a2a", level(blur(fade, width * 2.5), 1.2))
    shine(image, "#ffe2a8", fade)
    shine(image, "#ffb45e", glow(image.size, *end, width * 9, width * 9, 3))
