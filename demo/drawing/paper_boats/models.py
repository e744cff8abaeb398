"""Things folded from paper: boats, a ferry, gulls, houses, a lighthouse, trees."""

import math
from itertools import pairwise

from drawing.paper_boats.fold import Face, Model, Spot

CORAL, BUTTER, WHITE, MINT, PINK = "#ff8068", "#ffd873", "#fffaf0", "#8fdcc0", "#ffb9c2"
LILAC, INK, AQUA = "#b9b4ee", "#46508e", "#79cfe0"


def boat(outer: str, inner: str) -> Model:
    """The boat every child can fold; bow along x, two units long."""
    faces = []
    for side in (-1, 1):
        rim = (0.0, side * 0.44, 0.40)
        faces.append(
            Face([(-1, 0, 0.62), rim, (0.42, 0, 0), (-0.42, 0, 0)], outer, nudge=side * 0.5)
        )
        faces.append(Face([(1, 0, 0.62), rim, (0.42, 0, 0)], outer, nudge=side * 0.5))
        faces.append(
            Face([(-1, 0, 0.62), rim, (0.0, side * 0.1, 0.26)], inner, nudge=-0.3 + side * 0.1)
        )
        faces.append(
            Face([(1, 0, 0.62), rim, (0.0, side * 0.1, 0.26)], inner, nudge=-0.3 + side * 0.1)
        )
        sail = [(-0.46, side * 0.14, 0.3), (0.46, side * 0.14, 0.3), (0, 0, 1.12)]
        crease = [((0.0, side * 0.14, 0.3), (0, 0, 1.12), "#ffffff", 0.012)]
        faces.append(Face(sail, outer if side < 0 else inner, crease, nudge=0.1 + side * 0.12))
    return faces


def block(
    x1: float, y1: float, z1: float, x2: float, y2: float, z2: float, tone: str, top: str = ""
) -> Model:
    """A folded box; only the three sides that can be seen."""
    return [
        Face([(x2, y1, z1), (x2, y2, z1), (x2, y2, z2), (x2, y1, z2)], tone),
        Face([(x1, y2, z1), (x2, y2, z1), (x2, y2, z2), (x1, y2, z2)], tone),
        Face([(x1, y1, z2), (x2, y1, z2), (x2, y2, z2), (x1, y2, z2)], top or tone),
    ]


def windows(
    x: float, y1: float, y2: float, z: float, count: int, tone: str, across: bool = False
) -> Model:
    """A row of cut-out windows on a wall that looks along x, or along y if `across`."""
    step, faces = (y2 - y1) / count, []
    for n in range(count):
        a, b = y1 + (n + 0.24) * step, y1 + (n + 0.76) * step
        pane: list[Spot] = [(x, a, z), (x, b, z), (x, b, z + 0.2), (x, a, z + 0.2)]
        if across:
            pane = [(q, p, r) for p, q, r in pane]
        faces.append(Face(pane, tone, nudge=0.6))
    return faces


def ferry() -> Model:
    """The ferry: seven units long, bow along x, folded from one long sheet."""
    faces = []
    for low, high, tone in ((-0.02, 0.34, INK), (0.34, 0.95, CORAL)):
        out = 0.0 if low < 0 else 0.1
        base = 0.92 + out
        top = base + (0.1 if low < 0 else 0.14)
        bow_low, bow_high = (3.4, 3.6) if low < 0 else (3.6, 3.85)
        side = [(-3.3, base, low), (2.1, base, low), (2.1, top, high), (-3.4, top, high)]
        faces.append(Face(side, tone))
        faces.append(
            Face(
                [(2.1, base, low), (bow_low, 0, low), (bow_high, 0, high), (2.1, top, high)],
                tone,
                nudge=0.8,
            )
        )
        far = [(bow_low, 0, low), (2.1, -base, low), (2.1, -top, high), (bow_high, 0, high)]
        faces.append(Face(far, tone, nudge=-4))
    deck = [
        (-3.4, -1.15, 0.95),
        (2.1, -1.15, 0.95),
        (3.84, 0, 0.95),
        (2.1, 1.15, 0.95),
        (-3.4, 1.15, 0.95),
    ]
    faces.append(Face(deck, "#fff3dc", nudge=0.4))
    faces += [
        Face(
            [(2.1, 1.16, 0.95), (3.84, 0, 0.95), (3.9, 0, 1.2), (2.1, 1.22, 1.12)], WHITE, nudge=2.0
        ),
        Face(
            [(2.1, -1.16, 0.95), (3.84, 0, 0.95), (3.9, 0, 1.2), (2.1, -1.22, 1.12)],
            "#f4e8da",
            nudge=1.0,
        ),
    ]
    decks = [
        (-3.0, 1.5, 0.95, 1.55, WHITE, 11),
        (-2.6, 1.1, 1.55, 2.1, WHITE, 8),
        (0.1, 0.9, 2.1, 2.55, BUTTER, 3),
    ]
    lift = 3.0
    for x1, x2, z1, z2, tone, count in decks:
        wide = 0.92 - (z1 - 0.95) * 0.22
        for face in block(x1, -wide, z1, x2, wide, z2, tone):
            face.nudge = lift
            faces.append(face)
        rows = windows(wide + 0.004, x1 + 0.1, x2 - 0.1, z1 + 0.2, count, "#7fb4d8", across=True)
        rows += windows(x2 + 0.004, -wide + 0.1, wide - 0.1, z1 + 0.2, 4, "#7fb4d8")
        for pane in rows:
            pane.nudge = lift + 3
        faces += rows
        lift += 6
    for z1, z2, tone in ((2.1, 2.55, CORAL), (2.55, 2.75, WHITE), (2.75, 3.05, CORAL)):
        for face in block(-1.7, -0.32, z1, -0.9, 0.32, z2, tone, INK):
            face.nudge = lift
            faces.append(face)
        lift += 1
    return faces


