"""Leaves as one folds and cuts them: two halves along a bent rib, one in the light."""

import math
from collections.abc import Callable, Sequence
from random import Random

from drawing.glass_orchard.paper import Points, Stage
from drawing.paint import mix

Spine = Callable[[float], tuple[float, float, float]]  # place and direction at 0 to 1


def spine(x: float, y: float, angle: float, length: float, bend: float) -> Spine:
    """A rib that starts at (x, y) towards `angle` and turns by `bend` on its way."""
    steps = 40
    places, px, py = [], x, y
    for index in range(steps + 1):
        a = angle + bend * index / steps
        places.append((px, py, a))
        px, py = px + math.cos(a) * length / steps, py + math.sin(a) * length / steps

    def at(t: float) -> tuple[float, float, float]:
        place = min(max(t, 0.0), 1.0) * steps
        low = min(int(place), steps - 1)
        part = place - low
        first, second = places[low], places[low + 1]
        return tuple(a + (b - a) * part for a, b in zip(first, second, strict=True))

    return at


def off(rib: Spine, t: float, side: float) -> tuple[float, float]:
    """The place beside the rib, `side` pixels to its right."""
    x, y, a = rib(t)
    return x - math.sin(a) * side, y + math.cos(a) * side


def half(rib: Spine, width: Callable[[float], float], side: int, steps: int = 26) -> Points:
    """One half of a leaf."""
    edge = [off(rib, i / steps, side * width(i / steps)) for i in range(steps + 1)]
    return edge + [off(rib, i / steps, -side * 0.4) for i in range(steps, -1, -1)]


def fold(
    stage: Stage,
    left: Sequence[Points],
    right: Sequence[Points],
    tone: str,
    light: float = 0.16,
    **how,
) -> None:
    """Lay the two halves: one catches the light, the other lies in the shade."""
    how.setdefault("shadow", 6)
    stage.cut([*left, *right], mix(tone, "#000000", 0.22), mix(tone, "#000000", 0.34), **how)
    how = {**how, "shadow": 0, "edge": 0.05}
    stage.cut(left, mix(tone, "#dff0d0", light), tone, **how)


def leaf(
    stage: Stage,
    x: float,
    y: float,
    angle: float,
    length: float,
    wide: float,
    tone: str,
    bend: float = 0.3,
    **how,
) -> None:
    """A plain leaf: citrus, fig, laurel."""
    rib = spine(x, y, angle, length, bend)

    def width(t: float) -> float:
        return wide * length * math.sin(math.pi * t**0.8) ** 0.85 if 0 < t < 1 else 0

    fold(stage, [half(rib, width, -1)], [half(rib, width, 1)], tone, **how)


def banana(
    stage: Stage,
    x: float,
    y: float,
    angle: float,
    length: float,
    tone: str,
    seed: int,
    bend: float = 0.5,
    **how,
) -> None:
    """A long leaf torn by some earlier wind."""
    random = Random(seed)
    rib = spine(x, y, angle, length, bend)
    sides: list[list[Points]] = []
    for side in (-1, 1):
        tears = sorted(random.uniform(0.24, 0.94) for _ in range(7))
        edge = []
        for step in range(61):
            t = step / 60
            wide = 0.13 * length * math.sin(math.pi * t**0.72) ** 0.6 if 0 < t < 1 else 0
            for tear in tears:
                gap = (t - tear) / 0.012
                if 0 <= gap < 1:
                    wide *= 0.3 + 0.7 * gap
            lag = t - 0.05 * wide / (0.13 * length)
            edge.append(off(rib, lag, side * wide))
        sides.append([edge + [off(rib, 1 - i / 30, -side * 0.5) for i in range(31)]])
    fold(stage, sides[0], sides[1], tone, **how)
    stalk = [off(rib, i / 20, 0.008 * length * (1 - i / 20) + 0.6) for i in range(21)]
    stalk += [off(rib, 1 - i / 20, -0.008 * length * i / 20 - 0.6) for i in range(21)]
    stage.cut([stalk], mix(tone, "#e8f2c8", 0.32), shadow=0, edge=0)


def monstera(
    stage: Stage, x: float, y: float, angle: float, length: float, tone: str, seed: int, **how
) -> None:
    """A window leaf: heart-shaped, cut in from the edge."""
    random = Random(seed)
    rib = spine(x, y, angle, length, random.uniform(-0.25, 0.25))
    halves: list[list[Points]] = []
    for side in (-1, 1):
        cuts = [0.22 + 0.13 * i + random.uniform(-0.02, 0.02) for i in range(5)]
        edge = []
        for step in range(91):
            t = step / 90
            wide = 0.47 * length * (1 - t) ** 0.55 * (0.55 + 1.6 * t) ** 0.6 * min(1, t * 9 + 0.55)
            deep = 0.0
            for cut in cuts:
                gap = abs(t - cut) / 0.024
                if gap < 1:
                    deep = max(deep, (1 - gap**3) * 0.62)
            wide *= 1 - deep
            back = -0.20 * (1 - t) ** 3 * min(1, wide / (0.2 * length)) + 0.10 * wide / (
                0.47 * length
            )
            px, py, a = rib(max(0.0, t))
            px, py = px + math.cos(a) * back * length, py + math.sin(a) * back * length
            edge.append((px - math.sin(a) * side * wide, py + math.cos(a) * side * wide))
        halves.append([[rib(0.0)[:2], *edge, *[off(rib, 1 - i / 20, 0) for i in range(21)]]])
    fold(stage, halves[0], halves[1], tone, **how)


