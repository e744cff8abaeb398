"""The trailer of The Weather Woman: lines draw themselves over a coast, then the front is there."""

import math
from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from drawing import typeset
from drawing.weather_woman import people
from drawing.weather_woman.aerial import flats, shadow_walk
from drawing.weather_woman.fields import Array, fbm, grid, isobars, pressure, smooth
from drawing.weather_woman.land import CREAM, ditches, polder, storm_sky, turbines
from drawing.weather_woman.posters import SMALL, THIN
from drawing.weather_woman.scenes import BRUSHES, distance
from drawing.weather_woman.strokes import along_forms, paint, picture

FRAME = (960, 540)
FIRST, SECOND, LAST = 84, 84, 36


def trailer() -> Iterator[Image.Image]:
    """Yield all frames: the flats from above, the front, the title."""
    from_above, from_below = list(coast()), list(storm())
    overlap = 14
    yield from from_above[:-overlap]
    for index in range(overlap):
        part = smooth(0, 1, np.float32((index + 1) / (overlap + 1)))
        yield Image.blend(from_above[index - overlap], from_below[index], float(part))
    yield from from_below[overlap:]
    yield from title(from_below[-1])


def ease(value: float) -> float:
    """Start and stop gently."""
    value = min(1.0, max(0.0, value))
    return value * value * (3 - 2 * value)


def view(image: Image.Image, left: float, top: float, wide: float) -> Image.Image:
    """What a camera sees of a larger picture, at fractions of a pixel."""
    tall = wide * FRAME[1] / FRAME[0]
    box = (left, top, left + wide, top + tall)
    return image.transform(FRAME, Image.Transform.EXTENT, box, Image.Resampling.BICUBIC)


def coast() -> Iterator[Image.Image]:
    """From above: the camera sinks, a cloud's shadow passes, contour lines appear."""
    ground, lines = flats(with_clouds=False)
    ground = ground.filter(ImageFilter.GaussianBlur(1.9))
    x, y = grid((1800, 1200))
    arrival = (x * 0.62 + (1200 - y) * 0.5) / 1700 + 0.25 * (fbm(x / 400, y / 400, 301, 3) - 0.5)
    lines_now = np.asarray(lines, np.float32)
    fx, fy = grid(FRAME)
    total = FIRST
    for index in range(total):
        t = index / (total - 1)
        drawn_to = t * 1.5 - 0.18
        shown = lines_now * smooth(drawn_to + 0.02, drawn_to - 0.05, arrival)
        scene = ground.copy()
        scene.paste(CREAM, (0, 0), Image.fromarray(shown.astype(np.uint8)))
        shadow_walk(scene, 860 + 250 * t)
        wide = 1640 - 200 * ease(t)
        frame = view(scene, 40 + 150 * ease(t), 60 + 80 * ease(t), wide)
        drift = fx * 0.9 + fy * 0.7 + 260 * (fbm(fx / 330 - t * 0.5, fy / 330, 305, 3) - 0.5)
        shade = 0.42 * smooth(-60, 120, 1250 * t - 40 - drift)
        shade = shade * smooth(900, 560, 1250 * t - drift)
        cool = np.array([1.0, 0.88, 0.72])
        dimmed = np.asarray(frame, np.float32) * (1 - shade[..., None] * cool)
        yield picture(dimmed)


def storm() -> Iterator[Image.Image]:
    """On the ground: the shelf cloud comes nearer, isobars wind up, rain begins, she stays."""
    size, horizon = (1800, 1200), 870
    sky = storm_sky(size, horizon, 11, shower=(0.86, 0.12))
    land = polder(size, horizon, 5, (1.3, 0.35))
    rows = np.arange(0, size[1], 2)
    scene = picture(np.where((rows < horizon)[:, None, None], sky, land), size)
    ditches(scene, horizon, [(0.06, 150, 0.55), (-1.1, 240, 0.5), (1.32, 210, 0.5)], 610)
    way = along_forms(scene, lambda x, y: 0.12 if y < horizon else 0)
    done = paint(scene, way, BRUSHES, 3).filter(ImageFilter.GaussianBlur(1.8))
    above, below = done.copy(), done
    distance(below, horizon)
    turbines(below, [(1390, 872, 92), (1478, 872, 84), (1556, 872, 78), (1626, 872, 72)], "#e9e6d6")
    fx, fy = grid(FRAME)
    line = 392.0
    for index in range(SECOND):
        t = index / (SECOND - 1)
        near = 1500 - 210 * t
        left = 160 + 60 * t
        back = view(above, left + 40 * t, horizon - line * near / 960, near)
        ahead = view(below, 150 - 26 * t, horizon - line * 1500 / 960, 1500)
        frame = back.copy()
        cut = Image.fromarray((smooth(line - 6, line + 3, fy) * 255).astype(np.uint8))
        frame.paste(ahead, (0, 0), cut)
        _standing(frame, ahead, line)
        _wind_up(frame, fx, fy, t)
        grey = np.asarray(frame, np.float32)
        grey = grey * (1 - 0.30 * ease(t * 1.1 - 0.1) * np.array([1.0, 0.93, 0.84]))
        frame = picture(grey)
        people.figure(frame, 400 - 14 * t, 508, 76, 0.9 + 0.55 * math.sin(index * 0.55) * (0.4 + t))
        if t > 0.35:
            _rain(frame, fx, fy, index, ease((t - 0.35) / 0.65))
        yield frame