def gull(up: float = 0.34) -> Model:
    """A gull in flight: two wings, a fold between them, a tail."""
    faces = []
    for side in (-1, 1):
        inner = [(0.34, 0, 0.02), (0.16, side * 0.52, up), (-0.2, side * 0.5, up), (-0.24, 0, 0.02)]
        outer = [(0.16, side * 0.52, up), (-0.22, side * 1.12, up * 0.62), (-0.2, side * 0.5, up)]
        faces += [Face(inner, WHITE), Face(outer, "#dcdcf2")]
    faces.append(Face([(0.34, -0.08, 0.03), (0.34, 0.08, 0.03), (0.62, 0, 0)], WHITE, nudge=0.3))
    faces.append(Face([(-0.2, 0, 0.03), (-0.6, -0.2, 0.05), (-0.6, 0.2, 0.05)], "#dcdcf2"))
    faces.append(Face([(0.58, -0.04, 0.0), (0.58, 0.04, 0.0), (0.74, 0, -0.03)], BUTTER, nudge=0.5))
    return faces


def house(wall: str, roof: str, wide: float = 1.0, deep: float = 1.3, tall: float = 1.3) -> Model:
    """A gabled house; the gable looks along y."""
    rise = 0.62 * wide
    gable = [
        (0, deep, 0),
        (wide, deep, 0),
        (wide, deep, tall),
        (wide / 2, deep, tall + rise),
        (0, deep, tall),
    ]
    faces = [
        Face([(wide, 0, 0), (wide, deep, 0), (wide, deep, tall), (wide, 0, tall)], wall),
        Face([(p[0], p[1], p[2]) for p in gable], wall),
    ]
    over = 0.07
    left = [
        (-over, -over, tall - 0.06),
        (-over, deep + over, tall - 0.06),
        (wide / 2, deep + over, tall + rise),
        (wide / 2, -over, tall + rise),
    ]
    right = [
        (wide + over, -over, tall - 0.06),
        (wide + over, deep + over, tall - 0.06),
        (wide / 2, deep + over, tall + rise),
        (wide / 2, -over, tall + rise),
    ]
    faces += [Face(left, roof, nudge=0.6), Face(right, roof, nudge=1.4)]
    count = 2 if tall < 1.6 else 3
    for floor in range(count):
        z = 0.3 + floor * 0.55
        for n in range(2):
            a = wide * (0.2 + 0.36 * n)
            pane = [
                (a, deep + 0.004, z),
                (a + wide * 0.24, deep + 0.004, z),
                (a + wide * 0.24, deep + 0.004, z + 0.28),
                (a, deep + 0.004, z + 0.28),
            ]
            faces.append(Face(pane, "#7f92cc", nudge=1.2))
        for n in range(2):
            b = deep * (0.2 + 0.36 * n)
            side = [
                (wide + 0.004, b, z),
                (wide + 0.004, b + deep * 0.22, z),
                (wide + 0.004, b + deep * 0.22, z + 0.28),
                (wide + 0.004, b, z + 0.28),
            ]
            faces.append(Face(side, "#7f92cc", nudge=1.2))
    return faces


def prism(radius: tuple[float, float], z: tuple[float, float], sides: int, tone: str) -> Model:
    """A folded tube or cone with flat sides."""
    faces = []
    ring = [math.radians(15 + 360 * n / sides) for n in range(sides + 1)]
    for a, b in pairwise(ring):
        low = [(math.cos(t) * radius[0], math.sin(t) * radius[0], z[0]) for t in (a, b)]
        high = [(math.cos(t) * radius[1], math.sin(t) * radius[1], z[1]) for t in (b, a)]
        if math.cos((a + b) / 2) + math.sin((a + b) / 2) > -0.3:
            faces.append(Face([*low, *high], tone))
    return faces


def lighthouse() -> Model:
    """Four bands, a gallery, a lamp."""
    faces: Model = []
    for n in range(4):
        radius = (0.62 - n * 0.07, 0.55 - n * 0.07)
        part = prism(radius, (n * 0.8, n * 0.8 + 0.8), 8, WHITE if n % 2 else CORAL)
        for face in part:
            face.nudge = n * 3.0
        faces += part
    for radius, z, tone, nudge in (
        ((0.5, 0.5), (3.2, 3.3), INK, 14),
        ((0.26, 0.26), (3.3, 3.75), BUTTER, 16),
        ((0.4, 0.02), (3.75, 4.2), CORAL, 19),
    ):
        part = prism(radius, z, 8, tone)
        if z[0] == 3.2:
            part.append(
                Face(
                    [(math.cos(t * 0.785) * 0.5, math.sin(t * 0.785) * 0.5, 3.3) for t in range(8)],
                    "#6d78b6",
                    nudge=1,
                )
            )
        for face in part:
            face.nudge += nudge
        faces += part
    return faces


def tree(tone: str = MINT) -> Model:
    """Two cones, one in the other."""
    faces: Model = []
    for n, (radius, low, high) in enumerate(((0.42, 0.12, 0.85), (0.32, 0.55, 1.25))):
        part = prism((radius, 0.0), (low, high), 6, tone)
        for face in part:
            face.nudge = n * 1.0
        faces += part
    return faces


def car(tone: str) -> Model:
    """A car as small as a matchbox."""
    faces = block(-0.34, -0.17, 0.03, 0.34, 0.17, 0.17, tone)
    cabin = block(-0.2, -0.15, 0.17, 0.14, 0.15, 0.3, WHITE)
    for face in cabin:
        face.nudge = 0.5
    return faces + cabin
