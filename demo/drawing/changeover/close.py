"""The two of them: she in row seven, he at the port."""

from PIL import Image, ImageChops

from drawing import prints
from drawing.changeover.busts import cut_bust, fanned
from drawing.changeover.cuts import STILL, along, away_from, both, cone, cue_mark, pull, without
from drawing.paint import Pen, curve, drawn, glow, level, ramp, rough, times
from drawing.portraits import clothes, hair
from drawing.portraits.bust import Bust
from drawing.portraits.head import Face
from drawing.portraits.solids import Grid, Space, carve, ellipsoid, join, limb
from drawing.portraits.solids import both as common


def hat(space: Space) -> Grid:
    """A small felt hat, worn straight."""
    tilt = (space[0], space[1] + 0.1 * space[2], space[2])
    crown = ellipsoid(tilt, (0, 0.6, -0.12), (0.72, 0.44, 0.82))
    crown = common(crown, 0.5 - tilt[1], 0.03)
    crown = carve(crown, limb(tilt, (0, 1.12, -0.4), (0, 1.12, 0.2), 0.1, 0.1), 0.25)
    brim = ellipsoid(tilt, (0, 0.5, -0.06), (0.86, 0.06, 1.0))
    return join(crown, brim, 0.05)


def flat_cap(space: Space) -> Grid:
    """The cap of somebody who works under dusty lamps."""
    top = ellipsoid(space, (0, 0.62, 0.0), (0.76, 0.34, 0.92))
    band = ellipsoid(space, (0, 0.42, -0.1), (0.7, 0.3, 0.82))
    band = common(band, 0.3 - space[1] - 0.12 * space[2], 0.03)
    peak = ellipsoid(space, (0, 0.42, 0.78), (0.5, 0.06, 0.42))
    return join(join(top, band, 0.08), peak, 0.08)


def row_seven() -> Image.Image:
    """Still: the woman in row seven, lit by what she sees."""
    size = STILL
    face = Face(age=0.3, jaw=0.88, lips=1.2, smile=0.045, cheeks=1.35, width=0.97)
    worn = [
        (lambda s: hair.bob(s, face, 0.42, 0.06, 0.08), False),
        (hat, False),
        (lambda s: clothes.collar(s, 0.95, 0.3, 1.3), True),
    ]
    lamp, edge = (-0.75, 0.2, 0.65), (0.75, 0.75, -0.35)
    bust = Bust(face, worn, (-34, 6, 4), -20, lamp, size, 262, (700, 520), edge)
    port = (1610, 96)
    light = cone(size, port, ((-200, -330), (-200, 250)))
    tone = times(light, glow(size, *port, 2100, 1500, 0.25))
    rays = prints.carve(level(tone, 1.1), away_from(*port), 351, 10, 84)
    window = drawn(size, lambda p: p.polygon([(1580, 56), (1660, 56), (1660, 150), (1580, 150)]))
    wall = times(
        glow(size, *port, 760, 620, 1.1), ramp(size, [(0, 255), (0.5, 140), (0.62, 0), (1, 0)])
    )
    strokes = without(prints.carve(level(wall, 0.9), fanned(*port), 352, 14, 52), light, window)
    scene = both(rays, strokes, window)
    for row, (y, wide) in enumerate(((640, 180), (760, 230), (900, 300))):
        scene = seats(scene, y, wide, 353 + row, row)
    hull = bust.mask()
    dark = ImageChops.lighter(
        hull, drawn(size, lambda p: p.limb([(700, 1180, 330), (700, 1240, 360)]))
    )
    cuts = cut_bust(bust, fanned(640, 480), 358, 7, 24, dark=(3,))
    cuts = without(cuts, bust.features(0.55, (-0.4, 0.2), 0.9))
    return pull(both(without(scene, hull, times(dark, hull)), cuts), 359)


def seats(scene: Image.Image, y: float, wide: float, seed: int, row: int) -> Image.Image:
    """A row of empty seats seen from the front."""
    size = scene.size

    def backs(pen: Pen) -> None:
        for seat in range(-6, 8):
            x = 900 + (seat + 0.5 * (row % 2)) * wide * 1.1
            top = curve(
                [
                    (x - wide * 0.5, y + 60),
                    (x - wide * 0.42, y + 8),
                    (x, y - 8),
                    (x + wide * 0.42, y + 8),
                    (x + wide * 0.5, y + 60),
                ]
            )
            pen.polygon([(x - wide * 0.5, 1200), *top, (x + wide * 0.5, 1200)])

    shape = drawn(size, backs)
    edge = without(shape, ImageChops.offset(shape, 4, 7))
    edge = times(
        edge, ramp(size, [(0, 255), ((y + 70) / 1200, 255), ((y + 120) / 1200, 0), (1, 0)])
    )
    light = times(
        shape, ramp(size, [(0, 0), ((y - 12) / 1200, 190), ((y + wide * 0.7) / 1200, 0), (1, 0)])
    )
    light = times(light, glow(size, 300, y, 1500, 900, 0.6))
    strokes = prints.carve(level(light, 0.8), along(1.2), seed, 10, 30)
    return both(without(scene, shape), times(both(edge, strokes), shape))


