"""People small under a large sky, and what stands on a chart: all cut from flat colour."""

import math
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from drawing.paint import Pen, curve, drawn

COAT, COAT_SHADE = "#f6bd1c", "#c98708"
Points = Sequence[tuple[float, float]]


def figure(
    image: Image.Image, x: float, y: float, tall: float, wind: float = 1.0, flip: bool = False
):
    """The woman in the coat, from behind, feet at (x, y); the wind comes from the left."""
    k, box = 6, round(tall * 2)
    big = Image.new("RGBA", (box * k, box * k))
    draw = ImageDraw.Draw(big)
    unit = tall * k

    def at(points: Points) -> list[tuple[float, float]]:
        return [
            (box * k / 2 + (a - b * 0.04 * wind) * unit, box * k * 0.8 + b * unit)
            for a, b in points
        ]

    for leg in (
        [(-0.07, -0.3), (-0.01, -0.3), (-0.02, -0.02), (-0.075, -0.02)],
        [(0.02, -0.3), (0.075, -0.3), (0.085, -0.02), (0.03, -0.02)],
    ):
        draw.polygon(at(leg), fill="#1b2128")
    for foot in (-0.05, 0.06):
        draw.polygon(
            at(
                [
                    (foot - 0.035, -0.09),
                    (foot + 0.03, -0.09),
                    (foot + 0.045, 0.0),
                    (foot - 0.045, 0.0),
                ]
            ),
            fill="#2c3a44",
        )
    fly = 0.09 * wind
    left = [(-0.06, -0.83), (-0.105, -0.75), (-0.115, -0.55), (-0.125, -0.4), (-0.15, -0.25)]
    hem = [(-0.07, -0.232), (0.02, -0.245), (0.10 + fly, -0.24), (0.165 + fly * 1.5, -0.275)]
    right = [(0.125 + fly * 0.6, -0.42), (0.112, -0.58), (0.105, -0.75), (0.06, -0.83)]
    draw.polygon(at(curve([*left, *hem, *right], closed=True)), fill=COAT)
    inner = [(0.005, -0.83), (0.02, -0.55), (0.01, -0.4), (0.05, -0.25)]
    draw.polygon(at(curve([*inner, *hem[2:], *right], closed=True)), fill=COAT_SHADE)
    arm = [
        (0.07, -0.80),
        (0.125, -0.72),
        (0.15, -0.56),
        (0.125, -0.46),
        (0.09, -0.48),
        (0.085, -0.62),
    ]
    draw.polygon(at(curve(arm, closed=True)), fill="#b67a06")
    draw.polygon(at(curve([(-a, b) for a, b in arm], closed=True)), fill="#ffcd3c")
    hood = [
        (-0.01, -1.0),
        (0.06, -0.965),
        (0.078, -0.89),
        (0.06, -0.82),
        (-0.06, -0.82),
        (-0.08, -0.89),
        (-0.065, -0.965),
    ]
    draw.polygon(at(curve(hood, closed=True)), fill=COAT)
    draw.polygon(
        at(
            curve(
                [
                    (0.012, -0.99),
                    (0.06, -0.965),
                    (0.078, -0.89),
                    (0.06, -0.82),
                    (0.01, -0.815),
                    (0.028, -0.9),
                ],
                closed=True,
            )
        ),
        fill=COAT_SHADE,
    )
    small = big.resize((box, box), Image.Resampling.BOX)
    if flip:
        small = small.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    image.paste(small, (round(x - box / 2), round(y - box * 0.8)), small)


