"""Snow Globe on paper: sheets with round holes, the globe on its thread, the title cut out."""

import math

from PIL import Image

from drawing import typeset
from drawing.paint import drawn, glow, lay, level, shine
from drawing.snow_globe.paper import (
    COLD,
    DEEP,
    NIGHT,
    POSTER,
    Stack,
    circle,
    glass,
    snow,
    wavy,
)
from drawing.snow_globe.scenes import flakes, town_in

LIGHT, BOLD, SERIF = (
    "josefin-sans-300-normal",
    "josefin-sans-600-normal",
    "cormorant-garamond-500-italic",
)
WORDS = {
    "en": {
        "title": ("SNOW", "GLOBE"),
        "tagline": "Somebody out there is about to clear the table.",
        "credits": (
            "A FILM BY MIRELA VASKOVA",
            "ANIMATION PETAR DRAGULEV, SUNNIVA HARTKOPF  ·  SOUND DESIGN LOU ZANDER  ·  "
            "MUSIC IVETA KOLAROVA-BRANDT",
            "NORDLICHT FILMPRODUKTION WITH STUDIO HARTIENA SOFIA  ·  2020  ·  7 MINUTES  ·  "
            "NO DIALOGUE",
        ),
        "laurel": ("GOLDEN SCISSORS", "Papierhimmel 2020"),
    },
    "de": {
        "title": ("SCHNEE", "KUGEL"),
        "tagline": "Da draußen räumt gleich jemand den Tisch ab.",
        "credits": (
            "EIN FILM VON MIRELA VASKOVA",
            "ANIMATION PETAR DRAGULEV, SUNNIVA HARTKOPF  ·  SOUNDDESIGN LOU ZANDER  ·  "
            "MUSIK IVETA KOLAROVA-BRANDT",
            "NORDLICHT FILMPRODUKTION MIT STUDIO HARTIENA SOFIA  ·  2020  ·  7 MINUTEN  ·  "
            "OHNE DIALOG",
        ),
        "laurel": ("GOLDENE SCHERE", "Papierhimmel 2020"),
    },
}
MIDDLE, RADIUS = (500.0, 512.0), 262.0


def laurel(pen, x: float, y: float, size: float) -> None:
    """Draw two branches around a point."""
    for side in (-1, 1):
        for number in range(7):
            angle = math.radians(58 - number * 19)
            px, py = x + side * size * math.cos(angle), y + size * 0.7 * math.sin(angle)
            tip = (px - side * math.sin(angle) * size * 0.17 + side * size * 0.08, py - size * 0.17)
            half = ((px + tip[0]) / 2, (py + tip[1]) / 2)
            pen.limb([(px, py, 1), (*half, size * 0.045), (*tip, 0.5)])


def draw_poster(language: str) -> Image.Image:
    """Draw the poster with the lettering of a language."""
    words = WORDS[language]
    stack = Stack(POSTER, DEEP)
    x, y = MIDDLE
    shine(stack.image, "#d6ebf5", level(glow(POSTER, x, y, 620, 620, 1.5), 0.9))
    flurry = snow(POSTER, 3, 300, (1.5, 4), lambda p: True)
    stack.sheet(flurry, "#ffffff", 5)
    globe(stack)
    sheets = (
        (326, 14, "#7fabca"),
        (360, 22, "#9cc2d9"),
        (396, 28, "#bad5e5"),
        (436, 34, "#d6e5ee"),
        (480, 40, "#f0f5f8"),
    )
    for number, (radius, swing, tint) in enumerate(sheets):
        stack.sheet(wavy(POSTER, 11 + number, x, y - 14, radius, swing), tint, 20 + number * 3)
    title(stack, words["title"])
    path = [(522, -20), (507, 70), (513, 150), (500, y - RADIUS - 26)]
    stack.thread(path, 7, 16)
    bow(stack)
    lay(stack.image, NIGHT, typeset.line(POSTER, words["tagline"], 62, 1362, SERIF, 35))
    first, *rest = words["credits"]
    lay(stack.image, "#d3242b", typeset.line(POSTER, first, 62, 1404, BOLD, 21, 0.10))
    for number, line in enumerate(rest):
        fitted = min(15.5, typeset.fit(line, BOLD, 690, 0.05))
        lay(
            stack.image,
            DEEP,
            typeset.line(POSTER, line, 62, 1434 + number * 24, BOLD, fitted, 0.05),
        )
    lay(stack.image, DEEP, drawn(POSTER, lambda pen: laurel(pen, 852, 1400, 92)))
    name, where = words["laurel"]
    lay(stack.image, NIGHT, typeset.line(POSTER, name, 852, 1398, BOLD, 15, 0.06, 0.5))
    lay(stack.image, NIGHT, typeset.line(POSTER, where, 852, 1421, BOLD, 14, 0.02, 0.5))
    return stack.image


def globe(stack: Stack) -> None:
    """Hang the globe in the middle."""
    x, y = MIDDLE
    stack.shadow(circle(POSTER, x, y, RADIUS), 60, 0.9)
    ring = drawn(
        POSTER,
        lambda pen: pen.polygon(
            [
                (x - 58, y - RADIUS + 16),
                (x - 40, y - RADIUS - 30),
                (x + 40, y - RADIUS - 30),
                (x + 58, y - RADIUS + 16),
            ]
        ),
        2,
    )
    stack.sheet(ring, COLD, 10)
    town_in(stack, x, y, RADIUS)
    flakes(stack, x, y, RADIUS, 8, 70)
    glass(stack, x, y, RADIUS)


def bow(stack: Stack) -> None:
    """Tie the thread to the globe, its end hanging down over the glass."""
    x, y = MIDDLE
    top = y - RADIUS - 26
    stack.thread(
        [
            (x, top),
            (x - 46, top - 26),
            (x - 54, top + 6),
            (x, top),
            (x + 46, top - 30),
            (x + 56, top + 4),
            (x, top),
        ],
        6,
        6,
    )
    stack.thread(
        [
            (x, top),
            (x + 20, top + 60),
            (x + 84, top + 110),
            (x + 60, top + 190),
            (x + 104, top + 250),
        ],
        6,
        12,
    )


def title(stack: Stack, words: tuple[str, str]) -> None:
    """Cut the title out of the topmost sheet."""
    below = Stack(POSTER, "#4d83aa")
    for text, base in zip(words, (1146, 1306), strict=True):
        size = min(184.0, typeset.fit(text, BOLD, 876))
        mask = typeset.line(POSTER, text, 58, base, BOLD, size)
        stack.hole(mask, below.image, 13)
