"""The trailer: night, a launch, a descent, the title. 960 x 540, 24 frames a second."""

import math
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

from PIL import Image, ImageChops

from drawing import typeset
from drawing.baikonur import titles
from drawing.baikonur.camp import LAMP, STILL, camp
from drawing.baikonur.descent import dawn_hills, dawn_land, dawn_sky, parachute
from drawing.baikonur.launch import TRAIL, dusk_land, dusk_sky, exhaust, plume
from drawing.baikonur.sky import CREAM, falling, milky_way, night, stars
from drawing.paint import Size, blur, glow, gradient, lay, level, ramp, shine

FRAME: Size = (960, 540)
FADE = 8
Layer = tuple[Image.Image, Image.Image]


def ease(part: float) -> float:
    """From 0 to 1, gently."""
    part = min(1.0, max(0.0, part))
    return part * part * (3 - 2 * part)


def cut_out(draw: Callable[[Image.Image], object], size: Size = STILL) -> Layer:
    """What `draw` paints, as a layer: colour on black, and what it leaves of the ground."""
    dark, bright = Image.new("RGB", size), Image.new("RGB", size, "white")
    draw(dark)
    draw(bright)
    left = ImageChops.subtract(bright, dark)
    return dark, left


def look(picture: Image.Image, x: float, y: float, scale: float, turn: float = 0.0) -> Image.Image:
    """The camera's view: its middle at (x, y) of the picture, `scale` picture pixels per pixel."""
    a, b = scale * math.cos(turn), scale * math.sin(turn)
    left = x - a * FRAME[0] / 2 - b * FRAME[1] / 2
    top = y + b * FRAME[0] / 2 - a * FRAME[1] / 2
    return picture.transform(
        FRAME, Image.Transform.AFFINE, (a, b, left, -b, a, top), Image.Resampling.BICUBIC
    )


def over(ground: Image.Image, layer: Layer, *view: float) -> Image.Image:
    """Lay a cut-out over the ground, seen from its own point of view.

    Outside of a layer there is black, which must count as leaving the ground untouched.
    """
    colour = look(layer[0], *view)
    hidden = look(ImageChops.invert(layer[1]), *view)
    return ImageChops.add(ImageChops.multiply(ground, ImageChops.invert(hidden)), colour)


def dimmed(image: Image.Image, light: float) -> Image.Image:
    return Image.eval(image, lambda v: round(v * light)) if light < 1 else image


def yurt_scene(count: int) -> Iterator[Image.Image]:
    """The camera comes down from the stars to a lit door."""
    sky = night(STILL, 11, (800, 430), 38, 360, 950)
    land = cut_out(lambda image: camp(image, 1000, 985, 165, 21))
    random = Random(7)
    for number in range(count):
        part = number / (count - 1)
        down = ease(part * 1.05)
        frame = look(sky, 860 + 30 * part, 470 + 205 * down, 1.62)
        if 0.30 < part < 0.62:
            run = (part - 0.30) / 0.32
            head = (250 + 330 * run, 60 + 150 * run)
            tail = (head[0] - 120 * math.sin(run * math.pi), head[1] - 54 * math.sin(run * math.pi))
            falling(frame, tail, head, 0.4 + 1.6 * math.sin(run * math.pi))
        frame = over(frame, land, 890 + 60 * part, 350 + 405 * down, 1.62)
        door = ((1000 - 890 - 60 * part) / 1.62 + 480, (960 - 350 - 405 * down) / 1.62 + 270)
        flicker = 0.10 + 0.05 * random.random()
        shine(frame, LAMP, level(glow(FRAME, *door, 190, 120, 2.2), flicker))
        yield frame


def launch_scene(count: int) -> Iterator[Image.Image]:
    """The trail climbs; the land lights up and goes dark again."""
    clear = dusk_sky()
    smoky = clear.copy()
    exhaust(smoky, TRAIL)
    lit = smoky.copy()
    plume(lit, 1140, 188, 330)
    land = cut_out(dusk_land)
    random = Random(8)
    heads = [(x, y) for x, y, _ in TRAIL]
    for number in range(count):
        part = number / (count - 1)
        rise = ease(part * 1.08) ** 1.2
        place = rise * (len(heads) - 1)
        index = min(int(place), len(heads) - 2)
        share = place - index
        x = heads[index][0] + (heads[index + 1][0] - heads[index][0]) * share
        y = heads[index][1] + (heads[index + 1][1] - heads[index][1]) * share
        edge = y / STILL[1]
        shown = ramp(STILL, [(0, 0), (max(0.001, edge - 0.01), 0), (edge + 0.035, 255), (1, 255)])
        picture = Image.composite(smoky, clear, shown)
        if part > 0.72:
            picture = Image.blend(picture, lit, ease((part - 0.72) / 0.26))
        view = (1000 + 46 * part, 705 - 150 * ease(part), 1.66 - 0.10 * part)
        frame = look(picture, *view)
        frame = over(frame, land, view[0] - 24 + 24 * part, view[1], view[2])
        head = ((x - view[0]) / view[2] + 480, (y - view[1]) / view[2] + 270)
        beat = 0.85 + 0.15 * random.random()
        shine(frame, "#ff9a4a", level(glow(FRAME, *head, 150, 150, 2.2), 0.75 * beat))
        shine(frame, "#fff6da", level(glow(FRAME, *head, 34, 42, 1.6), beat))
        flash = math.exp(-((part - 0.06) ** 2) / 0.012) * beat
        ground = (480 + (1236 - view[0]) / view[2], 270 + (930 - view[1]) / view[2])
        shine(frame, "#ffb45e", level(glow(FRAME, *ground, 760, 240, 1.5), 0.7 * flash))
        yield frame


