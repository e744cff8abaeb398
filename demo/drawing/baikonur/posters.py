"""Posters of two kinds in two languages, and the title by itself."""

import math

from PIL import Image, ImageChops

from drawing import noise, typeset
from drawing.baikonur import titles
from drawing.baikonur.camp import camp
from drawing.baikonur.land import finish
from drawing.baikonur.sky import CREAM, falling, milky_way, night, stars
from drawing.baikonur.words import WORDS
from drawing.paint import (
    Pen,
    Size,
    blur,
    contrast,
    drawn,
    glow,
    gradient,
    lay,
    level,
    ramp,
    rough,
    shine,
    times,
)

POSTER: Size = (1000, 1500)
ITALIC = "cormorant-garamond-500-italic"
GOLD = "#e9b872"


def smoke_to_stars(sky: Image.Image, x: float, y: float) -> None:
    """The smoke of the hearth, which widens until it is the Milky Way."""
    size = sky.size
    rise = [(x, y, 3), (x + 8, y - 60, 8), (x - 14, y - 130, 16), (x + 18, y - 220, 32)]
    rise += [(x - 2, y - 330, 60), (x + 46, y - 480, 105), (x + 90, y - 660, 150)]
    body = rough(drawn(size, lambda p: p.limb(rise), 1), 143, 60, 14, 0.7)
    top, low = (y - 700) / size[1], y / size[1]
    fade = ramp(size, [(0, 0), (top, 0), (top + 0.2, 150), (low - 0.1, 230), (low, 170), (1, 170)])
    wisps = contrast(noise.fbm(size, (60, 130), 144), 0.02, 0.72)
    shine(sky, "#b4bdd4", level(times(blur(body, 7), fade, wisps), 1.0))


def poster(language: str) -> Image.Image:
    """Cinema poster: what rises from one hearth."""
    size, words = POSTER, WORDS[language]
    sky = night(size, 141, (548, 420), 79, 300, 1066)
    falling(sky, (965, 250), (772, 462), 3.2)
    smoke_to_stars(sky, 472, 928)
    camp(sky, 470, 1052, 122, 145)
    dark = ramp(size, [(0, 0), (0.725, 0), (0.80, 215), (1, 255)])
    lay(sky, "#050a14", level(dark, 0.92))
    top = ramp(size, [(0, 170), (0.11, 0), (1, 0)])
    lay(sky, "#050a1a", top)
    tagline = typeset.line(size, words["tagline"], 500, 1168, ITALIC, 37, 0, typeset.CENTRE)
    lay(sky, "#f3dfb8", tagline)
    wide = 880 / titles.title_width(100) * 100
    shine(sky, "#ffb04a", level(blur(titles.title(size, 500, 1304, wide), 16), 0.28))
    lay(sky, CREAM, titles.title(size, 500, 1304, wide))
    lay(sky, GOLD, titles.billing(size, [words["film"]], 1350, 27, 30, 880))
    lay(sky, "#a9b4ba", titles.billing(size, words["block"], 1388, 17.5, 21, 892))
    names = "ALEXANDER ASOCHAKOV     MARIE DE VILLEPIN     SITORA FARMONOVA"
    lay(sky, CREAM, typeset.line(size, names, 500, 62, titles.SMALL, 27, 0.16, typeset.CENTRE))
    for number, lines in enumerate(words["laurels"]):
        lay(sky, "#d9cdb0", level(titles.laurel(size, 250 + 250 * number, 142, 42, lines), 0.85))
    return finish(sky, 147, 0.42, 3)


def roof(size: Size, x: float, y: float, radius: float) -> Image.Image:
    """The roof of a yurt from inside: poles that run to the crown, felt between them."""
    image = gradient(size, [(0, "#17100d"), (0.5, "#241812"), (1, "#0d0908")], 401)
    felt = contrast(noise.fbm(size, (120, 90), 402), 0.2, 0.8)
    lay(image, "#3a281c", level(felt, 0.5))

    def poles(pen: Pen) -> None:
        for step in range(56):
            turn = step * 2 * math.pi / 56 + 0.03
            near, far = radius * 1.06, radius * 4.2
            start = (x + near * math.cos(turn), y + near * math.sin(turn))
            end = (x + far * math.cos(turn), y + far * math.sin(turn))
            pen.limb([(*start, 6.5), (*end, 17)], smooth=False)

    mask = drawn(size, poles, 2)
    lay(image, "#080504", level(blur(mask, 9), 0.8))
    lay(image, "#7a4426", mask)
    painted = times(mask, contrast(noise.fbm(size, (50, 50), 403, 3), 0.3, 0.9))
    lay(image, "#a55f31", level(painted, 0.55))

    def rings(pen: Pen) -> None:
        for reach in (1.62, 2.35):
            points = [
                (
                    x + reach * radius * math.cos(i / 60 * math.pi),
                    y + reach * radius * math.sin(i / 60 * math.pi),
                )
                for i in range(121)
            ]
            pen.line(points, 7)

    rope = drawn(size, rings, 2)
    lay(image, "#100a08", level(blur(rope, 5), 0.7))
    lay(image, "#c9b08a", level(rope, 0.55))
    far = ImageChops.invert(glow(size, x, y, radius * 4.0, radius * 4.4, 0.9))
    lay(image, "#050304", level(far, 0.93))
    shine(image, "#5d8fc8", level(glow(size, x, y, radius * 2.1, radius * 2.1, 1.6), 0.42))
    shine(image, "#e0782a", level(glow(size, x, size[1] + 120, 900, 620, 1.8), 0.24))
    return image


