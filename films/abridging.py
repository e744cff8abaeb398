"""A quote shortened for show: words of the original in their order, each omission marked."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

OMISSION = "[…]"
_DOTS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)\s*")
_BEFORE_STOP = re.compile(rf"({re.escape(OMISSION)}) ([,;:.!?])")
_WORD = re.compile(r"\w+(?:['’‘-]\w+)*")


def tidy_omissions(text: str) -> str:
    """Write every way of marking an omission as […], with one space on both sides."""
    marked = _DOTS.sub(f" {OMISSION} ", text).strip()
    return _BEFORE_STOP.sub(r"\1\2", marked)


def check_abridged(abridged: str, original: str) -> None:
    """Raise ValidationError, naming the first word that the original does not have there.

    Punctuation may change, and the case of first letters. What is left out before the first and
    after the last word needs no mark.
    """
    source = _words(original)
    if not _words(abridged):
        raise ValidationError(_("No word of the original is left."))
    place = 0
    for piece in tidy_omissions(abridged).split(OMISSION):
        words = _words(piece)
        found = _find(words, source, place)
        if found is None:
            raise ValidationError(_explain(words, source, place))
        place = found + len(words)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'").replace("‘", "'") for word in _WORD.findall(text)]


def _find(words: list[str], source: list[str], start: int) -> int | None:
    """Return where the words stand in the source in one piece, at `start` or later."""
    places = range(start, len(source) - len(words) + 1)
    return next((at for at in places if _count_same(words, source[at:]) == len(words)), None)


def _count_same(words: list[str], source: list[str]) -> int:
    """Return how many words from the first on are the same."""
    count = 0
    for word, other in zip(words, source, strict=False):
        if (word[:1].casefold(), word[1:]) != (other[:1].casefold(), other[1:]):
            break
        count += 1
    return count


def _explain(words: list[str], source: list[str], start: int) -> str:
    counts = [(_count_same(words, source[at:]), at) for at in range(start, len(source))]
    most, at = max(counts, key=lambda pair: (pair[0], -pair[1]), default=(0, start))
    word = words[most]
    if _find([word], source, at + most) is not None and most:
        message = _("Words are left out before “%(word)s”. Mark the place with […].")
    elif _find([word], source, 0) is not None:
        message = _("“%(word)s” stands elsewhere in the original. Keep its order of words.")
    else:
        message = _("“%(word)s” does not stand in the original. Only its own words may be shown.")
    return message % {"word": word}
