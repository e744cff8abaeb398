"""The trailer: rain on an empty street, the tram glides through it, its number stays."""

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageDraw

from drawing.line_11.light import Array, Night, Sheet, linear, shrink, soften, texture
from drawing.line_11.riders import flank
from drawing.line_11.tram import BODY, matrix
from drawing.line_11.windows import fill_saloon, skyline
from drawing.typeset import RIGHT, line

WIDTH, HEIGHT, FPS, LENGTH = 960, 540, 24, 8.0
KERB, TALL, CAR = 386, 236, 1560


def _fronts(width: int, unit: float, seed: int, haze: float) -> tuple[Array, Array]:
    """One row of houses as light and cover."""
    night, body, lamps = Night((width, KERB)), Sheet((width, KERB)), Sheet((width, KERB))
    skyline(body, lamps, (width, KERB), KERB, seed, unit)
    if unit > 25:
        _shops(body, lamps, width)
    night.lay(body)
    night.lay(lamps, 1.5)
    signs = Sheet((width, KERB))
    for place, word, low, tone in (
        (0.16, "HOTEL", 110, "#ff2f86"),
        (0.45, "24 STUNDEN", 150, "#ffae3b"),
        (0.62, "BAR", 96, "#19c8c0"),
        (0.85, "KINO", 120, "#ff2f86"),
    ):
        signs.text(word, place * width, low, "bebas-neue-400-normal", unit * 1.5, tone)
    if unit > 25:
        night.lay(signs, 4)
    cover = body.arrays()[1]
    fog = linear("#4a2a5a") * haze
    return soften(night.light * (1 - haze) + fog * cover, 1, 1), soften(cover, 1, 1)


def _shops(body: Sheet, lamps: Sheet, width: int) -> None:
    """The ground floor: dark, with a lit window here and there."""
    body.box(0, KERB - 84, width, KERB, "#070914")
    lamps.box(0, KERB - 84, width, KERB, "#070914")
    for place, wide, tone in (
        (500, 150, "#6a3f16"),
        (900, 90, "#0c5654"),
        (1180, 190, "#5c1738"),
        (1560, 120, "#6a3f16"),
        (1900, 170, "#0c5654"),
    ):
        lamps.box(place, KERB - 72, place + wide, KERB - 14, tone, 2)
        lamps.box(place + 4, KERB - 66, place + wide - 4, KERB - 62, "#ffd9a0")
        for x in range(place + 40, place + wide - 10, 40):
            lamps.line([(x, KERB - 72), (x, KERB - 14)], 3, "#070914")


def _car() -> tuple[Array, Array]:
    """The tram with its passengers as light and cover."""
    size = (CAR + 40, KERB)
    night, body, lamps = Night(size), Sheet(size), Sheet(size)
    panes = flank(body, lamps, 20, KERB - 2, TALL, CAR, tail=True)
    cover = np.maximum(body.arrays()[1], lamps.arrays()[1])
    night.lay(body, 1.1)
    night.lay(lamps, 0.9)
    fill_saloon(night, panes, TALL / 3.4)
    sill, unit = Sheet(size), TALL / 3.4
    for left, _, right, low in panes:
        sill.box(left - 0.1 * unit, low, right + 0.1 * unit, low + 0.19 * unit, BODY)
    night.lay(sill, 1.1)
    spots = Sheet(size)
    spots.disc(20 + 0.12 * unit, KERB - 0.86 * unit, 0.1 * unit, "#fff0d0")
    spots.disc(CAR + 18 - 0.1 * unit, KERB - 0.86 * unit, 0.08 * unit, "#ff2020")
    night.lay(spots, 6)
    night.spot(20, KERB - 0.86 * unit, 46, "#ffe0b0", 2.5)
    return night.light, cover


def _post(x: float, sheet: Sheet) -> None:
    sheet.line([(x, -10), (x, KERB + 40)], 14, "#020308")
    sheet.box(x - 54, 60, x + 54, 92, "#020308", 4)


def _rain(seed: int, count: int, long: int, thick: int) -> Array:
    random = np.random.default_rng(seed)
    mask = Image.new("L", (WIDTH, HEIGHT * 2))
    draw = ImageDraw.Draw(mask)
    for _ in range(count):
        x, y = random.uniform(0, WIDTH), random.uniform(0, HEIGHT * 2 - long)
        draw.line((x, y, x - long * 0.12, y + long), int(random.uniform(60, 200)), thick)
    return soften(np.asarray(mask, np.float32) / 255, 0, 1)


def _slice(layer: tuple[Array, Array], left: float) -> tuple[Array, Array]:
    """Cut what the camera sees of a layer, to the fraction of a pixel."""
    whole, part = int(np.floor(left)), left - np.floor(left)
    result = []
    for field in layer:
        view = np.zeros((KERB, WIDTH + 1, field.shape[2]), np.float32)
        start, end = max(0, whole), min(field.shape[1], whole + WIDTH + 1)
        if start < end:
            view[:, start - whole : end - whole] = field[:, start:end]
        result.append(view[:, :-1] * (1 - part) + view[:, 1:] * part)
    return result[0], result[1]


