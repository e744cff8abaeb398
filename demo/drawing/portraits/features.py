"""What is drawn on a face rather than modelled: eyes, brows, the line between the lips."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops

from drawing.paint import Pen, Point, curve, drawn
from drawing.portraits.camera import turned
from drawing.portraits.head import Face, head

SIZE = (1000, 1250)


@dataclass(frozen=True)
class Plane:
    """Lays points of the face onto the picture."""

    face: Face
    matrix: np.ndarray
    pivot: tuple[float, float, float]
    unit: float
    origin: Point
    depth: np.ndarray  # of what is seen, per picture point of the small view
    shrink: float  # picture points of the small view per point of the picture
    size: tuple[int, int] = SIZE

    def lay(self, points: list[Point]) -> list[tuple[float, float, bool]]:
        """Return picture points for points of the face seen from the front; is each visible?"""
        x = np.array([p[0] for p in points], np.float32)
        y = np.array([p[1] for p in points], np.float32)
        z = np.full_like(x, 1.2)
        for _ in range(60):
            z -= head((x, y, z), self.face) * 0.8
        moved = tuple(v - p for v, p in zip((x, y, z), self.pivot, strict=True))
        moved = turned(moved, self.matrix.T)
        a, b, c = (v + p for v, p in zip(moved, self.pivot, strict=True))
        across = self.origin[0] + a * self.unit
        down = self.origin[1] - b * self.unit
        result = []
        for u, v, w in zip(across, down, c, strict=True):
            row, column = int(v * self.shrink), int(u * self.shrink)
            rows, columns = self.depth.shape
            inside = 0 <= row < rows and 0 <= column < columns
            result.append((float(u), float(v), bool(inside and w > self.depth[row, column] - 0.07)))
        return result


def stroke(pen: Pen, plane: Plane, path: list[tuple[float, float, float]]) -> None:
    """A line of changing width (in units) on the face, where it is seen."""
    smooth = curve(path, steps=10)
    laid = plane.lay([(p[0], p[1]) for p in smooth])
    run: list[tuple[float, float, float]] = []
    for (u, v, is_seen), (_, _, radius) in zip(laid, smooth, strict=True):
        if is_seen:
            run.append((u, v, max(0.5, radius * plane.unit)))
            continue
        if len(run) > 2:
            pen.limb(run, smooth=False)
        run = []
    if len(run) > 2:
        pen.limb(run, smooth=False)


def shape(plane: Plane, path: list[Point]) -> Image.Image:
    """A filled outline on the face; empty if less than half of it is seen."""
    laid = plane.lay(curve(path, closed=True, steps=8))
    if sum(is_seen for *_, is_seen in laid) < len(laid) * 0.5:
        return Image.new("L", plane.size)
    return drawn(plane.size, lambda p: p.polygon([(u, v) for u, v, _ in laid]))


def eye(plane: Plane, side: int, wide: float, gaze: Point) -> tuple[Image.Image, Image.Image]:
    """Return the white of an eye and everything dark in it; `wide` is how far it is open."""
    middle = plane.face.eyes
    corners = [
        (middle - 0.115, -0.028),
        (middle - 0.05, 0.02 * wide),
        (middle + 0.03, 0.032 * wide),
        (middle + 0.1, 0.008 * wide),
        (middle + 0.135, -0.018),
        (middle + 0.06, -0.046),
        (middle - 0.04, -0.05),
    ]
    opening = shape(plane, [(side * a, b) for a, b in corners])
    hub = (side * (middle + 0.01) + gaze[0] * 0.06, 0.0 + gaze[1] * 0.03)
    turns = [i * np.pi / 6 for i in range(12)]
    iris = shape(plane, [(hub[0] + 0.054 * np.cos(t), hub[1] + 0.056 * np.sin(t)) for t in turns])
    glint = shape(
        plane,
        [(hub[0] - 0.018 + 0.013 * np.cos(t), hub[1] + 0.02 + 0.013 * np.sin(t)) for t in turns],
    )
    iris = ImageChops.subtract(ImageChops.multiply(iris, opening), glint)

    def lids(pen: Pen) -> None:
        upper = [(*corners[0], 0.006), (*corners[1], 0.016), (*corners[2], 0.02)]
        upper += [(*corners[3], 0.017), (corners[4][0] + 0.02, corners[4][1] - 0.01, 0.005)]
        stroke(pen, plane, [(side * a, b, r) for a, b, r in upper])
        crease = [(middle - 0.1, 0.03, 0.003), (middle + 0.01, 0.092, 0.008)]
        crease += [(middle + 0.13, 0.05, 0.003)]
        stroke(pen, plane, [(side * a, b, r) for a, b, r in crease])
        lower = [(middle - 0.03, -0.062, 0.002), (middle + 0.05, -0.058, 0.006)]
        lower += [(middle + 0.125, -0.026, 0.005)]
        stroke(pen, plane, [(side * a, b, r) for a, b, r in lower])

    return opening, ImageChops.lighter(iris, drawn(plane.size, lids))


def brow(pen: Pen, plane: Plane, side: int, thick: float, arch: float, low: float = 0.0) -> None:
    path = [(0.1, 0.17 - low, 0.02 * thick), (0.2, 0.205 + arch * 0.4 - low, 0.034 * thick)]
    path += [(0.33, 0.23 + arch - low, 0.026 * thick), (0.46, 0.17 + arch * 0.5 - low, 0.006)]
    stroke(pen, plane, [(side * a, b, r) for a, b, r in path])


def lip_line(pen: Pen, plane: Plane) -> None:
    wide, up = 0.225 * plane.face.mouth, plane.face.smile
    path = [(-wide, -0.612 + up, 0.007), (-wide * 0.5, -0.616 + up * 0.3, 0.011)]
    path += [(0, -0.624, 0.008), (wide * 0.5, -0.616 + up * 0.3, 0.011), (wide, -0.612 + up, 0.007)]
    stroke(pen, plane, path)


def lips(plane: Plane) -> Image.Image:
    """The red of the lips."""
    wide, up, full = 0.215 * plane.face.mouth, plane.face.smile, plane.face.lips
    upper = [(-wide, up - 0.61), (-0.07, -0.575 + 0.012 * (1 - full)), (0, -0.587)]
    upper += [(0.07, -0.575 + 0.012 * (1 - full)), (wide, up - 0.61)]
    lower = [(0.1, -0.675 - 0.03 * (full - 1)), (0, -0.69 - 0.035 * (full - 1))]
    return shape(plane, [*upper, *lower, (-0.1, lower[0][1])])
