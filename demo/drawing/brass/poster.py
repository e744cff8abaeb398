"""Brass on paper: one bell against a village, and the roll of those who still play."""

import math

from PIL import Image

from drawing import typeset
from drawing.brass.press import POSTER, Sheet, around, bell, gap
from drawing.paint import Point

HEAVY, NARROW, BOLD = "anton-400-normal", "oswald-500-normal", "oswald-700-normal"
WORDS = {
    "en": {
        "title": "BRASS",
        "tagline": "ONE FEWER EVERY YEAR. NOT ONE BIT SOFTER.",
        "director": "A FILM BY AGNES SCHILLING",
        "roll": "MOUNTAIN BAND OF KALTENPOCH, AS OF 2015",
        "credits": (
            "NORDLICHT FILMPRODUKTION IN CO-PRODUCTION WITH JAVOR FILM  ·  CINEMATOGRAPHY "
            "TOBIAS ENDERLEIN-VU",
            "EDITING MILADA KOSÍKOVÁ  ·  SOUND ARNE SCHIRRMEISTER  ·  PRODUCERS "
            "GRETA NORDHUS, RADIM VALACH",
        ),
    },
    "de": {
        "title": "BLECH",
        "tagline": "JEDES JAHR EINER WENIGER. UND KEIN BISSCHEN LEISER.",
        "director": "EIN FILM VON AGNES SCHILLING",
        "roll": "BERGKAPELLE KALTENPOCH, STAND 2015",
        "credits": (
            "NORDLICHT FILMPRODUKTION IN KOPRODUKTION MIT JAVOR FILM  ·  KAMERA "
            "TOBIAS ENDERLEIN-VU",
            "SCHNITT MILADA KOSÍKOVÁ  ·  TON ARNE SCHIRRMEISTER  ·  PRODUKTION "
            "GRETA NORDHUS, RADIM VALACH",
        ),
    },
}
BELL = (236.0, 742.0)


def church(sheet: Sheet, x: float, y: float, size: float, lean: float) -> None:
    """Draw the village church, leaning away from the sound."""
    angle = math.radians(lean)

    def at(a: float, b: float) -> Point:
        px, py = a * size, -b * size
        return (
            x + px * math.cos(angle) - py * math.sin(angle),
            y + px * math.sin(angle) + py * math.cos(angle),
        )

    outline = [(-0.17, 0), (-0.17, 0.62), (-0.20, 0.62), (0, 1.20), (0.20, 0.62), (0.17, 0.62)]
    outline += [(0.17, 0.44), (0.24, 0.52), (0.62, 0.52), (0.70, 0.30), (0.66, 0.30), (0.66, 0)]
    grown = [(a * 1.07 + (0.012 if a > 0 else -0.012), b * 1.035) for a, b in outline]
    sheet.polygon([at(a, b) for a, b in grown], "")
    sheet.polygon([at(a, b) for a, b in outline], "black")
    sheet.bar(at(0, 1.18), at(0, 1.36), size * 0.022, "black")
    sheet.bar(at(-0.055, 1.29), at(0.055, 1.29), size * 0.022, "black")
    sheet.disc(*at(0, 0.50), size * 0.075, "")
    sheet.bar(at(0, 0.50), at(0, 0.56), size * 0.016, "black")
    sheet.bar(at(0, 0.50), at(0.04, 0.49), size * 0.016, "black")
    for a in (0.30, 0.42, 0.54):
        sheet.polygon(
            [
                at(a, 0.10),
                at(a + 0.055, 0.10),
                at(a + 0.055, 0.24),
                at(a + 0.0275, 0.275),
                at(a, 0.24),
            ],
            "ochre",
        )


def house(sheet: Sheet, x: float, y: float, wide: float, tall: float, lean: float) -> None:
    """Draw a house of the village."""
    push = math.tan(math.radians(lean))
    corners = [(0, 0), (0, tall), (wide / 2, tall + wide * 0.42), (wide, tall), (wide, 0)]
    for grow, ink in ((7, ""), (0, "black")):
        shape = [
            (
                x + a + push * b + (grow if a > wide / 2 else -grow if a < wide / 2 else 0),
                y - b - (grow if b else 0),
            )
            for a, b in corners
        ]
        sheet.polygon(shape, ink)
    for a, b in ((0.22, 0.35), (0.58, 0.35)):
        px, py = x + wide * a + push * tall * b, y - tall * b
        sheet.box(px, py - tall * 0.3, px + wide * 0.18, py, "ochre")


def turned(sheet: Sheet, text: str, middle: Point, size: float, angle: float, ink: str) -> None:
    """Set a line at an angle, its middle at `middle`."""
    side = 2400
    mask = typeset.line((side, side), text, side / 2, side / 2 + size * 0.36, BOLD, size, 0.06, 0.5)
    mask = mask.rotate(angle, Image.Resampling.BICUBIC)
    left, top = round(side / 2 - middle[0]), round(side / 2 - middle[1])
    sheet.letter(mask.crop((left, top, left + sheet.size[0], top + sheet.size[1])), ink)


def draw_poster(language: str) -> Image.Image:
    """Draw the poster with the lettering of a language."""
    words = WORDS[language]
    sheet = Sheet(POSTER)
    x, y = BELL
    for start, end, ink in ((61, 70, "black"), (36, 57, "red"), (13, 32, "ochre"), (3, 9, "black")):
        sheet.sector(x, y, 300, 1500, start, end, ink)
    for radius in range(360, 1300, 62):
        sheet.sector(x, y, radius, radius + 3, 72, 86, "black")
    sheet.box(0, 938, 1000, 1500, "")
    for left, wide, tall, lean in ((520, 74, 70, 7), (606, 60, 52, 8), (905, 80, 66, 13)):
        house(sheet, left, 940, wide, tall, lean)
    church(sheet, 738, 941, 235, 10)
    sheet.box(0, 938, 1000, 946, "black")
    bell(sheet, x, y, 268, 200, 0.13)
    sheet.box(0, 946, 1000, 1020, "")
    for number in range(31):
        px = 72 + number % 31 * 28.55
        if number < 7:
            sheet.disc(px, 978, 10.5, "black")
            sheet.disc(px, 978, 4, "ochre")
        else:
            gap(sheet, px, 978, 10.5)
    sheet.letter(typeset.line(POSTER, words["roll"], 61, 1018, NARROW, 18, 0.10), "black")
    mid = around(x, y, 655, 46.5)
    room = typeset.fit(words["tagline"], BOLD, 610, 0.06)
    turned(sheet, words["tagline"], mid, min(room, 38), 46.5, "")
    size = typeset.fit(words["title"], HEAVY, 878)
    sheet.letter(typeset.line(POSTER, words["title"], 61, 1370, HEAVY, size), "black")
    sheet.letter(
        typeset.line(
            POSTER,
            words["director"],
            61,
            1420,
            BOLD,
            typeset.fit(words["director"], BOLD, 560, 0.05),
            0.05,
        ),
        "red",
    )
    sheet.letter(
        typeset.line(POSTER, "2016 · DE/CZ · 91'", 939, 1420, BOLD, 30, 0.05, 1.0), "black"
    )
    for number, line in enumerate(words["credits"]):
        fitted = min(19.5, typeset.fit(line, NARROW, 878, 0.03))
        sheet.letter(
            typeset.line(POSTER, line, 61, 1453 + number * 26, NARROW, fitted, 0.03), "black"
        )
    return sheet.pull(53, ((-3, 2), (4, -2)))
