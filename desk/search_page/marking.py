"""The words of the question marked in what was found, whatever the spelling."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from desk.search_page.question import is_sought_anywhere
from editorial.spelling import fold, join_words

TOKEN = re.compile(r"[^\W_]+")
# Of how many words a compound may be written apart.
MOST_JOINED = 4
EXCERPT = 170
Span = tuple[int, int]


def mark_words(text: str, words: Sequence[str]) -> SafeString:
    """Return the text as HTML with the words in `mark` elements."""
    pieces, end = [], 0
    for start, stop in find_spans(text, words):
        pieces += [escape(text[end:start]), "<mark>", escape(text[start:stop]), "</mark>"]
        end = stop
    return mark_safe("".join([*pieces, escape(text[end:])]))


def excerpt(text: str, words: Sequence[str]) -> SafeString:
    """Return the piece of a long text around the first place with a word, marked; '' without."""
    place = next(find_spans(text, words), None)
    if place is None:
        return mark_safe("")
    first = max(0, place[0] - EXCERPT // 3)
    start = first if first == 0 else text.find(" ", first) + 1 or first
    stop = start + EXCERPT
    cut = text[start:stop] if stop >= len(text) else text[start:stop].rpartition(" ")[0]
    before = "… " if start else ""
    after = " …" if start + len(cut) < len(text) else ""
    return mark_safe(f"{before}{mark_words(cut, words)}{after}")


def has_mark(text: str, words: Sequence[str]) -> bool:
    """Tell whether one of the words stands in the text."""
    return next(find_spans(text, words), None) is not None


def find_spans(text: str, words: Sequence[str]) -> Iterator[Span]:
    """Yield begin and end of each place, in order, none within another."""
    tokens = [(match.start(), match.end()) for match in TOKEN.finditer(text)]
    place = 0
    while place < len(tokens):
        start, stop = tokens[place]
        token = text[start:stop]
        span = _within(token, start, words)
        joined = 1
        if span is None and any(word.startswith(fold_word(token)) for word in words):
            joined = _joined(text, tokens[place : place + MOST_JOINED], words)
            span = (start, tokens[place + joined - 1][1]) if joined else None
        if span:
            yield span
        place += max(joined, 1)


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    return fold(word)


def _within(token: str, start: int, words: Iterable[str]) -> Span | None:
    """Return the part of a word of the text that is meant; all of it if letters do not match."""
    folded = fold_word(token)
    for word in words:
        at = folded.find(word)
        if at == 0 or (at > 0 and is_sought_anywhere(word)):
            if len(folded) == len(token):
                return start + at, start + at + len(word)
            return start, start + len(token)
    return None


def _joined(text: str, tokens: Sequence[Span], words: Sequence[str]) -> int:
    """Return how many words of the text are one word of the question, 0 if they are none."""
    for count in range(2, len(tokens) + 1):
        joined = join_words(text[tokens[0][0] : tokens[count - 1][1]])
        if any(joined.startswith(word) for word in words):
            return count
        if not any(word.startswith(joined) for word in words):
            return 0
    return 0