def at_the_port() -> Image.Image:
    """Still: from the house one sees two openings; one for the film, one for him."""
    size = STILL
    face = Face(age=0.9, jaw=1.04, nose=1.15, nose_width=1.15, lips=0.85, brow=1.2)
    worn = [
        (lambda s: hair.cap(s, face, 0.06, 0.0, -0.4, 0.18), False),
        (lambda s: hair.moustache(s, 0.05), False),
        (flat_cap, False),
        (lambda s: clothes.collar(s, 1.0, 0.4), True),
    ]
    bust = Bust(
        face, worn, (24, 4, -2), 20, (0.85, -0.05, 0.5), size, 240, (555, 575), (-0.9, 0.5, -0.35)
    )
    opening = [(270, 250), (850, 250), (850, 880), (270, 880)]
    hole = drawn(size, lambda p: p.polygon(opening))
    second = [(1230, 380), (1420, 380), (1420, 590), (1230, 590)]
    other = drawn(size, lambda p: p.polygon(second))
    glowing = times(glow(size, 1330, 484, 300, 300, 0.8), other)
    beam = cone(size, (1325, 486), ((2100, 330), (2100, 1500)))
    beam = ImageChops.lighter(beam, cone(size, (1325, 486), ((1500, 1700), (2300, 900))))
    tone = times(beam, glow(size, 1325, 486, 1500, 1500, 0.3))
    rays = prints.carve(level(tone, 1.3), away_from(1325, 486), 361, 12, 110)
    wall = without(
        drawn(size, lambda p: p.polygon([(0, 0), (1800, 0), (1800, 1200), (0, 1200)])),
        hole,
        other,
        beam,
    )
    near = times(wall, glow(size, 1325, 486, 1300, 1000, 0.9))
    plaster = prints.carve(level(near, 0.75), fanned(1325, 486), 362, 20, 70)
    bricks = times(masonry(size), wall, level(glow(size, 1100, 520, 1250, 900, 0.7), 2.2))
    inside = times(hole, glow(size, 860, 520, 560, 620, 1.0))
    back = prints.carve(inside, fanned(1325, 486), 363, 12, 44)
    shape = times(bust.mask(), hole)
    cuts = cut_bust(bust, fanned(760, 540), 364, 6.5, 22, dark=(4,))
    cuts = without(cuts, bust.features(0.75, (0.5, -0.2), 1.5))
    man = both(without(times(back, hole), shape), times(cuts, hole))
    frames = drawn(
        size, lambda p: [p.line([*c, c[0]], 9) for c in (sill(opening, 26), sill(second, 20))]
    )
    lit = both(glowing, rays)
    scene = both(without(both(plaster, bricks), frames), man, frames, lit)
    glass = drawn(
        size,
        lambda p: [
            p.limb([(300, 400, 1), (380, 316, 5), (430, 270, 1)]),
            p.limb([(300, 456, 1), (400, 348, 4), (480, 272, 1)]),
        ],
    )
    scene = without(scene, drawn(size, lambda p: p.disc(1690, 110, 92)))
    return pull(both(scene, glass, cue_mark(size, 1690, 110, 46)), 365)


def sill(corners: list[tuple[float, float]], out: float) -> list[tuple[float, float]]:
    """A frame around an opening."""
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return [(x + a * out, y + b * out) for (x, y), (a, b) in zip(corners, signs, strict=True)]


def masonry(size: tuple[int, int]) -> Image.Image:
    """The joints of a brick wall, cut unevenly."""

    def joints(pen: Pen) -> None:
        for row in range(26):
            y = row * 48 + 10
            pen.line([(0, y), (1800, y + 3)], 3)
            for column in range(16):
                x = column * 122 + (row % 2) * 61
                pen.line([(x, y), (x, y + 48)], 3)

    return rough(drawn(size, joints), 366, 7, 0.8, 0.3)
