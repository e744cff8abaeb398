"""What the pictures of The Glass Orchard share: the palm house, its beds, its tree, the moon."""

import math
from itertools import pairwise
from random import Random

from PIL import Image, ImageDraw

from drawing import noise
from drawing.glass_orchard import plants
from drawing.glass_orchard.paper import Points, Stage
from drawing.paint import curve, mix

STILL = (1800, 1200)
DEPTHS = ("#7fb6a0", "#5d9a86", "#3f7d69", "#28604f", "#17453a", "#0d3029", "#071f1b")
NIGHT = [(0, "#0a2430"), (0.35, "#14414a"), (0.6, "#2f6b68"), (1, "#1a4a48")]


class Nave:
    """A glasshouse seen along its middle: everything by a point and a depth (1 is near)."""

    def __init__(self, x: float, y: float, radius: float, spring: float, floor: float) -> None:
        self.x, self.y, self.radius, self.spring, self.floor = x, y, radius, spring, floor

    def rib(self, s: float, grow: float = 0.0) -> list[tuple[float, float]]:
        """The line of one arch, from its left foot over the crown to its right foot."""
        r = self.radius * s + grow
        top = self.y + self.spring * s
        foot = self.y + self.floor * s
        points = [(self.x - r, foot), (self.x - r, (foot + top) / 2)]
        points += [
            (self.x - r * math.cos(a), top - 1.12 * r * math.sin(a))
            for a in [i * math.pi / 48 for i in range(49)]
        ]
        return [*points, (self.x + r, (foot + top) / 2), (self.x + r, foot)]

    def panes(self, stage: Stage, depths: list[float], seed: int) -> None:
        """The glass between the arches: every pane another tone, some of them gone."""
        random = Random(seed)
        k = 2
        layer = stage.image.resize((stage.size[0] * k, stage.size[1] * k))
        draw = ImageDraw.Draw(layer, "RGBA")
        cells = [0, 1, 2, *range(5, 50, 3), 50, 51, 52]
        cells = sorted({c for c in cells if c <= 52})
        for far, near in pairwise(depths):
            first, second = self.rib(far), self.rib(near)
            for a, b in pairwise(cells):
                quad = [first[a], first[b], second[b], second[a]]
                quad = [(x * k, y * k) for x, y in quad]
                chance = random.random()
                if chance < 0.10:
                    draw.polygon(quad, fill=(4, 20, 28, 120))
                else:
                    bright = round(20 + 62 * random.random() ** 2)
                    draw.polygon(quad, fill=(190, 226, 205, bright))
                draw.line(
                    [*quad, quad[0]], fill=(9, 34, 36, 235), width=round(k * (0.8 + 1.7 * near))
                )
        stage.image = layer.resize(stage.size, Image.Resampling.BOX)

    def arch(self, stage: Stage, s: float, tone: str, thick: float = 11) -> None:
        """One iron arch, cut out of card."""
        outer, inner = self.rib(s, thick * s), self.rib(s, -thick * s)
        stage.cut(
            [outer + inner[::-1]], tone, mix(tone, "#000000", 0.25), shadow=4 + 7 * s, edge=0.14
        )


def moon(stage: Stage, x: float, y: float, radius: float, glow: float = 6) -> None:
    """The moon as a lamp behind paper."""
    stage.light(x, y, radius * glow, "#cfe6c8", 0.5)
    disc = [
        (x + radius * math.cos(i * math.pi / 60), y + radius * math.sin(i * math.pi / 60))
        for i in range(120)
    ]
    stage.cut([disc], "#eaf0d2", "#d5e4c0", shadow=0, edge=0)
    stage.light(x, y, radius * 2.4, "#e9f3d6", 0.4)


