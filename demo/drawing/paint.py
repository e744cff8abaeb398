"""Paint and scissors: gradients, masks, curves, glows, silhouettes."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

from drawing import noise

Point = tuple[float, float]
Size = tuple[int, int]
Colour = str | tuple[int, int, int]


def rgb(colour: Colour) -> tuple[int, int, int]:
    """A colour name or hex code as three bytes."""
    return ImageColor.getrgb(colour)[:3] if isinstance(colour, str) else colour


def mix(first: Colour, second: Colour, amount: float) -> tuple[int, int, int]:
    """The colour `amount` (0 to 1) of the way from the first to the second."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return tuple(round(a + (b - a) * amount) for a, b in pairs)


def gradient(size: Size, stops: Sequence[tuple[float, Colour]], seed: int) -> Image.Image:
    """A vertical gradient through `stops` (height from 0 to 1, colour), eased and dithered."""
    channels = []
    for index in range(3):
        column = Image.new("F", (1, size[1]))
        column.putdata([_at(stops, y / (size[1] - 1), index) for y in range(size[1])])
        channels.append(noise.dither(column.resize(size), seed + index))
    return Image.merge("RGB", channels)


def _at(stops: Sequence[tuple[float, Colour]], where: float, index: int) -> float:
    for (low, first), (high, second) in pairwise(stops):
        if where <= high:
            part = max(0.0, (where - low) / (high - low))
            part = part * 0.5 + part * part * (3 - 2 * part) * 0.5
            return rgb(first)[index] * (1 - part) + rgb(second)[index] * part
    return rgb(stops[-1][1])[index]


def ramp(size: Size, stops: Sequence[tuple[float, int]]) -> Image.Image:
    """A vertical ramp of grey values, as a mask."""
    grey = [(place, (value, value, value)) for place, value in stops]
    column = Image.new("L", (1, size[1]))
    column.putdata([round(_at(grey, y / (size[1] - 1), 0)) for y in range(size[1])])
    return column.resize(size)


def curve(points: Sequence[Point], closed: bool = False, steps: int = 14) -> list[Point]:
    """A smooth line through all points (Catmull-Rom)."""
    count = len(points)
    if closed:
        ring = [points[-1], *points, points[0], points[1]]
    else:
        ring = [points[0], *points, points[-1]]
    result = []
    for i in range(count if closed else count - 1):
        p0, p1, p2, p3 = ring[i : i + 4]
        for step in range(steps):
            t = step / steps
            result.append(tuple(_spline(p0[k], p1[k], p2[k], p3[k], t) for k in range(len(p1))))
    if not closed:
        result.append(tuple(points[-1]))
    return result


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


