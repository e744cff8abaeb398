"""The fonts of microsites: there, open, and with the letters that are promised."""

import pytest
from django.conf import settings
from PIL import ImageFont

from microsites.theming import FONTS

FOLDER = settings.BASE_DIR / "static" / "fonts"
FACES = [(key, face.file) for key, font in FONTS.items() for face in font.faces]
LETTERS = {
    "latin": "AZaz09äöüÄÖÜßéèçñœ„“”‘’–…",
    "latin-ext": "čďěłńřšťůžŠŽąę",
    "cyrillic": "АБВГДЖЯабвгджяёіїў",
}
# Bytes: what every page of a microsite loads at most before its first words can be read.
MOST = 100_000


def has(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    """Tell whether the font draws the letter otherwise than one that no font has."""
    return bytes(font.getmask(letter)) != bytes(font.getmask("\ue123"))


@pytest.mark.parametrize(("key", "file"), FACES)
def test_font_has_latin_and_cyrillic_letters(key, file):
    for script, letters in LETTERS.items():
        files = [f"{file}-{script}.woff2", f"{file}-latin.woff2"]
        fonts = [ImageFont.truetype(FOLDER / name, 24) for name in files]
        assert [letter for letter in letters if not any(has(font, letter) for font in fonts)] == []


@pytest.mark.parametrize("key", FONTS)
def test_licence_lies_beside_the_font(key):
    licence = FOLDER / f"OFL-{key.removeprefix('house-')}.txt"
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")


def test_set_has_eight_families_and_more():
    assert len({font.family for font in FONTS.values()}) == len(FONTS) == 12


@pytest.mark.parametrize("key", FONTS)
def test_first_file_of_two_fonts_is_light_enough(key):
    sizes = sorted((FOLDER / f"{font.faces[0].file}-latin.woff2").stat().st_size
                   for font in FONTS.values())  # fmt: skip
    own = (FOLDER / f"{FONTS[key].faces[0].file}-latin.woff2").stat().st_size
    assert own + sizes[len(sizes) // 2] < MOST
