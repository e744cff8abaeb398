"""The words of the question marked in what was found, whatever the spelling."""

import re
from collections.abc import Iterable, Sequence

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
    spans = find_spans(text, words)
    if not spans:
        return mark_safe("")
    first = max(0, spans[0][0] - EXCERPT // 3)
    start = first if first == 0 else text.find(" ", first) + 1 or first
    stop = start + EXCERPT
    cut = text[start:stop] if stop >= len(text) else text[start:stop].rpartition(" ")[0]
    before = "… " if start else ""
    after = " …" if start + len(cut) < len(text) else ""
    return mark_safe(f"{before}{mark_words(cut, words)}{after}")


def find_spans(text: str, words: Sequence[str]) -> list[Span]:
    """Return begin and end of each place, in order, none within another."""
    tokens = [(match.start(), match.end()) for match in TOKEN.finditer(text)]
    spans: list[Span] = []
    place = 0
    while place < len(tokens):
        start, stop = tokens[place]
        span = _within(text[start:stop], start, words)
        joined = 1 if span else _joined(text, tokens[place : place + MOST_JOINED], words)
        if joined > 1:
            span = (start, tokens[place + joined - 1][1])
        if span:
            spans.append(span)
        place += max(joined, 1)
    return spans


def _within(token: str, start: int, words: Iterable[str]) -> Span | None:
    """Return the part of a word of the text that is meant; all of it if letters do not match."""
    folded = fold(token)
    for word in words:
        at = folded.find(word)
        if at == 0 or (at > 0 and is_sought_anywhere(word)):
            if len(folded) == len(token):
                return start + at, start + at + len(word)
            return start, start + len(token)
    return None


def _joined(text: str, tokens: Sequence[Span], words: Iterable[str]) -> int:
    """Return how many words of the text are one word of the question, 0 if they are none."""
    for count in range(2, len(tokens) + 1):
        joined = join_words(text[tokens[0][0] : tokens[count - 1][1]])
        if any(word.startswith(joined) or joined.startswith(word) for word in words):
            if any(joined.startswith(word) for word in words):
                return count
        else:
            return 0
    return 0
