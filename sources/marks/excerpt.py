"""The words of a source around what is in question."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

MOST = 160  # characters
CUT = "…"


@dataclass(frozen=True)
class Excerpt:
    """What is printed, cut to `MOST` characters; `marked` is the value, '' if it is not found."""

    before: str
    marked: str = ""
    after: str = ""

    def __str__(self) -> str:
        return self.before + self.marked + self.after


def cut_excerpt(printed: str, values: Iterable[str], most: int = MOST) -> Excerpt:
    """Return the text around the first of these values that stands in it, the surest first.

    Without any it is the beginning. Cuts stand between words, where there are any.
    """
    text = " ".join(printed.split())
    found = next((hit for value in values if (hit := _find(text, value))), None)
    if found is None:
        return Excerpt(_cut_end(text, most))
    start, end = found.span()
    room = max(0, most - (end - start))
    left = min(start, max(room // 2, room - (len(text) - end)))
    right = room - left
    return Excerpt(
        _cut_begin(text[:start], left),
        _cut_end(text[start:end], most),
        _cut_end(text[end:], right),
    )


def _find(text: str, value: str) -> re.Match[str] | None:
    words = value.split()
    if not words:
        return None
    pattern = r"\s".join(re.escape(word) for word in words)
    return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)


def _cut_end(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = text[: max(0, most - len(CUT))]
    if not text[len(kept)].isspace() and " " in kept:
        kept = kept[: kept.rindex(" ") + 1]
    return kept.rstrip() + CUT


def _cut_begin(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = text[len(text) - max(0, most - len(CUT)) :]
    if not text[len(text) - len(kept) - 1].isspace() and " " in kept:
        kept = kept[kept.index(" ") :]
    return CUT + kept.lstrip() if kept.strip() else f"{CUT} "
