"""Lane Four in eight seconds: light on the floor, somebody crossing, the cap, the title."""

import math
from collections.abc import Iterator

from PIL import Image

from drawing import typeset
from drawing.lane_four.above import Crawl, scene
from drawing.lane_four.pool import Light, View, look_through, shade_of_trees
from drawing.lane_four.poster import SANS, SANS_LIGHT, numeral
from drawing.lane_four.water import (
    Waves,
    blend,
    colour,
    grid,
    sample,
    step,
    to_array,
    to_image,
)

SIZE = (960, 540)
FPS = 12  # drawings in a second, each shown for two frames
NIGHT = "#062a57"


def water_time(frame: int) -> float:
    """Return the seconds of calm water; it runs slower than the clock."""
    return frame / FPS * 0.3


def ease(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return part * part * (3 - 2 * part)


def floor_shot(frames: int) -> Iterator[Image.Image]:
    """Move slowly over the tiles; the shade of the trees gives way."""
    for frame in range(frames):
        part = frame / frames
        view = View(SIZE, 480 - part * 90, 300 + part * 34, -0.30, 300)
        light = Light(Waves(4, (80, 240), 14, 0.9), 48, 10, water_time(frame), is_soft=True)
        push = part * 420
        shade = shade_of_trees(
            SIZE, lambda x, y, push=push: 240 - push - (x - 480) * 0.75 + (y - 270) * 0.3
        )
        picture = look_through(view, light, None, shade, over=1.6)
        dark = 1 - ease(frame / 7)
        yield to_image(blend(picture, colour(NIGHT), dark))


def crossing_shot(frames: int) -> Iterator[Image.Image]:
    """From above: she swims through the picture, left to right."""
    for frame in range(frames):
        time, part = frame / FPS, frame / (frames - 1)
        view = View(SIZE, 480, 282, -0.24, 226)
        light = Light(Waves(6, (80, 240), 14, 0.9), 48, 8, water_time(frame) + 2, is_soft=True)
        crawl = Crawl(-560 + 1060 * part, -6, 250, 0.15 + time * 0.62, (72, -56))
        yield scene(view, light, crawl, None, 1.6, 2.5)


def cap_shot(frames: int) -> Iterator[Image.Image]:
    """Close: the cap, and the water it pushes."""
    for frame in range(frames):
        time, part = frame / FPS, frame / (frames - 1)
        view = View(SIZE, 480, 285, -0.24, 780)
        light = Light(Waves(8, (150, 420), 14, 0.9), 84, 20, water_time(frame) + 5, is_soft=True)
        crawl = Crawl(-590 + 250 * part, 18, 900, 0.02 + time * 0.62, (200, -150))
        yield scene(view, light, crawl, None, 1.6, 5)


def title_shot(frames: int) -> Iterator[Image.Image]:
    """The number on the floor; the title comes up through the water and lies still."""
    mark = numeral(SIZE, 718, 470, 400)
    lines = [
        (typeset.line(SIZE, "LANE", 62, 244, SANS, 132, 0.02), "#fdfaf0"),
        (typeset.line(SIZE, "FOUR", 62, 352, SANS, 132, 0.02), "#fdfaf0"),
        (typeset.line(SIZE, "Bahn Vier", 66, 412, SANS_LIGHT, 46, 0.03), "#fdfaf0"),
        (
            typeset.line(SIZE, "A film by / Ein Film von Paul Nwosu", 66, 466, SANS, 22, 0.03),
            "#ffe9b0",
        ),
    ]
    x, y = grid(SIZE)
    for frame in range(frames):
        time, part = frame / FPS, frame / (frames - 1)
        view = View(SIZE, 718, 270, -math.pi / 2, 400)
        waves = Waves(14, (80, 240), 14, 0.9)
        light = Light(waves, 48, 10, water_time(frame) + 9, is_soft=True)
        crawl = Crawl(-330 + 250 * part, 40, 190, 0.4 + time * 0.62, (-54, 38))
        picture = to_array(scene(view, light, crawl, None, 1.6, 2, lambda a, b: sample(mark, a, b)))
        picture = blend(picture, colour("#0a3f7a"), step(640, 330, x) * 0.88)
        gx, gy = waves.field(SIZE, water_time(frame) + 9)
        swing = 26 * (1 - ease(frame / 11))
        for number, (mask, tint) in enumerate(lines):
            seen = ease((frame - 1 - number * 2) / 6)
            wet = sample(to_array(mask), x + gx * swing, y + gy * swing)
            picture = blend(picture, colour(tint), wet * seen)
        yield to_image(picture)


def on_twos(frames: Iterator[Image.Image]) -> Iterator[Image.Image]:
    """Hold every drawing for two frames, as drawn films do."""
    for frame in frames:
        yield frame
        yield frame


def draw_trailer() -> Iterator[Image.Image]:
    """Cut the four shots together."""
    yield from on_twos(floor_shot(25))
    yield from on_twos(crossing_shot(28))
    yield from on_twos(cap_shot(12))
    yield from on_twos(title_shot(26))
