"""Gouache: a picture of light painted again in broad strokes, large brush first."""

from collections.abc import Callable
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

Array = np.ndarray
Angle = Callable[[float, float], float]
Brush = tuple[float, float, float]  # width, length, how different the picture must still be


def mixed(stops: list[tuple[float, str]], where: Array) -> Array:
    """Colours between `stops` (place, hex code) at every place of `where`."""
    places = [place for place, _ in stops]
    codes = [[int(code[i : i + 2], 16) for i in (1, 3, 5)] for _, code in stops]
    return np.stack([np.interp(where, places, [c[i] for c in codes]) for i in range(3)], -1)


def over(base: Array, colour: Array | str, amount: Array) -> Array:
    """Lay a colour over the picture."""
    if isinstance(colour, str):
        colour = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], float)
    return base + (colour - base) * amount[..., None]


def picture(colours: Array, size: tuple[int, int] | None = None) -> Image.Image:
    """Numbers become a picture."""
    image = Image.fromarray(np.clip(colours, 0, 255).astype(np.uint8), "RGB")
    return image.resize(size, Image.Resampling.BICUBIC) if size else image


def along_forms(reference: Image.Image, usual: Callable[[float, float], float], trust: float = 4.0):
    """Return a direction for the brush: along edges of the picture, else the usual one."""
    small = reference.convert("L").resize((reference.width // 8, reference.height // 8))
    grey = np.asarray(small.filter(ImageFilter.GaussianBlur(1.6)), float)
    down, across = np.gradient(grey)
    parts = []
    for part in (across * across - down * down, 2 * across * down):
        for reach in (1, 2, 3):
            for axis in (0, 1):
                part = (part + np.roll(part, reach, axis) + np.roll(part, -reach, axis)) / 3
        parts.append(part)
    ys, xs = np.mgrid[0 : grey.shape[0], 0 : grey.shape[1]]
    plain = np.vectorize(usual)(xs * 8.0, ys * 8.0)
    parts[0] = -parts[0] + trust * np.cos(2 * plain)
    parts[1] = -parts[1] + trust * np.sin(2 * plain)
    angles = np.arctan2(parts[1], parts[0]) / 2
    tall, wide = angles.shape
    return lambda x, y: float(angles[min(int(y / 8), tall - 1), min(int(x / 8), wide - 1)])


def paint(
    reference: Image.Image,
    angle: Angle,
    brushes: list[Brush],
    seed: int,
    wobble: float = 5.0,
    ground: Image.Image | None = None,
) -> Image.Image:
    """Paint the reference with each brush in turn, only where it is not yet like enough."""
    random = Random(seed)
    size = reference.size
    base = ground or reference.filter(ImageFilter.GaussianBlur(brushes[0][0]))
    canvas = base.resize((size[0] * 2, size[1] * 2))
    for width, length, tolerance in brushes:
        aim = np.asarray(reference.filter(ImageFilter.GaussianBlur(width * 0.22)), np.float32)
        have = np.asarray(canvas.resize(size, Image.Resampling.BOX), np.float32)
        differs = np.abs(aim - have).sum(-1)
        draw = ImageDraw.Draw(canvas)
        places = _places(size, width, random)
        for x, y in places:
            if differs[int(y), int(x)] < tolerance:
                continue
            colour = aim[int(y), int(x)] + random.gauss(0, wobble)
            _stroke(draw, random, x, y, angle(x, y), width, length, aim, colour)
    return canvas.resize(size, Image.Resampling.BOX)


def _places(size: tuple[int, int], width: float, random: Random) -> list[tuple[float, float]]:
    step = width * 0.8
    places = [
        (
            min(max((i + random.random()) * step, 0), size[0] - 1),
            min(max((j + random.random()) * step, 0), size[1] - 1),
        )
        for i in range(int(size[0] / step) + 1)
        for j in range(int(size[1] / step) + 1)
    ]
    random.shuffle(places)
    return places


def _stroke(
    draw: ImageDraw.ImageDraw,
    random: Random,
    x: float,
    y: float,
    angle: float,
    width: float,
    length: float,
    aim: Array,
    colour: Array,
) -> None:
    """One bent stroke that stops where the picture becomes another colour."""
    tall, wide = aim.shape[:2]
    angle += random.gauss(0, 0.09)
    bend = random.gauss(0, 0.05)
    steps = 7
    pace = length * random.uniform(0.6, 1.2) / steps
    path = [(x, y)]
    for sign in (1, -1):
        a, px, py = angle, x, y
        reach = []
        for _ in range(steps // 2 + 1):
            px, py = px + np.cos(a) * pace * sign, py + np.sin(a) * pace * sign
            a += bend * sign
            if not (0 <= px < wide and 0 <= py < tall):
                reach.append((px, py))
                break
            if np.abs(aim[int(py), int(px)] - colour).sum() > 46:
                break
            reach.append((px, py))
        path = path + reach if sign == 1 else reach[::-1] + path
    tint = tuple(int(min(255, max(0, c))) for c in colour)
    half = width * random.uniform(0.75, 1.1)
    if len(path) < 2:
        path = [(x - np.cos(angle) * 2, y - np.sin(angle) * 2), (x, y)]
    sides: list[list[tuple[float, float]]] = [[], []]
    count = len(path) - 1
    for index, (px, py) in enumerate(path):
        before, after = path[max(0, index - 1)], path[min(count, index + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        norm = max(1e-3, (dx * dx + dy * dy) ** 0.5)
        t = index / count
        press = half * (0.55 + 0.45 * min(1, t * 4) - 0.4 * max(0, t - 0.7))
        nx, ny = -dy / norm * press, dx / norm * press
        sides[0].append((px * 2 + nx, py * 2 + ny))
        sides[1].append((px * 2 - nx, py * 2 - ny))
    draw.polygon(sides[0] + sides[1][::-1], fill=tint)
    px, py = path[0]
    r = half * 0.55
    draw.ellipse((px * 2 - r, py * 2 - r, px * 2 + r, py * 2 + r), fill=tint)
