"""The three stills and the poster of Paper Boats."""

from random import Random

from PIL import Image, ImageDraw

from drawing import typeset
from drawing.paint import Size, rgb
from drawing.paper_boats import models
from drawing.paper_boats.fold import Face, Model, Stage, place, sea

STILL: Size = (1800, 1200)
POSTER: Size = (1000, 1500)
WATER = ("#8fdde6", "#b4ecdf")
PAIRS = (
    (models.WHITE, "#f3ecff"),
    (models.BUTTER, "#fff0c0"),
    (models.PINK, "#ffe3e4"),
    (models.WHITE, models.PINK),
    (models.LILAC, "#e6e2ff"),
    (models.CORAL, "#ffd0c4"),
)


def _wake(stage: Stage, x: float, y: float, long: float, wide: float, turn: float = 0.0) -> None:
    """Torn strips of white paper behind a hull."""
    strips: Model = []
    for share in (1.0, 0.55):
        for side in (-1, 1):
            u, v = wide * 0.55 * side * share, wide * 1.5 * side * share
            tip, broad = (-long * share - 0.2, v, 0.02), 0.17 * wide**0.5 * side
            middle = (-long * share * 0.5, (u + v) / 2 + broad, 0.02)
            strips.append(Face([(0, u, 0.02), tip, middle], "#f4fffb"))
    strips = place(strips, x, y, 0, turn)
    stage.shadow(strips, -0.1, 2, 0.2)
    stage.draw(strips, 0.1)


def _set(stage: Stage, model: Model, soft: float = 9, dark: float = 0.42) -> None:
    stage.shadow(model, -0.05, soft, dark)
    stage.draw(model)


def draw_fleet() -> Image.Image:
    """The ferry among the small ones."""
    stage = Stage(STILL, 112, 900, 640, WATER[0])
    stage.draw(sea(17, WATER))
    random = Random(7)
    spots = []
    for i in range(-6, 8):
        for j in range(-6, 7):
            x, y = i * 2.3 + random.uniform(-0.5, 0.5), j * 2.3 + random.uniform(-0.5, 0.5)
            if abs(y - 0.1) > 2.3 or abs(x) > 5.4:
                spots.append((x, y))
    random.shuffle(spots)
    fleet = sorted(spots[:64], key=sum)
    hulls = [
        place(
            models.boat(*PAIRS[n * 5 % 6]), x, y, 0, random.gauss(0, 9), random.uniform(0.72, 1.0)
        )
        for n, (x, y) in enumerate(fleet)
    ]
    for (x, y), hull in zip(fleet, hulls, strict=True):
        _wake(stage, x - 0.7, y, 1.3, 0.3)
        if x + y < 0:
            _set(stage, hull)
    _wake(stage, -3.2, 0, 3.6, 1.4)
    _set(stage, place(models.ferry(), 0, 0), 14, 0.5)
    for (x, y), hull in zip(fleet, hulls, strict=True):
        if x + y >= 0:
            _set(stage, hull)
    for x, y, z, turn in ((2.4, -3.2, 2.6, 10), (-1.0, 4.6, 1.6, 24)):
        _set(stage, place(models.gull(), x, y, z, turn, 0.9), 14, 0.24)
    return stage.finish()


def _printed(
    points: list[tuple[float, float, float]], seed: int
) -> list[tuple[tuple, tuple, str, float]]:
    """Lines of a timetable on a sheet given by three of its corners."""
    random = Random(seed)
    (ox, oy, oz), (ax, ay, az), (bx, by, bz) = points

    def spot(u: float, v: float) -> tuple[float, float, float]:
        return (
            ox + (ax - ox) * u + (bx - ox) * v,
            oy + (ay - oy) * u + (by - oy) * v,
            oz + 0.004 + (az - oz) * u + (bz - oz) * v,
        )

    lines = [(spot(0.08, 0.08), spot(0.56, 0.08), models.CORAL, 0.07)]
    for row in range(12):
        v = 0.2 + row * 0.062
        for column in range(4):
            u = 0.08 + column * 0.22
            lines.append((spot(u, v), spot(u + random.uniform(0.08, 0.16), v), "#8d97c8", 0.03))
    return lines