class Pen:
    """Draws into a mask in picture coordinates, whatever the supersampling."""

    def __init__(self, size: Size, scale: int = 3) -> None:
        self.scale = scale
        self.image = Image.new("L", (size[0] * scale, size[1] * scale))
        self.draw = ImageDraw.Draw(self.image)

    def _up(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def polygon(self, points: Sequence[Point], fill: int = 255) -> None:
        """Fill a polygon."""
        self.draw.polygon(self._up(points), fill=fill)

    def line(self, points: Sequence[Point], width: float, fill: int = 255) -> None:
        """Stroke a line of constant width with round joints."""
        self.limb([(x, y, width / 2) for x, y in points], fill, smooth=False)

    def disc(self, x: float, y: float, rx: float, ry: float | None = None, fill: int = 255) -> None:
        """Fill a circle or ellipse."""
        ry = rx if ry is None else ry
        self.draw.ellipse(self._up([(x - rx, y - ry), (x + rx, y + ry)]), fill=fill)

    def limb(
        self, points: Sequence[tuple[float, float, float]], fill: int = 255, smooth: bool = True
    ) -> None:
        """A round-ended stroke of changing width through (x, y, radius)."""
        path = curve(points, steps=10) if smooth else points
        for (x1, y1, r1), (x2, y2, r2) in pairwise(path):
            self.disc(x1, y1, r1, fill=fill)
            length = math.hypot(x2 - x1, y2 - y1)
            if length:
                nx, ny = (y1 - y2) / length, (x2 - x1) / length
                quad = [(x1 + nx * r1, y1 + ny * r1), (x2 + nx * r2, y2 + ny * r2)]
                quad += [(x2 - nx * r2, y2 - ny * r2), (x1 - nx * r1, y1 - ny * r1)]
                self.polygon(quad, fill)
        self.disc(*path[-1][:2], path[-1][2], fill=fill)

    def mask(self) -> Image.Image:
        """The finished mask in picture size."""
        return self.image.reduce(self.scale)


def drawn(size: Size, how: Callable[[Pen], object], scale: int = 3) -> Image.Image:
    """A mask drawn by `how`."""
    pen = Pen(size, scale)
    how(pen)
    return pen.mask()


def blur(image: Image.Image, radius: float) -> Image.Image:
    """Gaussian blur."""
    return image.filter(ImageFilter.GaussianBlur(radius))


def level(mask: Image.Image, factor: float) -> Image.Image:
    """A mask made weaker or stronger."""
    return mask.point([min(255, round(v * factor)) for v in range(256)])


def contrast(mask: Image.Image, low: float, high: float) -> Image.Image:
    """Stretch the grey values between `low` and `high` (0 to 1) to black and white."""
    span = (high - low) * 255
    return mask.point([max(0, min(255, round((v - low * 255) * 255 / span))) for v in range(256)])


def times(*masks: Image.Image) -> Image.Image:
    """The product of masks."""
    result = masks[0]
    for mask in masks[1:]:
        result = ImageChops.multiply(result, mask)
    return result


def lay(image: Image.Image, colour: Colour | Image.Image, mask: Image.Image) -> None:
    """Lay a colour or a picture over the image where the mask is bright."""
    image.paste(colour if isinstance(colour, Image.Image) else rgb(colour), (0, 0), mask)


def shine(image: Image.Image, colour: Colour, mask: Image.Image) -> None:
    """Add light of one colour (screen)."""
    light = Image.new("RGB", image.size)
    light.paste(rgb(colour), (0, 0), mask)
    image.paste(ImageChops.screen(image, light))


def glow(size: Size, x: float, y: float, rx: float, ry: float, power: float = 2.0) -> Image.Image:
    """A soft round light around a point."""
    edge = 180  # the gradient's grey where its inscribed circle touches the border
    table = [round(255 * max(0.0, 1 - v / edge) ** power) for v in range(256)]
    spot = Image.radial_gradient("L").point(table)
    spot = spot.resize((max(2, round(rx * 2)), max(2, round(ry * 2))), Image.Resampling.BICUBIC)
    layer = Image.new("L", size)
    layer.paste(spot, (round(x - rx), round(y - ry)))
    return layer


def rough(mask: Image.Image, seed: int, cell: float = 9, soft: float = 2.0, amount: float = 0.5):
    """Give a mask the uneven edge of a brush or a cut."""
    wobble = noise.fbm(mask.size, (cell, cell), seed, octaves=3)
    return contrast(Image.blend(blur(mask, soft), wobble, amount * 0.5), 0.42, 0.58)


def rim(mask: Image.Image, dx: int, dy: int) -> Image.Image:
    """The edge of a silhouette on the side from which light comes (against dx, dy)."""
    edge = ImageChops.subtract(mask, ImageChops.offset(mask, dx, dy))
    brush = contrast(noise.fbm(mask.size, (22, 22), 17, 3), 0.25, 0.6)
    return times(blur(edge, 1.0), mask, brush)


def vignette(image: Image.Image, strength: float, colour: Colour = "black") -> None:
    """Darken the corners."""
    table = [round(min(255, 255 * strength * (v / 255) ** 2.2)) for v in range(256)]
    spot = Image.radial_gradient("L").point(table)
    wide = (round(image.width * 1.12), round(image.height * 1.12))
    spot = spot.resize(wide, Image.Resampling.BICUBIC)
    left, top = (wide[0] - image.width) // 2, (wide[1] - image.height) // 2
    lay(image, colour, spot.crop((left, top, left + image.width, top + image.height)))