def presenter(image: Image.Image, x: float, y: float, tall: float) -> None:
    """The presenter from behind before the bright map, one arm raised along a line."""

    def at(points: Points) -> list[tuple[float, float]]:
        return [(x + a * tall, y + b * tall) for a, b in points]

    def limb(*points: tuple[float, float, float]) -> list[tuple[float, float, float]]:
        return [(x + a * tall, y + b * tall, r * tall) for a, b, r in points]

    def trousers(pen: Pen) -> None:
        pen.limb(limb((-0.045, -0.46, 0.06), (-0.048, -0.28, 0.044), (-0.052, -0.06, 0.03)))
        pen.limb(limb((0.045, -0.46, 0.06), (0.046, -0.28, 0.044), (0.05, -0.06, 0.03)))
        pen.limb(limb((-0.054, -0.015, 0.018), (-0.07, -0.006, 0.012)))
        pen.limb(limb((0.052, -0.015, 0.018), (0.068, -0.006, 0.012)))

    def jacket(pen: Pen) -> None:
        side = [(0.03, -0.835), (0.09, -0.815), (0.118, -0.775), (0.098, -0.66), (0.078, -0.575)]
        side += [(0.105, -0.46), (0.116, -0.415)]
        outline = [*[(-a, b) for a, b in side], *side[::-1]]
        pen.polygon(at(curve(outline, closed=True)))
        pen.limb(limb((-0.095, -0.785, 0.03), (-0.135, -0.66, 0.027), (-0.128, -0.54, 0.022)))
        pen.limb(limb((0.092, -0.788, 0.03), (0.165, -0.79, 0.028), (0.235, -0.845, 0.022)))
        pen.limb(limb((0.235, -0.845, 0.022), (0.278, -0.90, 0.019)))

    def skin(pen: Pen) -> None:
        pen.limb(limb((-0.128, -0.525, 0.016), (-0.118, -0.485, 0.014)))
        pen.limb(limb((0.284, -0.908, 0.0145), (0.302, -0.932, 0.011)))
        pen.limb(limb((0.302, -0.932, 0.006), (0.32, -0.968, 0.004)))
        pen.limb(limb((0, -0.83, 0.03), (0, -0.87, 0.027)))

    def hair(pen: Pen) -> None:
        bob = [(0.0, -0.998), (0.048, -0.975), (0.066, -0.92), (0.07, -0.862), (0.04, -0.85)]
        pen.polygon(at(curve([*bob, *[(-a, b) for a, b in bob[:0:-1]]], closed=True)))

    parts = [(trousers, "#131c24"), (skin, "#8a5f45"), (jacket, "#d79f16"), (hair, "#39424a")]
    whole = Image.new("L", image.size)
    for part, _ in parts:
        whole = ImageChops.lighter(whole, drawn(image.size, part))
    _reflect(image, whole, y)
    for part, colour in parts:
        mask = drawn(image.size, part)
        image.paste(colour, (0, 0), mask)
        if part is jacket:
            inner = ImageChops.offset(mask, -round(tall * 0.03), round(tall * 0.012))
            image.paste("#9d6f08", (0, 0), ImageChops.multiply(mask, inner))
            crease = drawn(
                image.size,
                lambda p: p.limb(limb((0, -0.82, 0.002), (0.004, -0.6, 0.004), (0, -0.42, 0.002))),
            )
            image.paste("#7b5606", (0, 0), crease)


