"""When two values say the same."""

import unicodedata
from typing import Any

from editorial.spelling import fold
from sources.comparing.alike import is_same_festival

QUOTES = str.maketrans(dict.fromkeys('‘’‚‛“”„‟«»‹›"`´', "'"))

# What companies did that lists call differently: one word of a family agrees with another.
FUNCTIONS = (
    frozenset(("funder", "supported_by")),
    frozenset(("broadcaster", "co_production")),
)


def plain(text: str) -> str:
    """Return the text without what print varies: forms of quotation marks, widths of spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(QUOTES).split())


def is_equal(field: str, first: Any, second: Any) -> bool:
    """Tell whether two values of a field say the same. Accents and letters count.

    A date that is known less exactly agrees with one that is known better; the order of countries
    and languages says nothing. What a company did may be called by another word of its family, a
    festival with or without generic words and its abbreviation.
    """
    if isinstance(first, list) and isinstance(second, list):
        return sorted(map(str, first)) == sorted(map(str, second))
    if field == "date" and first and second:
        short, long = sorted((str(first), str(second)), key=len)
        return long.startswith(short)
    if field == "function" and any({first, second} <= family for family in FUNCTIONS):
        return True
    if field == "festival" and first and second and is_same_festival(str(first), str(second)):
        return True
    if isinstance(first, str) and isinstance(second, str):
        return plain(first) == plain(second)
    return bool(first == second)


def text_key(text: str) -> str:
    """Return what is equal for texts that differ in case, accents and signs alone."""
    return fold(text) or plain(text)
