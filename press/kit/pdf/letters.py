"""Letters that the kit's own fonts can draw; what they cannot is shown as missing, never dropped.

PDF/A and PDF/UA allow no glyph without a meaning, and typst refuses to make a file with one.
Every folder of `fonts/` has a `letters.txt`, written together with its fonts: ranges of code
points, hexadecimal. Only folders that a text needs are loaded: those of the East are large.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from editorial.prose import UNWANTED

FONTS = Path(__file__).parent / "fonts"
BASE = "base"
# In the order in which they are asked for a letter.
SCRIPTS = (
    "hebrew",
    "arabic",
    "devanagari",
    "bengali",
    "tamil",
    "telugu",
    "malayalam",
    "thai",
    "emoji",
    "other",
    "east",
)
MISSING = "\ufffd"
# Line ends of a fact, and the separators that PDF readers take for them.
BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
# Variation selectors and tags ask for another look of the letter before them; we have one.
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0000-\U000e01ef\ufeff]")
# What joins several emoji into one picture; ours stand beside each other.
PICTURE = "[\u2190-\u2bff\U0001f000-\U0001faff]"
JOINED = re.compile(f"(?<={PICTURE})\u200d|\u200d(?={PICTURE})")
# Hebrew and Arabic, at the end of a name.
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]\\W*$")
INVISIBLE = frozenset((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xAD))


def end_name(name: str) -> str:
    """Return a name so that what follows it, a year or another name, stands on its right."""
    return f"{name}\u200e" if RIGHT_TO_LEFT.search(name) else name


def fit_letters(value: Any) -> Any:
    """Return texts, lists and mappings with all that no font knows marked as missing."""
    if isinstance(value, str):
        return _fit(value)
    if isinstance(value, dict):
        return {key: fit_letters(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [fit_letters(inner) for inner in value]
    return value


def needed_scripts(value: Any) -> tuple[str, ...]:
    """Return the folders of fonts that fitted texts need beside the base."""
    codes = {ord(char) for text in texts_of(value) if not text.isascii() for char in text}
    open_codes = codes - known_by(BASE) - INVISIBLE
    needed = []
    for script in SCRIPTS:
        if found := open_codes & known_by(script):
            needed.append(script)
            open_codes -= found
    return tuple(needed)


def texts_of(value: Any) -> Iterator[str]:
    """Yield all texts inside lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_of(inner)


def _fit(text: str) -> str:
    plain = UNWANTED.sub("", BREAKS.sub(" ", text))
    if plain.isascii():
        return plain
    known = known_letters()
    composed = unicodedata.normalize("NFC", JOINED.sub("", SELECTORS.sub("", plain)))
    return "".join(char if ord(char) in known else MISSING for char in composed)


@cache
def known_letters() -> frozenset[int]:
    """Return the code points that at least one font can draw."""
    return INVISIBLE.union(*(known_by(script) for script in (BASE, *SCRIPTS)))


@cache
def known_by(script: str) -> frozenset[int]:
    """Return the code points of the fonts in one folder."""
    known: set[int] = set()
    for line in (FONTS / script / "letters.txt").read_text(encoding="ascii").split():
        first, last = (int(number, 16) for number in line.split("-"))
        known.update(range(first, last + 1))
    return frozenset(known)
