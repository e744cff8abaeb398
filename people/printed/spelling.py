"""Comparing names as they are printed."""

import unicodedata
from difflib import SequenceMatcher

_SPECIAL = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """Letters and digits without case and accents, words parted by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_SPECIAL))
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def is_same(first: str, second: str) -> bool:
    return fold(first) == fold(second)


def is_variant(first: str, second: str) -> bool:
    """Whether two printed names look like two spellings of one name.

    Good enough only for names that stand at the same place of the same list in two languages.
    """
    if is_latin(first) != is_latin(second):
        return True
    ours, theirs = fold(first).split(), fold(second).split()
    if not ours or not theirs:
        return False
    if len(ours) == len(theirs):
        ratios = [likeness(a, b) for a, b in zip(ours, theirs, strict=True)]
        return min(ratios) >= 0.5 and sum(ratios) / len(ratios) >= 0.65
    shorter, longer = sorted((ours, theirs), key=len)
    return all(any(likeness(word, other) >= 0.75 for other in longer) for word in shorter)


def likeness(first: str, second: str) -> float:
    """From 0 to 1; an initial is like every word that begins with it."""
    if 1 in (len(first), len(second)) and first[:1] == second[:1]:
        return 0.75
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def is_latin(text: str) -> bool:
    return any("LATIN" in unicodedata.name(letter, "") for letter in text)