def _stages() -> list[Model]:
    """From the timetable to the boat, in five folds."""
    flat: list[tuple[float, float, float]] = [
        (-1.5, -1.1, 0.05),
        (1.5, -1.1, 0.05),
        (1.5, 1.1, 0.05),
        (-1.5, 1.1, 0.05),
    ]
    sheet = [
        Face(
            flat,
            models.WHITE,
            [
                *_printed([flat[0], flat[1], flat[3]], 1),
                ((0, -1.1, 0.055), (0, 1.1, 0.055), "#dcd6e6", 0.015),
            ],
        )
    ]
    tent = [
        Face(
            [(-1.35, -1.1, 0.05), (-1.35, 1.1, 0.05), (0, 1.1, 0.75), (0, -1.1, 0.75)], models.WHITE
        ),
        Face(
            [(1.35, -1.1, 0.05), (1.35, 1.1, 0.05), (0, 1.1, 0.75), (0, -1.1, 0.75)],
            models.WHITE,
            _printed([(1.35, 1.1, 0.06), (1.35, -1.1, 0.06), (0, 1.1, 0.76)], 2),
        ),
    ]
    roof = [
        Face([(-1.3, -0.3, 0.05), (1.3, -0.3, 0.05), (0, 0, 1.5)], models.WHITE, nudge=-1),
        Face(
            [(-1.3, 0.5, 0.05), (1.3, 0.5, 0.05), (0, 0, 1.5)],
            models.WHITE,
            [((0, 0.5, 0.06), (0, 0, 1.5), "#dcd6e6", 0.015)],
        ),
        Face(
            [(-1.45, 0.56, 0.03), (1.45, 0.56, 0.03), (1.2, 0.46, 0.34), (-1.2, 0.46, 0.34)],
            models.PINK,
            nudge=1,
        ),
    ]
    left, right, front = (-1.0, 0.0, 0.75), (1.0, 0.0, 0.75), (0.0, 0.4, 0.75)
    top, tip = (0.0, 0.0, 1.5), (0.0, 0.05, 0.0)
    diamond = [
        Face([left, front, tip], models.WHITE),
        Face([right, front, tip], models.WHITE),
        Face([left, front, top], models.WHITE, nudge=0.5),
        Face([right, front, top], models.PINK, nudge=0.5),
    ]
    return [
        sheet,
        tent,
        roof,
        place(diamond, 0, 0, 0, 0, 1.3),
        place(models.boat(models.WHITE, models.PINK), 0, 0, 0, 0, 1.35),
    ]


def draw_folds() -> Image.Image:
    """Five states of one timetable."""
    stage = Stage(STILL, 118, 900, 560, "#ffd9cf")
    floor = [
        Face([(-18, -18, -0.02), (18, -18, -0.02), (18, 18, -0.02), (-18, 18, -0.02)], "#ffd3c7")
    ]
    stage.draw(floor, -0.02)
    for number, model in enumerate(_stages()):
        x = -5.1 + number * 2.6
        y = -x * 0.16
        if number == 4:
            # The water leaves the picture on two sides: the boat has somewhere to go.
            pond = place(sea(6.4, WATER), x + 4.4, y + 1.4, 0.14)
            stage.shadow(
                [
                    Face(
                        [
                            (x - 2.0, y - 5.0, 0.1),
                            (x + 10.8, y - 5.0, 0.1),
                            (x + 10.8, y + 7.8, 0.1),
                            (x - 2.0, y + 7.8, 0.1),
                        ],
                        "#fff",
                    )
                ],
                -0.02,
                10,
                0.4,
            )
            stage.draw(pond)
            model = place(model, x, y, 0.16, -8)
            stage.shadow(model, 0.1, 8, 0.42)
            stage.draw(model)
            continue
        _set(stage, place(model, x, y, 0, -14 + number * 6))
    return stage.finish(6)


