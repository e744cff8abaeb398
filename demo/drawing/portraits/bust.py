"""A modelled head for other pictures: its shapes, and the light on it."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageChops

from drawing.paint import Size, blur, contrast, drawn, times
from drawing.portraits.camera import View, look, turn, turned
from drawing.portraits.features import Plane, brow, eye, lip_line
from drawing.portraits.head import Face, head
from drawing.portraits.solids import Grid, Solid, Space, Vector

PIVOT: Vector = (0.0, -1.0, -0.35)
SMALL = 3


class Bust:
    """A head with what it wears, placed in a picture."""

    def __init__(
        self,
        face: Face,
        worn: Sequence[tuple[Solid, bool]],
        turns: tuple[float, float, float],
        body: float,
        lamp: Vector,
        size: Size,
        unit: float,
        origin: tuple[float, float],
        edge: Vector = (-1, 0.5, -0.4),
    ) -> None:
        self.face, self.size, self.unit, self.origin = face, size, unit, origin
        self.matrix = turn(*turns)
        low = turn(body, 0, 0)

        def scene(space: Space) -> list[Grid]:
            moved = tuple(s - p for s, p in zip(space, PIVOT, strict=True))
            here = tuple(s + p for s, p in zip(turned(moved, self.matrix), PIVOT, strict=True))
            below = tuple(s + p for s, p in zip(turned(moved, low), PIVOT, strict=True))
            below = (below[0], below[1] - 0.12, below[2])
            return [head(here, face), *(s(below if b else here) for s, b in worn)]

        small = (size[0] // SMALL, size[1] // SMALL)
        where = (origin[0] / SMALL, origin[1] / SMALL)
        self.view: View = look(scene, small, unit / SMALL, where, lamp, edge)

    def mask(self, number: int | None = None) -> Image.Image:
        """The whole shape, or that of one solid."""
        seen = self.view.solid >= 0 if number is None else self.view.solid == number
        grey = Image.fromarray(seen.astype(np.uint8) * 255)
        return contrast(blur(grey.resize(self.size, Image.Resampling.BICUBIC), 1.5), 0.4, 0.6)

    def light(self, back: bool = False) -> Image.Image:
        """The light on it as grey values."""
        values = self.view.back if back else self.view.light
        grey = Image.fromarray((np.clip(values, 0, 1) * 255).astype(np.uint8))
        return blur(grey.resize(self.size, Image.Resampling.BICUBIC), 2)

    def features(self, wide: float, gaze: tuple[float, float], thick: float) -> Image.Image:
        """Eyes, brows and the line of the mouth, to be left black."""
        depth = np.where(self.view.solid >= 0, self.view.place[2], -9)
        plane = Plane(
            self.face, self.matrix, PIVOT, self.unit, self.origin, depth, 1 / SMALL, self.size
        )
        dark = [eye(plane, side, wide, gaze)[1] for side in (-1, 1)]
        lines = drawn(
            self.size,
            lambda p: [*(brow(p, plane, s, thick, 0.01) for s in (-1, 1)), lip_line(p, plane)],
        )
        return times(ImageChops.lighter(ImageChops.lighter(*dark), lines), self.mask(0))
