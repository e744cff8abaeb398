"""A small world of folded paper in isometric view: faces, light, soft shadows, creases."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from drawing import noise
from drawing.paint import Size, mix, rgb

Spot = tuple[float, float, float]
LIGHT = np.array([-0.42, 0.5, 1.0]) / np.linalg.norm([-0.42, 0.5, 1.0])
FINE = 2


@dataclass
class Face:
    """One flat piece of paper; `lines` are creases or print on it."""

    points: list[Spot]
    colour: str
    lines: list[tuple[Spot, Spot, str, float]] = field(default_factory=list)
    nudge: float = 0.0

    def normal(self) -> np.ndarray:
        a, b, c = (np.array(p) for p in self.points[:3])
        n = np.cross(b - a, c - a)
        n = n / (np.linalg.norm(n) or 1.0)
        return n if n.sum() >= 0 else -n

    def depth(self) -> float:
        return sum(sum(p) for p in self.points) / len(self.points) + self.nudge


Model = list[Face]


def place(model: Model, x: float, y: float, z: float = 0.0, turn: float = 0.0, size: float = 1.0):
    """Return a model turned by `turn` degrees around its upright axis, scaled and moved."""
    c, s = np.cos(np.radians(turn)) * size, np.sin(np.radians(turn)) * size

    def move(p: Spot) -> Spot:
        return (x + p[0] * c - p[1] * s, y + p[0] * s + p[1] * c, z + p[2] * size)

    return [
        Face(
            [move(p) for p in face.points],
            face.colour,
            [(move(a), move(b), tone, wide * size) for a, b, tone, wide in face.lines],
            face.nudge * size,
        )
        for face in model
    ]


class Stage:
    """A picture of paper things seen from the corner."""

    def __init__(self, size: Size, unit: float, x: float, y: float, ground: str) -> None:
        self.size, self.unit, self.x, self.y = size, unit, x, y
        self.image = Image.new("RGB", (size[0] * FINE, size[1] * FINE), ground)

    def at(self, p: Spot) -> tuple[float, float]:
        """Project a spot of the world to the (fine) picture."""
        across = self.x + (p[0] - p[1]) * 0.866 * self.unit
        down = self.y + (p[0] + p[1]) * 0.5 * self.unit - p[2] * self.unit
        return (across * FINE, down * FINE)

    def draw(self, model: Model, lift: float = 0.0) -> None:
        """Draw faces from the back to the front."""
        for face in sorted(model, key=Face.depth):
            self._face(face, lift)

    def _face(self, face: Face, lift: float) -> None:
        path = [self.at(p) for p in face.points]
        left, top = (int(min(v)) - 2 for v in zip(*path, strict=True))
        right, low = (int(max(v)) + 3 for v in zip(*path, strict=True))
        if right < 0 or low < 0 or left > self.image.width or top > self.image.height:
            return
        lit = min(1.0, 0.2 + 0.86 * max(0.0, float(face.normal() @ LIGHT)) + lift)
        shade = np.array([0.77, 0.77, 0.92])
        tone = np.array(rgb(face.colour), float) * (shade + (1 - shade) * lit)
        box = (right - left, low - top)
        mask = Image.new("L", box)
        ImageDraw.Draw(mask).polygon([(a - left, b - top) for a, b in path], fill=255)
        ramp = np.linspace(1.035, 0.95, box[1])[:, None] * np.linspace(0.985, 1.015, box[0])[None]
        fill = np.clip(tone[None, None] * ramp[..., None], 0, 255).astype(np.uint8)
        self.image.paste(Image.fromarray(fill), (left, top), mask)
        pen = ImageDraw.Draw(self.image)
        edge = tuple(int(min(255, v * 1.07 + 9)) for v in tone)
        pen.line([*path, path[0]], edge, 2, "curve")
        for a, b, colour, wide in face.lines:
            pen.line([self.at(a), self.at(b)], rgb(colour), max(2, round(wide * self.unit * FINE)))

    def shadow(
        self, model: Model, z: float = 0.0, soft: float = 9, dark: float = 0.42, inside=None
    ):
        """Let a model throw its shadow on the plane at height `z`, `inside` a polygon if given."""
        flats = []
        for face in model:
            flat = []
            for px, py, pz in face.points:
                away = max(0.0, pz - z)
                shift = (LIGHT[0] / LIGHT[2] * away, LIGHT[1] / LIGHT[2] * away)
                flat.append(self.at((px - shift[0], py - shift[1], z)))
            flats.append(flat)
        margin = soft * FINE * 5
        spots = [spot for flat in flats for spot in flat]
        left = max(0, int(min(x for x, _ in spots) - margin))
        top = max(0, int(min(y for _, y in spots) - margin))
        right = min(self.image.width, int(max(x for x, _ in spots) + margin))
        low = min(self.image.height, int(max(y for _, y in spots) + margin))
        if left >= right or top >= low:
            return
        mask = Image.new("L", (right - left, low - top))
        pen = ImageDraw.Draw(mask)
        for flat in flats:
            pen.polygon([(x - left, y - top) for x, y in flat], fill=255)
        near = mask.filter(ImageFilter.GaussianBlur(soft * FINE / 3))
        wide = mask.filter(ImageFilter.GaussianBlur(soft * FINE * 1.6))
        mask = Image.blend(near, wide, 0.45)
        if inside:
            limit = Image.new("L", mask.size)
            edge = [self.at(p) for p in inside]
            ImageDraw.Draw(limit).polygon([(x - left, y - top) for x, y in edge], fill=255)
            mask = ImageChops.multiply(mask, limit)
        part = self.image.crop((left, top, right, low))
        dim = ImageChops.multiply(part, Image.new("RGB", mask.size, (88, 112, 190)))
        self.image.paste(dim, (left, top), mask.point([round(v * dark) for v in range(256)]))

    def finish(self, seed: int = 5) -> Image.Image:
        """Reduce to picture size, add the tooth of the paper and a breath of light."""
        picture = self.image.reduce(FINE)
        width, height = self.size
        tooth = noise.fbm(self.size, (5, 5), seed, 2)
        fibre = np.asarray(tooth, np.float32)[..., None] / 255 - 0.5
        ys, xs = np.mgrid[:height, :width]
        glow = np.exp(-(((xs / width - 0.2) ** 2 + (ys / height - 0.1) ** 2) * 2.2))[..., None]
        data = np.asarray(picture, np.float32) + fibre * 4 + glow * np.array([15, 11, 3])
        away = ((xs / width - 0.5) ** 2 + (ys / height - 0.5) ** 2)[..., None]
        data -= away * np.array([26, 18, 8])
        return Image.fromarray(np.clip(data, 0, 255).astype(np.uint8))


def sea(reach: float, tones: Sequence[str], step: float = 1.15, high: float = 0.16) -> Model:
    """A sheet in the Miura fold: slanted furrows, every fold crisp."""
    count = int(reach / step)
    faces = []

    def knot(i: int, j: int) -> Spot:
        slant = 0.34 * step * (j % 2)
        return (i * step + slant, j * step, -high * (i % 2) - 0.05 * np.sin(i * 0.9 + j * 0.7))

    for i in range(-count, count):
        for j in range(-count, count):
            quad = [knot(i, j), knot(i + 1, j), knot(i + 1, j + 1), knot(i, j + 1)]
            far = np.clip(0.5 + (i + j) / (2.4 * count), 0, 1)
            tone = "#{:02x}{:02x}{:02x}".format(*mix(tones[0], tones[1], float(far)))
            if (i * 7 + j * 13) % 11 == 0:
                tone = "#{:02x}{:02x}{:02x}".format(*mix(tone, "#ffffff", 0.16))
            faces.append(Face(quad, tone))
    return faces
