"""Lane Four from high above: the whole pool at seven, with trees, towels and long shadows."""

import math
from random import Random

import numpy as np
from PIL import Image, ImageChops

from drawing import noise
from drawing.lane_four.above import SKIN
from drawing.lane_four.pool import Light, View, look_through, ropes
from drawing.lane_four.water import Array, Waves, blend, colour, grid, step, to_array, to_image
from drawing.paint import Pen, blur, drawn, lay, level, times

STILL = (1800, 1200)
VIEW = View(STILL, 960, 585, -0.19, 76)
HALF, TOP, BOTTOM = 640, -3.5, 2.5  # ends along the lanes in pixels, sides in lanes
FALL = (1.0, 0.16)  # the way shadows fall at seven in the morning
DECK, LAWN, DEW, SHADE = "#f2e7cd", "#3f8a78", "#69ad90", "#0d3a5c"

CROWNS = [  # of trees: place and radius
    (70, 250, 150),
    (40, 560, 130),
    (250, 60, 150),
    (560, -20, 130),
    (110, 1010, 150),
    (420, 1160, 110),
    (1290, -60, 120),
    (1770, 80, 140),
    (1745, 1090, 170),
    (1480, 1190, 110),
]


def box(along: tuple[float, float], across: tuple[float, float]) -> list[tuple[float, float]]:
    """Return the corners of a rectangle given in pixels along and lanes across."""
    (a, b), (c, d) = along, across
    places = [(a, c), (b, c), (b, d), (a, d)]
    return [VIEW.at(x, y * VIEW.lane) for x, y in places]


def ground() -> Array:
    """Return lawn with mowing stripes, and the paved edge of the pool."""
    x, y = grid(STILL)
    u, v = VIEW.lanes(x, y)
    stripes = step(-0.08, 0.08, np.sin((u * 0.35 + v) / 46))
    dew = to_array(noise.fbm(STILL, (300, 160), 61, 4))
    lawn = blend(np.broadcast_to(colour(LAWN), (*x.shape, 3)), colour(DEW), stripes * 0.34)
    lawn = blend(lawn, colour("#d9e8a8"), step(0.45, 1.0, dew) * 0.28)
    slab = np.maximum(np.abs(u / 44 % 1 - 0.5), np.abs(v / 44 % 1 - 0.5))
    paved = blend(
        np.broadcast_to(colour(DECK), lawn.shape), colour("#d8c9a6"), step(0.465, 0.5, slab)
    )
    inside = (np.abs(u) < HALF + 132) & (v > (TOP - 1.35) * 76) & (v < (BOTTOM + 1.35) * 76)
    path = (np.abs(u + 320 - v * 0.2) < 46) & (v > 0)
    return np.where((inside | path)[..., None], paved, lawn)


def trees(pen_of: list[tuple[float, float, float]]) -> tuple[list[Image.Image], Image.Image]:
    """Return crowns as masks from dark to light, and the shade they cast on the ground."""
    random = Random(8)
    layers = [Pen(STILL, 2) for _ in range(3)]
    for x, y, radius in pen_of:
        for number in range(26):
            angle, far = random.uniform(0, 6.28), radius * math.sqrt(random.uniform(0.05, 0.9))
            size = radius * random.uniform(0.20, 0.36)
            px, py = x + far * math.cos(angle), y + far * math.sin(angle)
            layers[0].disc(px, py, size)
            if number % 2:
                layers[1].disc(px - radius * 0.14, py - radius * 0.05, size * 0.74)
            if number % 3 == 0:
                layers[2].disc(px - radius * 0.30, py - radius * 0.08, size * 0.46)
    masks = [pen.mask() for pen in layers]
    masks = [masks[0], *(times(mask, masks[0]) for mask in masks[1:])]
    shade = Image.new("L", STILL)
    for reach in range(20, 330, 7):
        moved = Image.new("L", STILL)
        moved.paste(masks[0], (round(FALL[0] * reach), round(FALL[1] * reach)))
        shade = ImageChops.lighter(shade, moved)
    return masks, blur(shade, 2.5)


def cast(mask: Image.Image, tall: int) -> Image.Image:
    """Return the shadow of something `tall` pixels high."""
    shade = Image.new("L", STILL)
    for reach in range(0, tall, 2):
        moved = Image.new("L", STILL)
        moved.paste(mask, (round(FALL[0] * reach), round(FALL[1] * reach)))
        shade = ImageChops.lighter(shade, moved)
    return shade


