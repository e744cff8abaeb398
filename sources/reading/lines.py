"""The lines of a text as seen: without bullets, put together where a page has broken them."""

import re

from sources.reading.credit_block import is_block
from sources.reading.objects import Line

_BULLET = re.compile(r"[•·▪●*‣◦]\s*(?=\w)|[–—-]\s+(?=\S)")
_UNFINISHED = re.compile(r"[,;(/&]$")
_FINISHED = (".", ")", "!", "?", ":")
_BREAK = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
LONGEST = 5_000
LONGEST_START = 400


def seen_lines(text: str) -> list[Line]:
    """Return the lines of a text as seen, with the gaps between them."""
    found: list[tuple[Line, int]] = []
    start = empty = 0
    for printed in text.splitlines(keepends=True):
        if bare := printed.strip():
            at = printed.index(bare)
            bullet = _BULLET.match(bare)
            skipped = bullet.end() if bullet else 0
            found.append((Line(bare[skipped:], start + at + skipped), empty))
            empty = 0
        else:
            empty += 1
        start += len(printed)
    usual = sorted(count for _line, count in found)[len(found) // 2] if found else 0
    return [Line(line.text, line.start, count > usual) for line, count in found]


def join_lines(lines: list[Line], text: str) -> list[Line]:
    """Put broken lines together: the place of every letter stays."""
    whole: list[Line] = []
    has_block = False  # the last line is one of a trade paper's block
    for line in lines:
        last = whole[-1] if whole else None
        if last and _are_neighbours(last, line, text) and _goes_on(last.text, has_block):
            line = Line(_BREAK.sub(" ", text[last.start : line.end]), last.start, last.has_gap)
            whole.pop()
        whole.append(line)
        has_block = is_block(line.text[:LONGEST_START])
    return whole


def _are_neighbours(last: Line, line: Line, text: str) -> bool:
    """Tell whether one line end alone parts two lines, and a bullet at most."""
    between = text[last.end : line.start]
    return len(last.text) < LONGEST and len(f"{between}x".splitlines()) == 2


def _goes_on(text: str, has_block: bool) -> bool:
    """Tell whether a list, a bracket or the block of a trade paper is not at its end."""
    if len(text) > 1 and _UNFINISHED.search(text):
        return True
    if text.endswith(_FINISHED):
        return False
    return has_block or text.count("(") > text.count(")")
