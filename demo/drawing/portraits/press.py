"""From the view of a sitter to the print: few flat inks, hard light, a crayon's edge."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops

from drawing import noise, prints
from drawing.paint import Colour, drawn, lay, level, rgb
from drawing.portraits import features
from drawing.portraits.camera import View, look, turn, turned
from drawing.portraits.head import Face, head
from drawing.portraits.solids import Grid, Solid, Space, Vector

SIZE = features.SIZE
UNIT, ORIGIN = 322.0, (500.0, 540.0)
PIVOT: Vector = (0.0, -1.0, -0.35)
Tones = Sequence[tuple[float, Colour]]
Strands = Callable[[Space], Grid]


@dataclass(frozen=True)
class Layer:
    """One material: its solid around the head or the body, its tones from dark to light."""

    solid: Solid
    tones: Tones
    on_body: bool = False
    strands: Strands | None = None
    depth: float = 0.5  # how much the strands weigh against the light


@dataclass(frozen=True)
class Sitter:
    """One portrait."""

    face: Face
    skin: Tones
    layers: Sequence[Layer]
    ground: Callable[[Image.Image], None]
    paper: Colour
    ink: Colour
    rim: Colour | None
    yaw: float = 30
    pitch: float = 0
    roll: float = 0
    body: float = 12
    lamp: Vector = (0.85, 0.55, 0.5)
    edge: Vector = (-1, 0.25, -0.25)
    open_eyes: float = 1.0
    gaze: tuple[float, float] = (0, 0)
    brows: tuple[float, float, float] = (1.0, 0.0, 0.0)
    brow_ink: Colour | None = None
    white: Colour | None = None
    lip: Colour | None = None
    origin: tuple[float, float] = ORIGIN
    unit: float = UNIT
    lift: float = 0.15  # shoulders upward
    seed: int = 1


def portrait(pose: Callable[[], Sitter], small: int = 2) -> Image.Image:
    """Print a portrait; the view is computed `small` times smaller than the picture."""
    sitter = pose()
    matrix = turn(sitter.yaw, sitter.pitch, sitter.roll)
    view = look(
        scene_of(sitter, matrix),
        (SIZE[0] // small, SIZE[1] // small),
        sitter.unit / small,
        (sitter.origin[0] / small, sitter.origin[1] / small),
        sitter.lamp,
        sitter.edge,
    )
    sheet = Image.new("RGB", SIZE, rgb(sitter.paper))
    sitter.ground(sheet)
    rough = crayon(sitter.seed)
    covers = materials(view, len(sitter.layers) + 1)
    tones = [sitter.skin, *(layer.tones for layer in sitter.layers)]
    lay(sheet, sitter.ink, whole(covers))
    for number, cover in enumerate(covers):
        light = view.light
        if number and sitter.layers[number - 1].strands:
            light = combed(sitter, number - 1, view, matrix, light)
        for step, (low, colour) in enumerate(tones[number]):
            mask = (
                cover
                if step == 0
                else ImageChops.multiply(cover, over(light, view.solid == number, low, rough))
            )
            lay(sheet, colour, mask)
        if number == 0:
            draw_face(sheet, sitter, matrix, view, small, cover)
    if sitter.rim:
        lit = over(view.back, view.solid >= 0, 0.78, rough)
        dark = ImageChops.invert(over(view.light, view.solid >= 0, 0.12, rough))
        lay(sheet, sitter.rim, ImageChops.multiply(ImageChops.multiply(lit, dark), whole(covers)))
    return finish(sheet, sitter)


def scene_of(sitter: Sitter, matrix: np.ndarray) -> Callable[[Space], list[Grid]]:
    body = turn(sitter.body, 0, 0)

    def scene(space: Space) -> list[Grid]:
        moved = tuple(s - p for s, p in zip(space, PIVOT, strict=True))
        here = tuple(s + p for s, p in zip(turned(moved, matrix), PIVOT, strict=True))
        low = tuple(s + p for s, p in zip(turned(moved, body), PIVOT, strict=True))
        low = (low[0], low[1] - sitter.lift, low[2])
        solids = [head(here, sitter.face)]
        solids += [layer.solid(low if layer.on_body else here) for layer in sitter.layers]
        return solids

    return scene


def combed(sitter: Sitter, number: int, view: View, matrix: np.ndarray, light: Grid) -> Grid:
    layer = sitter.layers[number]
    if layer.on_body:
        matrix = turn(sitter.body, 0, 0)
    moved = tuple(s - p for s, p in zip(view.place, PIVOT, strict=True))
    here = tuple(s + p for s, p in zip(turned(moved, matrix), PIVOT, strict=True))
    return light + layer.depth * layer.strands(here) * (0.35 + light)


def crayon(seed: int) -> Grid:
    """The uneven edge between two tones, in parts of the light."""
    fine = np.asarray(noise.fbm(SIZE, (7, 7), seed, 3), np.float32) / 255 - 0.5
    broad = np.asarray(noise.fbm(SIZE, (60, 60), seed + 9, 3), np.float32) / 255 - 0.5
    return fine * 0.09 + broad * 0.03


def smooth(values: Grid, reach: int) -> Grid:
    """The mean of every point's surroundings."""
    for axis in (0, 1):
        ends = [(reach, reach) if a == axis else (0, 0) for a in (0, 1)]
        padded = np.pad(values, ends, mode="edge")
        count = values.shape[axis]
        parts = [np.take(padded, range(i, i + count), axis=axis) for i in range(2 * reach + 1)]
        values = sum(parts) / (2 * reach + 1)
    return values.astype(np.float32)


