"""What lies behind the pages of the microsite: the whole sky over the steppe, twice.

Both pictures are made to be cut: at the sides on a phone, at the top and bottom on wide screens.
"""

from random import Random

from PIL import Image, ImageChops

from drawing import noise
from drawing.baikonur.camp import light_on_ground, yurt
from drawing.baikonur.land import finish, ground, meadow
from drawing.baikonur.sky import milky_way, stars
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

BACKDROP: Size = (2400, 1600)
CALM: Size = (2000, 1334)
DEEP = [(0, "#03060f"), (0.4, "#06102a"), (0.7, "#0a2244"), (0.9, "#124460"), (1, "#3a7a78")]
RAYS_FROM = 1.7  # a star of this radius in pixels dazzles
SIDE = 120  # half the side in pixels of the square that a near star lights up


def star(tint: str, radius: float) -> Image.Image:
    """A star that seems close: a core, a halo and four thin rays, as a picture of light."""
    box = (2 * SIDE, 2 * SIDE)
    light = Image.new("RGB", box)
    reach = min(radius * 15, SIDE - 8)

    def rays(pen: Pen) -> None:
        for a, b in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            tip = (SIDE + a * reach, SIDE + b * reach, 0.05)
            pen.limb([(SIDE, SIDE, radius * 0.42), tip], smooth=False)

    shine(light, tint, level(glow(box, SIDE, SIDE, SIDE, SIDE, 3.4), 0.14 * radius))
    if radius > RAYS_FROM:
        shine(light, tint, level(blur(drawn(box, rays, 4), 0.8), 0.25 * radius))
    shine(light, tint, level(glow(box, SIDE, SIDE, radius * 9, radius * 9, 3), 0.5))
    shine(light, "#ffffff", glow(box, SIDE, SIDE, radius * 3.6, radius * 3.6, 3))
    return light


def near_stars(sky: Image.Image, places: list[tuple[float, float, float, str]]) -> None:
    """Add stars at (x, y, radius in pixels, tint) to the sky."""
    for x, y, radius, tint in places:
        left, top = round(x) - SIDE, round(y) - SIDE
        box = (left, top, left + 2 * SIDE, top + 2 * SIDE)
        sky.paste(ImageChops.screen(sky.crop(box), star(tint, radius)), box)


def scattered(
    size: Size, count: int, low: float, seed: int
) -> list[tuple[float, float, float, str]]:
    """Places for near stars, none below `low` pixels and none close to another."""
    random = Random(seed)
    found: list[tuple[float, float, float, str]] = []
    while len(found) < count:
        x, y = random.uniform(0, size[0]), random.uniform(0, low)
        if any((x - a) ** 2 + (y - b) ** 2 < 60**2 for a, b, *_rest in found):
            continue
        tint = random.choice(("#a9c8ff", "#d6e4ff", "#fff1d2", "#ffc48a"))
        found.append((x, y, min(3.4, 0.8 * random.paretovariate(2.1)), tint))
    return found


def deep_sky(size: Size, horizon: float, band: tuple[Point, float, float], seed: int):
    """Sky with the Milky Way at (middle, angle, width); depth comes from three kinds of stars."""
    stops = [(place * horizon / size[1], colour) for place, colour in DEEP]
    sky = gradient(size, [*stops, (1.01, DEEP[-1][1])], seed)
    veil = contrast(noise.fbm(size, (900, 520), seed + 1, 6), 0.45, 0.95)
    shine(sky, "#3a2f7a", level(veil, 0.30))
    shine(sky, "#0f5a6e", level(contrast(noise.fbm(size, (700, 600), seed + 2), 0.55, 0.95), 0.28))
    haze, core, lanes = milky_way(size, *band, seed + 5)
    fade = ramp(size, [(0, 255), (horizon / size[1] * 0.72, 235), (horizon / size[1], 30), (1, 0)])
    haze, core = times(haze, fade), times(core, fade)
    shine(sky, "#3f5aa8", level(haze, 0.62))
    shine(sky, "#8a6fb8", level(times(haze, core), 0.7))
    shine(sky, "#d8b98c", level(core, 0.62))
    shine(sky, "#fff0cf", level(contrast(core, 0.4, 1.0), 0.5))
    lay(sky, "#070d24", level(times(lanes, fade), 0.8))
    density = ImageChops.add(level(fade, 0.24), ImageChops.add(level(haze, 0.3), level(core, 0.7)))
    sky = ImageChops.screen(sky, stars(size, density, round(size[0] * size[1] / 110), seed, 0.9))
    middle = stars(size, level(fade, 0.9), round(size[0] * size[1] / 6500), seed + 8, 2.0)
    return ImageChops.screen(sky, middle)


