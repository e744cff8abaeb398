"""When two values say the same."""

import unicodedata
from typing import Any

from editorial.spelling import fold

QUOTES = str.maketrans(dict.fromkeys('‘’‚‛“”„‟«»‹›"`´', "'"))


def plain(text: str) -> str:
    """Return the text without what print varies: forms of quotation marks, widths of spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(QUOTES).split())


def is_equal(field: str, first: Any, second: Any) -> bool:
    """Tell whether two values of a field say the same. Accents and letters count.

    A date that is known less exactly agrees with one that is known better; the order of countries
    and languages says nothing.
    """
    if isinstance(first, list) and isinstance(second, list):
        return sorted(map(str, first)) == sorted(map(str, second))
    if field == "date" and first and second:
        short, long = sorted((str(first), str(second)), key=len)
        return long.startswith(short)
    if isinstance(first, str) and isinstance(second, str):
        return plain(first) == plain(second)
    return bool(first == second)


def text_key(text: str) -> str:
    """Return what is equal for texts that differ in case, accents and signs alone."""
    return fold(text) or plain(text)