def _reflect(image: Image.Image, shape: Image.Image, y: float) -> None:
    part = shape.crop((0, 0, shape.width, round(y))).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    layer = Image.new("L", shape.size)
    layer.paste(part, (0, round(y)))
    image.paste(
        "#070b0f",
        (0, 0),
        layer.filter(ImageFilter.GaussianBlur(3)).point([v * 2 // 3 for v in range(256)]),
    )


def camera(image: Image.Image, x: float, y: float, unit: float) -> None:
    """A studio camera on its pedestal, and the red light that says: on air."""

    def at(points: Points) -> list[tuple[float, float]]:
        return [(x + a * unit, y + b * unit) for a, b in points]

    def body(pen: Pen) -> None:
        pen.polygon(
            at(curve([(-0.26, 0.0), (-0.2, -0.06), (0.2, -0.06), (0.26, 0.0)], closed=True))
        )
        pen.polygon(at([(-0.045, -0.04), (-0.03, -0.5), (0.03, -0.5), (0.045, -0.04)]))
        pen.polygon(at([(-0.065, -0.04), (-0.055, -0.28), (0.055, -0.28), (0.065, -0.04)]))
        pen.polygon(at([(-0.14, -0.53), (-0.10, -0.48), (0.10, -0.48), (0.14, -0.53)]))
        pen.polygon(at([(-0.18, -0.76), (0.17, -0.78), (0.18, -0.53), (-0.17, -0.53)]))
        pen.polygon(at([(-0.18, -0.73), (-0.36, -0.75), (-0.36, -0.56), (-0.17, -0.57)]))
        pen.polygon(at([(-0.35, -0.77), (-0.43, -0.80), (-0.43, -0.51), (-0.35, -0.54)]))
        pen.polygon(at([(0.02, -0.77), (0.04, -0.90), (0.21, -0.91), (0.2, -0.78)]))
        pen.limb([(*p, unit * 0.011) for p in at([(0.14, -0.52), (0.27, -0.44), (0.36, -0.36)])])
        pen.limb([(*p, unit * 0.018) for p in at([(0.34, -0.38), (0.40, -0.34)])])
        pen.limb(
            [(*p, unit * 0.008) for p in at([(0.1, -0.06), (0.4, 0.05), (0.9, 0.02), (1.4, 0.16)])]
        )

    shape = drawn(image.size, body)
    _reflect(image, shape, y)
    image.paste("#0a0f14", (0, 0), shape)
    lamp = at([(0.06, -0.935)])[0]
    light = drawn(image.size, lambda p: p.disc(*lamp, unit * 0.018))
    halo = light.filter(ImageFilter.GaussianBlur(9)).point([min(255, v * 3) for v in range(256)])
    image.paste("#8c2418", (0, 0), halo)
    image.paste("#ff5a3c", (0, 0), light)


def cold_front(draw: ImageDraw.ImageDraw, points: Points, scale: float, size: float = 21) -> None:
    """The line of a cold front with its triangles."""
    path = curve(points)
    draw.line(
        [(a * scale, b * scale) for a, b in path], fill=255, width=round(6 * scale), joint="curve"
    )
    walked, due = 0.0, size * 1.4
    for (x1, y1), (x2, y2) in pairwise(path):
        step = math.hypot(x2 - x1, y2 - y1)
        walked += step
        if walked < due:
            continue
        due += size * 3.6
        ux, uy = (x2 - x1) / step, (y2 - y1) / step
        tip = (x2 + uy * size * 1.25, y2 - ux * size * 1.25)
        corners = [(x2 - ux * size, y2 - uy * size), tip, (x2 + ux * size, y2 + uy * size)]
        draw.polygon([(a * scale, b * scale) for a, b in corners], fill=255)


def crowd(size: tuple[int, int], x: float, y: float, tall: float, kind: int) -> Image.Image:
    """A mask of somebody standing far away, feet at (x, y); `kind` says who."""

    def at(points: Points) -> list[tuple[float, float]]:
        return [(x + a * tall, y + b * tall) for a, b in points]

    def limb(*points: tuple[float, float, float]) -> list[tuple[float, float, float]]:
        return [(x + a * tall, y + b * tall, r * tall) for a, b, r in points]

    wide = (0.125, 0.105, 0.14, 0.115, 0.12)[kind % 5]
    hem = (-0.30, -0.22, -0.36, -0.18, -0.34)[kind % 5]
    lean = (0.012, -0.015, 0.0, 0.02, -0.008)[kind % 5]

    def body(pen: Pen) -> None:
        pen.limb(limb((-0.035, -0.42, 0.045), (-0.042, -0.2, 0.036), (-0.045, -0.02, 0.026)))
        pen.limb(limb((0.04, -0.42, 0.045), (0.05, -0.2, 0.036), (0.052, -0.02, 0.026)))
        coat = [
            (lean, -0.85),
            (0.055 + lean, -0.835),
            (wide * 0.82 + lean, -0.785),
            (wide + lean, -0.68),
        ]
        coat += [(wide * 1.06, -0.52), (wide * 0.98, -0.44), (wide * 0.9, hem)]
        other = [((2 * lean if k < -0.6 else 0) - a, k) for a, k in coat[:0:-1]]
        pen.polygon(at(curve([*coat, *other], closed=True)))
        pen.disc(*at([(lean * 1.5, -0.93)])[0], tall * 0.052, tall * 0.066)
        pen.limb(limb((lean, -0.83, 0.04), (lean * 1.3, -0.88, 0.034)))
        if kind == 1:
            pen.limb(
                limb((wide - 0.03, -0.77, 0.036), (wide + 0.05, -0.72, 0.032), (0.09, -0.9, 0.02))
            )
        elif kind == 3:
            pen.polygon(at([(-0.055, -0.95), (0.09, -0.95), (0.075, -1.01), (-0.045, -1.01)]))
        elif kind == 2:
            pen.limb(limb((-0.03, -0.955, 0.045), (0.0, -0.985, 0.04), (0.04, -0.955, 0.045)))
            pen.disc(*at([(0.0, -1.04)])[0], tall * 0.028)
        elif kind == 4:
            pen.limb(limb((0.01, -1.0, 0.05), (0.01, -1.1, 0.06), (0.01, -1.18, 0.045)))
            pen.disc(*at([(0.015, -1.27)])[0], tall * 0.05, tall * 0.056)
            pen.limb(limb((0.05, -1.0, 0.028), (0.075, -0.9, 0.026), (0.06, -0.82, 0.022)))
            pen.limb(limb((-0.05, -1.0, 0.028), (-0.075, -0.9, 0.026), (-0.06, -0.82, 0.022)))

    left, top = max(0, round(x - tall * 0.6)), max(0, round(y - tall * 1.6))
    box = (left, top, round(x + tall * 0.6), round(y + tall * 0.1))
    x, y = x - left, y - top
    small = drawn((box[2] - box[0], box[3] - box[1]), body, 5)
    layer = Image.new("L", size)
    layer.paste(small, box[:2])
    return layer


def dog(size: tuple[int, int], x: float, y: float, tall: float) -> Image.Image:
    """A mask of a dog that waits."""

    def body(pen: Pen) -> None:
        limbs = (
            [(-0.3, -0.62, 0.11), (0.0, -0.58, 0.13), (0.28, -0.64, 0.15)],
            [(0.28, -0.66, 0.12), (0.42, -0.9, 0.1), (0.5, -0.95, 0.1)],
            [(0.5, -0.93, 0.08), (0.66, -0.88, 0.05)],
            [(0.44, -1.02, 0.05), (0.4, -1.12, 0.02)],
            [(-0.38, -0.62, 0.05), (-0.55, -0.8, 0.035), (-0.58, -0.95, 0.02)],
            *[
                [(a, -0.55, 0.07), (a + 0.02, -0.25, 0.045), (a, -0.02, 0.04)]
                for a in (-0.33, -0.2, 0.22, 0.34)
            ],
        )
        for points in limbs:
            pen.limb([(x + a * tall, y + b * tall, r * tall) for a, b, r in points])

    return drawn(size, body, 2)