def crown_with_sky(image: Image.Image, x: float, y: float, radius: float) -> None:
    """The open ring with the night in it and something on its way down."""
    size = image.size
    hole = drawn(size, lambda p: p.disc(x, y, radius))
    night_sky = gradient(
        size,
        [(0, "#070d24"), (0.25, "#0d2148"), (0.5, "#1a4670"), (0.7, "#2e7186"), (1, "#2e7186")],
        411,
    )
    haze, core, lanes = milky_way(size, (x - 60, y - 20), 58, 190, 412)
    shine(night_sky, "#3f5aa8", level(haze, 0.7))
    shine(night_sky, "#d8b98c", level(core, 0.8))
    shine(night_sky, "#fff0cf", level(contrast(core, 0.35, 1), 0.6))
    lay(night_sky, "#0b1431", level(lanes, 0.6))
    night_sky = ImageChops.screen(
        night_sky,
        stars(size, ImageChops.add(level(core, 0.9), Image.new("L", size, 90)), 12000, 413, 1.0),
    )
    falling(
        night_sky,
        (x - radius * 0.34, y - radius * 1.1),
        (x + radius * 0.52, y - radius * 0.02),
        4.6,
    )
    lay(image, night_sky, hole)

    def laths(pen: Pen) -> None:
        for lath in titles.crown_laths(x, y, radius):
            pen.line(lath, radius * 0.042)

    bars = drawn(size, laths)
    ring = drawn(size, lambda p: (p.disc(x, y, radius * 1.13), p.disc(x, y, radius * 0.99, fill=0)))
    lay(image, "#040308", level(blur(ring, 14), 0.7))
    for mask, colour in ((bars, "#1d1413"), (ring, "#4e2d1b")):
        lay(image, colour, mask)
    grain = contrast(noise.fbm(size, (14, 60), 415, 3), 0.4, 0.8)
    lay(image, "#2b1810", level(times(ring, grain), 0.6))
    inner = ImageChops.subtract(
        ring,
        drawn(size, lambda p: (p.disc(x, y, radius * 1.2), p.disc(x, y, radius * 1.015, fill=0))),
    )
    shine(image, "#7fb0e0", level(blur(inner, 1), 0.6))
    lit = times(ImageChops.subtract(bars, ImageChops.offset(bars, 2, 2)), hole)
    shine(image, "#86b4dc", level(lit, 0.5))

    def holes(pen: Pen) -> None:
        for step in range(56):
            turn = step * 2 * math.pi / 56 + 0.03
            pen.disc(x + radius * 1.06 * math.cos(turn), y + radius * 1.06 * math.sin(turn), 7)

    lay(image, "#1b0f0a", level(drawn(size, holes), 0.9))


def teaser(language: str) -> Image.Image:
    """Teaser poster: the only window of a yurt is in its roof."""
    size, words = POSTER, WORDS[language]
    image = roof(size, 500, 590, 315)
    crown_with_sky(image, 500, 590, 315)
    lay(image, "#070506", level(ramp(size, [(0, 0), (0.68, 0), (0.84, 230), (1, 255)]), 0.9))
    for number, text in enumerate(words["teaser"]):
        part = typeset.line(size, text, 500, 1210 + number * 52, ITALIC, 47, 0, typeset.CENTRE)
        lay(image, "#f3dfb8", part)
    wide = 560 / titles.title_width(100) * 100
    lay(image, CREAM, titles.title(size, 500, 1394, wide))
    lay(image, GOLD, titles.billing(size, [words["film"]], 1436, 22, 26, 560))
    return finish(image, 421, 0.4, 3)


def title_art() -> Image.Image:
    """The title by itself, cut out: gold letters with a little night around them."""
    size = (1500, 300)
    wide = 1452 / titles.title_width(100) * 100
    letters = titles.title(size, 750, 226, wide)
    dark = level(blur(letters, 22), 0.8)
    lit = level(blur(letters, 5), 0.4)
    warm = gradient(
        size, [(0, "#fff6de"), (0.44, "#fbe6bd"), (0.72, "#f0b868"), (1, "#e79a4a")], 434
    )
    art = Image.new("RGB", size, "#050a1a")
    lay(art, "#f0a34a", lit)
    lay(art, warm, letters)
    art.putalpha(ImageChops.lighter(letters, ImageChops.lighter(lit, level(dark, 0.7))))
    left, _top, right, _low = letters.getbbox() or (0, 0, *size)
    return art.crop((left, 0, right, size[1]))
