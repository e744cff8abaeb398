"""Snow Globe in seven seconds: down the street, the globe turns, the title."""

import math
from collections.abc import Callable, Iterator, Sequence
from random import Random

import numpy as np
from PIL import Image, ImageChops

from drawing import typeset
from drawing.paint import Pen, Point, Size, blur, curve, drawn, glow, lay, level, rgb, shine
from drawing.snow_globe.paper import (
    COLD,
    DEEP,
    ICE,
    NIGHT,
    PALE,
    RED,
    SHADE,
    WHITE,
    Stack,
    circle,
    glass,
    wavy,
)
from drawing.snow_globe.poster import BOLD, LIGHT, SERIF
from drawing.snow_globe.scenes import AHEAD, CX, CY, flakes, street_sheets, town_in
from drawing.snow_globe.town import church, house, place, tree

SIZE: Size = (960, 540)
FPS = 24


def ease(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return part * part * (3 - 2 * part)


def baked(mask: Image.Image, tint: str, lift: float) -> Image.Image:
    """Return a sheet together with its shadow, the rest transparent."""
    shade = Image.new("L", mask.size)
    for reach, soft, weight in ((1.0, 0.9, 0.34), (0.35, 0.30, 0.26)):
        moved = Image.new("L", mask.size)
        moved.paste(mask, (round(lift * reach * 0.62), round(lift * reach * 0.86)))
        shade = ImageChops.lighter(shade, level(blur(moved, lift * soft), weight))
    image = Image.new("RGBA", mask.size, rgb(SHADE))
    image.putalpha(shade)
    sheet = Image.new("RGBA", mask.size, rgb(tint))
    light = ImageChops.subtract(mask, ImageChops.offset(mask, 2, 2))
    sheet.paste((255, 255, 255, 255), (0, 0), level(light, 0.6))
    sheet.putalpha(mask)
    image.alpha_composite(sheet)
    return image


class Snowfall:
    """Flakes at different distances, falling slowly and swaying."""

    def __init__(self, seed: int, count: int, radii: tuple[float, float]) -> None:
        random = Random(seed)
        self.flakes = [
            (random.random(), random.random(), random.random() ** 2, random.uniform(0, 6.28))
            for _ in range(count)
        ]
        self.radii = radii

    def mask(self, time: float, keep: Callable[[Point], bool] = lambda p: True) -> Image.Image:
        pen = Pen(SIZE, 2)
        for x, y, near, phase in self.flakes:
            px = (x * SIZE[0] + math.sin(time * 1.3 + phase) * 12 + time * 14) % SIZE[0]
            py = (y * (SIZE[1] + 40) + time * (46 + 60 * near)) % (SIZE[1] + 40) - 20
            if keep((px, py)):
                pen.disc(px, py, self.radii[0] + (self.radii[1] - self.radii[0]) * near)
        return pen.mask()


def snow_on(image: Image.Image, mask: Image.Image, lift: float = 4) -> None:
    lay(image, SHADE, level(ImageChops.offset(mask, round(lift * 0.6), round(lift)), 0.22))
    lay(image, "#ffffff", mask)


def string(image: Image.Image, path: Sequence[Point], width: float, lift: float = 6) -> None:
    """Lay the thread onto a frame."""
    if len(path) < 2:
        return
    mask = drawn(image.size, lambda pen: pen.line(path, width), 2)
    moved = Image.new("L", image.size)
    moved.paste(mask, (round(lift * 0.6), round(lift)))
    lay(image, SHADE, level(blur(moved, lift * 0.6), 0.45))
    lay(image, RED, mask)


def street_shot(frames: int) -> Iterator[Image.Image]:
    """Walk in between the sheets; the thread runs ahead."""
    layers = [(baked(mask, tint, lift), near) for mask, tint, lift, near in street_sheets()]
    path = curve(list(reversed(AHEAD)))
    falling = Snowfall(4, 90, (1.2, 6))
    for frame in range(frames):
        part = ease(frame / frames * 0.85 + 0.08)
        image = Image.new("RGB", SIZE, "#f8fbfc")
        for layer, near in layers:
            zoom = 1 + part * 0.075 * 1.62**near
            wide = 1800 / zoom
            box = (CX - CX / zoom, CY - (CY - 60) / zoom)
            box = (*box, box[0] + wide, box[1] + wide * SIZE[1] / SIZE[0])
            seen = layer.transform(SIZE, Image.Transform.EXTENT, box, Image.Resampling.BICUBIC)
            image.paste(seen, (0, 0), seen)
            if near == 4:
                run = path[: max(2, round(len(path) * ease(frame / frames * 1.25)))]
                scale = SIZE[0] / wide
                string(image, [((x - box[0]) * scale, (y - box[1]) * scale) for x, y in run], 4)
        snow_on(image, falling.mask(frame / FPS))
        white = 1 - ease(frame / 12)
        yield Image.blend(image, Image.new("RGB", SIZE, "#ffffff"), white) if white else image


TURN = (480.0, 250.0, 222.0)  # the turning globe: middle and radius
AROUND = 1500  # pixels of the town once around


def strip(how: Callable[[Pen, float], None], tint: str, lift: float) -> np.ndarray:
    """Return a part of the town once around the globe, its ends joined."""
    size = (AROUND, SIZE[1])

    def cut(pen: Pen) -> None:
        for shift in (-AROUND, 0, AROUND):
            how(pen, shift)

    return np.asarray(baked(drawn(size, cut, 2), tint, lift))


def rolling(base: float, swing: float, waves: int, phase: float) -> Callable[[float], float]:
    """Return the height of a hilly line that closes once around."""
    return lambda x: base + swing * math.sin(x / AROUND * 2 * math.pi * waves + phase)


def ground(pen: Pen, line: Callable[[float], float], shift: float) -> None:
    if shift == 0:
        points = [(x, line(x)) for x in range(-20, AROUND + 21, 10)]
        pen.polygon([*points, (AROUND + 20, 560), (-20, 560)])


def town_strips() -> list[tuple[np.ndarray, float]]:
    """Return the rings of the town from far to near, and how fast each turns."""

    def houses(line: Callable[[float], float], scale: float, seed: int, gaps: float):
        def cut(pen: Pen, shift: float) -> None:
            random = Random(seed)
            x = 10.0
            while x < AROUND - scale * 2.4:
                if random.random() < gaps:
                    tree(
                        pen,
                        place(x + scale * 0.8 + shift, line(x) + 3, scale),
                        random.uniform(2, 3),
                    )
                    x += scale * 1.6
                else:
                    at = place(x + shift, line(x + scale) + 2, scale)
                    x += house(pen, at, random.randrange(9999)) * scale + random.choice([0, 6])
            ground(pen, line, shift)

        return cut

    def tower(pen: Pen, shift: float) -> None:
        church(pen, place(520 + shift, 306, 26))

    def firs(pen: Pen, shift: float) -> None:
        random = Random(77)
        line = rolling(384, 9, 4, 1)
        for number in range(19):
            x = number * 79 + random.uniform(-18, 18)
            tree(pen, place(x + shift, line(x) + 4, random.uniform(17, 24)), 2.8)
        ground(pen, line, shift)

    hills = strip(lambda pen, s: ground(pen, rolling(246, 26, 5, 0), s), "#b9d5e5", 8)
    return [
        (hills, 0.35),
        (strip(houses(rolling(288, 8, 4, 2), 17, 5, 0.2), "#d3e4ee", 8), 0.6),
        (strip(tower, "#e6f0f5", 8), 0.8),
        (strip(houses(rolling(326, 8, 3, 0.5), 22, 12, 0.3), "#eef5f8", 9), 0.8),
        (strip(firs, WHITE, 9), 1.15),
    ]


def turning_shot(frames: int) -> Iterator[Image.Image]:
    """Let the town turn in its glass."""
    x, y, radius = TURN
    strips = town_strips()
    still = Stack(SIZE, COLD)
    still.image = Image.new("RGB", SIZE, COLD)
    shine(still.image, "#d8ebf4", level(glow(SIZE, 330, 120, 760, 560, 1.5), 0.6))
    table = drawn(SIZE, lambda pen: pen.polygon([(0, 462), (960, 440), (960, 540), (0, 540)]), 2)
    lay(still.image, DEEP, table)
    for half, top, low, tint in ((0.86, 0.92, 1.16, "#a9c9dd"), (0.74, 0.86, 1.04, PALE)):
        corners = [(-half + 0.06, top), (half - 0.06, top), (half, low), (-half, low)]
        foot = drawn(
            SIZE,
            lambda pen, c=corners: pen.polygon([(x + a * radius, y + b * radius) for a, b in c]),
            2,
        )
        still.image.paste(
            baked(foot, tint, 14).convert("RGB"), (0, 0), baked(foot, tint, 14).getchannel("A")
        )
    ball = circle(SIZE, x, y, radius)
    still.shadow(ball, 22, 0.8)
    sky = Image.new("RGB", SIZE, ICE)
    shine(sky, "#f4fafc", level(glow(SIZE, x - 50, y - 70, 270, 250, 1.2), 0.9))
    columns = np.arange(SIZE[0])
    across = np.clip((columns - x) / radius, -0.999, 0.999)
    spread = np.arcsin(across) * radius * 1.12
    falling = Snowfall(9, 260, (0.9, 4.2))
    for frame in range(frames):
        time = frame / FPS
        scene = sky.copy()
        for number, (picture, speed) in enumerate(strips):
            shift = (ease(frame / frames) * 0.75 + frame / frames * 0.25) * 420 * speed + 60
            where = np.round(spread + shift + 330).astype(int) % AROUND
            seen = Image.fromarray(np.ascontiguousarray(picture[:, where]))
            scene.paste(seen, (0, 0), seen)
            if number == 3:
                turn = shift / AROUND * 12
                wave = [
                    (
                        x + radius * math.sin(a),
                        y + 92 + 14 * math.sin(a * 3 + turn) - 8 * math.cos(a),
                    )
                    for a in np.linspace(-1.57, 1.57, 60)
                ]
                string(scene, wave, 3.4, 5)
        swirl = falling.mask(time, lambda p: math.hypot(p[0] - x, p[1] - y) < radius - 6)
        snow_on(scene, swirl, 3)
        stack = Stack.__new__(Stack)
        stack.size, stack.image = SIZE, still.image.copy()
        lay(stack.image, scene, ball)
        glass(stack, x, y, radius)
        yield stack.image


def pendant() -> Image.Image:
    """Return the globe for the title, cut out."""
    size = (440, 440)
    stack = Stack(size, ICE)
    town_in(stack, 220, 220, 196)
    flakes(stack, 220, 220, 196, 8, 50)
    glass(stack, 220, 220, 196)
    stack.image.putalpha(circle(size, 220, 220, 196))
    return stack.image


def title_shot(frames: int) -> Iterator[Image.Image]:
    """The globe swings on its thread, the title is a cut in the paper."""
    stack = Stack(SIZE, DEEP)
    stack.image = Image.new("RGB", SIZE, "#6f9fc0")
    shine(stack.image, "#d6ebf5", level(glow(SIZE, 710, 250, 420, 420, 1.5), 0.9))
    for number, (radius, tint) in enumerate(
        ((212, "#8fb8d1"), (238, "#b5d2e3"), (266, "#d3e3ed"), (296, "#f1f6f9"))
    ):
        mask = wavy(SIZE, 11 + number, 712, 262, radius, 16)
        layer = baked(mask, tint, 13)
        stack.image.paste(layer, (0, 0), layer)
    for text, base in (("SNOW", 226), ("GLOBE", 312)):
        stack.hole(typeset.line(SIZE, text, 56, base, BOLD, 100), "#4d83aa", 7)
    lay(stack.image, NIGHT, typeset.line(SIZE, "Schneekugel", 59, 364, LIGHT, 38, 0.02))
    small = "A film by / Ein Film von Mirela Vaskova"
    lay(stack.image, DEEP, typeset.line(SIZE, small, 59, 406, SERIF, 22))
    ball = pendant()
    falling = Snowfall(14, 60, (1.2, 5))
    for frame in range(frames):
        time = frame / FPS
        image = stack.image.copy()
        swing = math.sin(time * 2.1 + 0.9) * 7 * math.exp(-time * 0.35)
        angle = math.radians(swing)
        x, y = 712 + math.sin(angle) * 330, -60 + math.cos(angle) * 330
        top = (712 + math.sin(angle) * 136, -60 + math.cos(angle) * 136)
        string(image, [(712, -20), top], 4, 8)
        turned = ball.rotate(swing, Image.Resampling.BICUBIC)
        shade = Image.new("L", SIZE)
        shade.paste(turned.getchannel("A"), (round(x - 220 + 14), round(y - 220 + 20)))
        lay(image, SHADE, level(blur(shade, 16), 0.4))
        image.paste(turned, (round(x - 220), round(y - 220)), turned)
        knot = [(top[0] - 24, top[1] - 12), (top[0] - 4, top[1]), (top[0] + 26, top[1] - 14)]
        string(image, curve([knot[1], knot[0], (top[0] - 26, top[1] + 6), knot[1]]), 3.4, 4)
        string(image, curve([knot[1], knot[2], (top[0] + 27, top[1] + 5), knot[1]]), 3.4, 4)
        run = curve([(-10, 452), (120, 440), (230, 462), (350, 446), (430, 470)])
        string(image, run[: max(2, round(len(run) * ease(frame / 30)))], 4, 5)
        snow_on(image, falling.mask(time))
        yield image


def draw_trailer() -> Iterator[Image.Image]:
    """Cut the three shots together."""
    yield from street_shot(60)
    yield from turning_shot(62)
    yield from title_shot(52)
