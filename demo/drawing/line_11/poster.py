"""The poster: the headlights' reflections in the wet street are the number of the line."""

import numpy as np
from PIL import Image

from drawing.line_11.arrival import Sign, flood, street
from drawing.line_11.light import Night, Sheet, View, linear, soften, texture
from drawing.paint import Size
from drawing.typeset import CENTRE, LEFT, RIGHT, fit, line

POSTER: Size = (1000, 1500)
VIEW = View(655, 440, 1100, 1.6)
TRAM = (0.0, 9.4)
SIGNS: tuple[Sign, ...] = (
    ("HOTEL", -5.3, 5.9, 15.5, 0.82, "#ff2f86"),
    ("BAR", 5.6, 6.8, 25, 1.3, "#19c8c0"),
    ("KINO", -5.4, 7.6, 27, 1.5, "#19c8c0"),
)
TEXTS = {
    "en": (
        "LINE",
        "The last tram takes everyone.",
        "SIX NIGHTS, SIX EPISODES",
        "A SERIES BY YASEMIN KORKUT",
        "FROM 4 NOVEMBER 2024 · LATERNE",
    ),
    "de": (
        "LINIE",
        "Die letzte Bahn nimmt alle mit.",
        "SECHS NÄCHTE, SECHS FOLGEN",
        "EINE SERIE VON YASEMIN KORKUT",
        "AB 4. NOVEMBER 2024 · LATERNE",
    ),
}
CAST = "MERAL AYDEMIR   TADEUSZ WROBLIK   JOHANNA PRIESNITZ   KWABENA OSEI-LUTZ   RUTH ADAMSKI"
CREDITS = {
    "en": "CINEMATOGRAPHY  PIET HANSOHM   EDITING  ANOUK VERBEEK   "
    "MUSIC  SELMA QUITT   PRODUCER  GRETA NORDHUS",
    "de": "KAMERA  PIET HANSOHM   SCHNITT  ANOUK VERBEEK   "
    "MUSIK  SELMA QUITT   PRODUKTION  GRETA NORDHUS",
}


def _ones(night: Night, top: float, low: float) -> None:
    """Two long reflections shaped like the digit one."""
    mask = np.zeros((POSTER[1], POSTER[0]), np.float32)
    for side in (-0.82, 0.82):
        x = VIEW.at(side, 0.84, TRAM[1])[0]
        sheet = Sheet(POSTER)
        flag = [
            (x - 30, top),
            (x + 30, top),
            (x + 33, low),
            (x - 33, low),
            (x - 31, top + 92),
            (x - 72, top + 112),
            (x - 72, top + 62),
        ]
        sheet.poly(flag, "white")
        mask = np.maximum(mask, sheet.arrays()[1][..., 0])
    rows, columns = np.mgrid[: POSTER[1], : POSTER[0]]
    noise = texture(1024, 22, 77, 3)
    wave = noise[(rows * 3) % 2048, columns // 2]
    shift = ((wave - 0.5) * (6 + 22 * np.clip((rows - top) / (low - top), 0, 1))).astype(int)
    mask = mask[rows, np.clip(columns + shift, 0, POSTER[0] - 1)]
    glitter = texture(1024, 7, 78, 3)[(rows * 4) % 2048, columns]
    core = soften(mask, 1.6, 3) * (0.55 + 0.75 * glitter)
    fade = np.interp(np.arange(POSTER[1]), [top, top + 60, low - 120, low], [0.8, 1, 0.9, 0.55])
    core *= fade[:, None].astype(np.float32)
    night.light = night.light * (1 - 0.75 * soften(mask, 3, 3)[..., None])
    night.light += core[..., None] * (linear("#ffd08a") * 2.1 + linear("#ff8a3c") * 0.5)


def _letter(
    night: Night,
    text: str,
    x: float,
    y: float,
    face: str,
    size: float,
    tone: str,
    gain: float,
    tracking: float = 0.0,
    align: float = LEFT,
) -> None:
    mask = np.asarray(line(POSTER, text, x, y, face, size, tracking, align), np.float32) / 255
    night.light *= 1 - mask[..., None]
    night.add(mask, tone, gain)


def draw_poster(language: str) -> Image.Image:
    title, tagline, nights, author, release = TEXTS[language]
    night = street(VIEW, POSTER, 6.4, SIGNS, TRAM)
    mirrored = street(VIEW.mirror(), POSTER, 6.4, SIGNS, TRAM)
    flood(night, mirrored, VIEW, TRAM, (), 0.6)
    fade = np.interp(np.arange(POSTER[1]), [800, 1180, 1330, 1500], [1, 0.75, 0.3, 0.2])
    night.light *= fade[:, None, None].astype(np.float32)
    _ones(night, 690, 1196)
    _letter(
        night,
        title,
        62,
        1196,
        "bebas-neue-400-normal",
        268 if language == "de" else 300,
        "#ffd9a0",
        1.5,
        0.01,
    )
    shine = night.bloom(0.9)
    night.rain(shine, 9, 1500, 56)
    _letter(night, tagline, 66, 92, "space-grotesk-500-normal", 30, "#ffe9cf", 0.8)
    wide = 872
    _letter(night, author, 64, 1284, "space-grotesk-500-normal", 27, "#ffd9a0", 0.9, 0.06)
    _letter(night, nights, 936, 1284, "space-grotesk-500-normal", 17, "#19c8c0", 1.1, 0.1, RIGHT)
    _letter(
        night,
        CAST,
        64,
        1334,
        "oswald-500-normal",
        fit(CAST, "oswald-500-normal", wide),
        "#d8c9d8",
        0.55,
    )
    credits = CREDITS[language]
    _letter(
        night,
        credits,
        64,
        1372,
        "oswald-500-normal",
        fit(credits, "oswald-500-normal", wide),
        "#d8c9d8",
        0.4,
    )
    _letter(night, release, 500, 1438, "space-grotesk-500-normal", 22, "#ff2f86", 1.3, 0.14, CENTRE)
    return night.finish(1.1, 4)
