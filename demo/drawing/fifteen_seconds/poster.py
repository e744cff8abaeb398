"""Fifteen rings, one of them bright."""

import math
from dataclasses import dataclass

from PIL import Image, ImageChops

from drawing import typeset
from drawing.fifteen_seconds.plates import POSTER, STOCK, YELLOW, Plates, beam, rock, swell, tower
from drawing.paint import Pen, curve, drawn, glow, level, ramp, times

BOLD, LIGHT, SMALL = "josefin-sans-600-normal", "josefin-sans-300-normal", "oswald-500-normal"


@dataclass(frozen=True)
class Words:
    """What one language says."""

    title: tuple[str, ...]
    tagline: str
    credits: tuple[str, ...]
    prizes: tuple[tuple[str, str, str], ...]


def poster(words: Words) -> Image.Image:
    """Cinema poster: fifteen rings, one of them bright."""
    size = POSTER
    plates = Plates(size)
    lamp = (500, 590)
    plates.petrol.paste(250, (0, 0, *size))
    for number in range(15, 0, -1):
        radius = 62 * number + 6
        disc = drawn(size, lambda p, r=radius: p.disc(*lamp, r), 2)
        dark = (
            242 - round(150 * (1 - number / 15) ** 0.8) if number % 2 else 250 - 4 * (15 - number)
        )
        plates.cut(disc, petrol=dark, coral=0 if number % 2 else round(110 * (1 - number / 17)))
        if number == 5:
            plates.cut(disc, yellow=255)
            inner = drawn(size, lambda p, r=radius - 62: p.disc(*lamp, r), 2)
            plates.cut(inner, petrol=190)
    halo = glow(size, *lamp, 210, 210, 1.1)
    plates.petrol = ImageChops.subtract(plates.petrol, level(halo, 1.3))
    plates.yellow = ImageChops.lighter(plates.yellow, level(halo, 1.5))
    for angle in (math.pi - 0.16, -0.16):
        light = beam(size, lamp, angle, 0.085, 900)
        plates.petrol = ImageChops.subtract(plates.petrol, level(light, 1.6))
        plates.coral = ImageChops.subtract(plates.coral, level(light, 1.6))
        plates.yellow = ImageChops.lighter(plates.yellow, level(light, 1.4))
    sea = drawn(size, lambda p: p.polygon([(0, 1095), (1000, 1095), (1000, 1500), (0, 1500)]))
    plates.cut(sea, petrol=252)
    waves = times(
        swell(size, 1095, 263, 18), ramp(size, [(0, 255), (0.8, 255), (0.86, 60), (1, 0)])
    )
    plates.petrol = ImageChops.subtract(plates.petrol, level(waves, 0.5))
    tower(plates, lamp[0], 1063, 563)
    shore = [
        (250, 1128),
        (330, 1073),
        (430, 1056),
        (520, 1046),
        (600, 1062),
        (700, 1078),
        (770, 1130),
        (560, 1153),
        (400, 1150),
    ]
    plates.cut(rock(size, shore, 264), petrol=255, coral=150)
    return type_in(plates.pull(265, 56), words)


def type_in(sheet: Image.Image, words: Words) -> Image.Image:
    """Set the lettering as paper white left open by the inks."""
    size = sheet.size
    large = min(typeset.fit(text, BOLD, 848, 0.01) for text in words.title)
    large = min(large, 200 if len(words.title) == 1 else 106)
    base = 1306 - (len(words.title) - 1) * large * 0.9
    for number, text in enumerate(words.title):
        mask = typeset.line(size, text, 74, base + number * large * 0.9, BOLD, large, 0.01)
        sheet.paste(STOCK, (0, 0), mask)
    sheet.paste(YELLOW, (0, 0), typeset.line(size, words.tagline, 78, 1347, LIGHT, 30, 0.02))
    small = min(typeset.fit(text, SMALL, 844, 0.05) for text in words.credits)
    for number, text in enumerate(words.credits):
        mask = typeset.line(size, text, 78, 1390 + number * 25, SMALL, min(small, 17), 0.05)
        sheet.paste(STOCK, (0, 0), mask)
    for number, prize in enumerate(words.prizes):
        laurel(sheet, 156 + number * 688, 128, prize)
    return sheet


def laurel(sheet: Image.Image, x: float, y: float, prize: tuple[str, str, str]) -> None:
    """Two branches around a prize."""

    def leaves(pen: Pen) -> None:
        for side in (-1, 1):
            stem = []
            for number in range(11):
                turn = math.radians(150 - number * 12.5)
                a, b = x + side * 92 * math.sin(turn), y - 78 * math.cos(turn)
                stem.append((a, b))
                for lean in (-0.75, 0.6):
                    way = turn - math.pi / 2 - 0.35 + lean
                    reach = 19 - number * 0.5
                    tip = (a + side * reach * math.cos(way) * 0.9, b + reach * math.sin(way))
                    middle = ((a + tip[0]) / 2, (b + tip[1]) / 2)
                    pen.limb([(a, b, 0.5), (*middle, 3.4), (*tip, 0.4)])
            pen.line(curve(stem), 1.6)

    mask = drawn(sheet.size, leaves)
    for number, (text, face, height) in enumerate(
        zip(prize, (BOLD, BOLD, BOLD), (19, 15.5, 15.5), strict=True)
    ):
        at = y - 8 + number * 22
        line = typeset.line(sheet.size, text, x, at, face, height, 0.02, typeset.CENTRE)
        mask = ImageChops.lighter(mask, line)
    sheet.paste(STOCK, (0, 0), mask)


def poster_english() -> Image.Image:
    """The poster for the international release."""
    return poster(
        Words(
            ("Every Fifteen", "Seconds"),
            "Somebody has to be there.",
            (
                "A FILM BY INKA MORGENROTH   NORDLICHT FILMPRODUKTION 2019",
                "WITH  HEINO TAMMSALU  URVE KALLASPUU  ARNOLD BRODERSEN   VOICE  HANNE VOSSBERG",
                "CAMERA  TÕNIS KAAREPUU   EDITING  LEA SANDHOOP   SOUND  BELA THORWARTH",
                "SOUND DESIGN  KADRI PIHLAKAS   MUSIC  REIN SALUVEER   PRODUCED BY  GRETA NORDHUS",
            ),
            (
                ("Audience Award", "Wismar Coastal", "Film Week 2019"),
                ("Best Camera", "Tamme Documentary", "Days 2019"),
            ),
        )
    )


def poster_german() -> Image.Image:
    """The poster for the German release."""
    return poster(
        Words(
            ("Kennung",),
            "Jemand muss da sein.",
            (
                "EIN FILM VON INKA MORGENROTH   NORDLICHT FILMPRODUKTION   IM KINO AB 5. MÄRZ 2020",
                "MIT  HEINO TAMMSALU  URVE KALLASPUU  ARNOLD BRODERSEN   STIMME  HANNE VOSSBERG",
                "KAMERA  TÕNIS KAAREPUU   SCHNITT  LEA SANDHOOP   TON  BELA THORWARTH",
                "SOUNDDESIGN  KADRI PIHLAKAS   MUSIK  REIN SALUVEER   PRODUKTION  GRETA NORDHUS",
            ),
            (
                ("Publikumspreis", "Küstenfilmwoche", "Wismar 2019"),
                ("Beste Kamera", "Dokumentarfilmtage", "Tamme 2019"),
            ),
        )
    )
