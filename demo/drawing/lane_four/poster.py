"""Lane Four on paper: the number on the floor of the pool, and the title below it."""

import math

from PIL import Image

from drawing import typeset
from drawing.lane_four.above import Crawl, scene
from drawing.lane_four.pool import Light, View
from drawing.lane_four.water import (
    Array,
    Waves,
    blend,
    colour,
    grid,
    sample,
    step,
    to_array,
    to_image,
)
from drawing.paint import Pen, lay, level

POSTER = (1000, 1500)
SANS, SANS_LIGHT, NARROW = "josefin-sans-600-normal", "josefin-sans-300-normal", "oswald-500-normal"
PAPER = "#fdfaf0"
WORDS = {
    "en": {
        "title": "LANE FOUR",
        "tagline": "Every morning at seven. Until it closes.",
        "director": "A film by Paul Nwosu",
        "laurel": ("OPENING FILM", "Tamme Documentary", "Days 2023"),
        "credits": (
            "NORDLICHT FILMPRODUKTION PRESENTS  ·  "
            "WITH HEIDRUN PAGEL  ERKAN SOYLU  IRMGARD AND LUTZ TESSNOW",
            "DIRECTED BY PAUL NWOSU  ·  CINEMATOGRAPHY YAEL BRONSTEDT  ·  "
            "UNDERWATER CAMERA SÖREN DALLMANN",
            "EDITING NGOC ANH FREUDENREICH  ·  SOUND JULE MARQUARDSEN  ·  "
            "MUSIC OLUMIDE KESSLER  ·  PRODUCER GRETA NORDHUS",
        ),
        "release": "IN CINEMAS FROM 18 JANUARY",
    },
    "de": {
        "title": "BAHN VIER",
        "tagline": "Jeden Morgen um sieben. Bis geschlossen wird.",
        "director": "Ein Film von Paul Nwosu",
        "laurel": ("ERÖFFNUNGSFILM", "Dokumentarfilmtage", "Tamme 2023"),
        "credits": (
            "NORDLICHT FILMPRODUKTION ZEIGT  ·  "
            "MIT HEIDRUN PAGEL  ERKAN SOYLU  IRMGARD UND LUTZ TESSNOW",
            "REGIE PAUL NWOSU  ·  KAMERA YAEL BRONSTEDT  ·  UNTERWASSERKAMERA SÖREN DALLMANN",
            "SCHNITT NGOC ANH FREUDENREICH  ·  TON JULE MARQUARDSEN  ·  "
            "MUSIK OLUMIDE KESSLER  ·  PRODUKTION GRETA NORDHUS",
        ),
        "release": "AB 18. JANUAR IM KINO",
    },
}


def numeral(size: tuple[int, int], x: float, base: float, height: float) -> Array:
    """Return the 4 of the lane as it is laid in dark tiles."""
    mask = typeset.line(size, "4", x, base, "anton-400-normal", height, 0, 0.5)
    return to_array(mask)


def laurel(pen: Pen, x: float, y: float, size: float) -> None:
    """Draw two branches around a point."""
    for side in (-1, 1):
        for number in range(7):
            angle = math.radians(62 - number * 17)
            px = x + side * size * math.cos(angle)
            py = y + size * 0.62 * math.sin(angle)
            lean = angle + math.radians(52)
            tip = (
                px + side * math.cos(lean - 1.3) * size * 0.20,
                py - math.sin(lean) * size * 0.16,
            )
            pen.limb(
                [(px, py, 1.2), ((px + tip[0]) / 2, (py + tip[1]) / 2, size * 0.032), (*tip, 0.5)]
            )


def draw_poster(language: str) -> Image.Image:
    """Draw the poster with the lettering of a language."""
    words = WORDS[language]
    view = View(POSTER, 500, 560, -math.pi / 2, 840)
    mark = numeral(POSTER, 500, 1010, 900)
    light = Light(Waves(14, (90, 300), 16, 0.9), sun_depth=60, eye_depth=15)
    crawl = Crawl(118, 96, 400, 0.03, (-112, 76))
    image = scene(view, light, crawl, over=2.0, bend=4, mark=lambda x, y: sample(mark, x, y))
    _x, y = grid(POSTER)
    deep = step(940, 1240, y) * 0.86 + step(190, 0, y) * 0.6
    image = to_image(blend(to_array(image), colour("#0a3f7a"), deep))
    title = words["title"]
    lay(image, PAPER, typeset.line(POSTER, title, 62, 1224, SANS, typeset.fit(title, SANS, 872)))
    lay(image, "#ffe9b0", typeset.line(POSTER, words["tagline"], 500, 72, SANS, 29, 0.04, 0.5))
    lay(image, PAPER, typeset.line(POSTER, words["director"], 66, 1288, SANS, 33, 0.02))
    lay(image, "#ffe9b0", typeset.line(POSTER, words["release"], 66, 1336, NARROW, 25, 0.08))
    branch = Pen(POSTER, 3)
    laurel(branch, 806, 1300, 112)
    lay(image, PAPER, branch.mask())
    top, middle, low = words["laurel"]
    lay(image, PAPER, typeset.line(POSTER, top, 806, 1286, NARROW, 17, 0.08, 0.5))
    lay(image, PAPER, typeset.line(POSTER, middle, 806, 1310, SANS, 17, 0.02, 0.5))
    lay(image, PAPER, typeset.line(POSTER, low, 806, 1332, SANS, 17, 0.02, 0.5))
    for number, line in enumerate(words["credits"]):
        fitted = typeset.fit(line, NARROW, 868, 0.03)
        mask = typeset.line(POSTER, line, 66, 1398 + number * 31, NARROW, fitted, 0.03)
        lay(image, "#cfe6ee", level(mask, 0.95))
    return image