def border(stage: Stage, hall: Nave, s: float, tone: str, seed: int) -> None:
    """The beds on both sides at one depth: what grew on when nobody came any more."""
    random = Random(seed)
    foot = hall.y + hall.floor * s
    how = {"shadow": 3 + 9 * s, "dark": 0.5}
    for side in (-1, 1):
        for _ in range(5):
            x = hall.x + side * s * hall.radius * random.uniform(0.58, 1.0)
            kind = random.randrange(5)
            tall = s * random.uniform(300, 520)
            shade = mix(tone, random.choice(("#1d4a2f", "#0d3c46", "#5a8a4a", tone)), 0.28)
            up = -math.pi / 2
            if kind == 0:
                for _ in range(5):
                    a = up + random.uniform(-1.0, 1.0)
                    plants.banana(
                        stage,
                        x,
                        foot,
                        a,
                        tall * random.uniform(0.8, 1.15),
                        mix(shade, "#000000", random.uniform(0, 0.2)),
                        random.randrange(999),
                        (a - up) * 0.9,
                        **how,
                    )
            elif kind == 1:
                for _ in range(6):
                    a = up + random.uniform(-0.9, 0.9)
                    plants.frond(
                        stage,
                        x,
                        foot - tall * 0.1,
                        a,
                        tall * random.uniform(0.7, 1.1),
                        shade,
                        (a - up) * 1.6,
                        16,
                        **how,
                    )
            elif kind == 2:
                for _ in range(4):
                    a = up + random.uniform(-0.9, 0.9)
                    r = tall * random.uniform(0.5, 0.85)
                    top = (x + r * math.cos(a), foot + r * math.sin(a))
                    stage.cut([stem((x, foot), top, 4 * s)], shade, shadow=3 * s, edge=0)
                    plants.fan(stage, *top, a, tall * 0.36, shade, **how)
            elif kind == 3:
                for _ in range(5):
                    a = up + random.uniform(-1.1, 1.1)
                    r = tall * random.uniform(0.3, 0.8)
                    top = (x + r * math.cos(a), foot + r * math.sin(a))
                    stage.cut([stem((x, foot), top, 3 * s)], shade, shadow=3 * s, edge=0)
                    plants.monstera(
                        stage,
                        *top,
                        a * 0.4 + 0.6 * (math.pi / 2 - side * 0.5),
                        tall * 0.34,
                        mix(shade, "#000000", random.uniform(0, 0.2)),
                        random.randrange(999),
                        **how,
                    )
            else:
                plants.blades(stage, x, foot, tall * 0.8, shade, random.randrange(999), 10, **how)


def stem(foot: tuple[float, float], top: tuple[float, float], thick: float) -> Points:
    """A thin bent stalk."""
    middle = ((foot[0] * 2 + top[0]) / 3, (foot[1] + top[1] * 2) / 3)
    path = curve([foot, middle, top], steps=8)
    return [(x - thick / 2, y) for x, y in path] + [(x + thick / 2, y) for x, y in path[::-1]]


def orange_tree(stage: Stage, x: float, y: float, tall: float) -> None:
    """A small tree in a tub, kept alive by somebody; on it, one orange."""
    random = Random(8)
    w = tall * 0.17
    stage.cut(
        [[(x - w, y - w * 1.3), (x + w, y - w * 1.3), (x + w * 0.8, y), (x - w * 0.8, y)]],
        "#5b4a34",
        "#2c2419",
        shadow=8,
    )
    for level in (0.25, 0.95):
        stage.cut(
            [
                [
                    (x - w * 1.02, y - w * (0.15 + level)),
                    (x + w * 1.02, y - w * (0.15 + level)),
                    (x + w * 1.0, y - w * (0.05 + level)),
                    (x - w * 1.0, y - w * (0.05 + level)),
                ]
            ],
            "#8a7a58",
            shadow=2,
        )
    crown = y - tall * 0.72
    for top, thick in (((x - 4, crown + 30), 11), ((x - 46, crown + 8), 6), ((x + 44, crown), 6)):
        stage.cut([stem((x, y - w * 1.2), top, thick)], "#3b3122", shadow=3)
    spots = []
    for _ in range(130):
        a, r = random.uniform(0, 2 * math.pi), random.random() ** 0.6
        spots.append((x + r * tall * 0.36 * math.cos(a), crown + r * tall * 0.30 * math.sin(a), a))
    spots.sort(key=lambda s: -math.hypot(s[0] - x, s[1] - crown))
    for px, py, a in spots:
        tone = random.choice(("#2f7a4a", "#276a45", "#3b8a52", "#1f5a40"))
        tone = mix(tone, "#e9a24a", max(0, 0.4 - math.hypot(px - x - 34, py - crown - 38) / 260))
        plants.leaf(
            stage,
            px,
            py,
            a + random.gauss(0, 0.5),
            tall * random.uniform(0.13, 0.19),
            0.2,
            tone,
            random.uniform(-0.4, 0.4),
            shadow=4,
            dark=0.5,
        )
    plants.orange(stage, x + 34, crown + 42, tall * 0.064, 1.1)


def cloudy(size: tuple[int, int], seed: int) -> Image.Image:
    return noise.fbm(size, (420, 300), seed, 4)
