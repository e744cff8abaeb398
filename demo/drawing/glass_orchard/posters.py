"""The posters of The Glass Orchard."""

import math
from random import Random

from PIL import Image, ImageChops

from drawing import typeset
from drawing.glass_orchard import plants
from drawing.glass_orchard.hall import DEPTHS, NIGHT, Nave, border, moon, stem
from drawing.glass_orchard.paper import Stage, sky
from drawing.paint import mix

POSTER = (1000, 1500)
ITALIC, ROMAN = "cormorant-garamond-500-italic", "cormorant-garamond-500-normal"
SMALL = "josefin-sans-600-normal"
WORDS = {
    "en": {
        "title": ("The Glass", "Orchard"),
        "places": (452, 556),
        "size": 172,
        "tagline": "Nobody came for the orange.",
        "by": "A FILM BY TAREK LINDHOLM",
        "block": (
            "Nordlicht Filmproduktion and Szklarnia Pictures present  Halina Borzucka",
            "Emeka Falkenried  Judith Sommerlatte  Milo Radek  Konrad Vielhaber",
            "Written by Tarek Lindholm, Agnieszka Wrzos  Camera Jagoda Milewicz",
            "Editing Noor Steinhagen  Music Bartek Solecki  Produced by Greta Nordhus, Piotr Zelek",
        ),
    },
    "de": {
        "title": ("Der gläserne", "Garten"),
        "places": (450, 650),
        "size": 172,
        "tagline": "Wegen der Orange war keiner gekommen.",
        "by": "EIN FILM VON TAREK LINDHOLM",
        "block": (
            "Nordlicht Filmproduktion und Szklarnia Pictures zeigen  Halina Borzucka",
            "Emeka Falkenried  Judith Sommerlatte  Milo Radek  Konrad Vielhaber",
            "Drehbuch Tarek Lindholm, Agnieszka Wrzos  Kamera Jagoda Milewicz",
            "Montage Noor Steinhagen  Musik Bartek Solecki  Produktion Greta Nordhus, Piotr Zelek",
        ),
    },
}


def scene() -> Image.Image:
    """The palm house standing tall, and before it the orange on its twig."""
    stage = Stage(sky(POSTER, NIGHT, 41))
    hall = Nave(500, 900, 640, -300, 260)
    depths = [0.26, 0.35, 0.47, 0.63, 0.85, 1.2]
    moon(stage, 500, 560, 190, 3.6)
    hall.panes(stage, depths, 24)
    for index, s in enumerate(depths):
        tone = DEPTHS[min(index + 1, 6)]
        hall.arch(stage, s, mix(tone, "#0a2426", 0.55), 9)
        border(stage, hall, s, tone, 240 + index)
        if index < 4:
            stage.mist("#9cc9b4", [(0, 0.0), (0.5, 0.05), (0.72, 0.09), (0.85, 0.02)])
    how = {"shadow": 20, "dark": 0.7}
    random = Random(44)
    deep = "#06211c"
    for x, y, a, length, bend in (
        (-70, 330, 0.1, 430, 0.5),
        (1070, 300, math.pi - 0.1, 440, -0.5),
        (-80, 620, -0.1, 400, 0.4),
        (1080, 600, math.pi + 0.1, 400, -0.4),
        (-60, 60, 0.3, 380, 0.5),
        (1060, 40, math.pi - 0.3, 400, -0.5),
    ):
        plants.frond(
            stage,
            x,
            y,
            a,
            length,
            mix(deep, "#14523f", random.uniform(0, 0.35)),
            bend,
            16,
            0.30,
            0.0165,
            **how,
        )
    twig(stage)
    for x, y, a, length in (
        (-60, 1010, -0.35, 360),
        (1060, 1000, math.pi + 0.35, 360),
        (90, 1140, -0.9, 330),
        (900, 1150, math.pi + 0.9, 330),
        (330, 1200, -1.3, 300),
        (690, 1210, -1.85, 300),
        (510, 1240, -1.57, 270),
    ):
        plants.monstera(
            stage,
            x,
            y,
            a,
            length,
            mix(deep, "#0e4a3c", random.uniform(0, 0.4)),
            random.randrange(999),
            **how,
        )
    ground = [
        (-20, 1120),
        (200, 1086),
        (500, 1074),
        (800, 1086),
        (1020, 1120),
        (1020, 1520),
        (-20, 1520),
    ]
    stage.cut([ground], "#07231e", "#030e0d", shadow=24, dark=0.7, edge=0.1)
    return stage.image


def twig(stage: Stage) -> None:
    """A twig from above, six leaves, one orange."""
    stage.cut([stem((470, -20), (500, 300), 12)], "#4a3b28", "#33291c", shadow=18)
    stage.cut([stem((500, 480), (500, 290), 8)], "#4a5a32", shadow=12)
    for x, y, a, length, tone in (
        (484, 90, 2.5, 190, "#2b7048"),
        (488, 130, 0.45, 200, "#33804f"),
        (494, 230, 2.75, 210, "#3b8b55"),
        (498, 250, 0.3, 205, "#2f7d4c"),
    ):
        plants.leaf(stage, x, y, a, length, 0.2, tone, 0.35 if a > 1.5 else -0.35, shadow=18)
    plants.orange(stage, 500, 560, 118, 0.38, 24)
    for x, y, a, length in ((500, 452, 2.55, 190), (502, 452, 0.6, 185)):
        plants.leaf(
            stage,
            x,
            y,
            a,
            length,
            0.2,
            mix("#3b8b55", "#e9a24a", 0.14),
            0.2 if a > 1.5 else -0.2,
            shadow=16,
        )


def poster(language: str) -> Image.Image:
    """Picture and letters."""
    words = WORDS[language]
    image, size = scene(), POSTER
    letters, warm = Image.new("L", size), Image.new("L", size)

    def put(
        onto, text: str, y: float, face: str, high: float, tracking: float = 0.0, x: float = 500
    ):
        line = typeset.line(size, text, x, y, face, high, tracking, typeset.CENTRE)
        onto.paste(ImageChops.lighter(onto, line))

    put(letters, words["title"][0], 1148, ITALIC, words["size"], -0.01, words["places"][0])
    put(letters, words["title"][1], 1284, ITALIC, words["size"], -0.01, words["places"][1])
    put(warm, words["tagline"], 1344, ITALIC, 36)
    put(letters, words["by"], 1390, SMALL, 17, 0.2)
    for number, text in enumerate(words["block"]):
        put(letters, text, 1420 + number * 20, SMALL, 15, 0.03)
    image.paste("#f2ecd4", (0, 0), letters)
    image.paste("#f7a243", (0, 0), warm)
    return image


def english() -> Image.Image:
    """The poster in English."""
    return poster("en")


def german() -> Image.Image:
    """The poster in German."""
    return poster("de")