def grown(values: Grid, inside: Grid) -> Grid:
    """Carry the values of a region over its border, so that enlarging does not mix in others."""
    known = inside.astype(np.float32)
    blurred = values * known
    for _ in range(3):
        total, weight = smooth(blurred, 2), smooth(known, 2)
        spread = np.where(weight > 0.001, total / np.maximum(weight, 0.001), 0)
        blurred = np.where(inside, values, spread)
        known = np.maximum(inside, weight > 0.001).astype(np.float32)
        blurred *= known
    return blurred


def over(light: Grid, inside: Grid, low: float, rough: Grid) -> Image.Image:
    """A mask of where the light is brighter than `low`."""
    large = Image.fromarray(smooth(grown(light, inside), 1))
    large = np.asarray(large.resize(SIZE, Image.Resampling.BICUBIC), np.float32)
    edge = (large + rough - low) * 40
    return Image.fromarray(np.clip(edge * 255 + 128, 0, 255).astype(np.uint8))


def materials(view: View, count: int) -> list[Image.Image]:
    """Return one mask per material, smooth at its border."""
    double = (SIZE[0] * 2, SIZE[1] * 2)
    shares = []
    for number in range(-1, count):
        share = Image.fromarray(smooth((view.solid == number).astype(np.float32), 1))
        share = share.resize(double, Image.Resampling.BICUBIC)
        shares.append(np.asarray(share, np.float32))
    best = np.argmax(np.array(shares), axis=0) - 1
    return [
        Image.fromarray((best == number).astype(np.uint8) * 255).reduce(2)
        for number in range(count)
    ]


def whole(covers: Sequence[Image.Image]) -> Image.Image:
    result = covers[0]
    for cover in covers[1:]:
        result = ImageChops.lighter(result, cover)
    return result


def draw_face(
    sheet: Image.Image,
    sitter: Sitter,
    matrix: np.ndarray,
    view: View,
    small: int,
    skin: Image.Image,
) -> None:
    depth = np.where(view.solid >= 0, view.place[2], -9)
    plane = features.Plane(sitter.face, matrix, PIVOT, sitter.unit, sitter.origin, depth, 1 / small)
    for side in (-1, 1):
        white, dark = features.eye(plane, side, sitter.open_eyes, sitter.gaze)
        if sitter.white:
            lit = over(view.light, view.solid == 0, 0.06, crayon(sitter.seed))
            white = ImageChops.multiply(white, skin)
            lay(sheet, sitter.skin[1][1], level(white, 0.75))
            lay(sheet, sitter.white, ImageChops.multiply(white, lit))
        lay(sheet, sitter.ink, ImageChops.multiply(dark, skin))

    def brows(pen) -> None:
        for side in (-1, 1):
            features.brow(pen, plane, side, *sitter.brows)

    if sitter.brows[0]:
        lay(sheet, sitter.brow_ink or sitter.ink, ImageChops.multiply(drawn(SIZE, brows), skin))
    lit = over(view.light, view.solid == 0, 0.3, crayon(sitter.seed))
    red = ImageChops.multiply(ImageChops.multiply(features.lips(plane), lit), skin)
    lay(sheet, sitter.lip or sitter.skin[1][1], level(red, 0.85))
    lip = drawn(SIZE, lambda p: features.lip_line(p, plane))
    lay(sheet, sitter.ink, ImageChops.multiply(lip, skin))


def finish(sheet: Image.Image, sitter: Sitter) -> Image.Image:
    """Wear the inks down a little and lay them on paper."""
    stock = Image.blend(
        prints.paper(SIZE, "#ffffff", sitter.seed + 3), Image.new("RGB", SIZE, "white"), 0.6
    )
    printed = ImageChops.multiply(sheet, stock)
    specks = noise.cloud(SIZE, (4.4, 4.4), sitter.seed + 5).point(
        [255 if v < 5 else 0 for v in range(256)]
    )
    lay(printed, sitter.paper, level(specks, 0.55))
    return noise.grain(printed, sitter.seed + 7, 3)
