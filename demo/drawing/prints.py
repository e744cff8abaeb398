"""Printing with few inks: the risograph with its dots, the linocut with its gouge."""

import math
from collections.abc import Callable
from random import Random

from PIL import Image, ImageChops

from drawing import noise
from drawing.paint import Colour, Pen, Size, blur, contrast, level, rgb, times


def halftone(
    density: Image.Image, tile: int, turns: tuple[int, int], strength: float
) -> Image.Image:
    """A density part flat, part (`strength`) in dots, `tile` over the length of `turns` apart."""
    a, b = (turn * 2 * math.pi / tile for turn in turns)
    cell = Image.new("L", (tile, tile))
    cell.putdata(
        [
            round(255 * (0.5 + 0.25 * (math.cos(a * x + b * y) + math.cos(a * y - b * x))))
            for y in range(tile)
            for x in range(tile)
        ]
    )
    screen = Image.new("L", density.size)
    for top in range(0, density.height, tile):
        for left in range(0, density.width, tile):
            screen.paste(cell, (left, top))
    dots = contrast(ImageChops.add(density, screen, 2), 0.38, 0.62)
    return Image.blend(density, dots, strength)


def paper(size: Size, colour: Colour, seed: int) -> Image.Image:
    """Uncoated stock with its fibres."""
    sheet = Image.new("RGB", size, rgb(colour))
    fibres = contrast(noise.fbm(size, (40, 22), seed, 3), 0.3, 0.9)
    sheet.paste(tuple(round(v * 0.93) for v in rgb(colour)), (0, 0), level(fibres, 0.5))
    return sheet


def ink(
    sheet: Image.Image,
    colour: Colour,
    plate: Image.Image,
    shift: tuple[int, int],
    seed: int,
    thin: int = 214,
) -> Image.Image:
    """Print one plate over what is there: a little out of register, no thinner than `thin`."""
    worn = noise.fbm(sheet.size, (120, 100), seed, 5, 0.6)
    worn = worn.point([min(255, thin + round(v * 0.45)) for v in range(256)])
    specks = contrast(noise.cloud(sheet.size, (4.2, 4.2), seed + 50), -0.02, 0.035)
    moved = plate.copy()
    moved.paste(plate, shift)
    cover = times(moved, worn, specks)
    layer = Image.new("RGB", sheet.size, "white")
    layer.paste(rgb(colour), (0, 0), cover)
    return ImageChops.multiply(sheet, layer)


def carve(
    tone: Image.Image,
    direction: Callable[[float, float], float],
    seed: int,
    step: float = 9.0,
    length: float = 34.0,
    scale: int = 2,
) -> Image.Image:
    """Cut light out of lino: gouge strokes along `direction`, wider where `tone` is bright."""
    random = Random(seed)
    size = tone.size
    pen = Pen(size, scale)
    small = blur(tone, 2).load()
    for row in range(int(size[1] / step) + 2):
        for place in range(int(size[0] / step) + 2):
            x = (place + random.uniform(-0.5, 0.5)) * step
            y = (row + random.uniform(-0.5, 0.5)) * step
            inside = 0 <= x < size[0] and 0 <= y < size[1]
            light = small[int(x), int(y)] / 255 if inside else 0
            if random.random() > light * 1.15 * step / length * 2.4:
                continue
            gouge(pen, random, x, y, direction(x, y), length, step * 0.62 * (0.25 + 0.75 * light))
    return pen.mask()


def gouge(
    pen: Pen, random: Random, x: float, y: float, angle: float, length: float, width: float
) -> None:
    """One push of the tool: pointed where it enters, blunt where it leaves."""
    angle += random.gauss(0, 0.05)
    half = length * random.uniform(0.55, 1.25) / 2
    ux, uy = math.cos(angle), math.sin(angle)
    thick = width * random.uniform(0.6, 1.15) / 2
    outline = [(-1, 0), (-0.2, 0.75), (0.6, 1), (0.95, 0.5), (0.95, -0.5), (0.6, -1), (-0.2, -0.75)]
    pen.polygon(
        [
            (x + ux * a * half - uy * b * thick, y + uy * a * half + ux * b * thick)
            for a, b in outline
        ]
    )
