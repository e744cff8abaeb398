"""A collage table: cream paper, cut pieces with a little shadow, two inks, halftone dots."""

import math
from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from drawing import noise, typeset
from drawing.paint import Pen, Point, Size, drawn, rgb

Array = np.ndarray
CREAM, WHITE, BLUE, RED, DARK = "#f1e6cf", "#faf4e6", "#24408e", "#d2402f", "#16264f"


def turned(
    points: Sequence[Point], x: float, y: float, angle: float = 0, size: float = 1, flip: int = 1
):
    """Turn points by `angle` degrees (counter-clockwise, y up) and set them at (x, y)."""
    c, s = math.cos(math.radians(angle)) * size, math.sin(math.radians(angle)) * size
    return [(x + a * flip * c - b * s, y - (a * flip * s + b * c)) for a, b in points]


def halftone(tone: Array, cell: float = 9.0, angle: float = 45) -> Array:
    """Dots of a printing screen; solid where `tone` is 1, none where it is 0."""
    height, width = tone.shape
    ys, xs = np.mgrid[:height, :width].astype(np.float32)
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    u, v = (xs * c + ys * s) * 2 * math.pi / cell, (ys * c - xs * s) * 2 * math.pi / cell
    screen = 0.5 + 0.25 * (np.cos(u) + np.cos(v))
    return np.clip((tone * 1.12 - 0.06 - screen) * 3.2 + 0.5, 0, 1) * (tone > 0.02)


def _extent(cover: Array, margin: int) -> tuple[slice, slice]:
    """Return the rows and columns that a mask touches, with a margin."""
    result = []
    for axis in (1, 0):
        touched = np.flatnonzero(cover.any(axis=axis))
        if not touched.size:
            return slice(0, 0), slice(0, 0)
        result.append(slice(max(0, touched[0] - margin), touched[-1] + margin + 1))
    return result[0], result[1]


class Page:
    """A sheet that is printed and pasted on."""

    def __init__(self, size: Size, colour: str = CREAM, seed: int = 1) -> None:
        self.size, self.seed = size, seed
        cloud = np.asarray(noise.fbm(size, (260, 260), seed, 4), np.float32) / 255 - 0.5
        fibre = np.asarray(noise.fbm(size, (60, 6), seed + 1, 2), np.float32) / 255 - 0.5
        self.wear = np.asarray(noise.fbm(size, (7, 7), seed + 2, 3), np.float32) / 255
        base = np.array(rgb(colour), np.float32)
        self.data = base + (cloud * 16 + fibre * 3)[..., None] * np.array([1, 1.1, 1.5])
        self.fibre = fibre

    def mask(self, how: Callable[[Pen], object]) -> Array:
        return np.asarray(drawn(self.size, how, 2), np.float32) / 255

    def ink(self, cover: Array, colour: str, worn: float = 0.25) -> None:
        """Print: ink darkens, a little unevenly (`worn`)."""
        part = _extent(cover, 2)
        cover = cover[part] * (1 - worn * np.clip((self.wear[part] - 0.45) * 2.4, 0, 1))
        self.data[part] *= 1 - cover[..., None] * (1 - np.array(rgb(colour), np.float32) / 255)

    def glue(self, cover: Array, colour: str, lift: float = 7, dark: float = 0.4) -> None:
        """Paste a piece of paper that throws a soft shadow."""
        part = _extent(cover, round(lift * 5) + 2)
        cover = cover[part]
        if not cover.size:
            return
        picture = Image.fromarray((cover * 255).astype(np.uint8))
        soft = np.asarray(picture.filter(ImageFilter.GaussianBlur(lift)), np.float32) / 255
        down, right = round(lift * 0.9), round(lift * 0.7)
        soft = np.roll(soft, (down, right), (0, 1))
        soft[:down] = 0
        soft[:, :right] = 0
        shade = (soft * dark * (1 - cover))[..., None] * np.array([0.75, 0.72, 0.6])
        paper = np.array(rgb(colour), np.float32) + (self.fibre[part] * 3)[..., None]
        share = cover[..., None]
        self.data[part] = self.data[part] * (1 - shade) * (1 - share) + paper * share

    def text(
        self,
        words: str,
        x: float,
        y: float,
        face: str,
        size: float,
        angle: float = 0,
        tracking: float = 0.0,
        align: float = 0.5,
    ) -> Array:
        """Return a line of type as a mask, turned around (x, y)."""
        mask = typeset.line(self.size, words, x, y, face, size, tracking, align)
        if angle:
            mask = mask.rotate(angle, Image.Resampling.BICUBIC, center=(x, y))
        return np.asarray(mask, np.float32) / 255

    def finish(self) -> Image.Image:
        width, height = self.size
        ys, xs = np.mgrid[:height, :width]
        away = ((xs / width - 0.5) ** 2 + (ys / height - 0.5) ** 2)[..., None]
        data = self.data * (1.02 - 0.16 * away)
        picture = Image.fromarray(np.clip(data, 0, 255).astype(np.uint8))
        return picture.filter(ImageFilter.GaussianBlur(0.6))


def around(
    size: Size, words: str, x: float, y: float, radius: float, face: str, high: float, start: float
) -> Array:
    """Letters on a circle, clockwise from the angle `start` (degrees, 0 is the top)."""
    layer = Image.new("L", size)
    angle = start
    font = typeset.font(face, high * 2)
    for letter in words:
        wide = font.getlength(letter) / 2
        angle += math.degrees(wide / 2 / radius)
        tile = Image.new("L", (round(high * 4), round(high * 4)))
        ImageDraw.Draw(tile).text((high * 2, high * 2.6), letter, 255, font, anchor="ms")
        tile = tile.rotate(-angle, Image.Resampling.BICUBIC).reduce(2)
        px = x + math.sin(math.radians(angle)) * radius - high
        py = y - math.cos(math.radians(angle)) * radius - high
        layer.paste(255, (round(px), round(py)), tile)
        angle += math.degrees((wide / 2 + high * 0.1) / radius)
    return np.asarray(layer, np.float32) / 255