def draw_harbour() -> Image.Image:
    """The town, the quay, and the ferry leaving."""
    stage = Stage(STILL, 92, 770, 700, WATER[0])
    stage.draw(sea(19, WATER))
    quay = models.block(-15, -16, -0.1, 9.5, -2.2, 0.55, "#f7d9c4", "#ffeeda")
    stage.shadow(quay, -0.05, 12, 0.4)
    stage.draw(quay)
    top = [(-15, -16, 0.55), (9.5, -16, 0.55), (9.5, -2.2, 0.55), (-15, -2.2, 0.55)]
    random = Random(12)
    walls = (models.WHITE, models.BUTTER, models.PINK, models.LILAC, "#ffe9d2", models.AQUA)
    roofs = (models.CORAL, models.INK, "#ff9d7c", "#5f6cab", models.CORAL)
    town: list[tuple[float, Model]] = []
    for row, y in enumerate((-14.6, -12.2, -9.8, -7.4, -5.0)):
        x = -13.5 + row * 0.5
        while x < 8.4 - (row == 4) * 4.4:
            wide = random.uniform(0.95, 1.3)
            if random.random() < 0.82:
                home = models.house(
                    random.choice(walls),
                    random.choice(roofs),
                    wide,
                    1.35,
                    random.choice((1.05, 1.35, 1.75)),
                )
                town.append((x + y, place(home, x, y, 0.55)))
            else:
                town.append(
                    (
                        x + y,
                        place(
                            models.tree(random.choice((models.MINT, "#a7e3b0"))),
                            x + 0.5,
                            y + 0.6,
                            0.55,
                            0,
                            1.1,
                        ),
                    )
                )
            x += wide + random.choice((0.06, 0.06, 0.5))
    for x in range(-13, 9, 2):
        town.append((x - 3.1, place(models.tree(models.MINT), x + 0.3, -3.15, 0.55, 0, 0.62)))
    for x, tone in (
        (2.2, models.CORAL),
        (3.3, models.BUTTER),
        (4.4, models.LILAC),
        (5.5, models.WHITE),
    ):
        town.append((x - 2.9, place(models.car(tone), x, -2.75, 0.55, 0, 1.0)))
    town.append((8.7 - 3.4, place(models.lighthouse(), 7.9, -3.2, 0.55, 0, 0.95)))
    for _, model in town:
        stage.shadow(model, 0.55, 6, 0.36, top)
    for _, model in sorted(town, key=lambda pair: pair[0]):
        stage.draw(model)
    _wake(stage, -2.5, 1.6, 4.2, 1.4)
    _set(stage, place(models.ferry(), 1.0, 1.6), 14, 0.5)
    for n, (x, y, turn) in enumerate(
        (
            (-6.4, 1.2, 10),
            (-4.2, 4.4, -6),
            (2.0, 5.4, 8),
            (6.6, 3.4, -10),
            (7.0, 0.2, 4),
            (-1.6, 6.4, 0),
            (10.6, -0.6, 0),
        )
    ):
        _wake(stage, x - 0.7, y, 1.3, 0.3)
        _set(stage, place(models.boat(*PAIRS[n % 6]), x, y, 0, turn, 0.95))
    for x, y, z, turn in ((-5.4, 1.4, 2.6, 20),):
        _set(stage, place(models.gull(), x, y, z, turn, 0.8), 14, 0.24)
    return stage.finish(8)


def draw_poster() -> Image.Image:
    """The ferry and its followers on their way up the sheet; both titles."""
    stage = Stage(POSTER, 104, 500, 900, WATER[0])
    stage.draw(sea(21, ("#7fd3e4", "#b9efe0")))
    random = Random(23)
    behind = ((-5.9, -1.9), (-3.4, -5.2), (-0.9, -4.6), (1.2, -3.4), (-6.8, 0.9))
    before = ((-3.4, 2.7), (-1.2, 3.9), (1.3, 3.2), (-0.6, 6.2), (1.7, 5.6), (3.9, 2.5), (5.6, 0.9))
    for n, (x, y) in enumerate((*behind, (0.0, 0.0), *before)):
        if n == len(behind):
            _wake(stage, -3.2, 0, 3.4, 1.4)
            _set(stage, place(models.ferry(), 0.0, -0.2), 16, 0.5)
            continue
        _wake(stage, x - 0.7, y, 1.3, 0.3)
        _set(stage, place(models.boat(*PAIRS[n * 5 % 6]), x, y, 0, random.gauss(0, 7), 0.95))
    picture = stage.finish(9)
    _letter(picture)
    return picture


def _letter(picture: Image.Image) -> None:
    """Titles in the sea's own white and ink, set like a luggage label."""

    def put(
        text: str,
        x: float,
        y: float,
        face: str,
        size: float,
        tone: str,
        tracking: float = 0.0,
        align: float = 0.0,
    ) -> None:
        mask = typeset.line(POSTER, text, x, y, face, size, tracking, align)
        picture.paste(rgb(tone), (0, 0), mask)

    put(
        "PAPER BOATS",
        70,
        190,
        "josefin-sans-600-normal",
        typeset.fit("PAPER BOATS", "josefin-sans-600-normal", 860, 0.02),
        models.WHITE,
        0.02,
    )
    put(
        "PAPIERSCHIFFE",
        70,
        268,
        "josefin-sans-600-normal",
        typeset.fit("PAPIERSCHIFFE", "josefin-sans-600-normal", 600, 0.1),
        models.INK,
        0.1,
    )
    put("2022", 930, 268, "josefin-sans-600-normal", 40, models.INK, 0.1, 1.0)
    put("OLE FAHRENKRUG", 70, 1400, "josefin-sans-600-normal", 30, models.INK, 0.16)
    put("LYSUND FÆRGER", 930, 1400, "josefin-sans-600-normal", 30, models.INK, 0.16, 1.0)
    put("60 SEC · 60 SEK", 70, 1440, "josefin-sans-600-normal", 20, models.INK, 0.2)
    put(
        "NORDLICHT FILMPRODUKTION · FOLDEVÆRKET",
        930,
        1440,
        "josefin-sans-600-normal",
        20,
        models.INK,
        0.12,
        1.0,
    )
    ImageDraw.Draw(picture).line([(70, 1356), (930, 1356)], rgb(models.INK), 2)
