"""Two texts word by word. Nothing here knows the database."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Op = Literal["same", "removed", "added"]
LINE = re.compile(r"[^\n]*\n|[^\n]+")
WORD = re.compile(r"\w+|\s+|[^\w\s]")
# So many comparisons (pairs of words) one piece of text is worth: about half a second.
MOST_PAIRS = 4_000_000
# Characters of unchanged text that are left beside a change when the rest is folded away.
BESIDE = 120
# Characters of an unchanged word that only interrupts a change: “a”, “the”, a comma.
SPECK = 3


@dataclass(frozen=True)
class Word:
    """A run of words and the white space between them. The texts are these, put together."""

    op: Op
    text: str


def words_of(before: str, after: str) -> tuple[Word, ...]:
    """Return what was removed and added, in the order of reading.

    Long texts are compared by line first, and what differs in too large a piece is shown as
    replaced: 100 kB take about a second at worst.
    """
    return tuple(_joined(_without_specks(list(_joined(_compared(before, after))))))


def shorten(words: Iterable[Word]) -> Iterator[Word]:
    """Yield the words with long unchanged passages folded to their edges."""
    known = list(words)
    for place, word in enumerate(known):
        first = "" if place == 0 else word.text[:BESIDE].rpartition(" ")[0]
        last = "" if place == len(known) - 1 else word.text[-BESIDE:].partition(" ")[2]
        if word.op == "same" and len(word.text) > 3 * BESIDE:
            yield Word("same", f"{first} … {last}" if place else f"… {last}")
        else:
            yield word


def _compared(before: str, after: str) -> Iterator[Word]:
    for old, new in _pieces(LINE.findall(before), LINE.findall(after)):
        if old == new:
            yield Word("same", "".join(old))
            continue
        for left, right in _pieces(_words("".join(old)), _words("".join(new))):
            if left == right:
                yield Word("same", "".join(left))
            else:
                yield Word("removed", "".join(left))
                yield Word("added", "".join(right))


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def _pieces(before: list[str], after: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield pairs of equal and of differing runs, in order."""
    start = _common(before, after)
    rest_before, rest_after = before[start:], after[start:]
    end = _common(rest_before[::-1], rest_after[::-1])
    middle_before = rest_before[: len(rest_before) - end]
    middle_after = rest_after[: len(rest_after) - end]
    yield before[:start], after[:start]
    if len(middle_before) * len(middle_after) > MOST_PAIRS:
        yield middle_before, middle_after
    else:
        matcher = SequenceMatcher(str.isspace, middle_before, middle_after)
        for _op, i, j, k, m in matcher.get_opcodes():
            yield middle_before[i:j], middle_after[k:m]
    yield rest_before[len(rest_before) - end :], rest_after[len(rest_after) - end :]


def _common(before: list[str], after: list[str]) -> int:
    """Return how many items the lists begin with alike."""
    pairs = zip(before, after, strict=False)
    return next(
        (place for place, (old, new) in enumerate(pairs) if old != new),
        min(len(before), len(after)),
    )


def _joined(words: Iterable[Word]) -> Iterator[Word]:
    """Join what stands beside each other; between two unchanged runs removed comes first."""
    texts: dict[Op, str] = {"same": "", "removed": "", "added": ""}
    for word in words:
        is_change = bool(texts["removed"] or texts["added"])
        if word.text and (word.op == "same") == is_change:
            yield from _run(texts)
            texts = {"same": "", "removed": "", "added": ""}
        texts[word.op] += word.text
    yield from _run(texts)


def _run(texts: dict[Op, str]) -> Iterator[Word]:
    return (Word(op, text) for op, text in texts.items() if text)


def _without_specks(words: list[Word]) -> Iterator[Word]:
    """A space or a short word between two changes belongs to them: they read as one."""
    for place, word in enumerate(words):
        is_inside = 0 < place < len(words) - 1
        is_speck = len(word.text.strip()) <= SPECK and "\n" not in word.text
        if word.op == "same" and is_inside and is_speck:
            yield Word("removed", word.text)
            yield Word("added", word.text)
        else:
            yield word
