"""A paper theatre: sheets one behind the other, each with its shadow, its edge, its grain."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from drawing import noise
from drawing.paint import mix, rgb

Points = Sequence[tuple[float, float]]
K = 3  # supersampling of every cut


def points(text: str) -> Points:
    """Read an outline: "x y, x y, ..."."""
    return [tuple(float(number) for number in pair.split()) for pair in text.split(",")]


@cache
def grain(seed: int) -> Image.Image:
    """The fibres of the paper, as a grey tile around 128."""
    fine = noise.cloud((640, 640), (3.2, 2.4), seed)
    wide = noise.fbm((640, 640), (60, 26), seed + 1, 3)
    both = Image.blend(fine, wide, 0.55)
    return both.point([128 + round((v - 128) * 0.11) for v in range(256)])


def moved(mask: Image.Image, dx: int, dy: int) -> Image.Image:
    """A mask pushed aside; what leaves on one side does not come back on the other."""
    return mask.transform(mask.size, Image.Transform.AFFINE, (1, 0, -dx, 0, 1, -dy))


class Stage:
    """The picture so far; sheets are laid on it from the back to the front."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image
        self.size = image.size

    def cut(
        self,
        shapes: Sequence[Points],
        colour: str | tuple[int, int, int],
        foot: str | tuple[int, int, int] | None = None,
        holes: Sequence[Points] = (),
        shadow: float = 6.0,
        dark: float = 0.55,
        edge: float = 0.16,
    ) -> None:
        """Lay cut paper: `colour` at its top, `foot` at its bottom, a shadow below right."""
        spots = np.concatenate([np.asarray(shape, float) for shape in shapes])
        margin = int(shadow * 3) + 4
        left, top = (int(v) - margin for v in spots.min(0))
        right, low = (int(v) + margin + 1 for v in spots.max(0))
        left, top = max(left, -margin), max(top, -margin)
        right, low = min(right, self.size[0] + margin), min(low, self.size[1] + margin)
        if right - left < 2 or low - top < 2:
            return
        mask = Image.new("L", ((right - left) * K, (low - top) * K))
        draw = ImageDraw.Draw(mask)
        for shape in shapes:
            draw.polygon([((x - left) * K, (y - top) * K) for x, y in shape], fill=255)
        for shape in holes:
            draw.polygon([((x - left) * K, (y - top) * K) for x, y in shape], fill=0)
        self.sheet(mask.reduce(K), (left, top), colour, foot, shadow, dark, edge)

    def sheet(
        self,
        mask: Image.Image,
        corner: tuple[int, int],
        colour: str | tuple[int, int, int],
        foot: str | tuple[int, int, int] | None = None,
        shadow: float = 6.0,
        dark: float = 0.55,
        edge: float = 0.16,
    ) -> None:
        """Lay a sheet whose shape is a mask at `corner`."""
        if shadow:
            fall = moved(mask, round(shadow * 0.55), round(shadow * 0.9))
            fall = fall.filter(ImageFilter.GaussianBlur(shadow * 0.6))
            black = Image.new("RGB", mask.size, (2, 9, 9))
            self.image.paste(black, corner, fall.point([round(v * dark) for v in range(256)]))
        fill = _filled(mask.size, corner, rgb(colour), rgb(foot or colour))
        if edge:
            lit = ImageChops.subtract(mask, moved(mask, 1, 2))
            fill.paste(
                mix(colour, "#eaf4dc", 0.55),
                (0, 0),
                lit.point([round(v * edge * 2.4) for v in range(256)]),
            )
            dim = ImageChops.subtract(mask, moved(mask, -1, -2))
            fill.paste((2, 9, 9), (0, 0), dim.point([round(v * edge * 1.6) for v in range(256)]))
        self.image.paste(fill, corner, mask)

    def light(self, x: float, y: float, reach: float, colour: str, strength: float) -> None:
        """Let light fall on everything laid so far, around one place."""
        spot = _spot(self.size, x, y, reach)
        layer = Image.new("RGB", self.size)
        layer.paste(rgb(colour), (0, 0), spot.point([round(v * strength) for v in range(256)]))
        self.image = ImageChops.screen(self.image, layer)

    def mist(self, colour: str, rows: Sequence[tuple[float, float]]) -> None:
        """Hang a veil between two sheets: (height, strength) from top to bottom, 0 to 1."""
        heights = np.linspace(0, 1, self.size[1])
        strong = np.interp(heights, [r[0] for r in rows], [r[1] for r in rows])
        self.image = _blend(self.image, rgb(colour), strong[:, None])


def _blend(image: Image.Image, colour: tuple[int, int, int], strong: np.ndarray) -> Image.Image:
    """Mix with a colour, rounded at random: thin veils must not show steps."""
    have = np.asarray(image, np.float32)
    mixed = have + (np.array(colour, np.float32) - have) * strong[..., None]
    mixed += np.random.default_rng(7).uniform(-0.5, 0.5, have.shape[:2])[..., None]
    return Image.fromarray(np.clip(np.round(mixed), 0, 255).astype(np.uint8), "RGB")


def _filled(size: tuple[int, int], corner: tuple[int, int], top, foot) -> Image.Image:
    column = np.linspace(0, 1, max(2, size[1]))[:, None, None]
    colours = np.array(top) * (1 - column) + np.array(foot) * column
    tile = np.asarray(grain(5), np.float32)
    rows = (np.arange(size[1]) + corner[1]) % 640
    columns = (np.arange(size[0]) + corner[0]) % 640
    fibre = tile[rows][:, columns][..., None] / 128
    return Image.fromarray(np.clip(colours * fibre, 0, 255).astype(np.uint8), "RGB")


def _spot(size: tuple[int, int], x: float, y: float, reach: float) -> Image.Image:
    ys, xs = np.mgrid[0 : size[1] : 4, 0 : size[0] : 4]
    far = np.hypot(xs - x, ys - y) / reach
    spot = np.clip(1 - far, 0, 1) ** 2.2
    spot = spot * 255 + np.random.default_rng(3).uniform(-0.9, 0.9, spot.shape)
    small = Image.fromarray(np.clip(spot, 0, 255).astype(np.uint8))
    return small.resize(size, Image.Resampling.BICUBIC)


def sky(size: tuple[int, int], stops: Sequence[tuple[float, str]], seed: int) -> Image.Image:
    """The back cloth: a gradient on paper."""
    heights = np.linspace(0, 1, size[1])
    colours = np.stack(
        [
            np.interp(heights, [p for p, _ in stops], [rgb(c)[i] for _, c in stops])
            for i in range(3)
        ],
        -1,
    )
    cloth = np.repeat(colours[:, None, :], size[0], 1)
    rng = np.random.default_rng(seed)
    cloth = cloth + rng.uniform(-0.8, 0.8, cloth.shape)
    return Image.fromarray(np.clip(cloth, 0, 255).astype(np.uint8), "RGB")