def descent_scene(count: int) -> Iterator[Image.Image]:
    """The capsule swings down into the first light."""
    sky = dawn_sky()
    hills = cut_out(dawn_hills)
    land = cut_out(dawn_land)
    thing = cut_out(lambda image: parachute(image, 760, 420, 250))
    for number in range(count):
        part = number / (count - 1)
        frame = look(sky, 928 + 10 * part, 660, 1.78)
        frame = over(frame, hills, 912 + 26 * part, 668, 1.78)
        sway = math.radians(3.4) * math.sin(part * 4.4 + 0.6)
        frame = over(frame, thing, 900 + 22 * math.sin(part * 4.4), 830 - 300 * part, 1.78, sway)
        frame = over(frame, land, 876 + 68 * part, 676, 1.78)
        yield frame


@cache
def title_sky() -> Image.Image:
    size = STILL
    sky = gradient(size, [(0, "#050816"), (0.5, "#0b1734"), (1, "#16395a")], 441)
    haze, core, lanes = milky_way(size, (900, 420), 14, 240, 442)
    shine(sky, "#3f5aa8", level(haze, 0.5))
    shine(sky, "#d8b98c", level(core, 0.28))
    lay(sky, "#0b1431", level(lanes, 0.5))
    density = ImageChops.add(Image.new("L", size, 60), level(core, 0.6))
    return ImageChops.screen(sky, stars(size, density, 7000, 443, 1.2))


def title_scene(count: int) -> Iterator[Image.Image]:
    """The letters come up one after the other; the last one is struck by what falls."""
    sky = title_sky()
    letters = titles.title_letters(FRAME, 480, 296, 760 / titles.title_width(100) * 100)
    order = [0, 7, 1, 6, 2, 5, 3]
    name = typeset.line(FRAME, "VEIT HELMER", 480, 352, titles.SMALL, 24, 0.30, typeset.CENTRE)
    box = letters[4].getbbox()
    target = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    strike = 0.44
    for number in range(count):
        part = number / (count - 1)
        frame = look(sky, 900, 560, 1.80 - 0.09 * part)
        for place, index in enumerate(order):
            light = ease((part - 0.03 - 0.035 * place) / 0.16)
            if light:
                lay(frame, CREAM, level(letters[index], light))
        if part < strike:
            run = part / strike
            head = (900 + (target[0] - 900) * run, -120 + (target[1] + 120) * run)
            tail = (head[0] + 150 * (1 - run * 0.4), head[1] - 150 * (1 - run * 0.4))
            falling(frame, tail, head, 2.2)
        else:
            after = (part - strike) / (1 - strike)
            lay(frame, CREAM, level(letters[4], ease(after * 9)))
            warm = math.exp(-after * 5)
            shine(frame, LAMP, level(glow(FRAME, *target, 190, 190, 2.0), 0.9 * warm))
            shine(frame, "#fff0cf", level(blur(letters[4], 6), 0.9 * warm + 0.12))
            lay(frame, "#e9b872", level(name, ease((after - 0.16) / 0.3)))
        yield frame


def frames() -> Iterator[Image.Image]:
    """All scenes with short dissolves between them, up from black at the start."""
    scenes = [yurt_scene(54), launch_scene(60), descent_scene(54), title_scene(54)]
    rest: list[Image.Image] = []
    for scene in scenes:
        pictures = list(scene)
        for number, picture in enumerate(pictures[: len(pictures) - FADE]):
            if rest and number < FADE:
                yield Image.blend(rest[number], picture, (number + 1) / (FADE + 1))
            else:
                yield picture if rest else dimmed(picture, ease((number + 1) / 14))
        rest = pictures[-FADE:]
    yield from rest