def _title() -> tuple[Array, Array]:
    """The number in the dots of a destination sign, and the word in both languages."""
    big = Sheet((WIDTH, KERB))
    dots = matrix("11")
    for column, row in dots:
        big.disc(560 + (column - 5) * 24, 112 + row * 33, 10, "#ffae3b", 13)
    words = np.zeros((HEIGHT, WIDTH), np.float32)
    for word, y in (("LINE", 224), ("LINIE", 324)):
        mask = line((WIDTH, HEIGHT), word, 408, y, "bebas-neue-400-normal", 92, 0.05, RIGHT)
        words = np.maximum(words, np.asarray(mask, np.float32) / 255)
    return big.arrays()[0], words


class Ground:
    """Wet asphalt below the kerb that moves with the camera."""

    def __init__(self) -> None:
        rows, columns = np.mgrid[: HEIGHT - KERB, :WIDTH]
        away = rows / (HEIGHT - KERB)
        self.rows, self.columns, self.away = rows, columns, away
        self.depth = (300 / (0.25 + away)).astype(int)
        self.rough, self.ripple = texture(1024, 7, 62), texture(1024, 15, 63, 2)
        self.pools = texture(1024, 130, 67)

    def shown(self, above: Array, pan: float, seconds: float) -> Array:
        """Return the mirrored street, `pan` pixels along, rings of rain moving in it."""
        u = ((self.columns - WIDTH / 2) / (0.4 + self.away) + pan / (0.4 + self.away)).astype(int)
        side = self.rough.shape[0]
        rough = self.rough[self.depth * 2 % side, u % side]
        pools = np.clip((self.pools[self.depth % side, u % side] - 0.5) * 8, 0, 1)[..., None]
        ripple = self.ripple[(self.depth * 2 + int(seconds * 40)) % side, u % side] - 0.5
        mirror = above[::-1][: HEIGHT - KERB]
        shift = np.rint(ripple * 10).astype(int)
        down = np.clip(self.rows + shift * 2, 0, mirror.shape[0] - 1)
        sharp = mirror[down, np.clip(self.columns + shift, 0, WIDTH - 1)]
        long = soften(mirror, 3, 26)
        streaks = long * (0.5 + 0.45 * rough[..., None]) * 0.8
        return (sharp * 0.85 + long * 0.15) * pools + streaks * (1 - pools)


def _develop(light: Array) -> Image.Image:
    shine = np.zeros((HEIGHT // 4, WIDTH // 4, 3), np.float32)
    small = shrink(np.minimum(light, 6), (WIDTH // 4, HEIGHT // 4))
    for radius, weight in ((1.5, 0.25), (5, 0.13), (16, 0.09)):
        shine += soften(small, radius, radius) * weight
    light = light + shrink(shine, (WIDTH, HEIGHT))
    shown = (1 - np.exp(-light * 1.4)) ** (1 / 2.2)
    shown += np.array([0.018, 0.022, 0.042]) * (1 - shown)
    return Image.fromarray((np.clip(shown, 0, 1) * 255).astype(np.uint8))


def draw_trailer() -> Iterator[Image.Image]:
    """Eight seconds."""
    sky = Night((WIDTH, KERB))
    sky.sky([(0, "#0a0b20"), (220, "#2d1c4c"), (KERB, "#7a3a66")], 0.7)
    far, near, car = _fronts(1300, 15, 12, 0.5), _fronts(2300, 34, 6, 0.0), _car()
    posts, ground = Sheet((4200, KERB)), Ground()
    for x in (500, 1400, 2500, 3500):
        _post(x, posts)
    mast = tuple(soften(field, 4, 1) for field in posts.arrays())
    rain = [(_rain(1, 130, 44, 1), 620, 0.42), (_rain(2, 46, 84, 2), 900, 0.55)]
    number, words = _title()
    trail = np.zeros((KERB, WIDTH, 3), np.float32)
    for frame in range(int(FPS * LENGTH)):
        t = frame / FPS
        pan = 620 - 40 * t - 34 * max(0.0, t - 1.0) * (1 - 0.5 * max(0.0, (t - 5) / 3))
        x = WIDTH + 120 - 590 * max(0.0, t - 0.7) * (0.94 + 0.015 * t)
        above = sky.light.copy()
        for layer, speed in ((far, 0.4), (near, 1.5)):
            light, cover = _slice(layer, pan * speed)
            above = above * (1 - cover) + light
        trail *= 0.93 if t < 6 else 0.9
        light, cover = _slice(car, -x)
        trail = np.maximum(
            trail, soften(light * (light.max(axis=2, keepdims=True) > 0.28), 22, 0) * 0.5
        )
        above = above + trail * (1 - cover) * 0.5
        above = above * (1 - cover) + light
        light, cover = _slice(mast, 5200 - 880 * t if t < 5.2 else -2000)
        above = above * (1 - cover) + light
        dim = float(np.clip((t - 5.6) / 0.9, 0, 1))
        above *= (1 - 0.93 * dim) * min(1.0, 0.15 + t / 0.6)
        flicker = 1.0 if t > 6.45 else float(int(t * 14) % 3 == 0)
        if t > 6.0:
            above = above + number * 3.2 * flicker
        lower = ground.shown(above, pan * 2.2, t)
        light = np.concatenate([above, lower])
        soft = shrink(soften(shrink(light, (240, 135)), 6, 6), (WIDTH, HEIGHT))
        for drops, speed, weight in rain:
            moved = np.roll(drops, int(speed * t), axis=0)[:HEIGHT]
            light = light + moved[..., None] * (soft * weight + 0.004)
        if t > 6.4:
            light = light + words[..., None] * linear("#ffe2b8") * min(1.0, (t - 6.4) / 0.5)
        yield _develop(light * min(1.0, (LENGTH - t) / 0.35))