def _standing(frame: Image.Image, ahead: Image.Image, line: float) -> None:
    """Keep the farms, which rise over the horizon: they are darker or redder than the slit."""
    box = (0, round(line) - 46, FRAME[0], round(line))
    part = ahead.crop(box)
    red, _green, blue = part.split()
    dark = ImageChops.lighter(
        part.convert("L").point([255 if v < 104 else 0 for v in range(256)]),
        ImageChops.subtract(red, blue).point([255 if 40 < v < 110 else 0 for v in range(256)]),
    )
    low = dark.crop((0, 22, FRAME[0], 46))
    mask = Image.new("L", part.size)
    mask.paste(low, (0, 22))
    frame.paste(part, box[:2], mask.filter(ImageFilter.GaussianBlur(0.6)))


def _wind_up(frame: Image.Image, x: Array, y: Array, t: float) -> None:
    bend = 50 * (fbm(x / 480, y / 480, 3, 2) - 0.5)
    cx, cy = 840 - 130 * t, 60 + 22 * t
    field = pressure(
        x + bend, y + bend, [(cx, cy, 330, 225, -62), (-110, 480, 370, 270, 16)], (11, 26)
    )
    turn = (np.arctan2(y - cy, x - cx) / math.pi + 1) / 2
    gone = np.hypot(x - cx, y - cy) / 900
    shown = smooth(0, 0.06, t * 2.1 - (turn * 0.55 + gone * 0.65))
    strong = isobars(field, 5, 1.5) * shown * smooth(352, 255, y) * 0.88
    frame.paste(CREAM, (0, 0), Image.fromarray((strong * 255).astype(np.uint8)))


def _rain(frame: Image.Image, x: Array, y: Array, index: int, amount: float) -> None:
    layer = np.zeros_like(x)
    for depth, speed in ((30.0, 21), (17.0, 31)):
        lean = x + (y - 270) * 0.16
        place = lean / depth * 5
        column = np.floor(place)
        thin = (place - column) * depth / 5 < 1.3
        seeds = (np.sin(column * 12.9898 + depth) * 43758.5453) % 1
        fall = ((y - index * speed) / 300 + seeds * 7) % 1
        layer = np.maximum(layer, thin * (fall > 0.85) * (seeds > 0.5) * 0.5)
    mask = Image.fromarray((layer * amount * 255).astype(np.uint8)).filter(
        ImageFilter.GaussianBlur(0.6)
    )
    frame.paste("#d5dcd6", (0, 0), mask)


def title(behind: Image.Image) -> Iterator[Image.Image]:
    """The calm after it: letters on slate."""
    x, y = grid(FRAME)
    lows = [(760, 130, 330, 300, -62), (-110, 520, 370, 270, 16)]
    field = pressure(x, y, lows, (11, 26))
    card = Image.new("RGB", FRAME, "#22323f")
    around = smooth(14, 22, np.hypot(x - 772, y - 118))
    lines = Image.fromarray((isobars(field, 5, 1.4) * around * 110).astype(np.uint8))
    card.paste("#7f99a1", (0, 0), lines)
    words = typeset.line(FRAME, "Die Wetterfrau", 76, 282, THIN, 112, -0.012)
    small = typeset.line(FRAME, "The Weather Woman", 82, 334, SMALL, 27, 0.02)
    foot = typeset.line(FRAME, "18. 2. 2027", 82, 476, SMALL, 22, 0.06)
    for layer in (words, small, foot):
        card.paste(CREAM, (0, 0), layer)
    plain = Image.new("RGB", FRAME, "#22323f")
    plain.paste("#7f99a1", (0, 0), lines)
    for index in range(LAST):
        first = Image.blend(behind, plain, ease(index / 12))
        yield Image.blend(first, card, ease((index - 6) / 14))
