"""Letters that the kit's own fonts can draw; what they cannot is shown as missing, never dropped.

PDF/A and PDF/UA allow no glyph without a meaning, and typst refuses to make a file with one.
`fonts/letters.txt` is written together with the fonts: ranges of code points, hexadecimal.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from editorial.prose import UNWANTED

FONTS = Path(__file__).parent / "fonts"
MISSING = "\ufffd"
# Line ends of a fact, and the separators that PDF readers take for them.
BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
# Variation selectors and tags ask for another look of the letter before them; we have one.
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0000-\U000e01ef\ufeff]")
# What joins several emoji into one picture; ours stand beside each other.
PICTURE = "[\u2190-\u2bff\U0001f000-\U0001faff]"
JOINED = re.compile(f"(?<={PICTURE})\u200d|\u200d(?={PICTURE})")
INVISIBLE = {0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xAD}


def fit_letters(value: Any) -> Any:
    """Return texts, lists and mappings with all that no font knows marked as missing."""
    if isinstance(value, str):
        return _fit(value)
    if isinstance(value, dict):
        return {key: fit_letters(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [fit_letters(inner) for inner in value]
    return value


def _fit(text: str) -> str:
    plain = BREAKS.sub(" ", text)
    if plain.isascii():
        return UNWANTED.sub("", plain)
    known = known_letters()
    clean = JOINED.sub("", SELECTORS.sub("", UNWANTED.sub("", plain)))
    composed = unicodedata.normalize("NFC", clean)
    return "".join(char if ord(char) in known else MISSING for char in composed)


@cache
def known_letters() -> frozenset[int]:
    """Return the code points that at least one font of each row of fonts can draw."""
    known = set(INVISIBLE)
    for line in (FONTS / "letters.txt").read_text(encoding="ascii").split():
        first, last = (int(number, 16) for number in line.split("-"))
        known.update(range(first, last + 1))
    return frozenset(known)
