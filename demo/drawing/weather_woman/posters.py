"""The posters of The Weather Woman: a low over the sea, calm letters, one yellow coat."""

import math

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from drawing import typeset
from drawing.paint import Pen, drawn
from drawing.weather_woman import people
from drawing.weather_woman.fields import grid, smooth
from drawing.weather_woman.land import CREAM, ditches, farm, polder, storm_sky, turbines
from drawing.weather_woman.scenes import chart
from drawing.weather_woman.strokes import along_forms, paint, picture

POSTER = (1000, 1500)
THIN, SMALL = "josefin-sans-300-normal", "josefin-sans-600-normal"
WORDS = {
    "en": {
        "title": (("The", 0), ("Weather", 1), ("Woman", 2)),
        "size": 214,
        "tagline": ("Tuesday, 1 February 2061:", "wind from the north-west."),
        "by": "A film by Carlotta Behrens",
        "laurel": ("WORLD PREMIERE", "Isarlicht Film Festival 2026", "Isarlicht Prize of the Jury"),
        "block": (
            "Nordlicht Filmproduktion, Waterlijn Film and Vestpynt Film present  "
            "Marret Ingwersdahl",
            "Elfriede Kachelbrook  Ove Krabbenhöft  Linh Tran-Petri  Kwame Odenthal  Nele Hoop",
            "Written by Carlotta Behrens, Pieter-Jan Oldeboer  Camera Mads Rønnekilde  "
            "Editing Femke Abbenhuis",
            "Music Signe Thorup-Lange  Produced by Greta Nordhus, "
            "Willemijn Draaisma, Anders Hvidkjær",
        ),
        "foot": "In German cinemas from 18 February 2027",
    },
    "de": {
        "title": (("Die", 0), ("Wetter\u00ad", 1), ("frau", 2)),
        "size": 214,
        "tagline": ("Dienstag, 1. Februar 2061:", "Wind aus Nordwest."),
        "by": "Ein Film von Carlotta Behrens",
        "laurel": ("URAUFFÜHRUNG", "Isarlicht Filmfestival 2026", "Isarlicht-Preis der Jury"),
        "block": (
            "Nordlicht Filmproduktion, Waterlijn Film und Vestpynt Film zeigen  Marret Ingwersdahl",
            "Elfriede Kachelbrook  Ove Krabbenhöft  Linh Tran-Petri  Kwame Odenthal  Nele Hoop",
            "Drehbuch Carlotta Behrens, Pieter-Jan Oldeboer  Kamera Mads Rønnekilde  "
            "Montage Femke Abbenhuis",
            "Musik Signe Thorup-Lange  Produktion Greta Nordhus, "
            "Willemijn Draaisma, Anders Hvidkjær",
        ),
        "foot": "Ab 18. Februar 2027 im Kino",
    },
}


def poster(language: str) -> Image.Image:
    """The cinema poster with the words of one language."""
    size, horizon = POSTER, 1130
    sky = storm_sky(size, horizon, 11, edge=0.30, tilt=0.16, shower=(0.93, 0.12))
    land = polder(size, horizon, 5, (1.15, 0.4))
    rows = np.arange(0, size[1], 2)
    scene = picture(np.where((rows < horizon)[:, None, None], sky, land), size)
    ditches(scene, horizon, [(-0.25, 150, 0.55), (1.5, 170, 0.5)], 330)
    way = along_forms(scene, lambda x, y: 0.15 if y < horizon else 0)
    done = paint(scene, way, [(40, 230, 0), (22, 140, 26), (12, 70, 34), (6, 34, 44)], 3)
    big = done.resize((size[0] * 2, size[1] * 2))
    pen = ImageDraw.Draw(big)
    for x, unit in ((90, 20), (282, 14), (560, 17), (835, 12)):
        farm(pen, x, horizon + 4, unit, "#2d3a35", "#6b3a2c")
    done = big.resize(size, Image.Resampling.BOX)
    turbines(done, [(684, 1133, 84), (742, 1133, 76), (794, 1133, 70)], "#74827f")
    _x, y = grid(size)
    fade = 0.8 * smooth(900, 640, y)
    lows = [(760, 300, 400, 400, -64), (-300, 1100, 600, 500, 18)]
    chart(done, lows, (4, 16), [(715, 690), (930, 560)], fade, 5, 2.2, 19, 3, "#a8bfc2")
    people.figure(done, 356, 1296, 118)
    return lettering(done, WORDS[language])


def lettering(image: Image.Image, words: dict) -> Image.Image:
    """Set title, tagline, laurel and credits."""
    size = image.size
    dark = typeset_panel(size)
    image.paste("#0e1a23", (0, 0), dark)
    letters = Image.new("L", size)

    def put(text: str, x: float, y: float, face: str, high: float, tracking=0.0, align=0.0) -> None:
        layer = typeset.line(size, text, x, y, face, high, tracking, align)
        letters.paste(ImageChops.lighter(letters, layer))

    for text, number in words["title"]:
        shown = text.replace("\u00ad", "-")
        put(shown, 62, 226 + number * 186, THIN, words["size"], -0.012)
    for number, text in enumerate(words["tagline"]):
        put(text, 70, 682 + number * 40, SMALL, 30, 0.01)
    put(words["by"], 70, 1352, SMALL, 25, 0.02)
    for number, text in enumerate(words["block"]):
        put(text, 70, 1390 + number * 21, SMALL, 15.5, 0.015)
    put(words["foot"], 930, 1352, SMALL, 25, 0.02, 1.0)
    image.paste(CREAM, (0, 0), letters)
    image.paste("#24404e", (0, 0), laurel(size, words["laurel"], 812, 925))
    return image


def typeset_panel(size: tuple[int, int]) -> Image.Image:
    """Darken the lower edge a little, so that small letters can be read."""
    _x, y = grid(size)
    return Image.fromarray((smooth(1270, 1380, y) * 190).astype(np.uint8))


def laurel(size: tuple[int, int], words: tuple[str, ...], x: float, y: float) -> Image.Image:
    """Not leaves but three bent isobars on either side of the festival's name."""

    def branches(pen: Pen) -> None:
        for side in (-1, 1):
            for ring in range(3):
                reach, wide = 122 + ring * 9, (0.30 - 0.07 * ring) * math.pi
                angles = [-wide + step * wide / 12 for step in range(25)]
                pen.line(
                    [
                        (x + side * reach * math.cos(a), y - reach * 0.66 * math.sin(a))
                        for a in angles
                    ],
                    1.8,
                )

    layer = drawn(size, branches)
    for number, (text, high) in enumerate(zip(words, (13, 17, 15), strict=True)):
        track = 0.14 if number == 0 else 0.0
        line = typeset.line(size, text, x, y - 20 + number * 25, SMALL, high, track, 0.5)
        layer = ImageChops.lighter(layer, line)
    return layer


def english() -> Image.Image:
    """The poster in English."""
    return poster("en")


def german() -> Image.Image:
    """The poster in German."""
    return poster("de")