def long_exposure(image: Image.Image, horizon: float) -> None:
    """A launch over three minutes: one line of light, thinner where the first stage fell off."""
    size = image.size
    wide, high = size
    rise = [(0.890, 1.0), (0.888, 0.86), (0.878, 0.70), (0.855, 0.52), (0.812, 0.35), (0.745, 0.21)]
    rise += [(0.66, 0.115), (0.57, 0.06), (0.485, 0.035)]
    points = curve([(x * wide, y * horizon) for x, y in rise], steps=24)
    count = len(points)
    path = [(x, y, 0.6 + 4.4 * (1 - n / count) ** 1.3) for n, (x, y) in enumerate(points)]
    line = drawn(size, lambda p: p.limb(path, smooth=False), 3)
    tall = ramp(size, [(0, 70), (0.14, 120), (0.5, 215), (horizon / high, 255), (1, 255)])
    gap = glow(size, *points[round(count * 0.6)], 30, 30, 1.2)
    body = times(line, tall, ImageChops.invert(gap))
    shine(image, "#d9601f", level(blur(body, 34), 2.2))
    shine(image, "#ff8f3a", level(blur(body, 9), 1.4))
    shine(image, "#ffdca0", body)
    foot = points[0][0]
    shine(image, "#ffb765", level(glow(size, foot, horizon, 520, 330, 2.6), 0.85))
    shine(image, "#fff0cc", level(glow(size, foot, horizon - 6, 120, 110, 2.2), 0.95))
    shine(image, "#c9622a", level(glow(size, foot, horizon, 1500, 120, 1.6), 0.5))


def launch_seen_from_the_yurt() -> Image.Image:
    """The start page: stars near and far, a launch drawn as one line, a yurt that stays awake.

    At the left, where the words of the page stand, there is nothing but sky.
    """
    size, horizon = BACKDROP, 1392
    sky = deep_sky(size, horizon, ((1500, 560), 62, 430), 901)
    near_stars(sky, scattered(size, 70, horizon * 0.86, 907))
    shine(sky, "#5fb59a", level(glow(size, 1500, horizon, 1700, 300, 1.5), 0.34))
    long_exposure(sky, horizon)
    ground(sky, horizon - 8, 14, ("#123244", "#0f2a3c", "#1a4252"), 911)
    shine(sky, "#c8682c", level(glow(size, 2136, horizon + 10, 760, 90, 1.5), 0.42))
    ground(sky, horizon + 40, 12, ("#0b1d2d", "#091827", "#132c3d"), 912)
    earth = ground(sky, horizon + 96, 8, ("#081421", "#060f1a", "#0e2130"), 913)
    yurt(sky, 1720, horizon + 92, 112)
    light_on_ground(sky, 1720, horizon + 94, 112, earth)
    meadow(sky, horizon + 104, ("#0c1d2c", "#010307"), 914, 92, 0.3, rows=7)
    return finish(sky, 915, 0.5, 3)


def sky_after_the_launch() -> Image.Image:
    """The other pages: the same sky an hour later, with nothing in it that asks to be looked at."""
    size, horizon = CALM, 1290
    sky = deep_sky(size, horizon, ((420, 420), -54, 330), 931)
    near_stars(sky, scattered(size, 34, horizon * 0.9, 938))
    lay(sky, "#040916", ramp(size, [(0, 70), (0.5, 105), (0.85, 40), (1, 0)]))
    shine(sky, "#4a9a90", level(glow(size, 1100, horizon, 1300, 240, 1.6), 0.3))
    ground(sky, horizon, 10, ("#0b2030", "#091a29", "#123042"), 941)
    meadow(sky, horizon + 10, ("#0a1a28", "#010307"), 942, 60, 0.3, rows=5)
    return finish(sky, 943, 0.45, 3)