def furniture() -> list[tuple[Image.Image, str, int]]:
    """Return what stands around: mask, colour, height in pixels."""
    things = []
    for lane in range(-3, 3):
        block = box((-HALF - 44, -HALF - 10), (lane - 0.2, lane + 0.2))
        things.append((drawn(STILL, lambda p, b=block: p.polygon(b)), "#fbf8ee", 34))
    chair = box((60, 92), (TOP - 0.75, TOP - 0.33))
    things.append((drawn(STILL, lambda p: p.polygon(chair)), "#fbf8ee", 130))
    for along in (-420, -250, 330):
        bench = box((along, along + 108), (BOTTOM + 0.85, BOTTOM + 1.1))
        things.append((drawn(STILL, lambda p, b=bench: p.polygon(b)), "#c98a4b", 22))
    for along, across, tint in (
        (-120, BOTTOM + 0.7, "#f6c945"),
        (470, TOP - 1.0, "#f4f1e6"),
        (-560, TOP - 0.8, "#e58f62"),
    ):
        towel = box((along, along + 30), (across, across + 0.72))
        things.append((drawn(STILL, lambda p, b=towel: p.polygon(b)), tint, 2))
    return things


def person(along: float, across: float, dress: str) -> list[tuple[Image.Image, str, int]]:
    """Return somebody standing, seen from above: shoulders and head."""
    x, y = VIEW.at(along, across * VIEW.lane)
    body = drawn(STILL, lambda p: p.disc(x, y, 9, 16))
    head = drawn(STILL, lambda p: p.disc(x + 1, y, 7.5))
    return [(body, dress, 78), (head, "#5a3a2c", 0)]


def swimmers(image: Image.Image) -> None:
    """Lay the five of lane four into the water, each with a wake."""
    caps = [
        (-480, "#f6f2e6"),
        (-215, "#e3261f"),
        (30, "#f6c945"),
        (270, "#1c3f86"),
        (500, "#f6f2e6"),
    ]
    for number, (along, cap) in enumerate(caps):
        side = (-1) ** number * 14
        forward = 1 if side < 0 else -1

        def at(a: float, b: float, along=along, side=side, forward=forward):
            return VIEW.at(along + a * forward, side + b)

        wake = Pen(STILL, 3)
        for edge in (-1, 1):
            wake.limb(
                [(*at(14, edge * 4), 1.2), (*at(-30, edge * 10), 1.6), (*at(-92, edge * 19), 0.4)]
            )
        wake.limb([(*at(-24, 0), 4.5), (*at(-44, 1), 3.2), (*at(-80, -1), 0.6)])
        lay(image, "#f4fbf7", level(wake.mask(), 0.8))
        body = Pen(STILL, 3)
        body.limb([(*at(9, 0), 7), (*at(-8, 0), 5), (*at(-26, 0), 2.4)])
        body.limb([(*at(8, 6), 2.8), (*at(22, 8 if number % 2 else 12), 2.2), (*at(33, 6), 1.6)])
        body.limb([(*at(8, -6), 2.8), (*at(-2, -14), 2.2), (*at(-12, -10), 1.6)])
        lay(image, SKIN, body.mask())
        lay(image, cap, drawn(STILL, lambda p, at=at: p.disc(*at(17, 0), 7.6)))


def aerial_still() -> Image.Image:
    """The whole pool, five people in one lane."""
    x, y = grid(STILL)
    u, v = VIEW.lanes(x, y)
    crowns, leafy = trees(CROWNS)
    things = [
        *furniture(),
        *person(-60, BOTTOM + 0.6, "#2b4f9c"),
        *person(215, TOP - 0.62, "#f6f2e6"),
    ]
    shade = leafy
    for mask, _tint, tall in things:
        if tall:
            shade = ImageChops.lighter(shade, cast(mask, tall))
    rim = ((np.abs(u) < HALF + 12) & (v > TOP * 76 - 12) & (v < BOTTOM * 76 + 12))[..., None]
    inside = (np.abs(u) < HALF) & (v > TOP * 76) & (v < BOTTOM * 76)
    light = Light(Waves(6, (26, 90), 16, 0.9), sun_depth=13, eye_depth=4, strength=0.8)
    edge = np.clip(np.minimum(u + HALF, v - TOP * 76) / 26, 0, 1)
    wall = Image.fromarray(((1 - edge) * 255 * 0.9).astype(np.uint8))
    water = look_through(VIEW, light, wall, to_array(shade))
    water = blend(water, colour("#2f9fcb"), 0.34)
    dry = ground()
    dry = np.where(rim, colour("#fffdf4"), dry)
    dark = to_array(shade)
    dry = dry * blend(np.ones(3, np.float32), colour("#3f6f9a"), dark * 0.78)
    image = to_image(np.where(inside[..., None], water, dry))
    beads, mask, _ = ropes(VIEW, 1.5, (-2.5, -1.5, -0.5, 0.5, 1.5), HALF - 4)
    image.paste(beads, (0, 0), mask)
    swimmers(image)
    for shape, tint, _tall in things:
        lay(image, tint, shape)
    for mask, tint in zip(crowns, ("#1c5a57", "#2d7a68", "#8fbf7f"), strict=True):
        lay(image, tint, mask)
    return image