def frond(
    stage: Stage,
    x: float,
    y: float,
    angle: float,
    length: float,
    tone: str,
    bend: float = 0.9,
    pairs: int = 20,
    wide: float = 0.28,
    slim: float = 0.022,
    **how,
) -> None:
    """A palm leaf or a fern: leaflets on both sides of a bent rib."""
    rib = spine(x, y, angle, length, bend)
    sides: list[list[Points]] = [[], []]
    for index in range(pairs):
        t = 0.12 + 0.87 * index / (pairs - 1)
        px, py, a = rib(t)
        reach = (
            wide * length * math.sin(math.pi * min(1, 0.16 + 0.84 * t) ** 0.9) ** 0.7
            + 0.01 * length
        )
        for number, side in enumerate((-1, 1)):
            lean = a + side * (1.15 - 0.55 * t)
            leaflet = spine(px, py, lean, reach, -side * 0.35 + 0.15)
            thick = slim * length

            def width(s: float, thick: float = thick) -> float:
                return thick * math.sin(math.pi * s**0.6) if 0 < s < 1 else 0

            edge = [off(leaflet, i / 10, width(i / 10)) for i in range(11)]
            sides[number].append(
                edge + [off(leaflet, i / 10, -width(i / 10)) for i in range(10, -1, -1)]
            )
    stalk = [off(rib, i / 20, 0.009 * length * (1 - i / 22)) for i in range(21)]
    stalk += [off(rib, 1 - i / 20, -0.009 * length * (i / 20)) for i in range(21)]
    fold(stage, sides[0], [*sides[1], stalk], tone, **how)


def fan(
    stage: Stage,
    x: float,
    y: float,
    angle: float,
    length: float,
    tone: str,
    rays: int = 15,
    spread: float = 3.6,
    **how,
) -> None:
    """A fan palm's leaf: blades out of one point."""
    sides: list[list[Points]] = [[], []]
    for index in range(rays):
        part = index / (rays - 1) - 0.5
        a = angle + part * spread
        reach = length * (1 - 0.55 * abs(part) ** 1.6)
        ray = spine(x, y, a, reach, part * 0.5)

        def width(t: float, reach: float = reach) -> float:
            return reach * 0.075 * math.sin(math.pi * min(1, t**0.75)) ** 0.9 if 0 < t < 1 else 0

        blade = [off(ray, i / 12, width(i / 12)) for i in range(13)]
        blade += [off(ray, i / 12, -width(i / 12)) for i in range(12, -1, -1)]
        sides[index % 2].append(blade)
    fold(stage, sides[0], sides[1], tone, light=0.10, **how)


def blades(
    stage: Stage, x: float, y: float, tall: float, tone: str, seed: int, count: int = 9, **how
) -> None:
    """A tuft of grass or sword leaves."""
    random = Random(seed)
    for _ in range(count):
        angle = -math.pi / 2 + random.gauss(0, 0.38)
        length = tall * random.uniform(0.55, 1.05)
        wide = random.uniform(0.028, 0.045)
        leaf(
            stage,
            x + random.uniform(-0.16, 0.16) * tall,
            y,
            angle,
            length,
            wide,
            tone,
            (angle + math.pi / 2) * 0.9,
            **how,
        )


def orange(
    stage: Stage, x: float, y: float, radius: float, glow: float = 1.0, shadow: float = 8
) -> None:
    """The orange: four discs of paper, each a little smaller and brighter."""

    def disc(cx: float, cy: float, r: float) -> Points:
        return [
            (cx + r * math.cos(i * math.pi / 40), cy + r * math.sin(i * math.pi / 40))
            for i in range(80)
        ]

    if glow:
        stage.light(x, y, radius * 9, "#ff9a3a", 0.42 * glow)
    tones = ("#d9650f", "#ee7d16", "#f8932a", "#ffad4d")
    for index, tone in enumerate(tones):
        r = radius * (1 - 0.19 * index)
        move = radius * 0.075 * index
        stage.cut(
            [disc(x - move, y - move, r)],
            tone,
            mix(tone, "#b34700", 0.22),
            shadow=shadow if index == 0 else max(1.5, radius * 0.03),
            dark=0.5 if index == 0 else 0.28,
            edge=0.12,
        )
    calyx = []
    for index in range(10):
        a = -math.pi / 2 + index * math.pi / 5
        r = radius * (0.2 if index % 2 == 0 else 0.09)
        calyx.append((x + r * math.cos(a), y - radius * 0.86 + r * 0.55 * math.sin(a)))
    stage.cut([calyx], "#3f7a45", shadow=2, edge=0.1)
