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
    flat = _BREAK.sub(" ", text)
    whole: list[Line] = []
    group: list[Line] = []
    opened = 0  # brackets of the group that are not closed
    has_block = False  # the group is a trade paper's block
    for line in lines:
        goes_on = (
            group
            and _are_neighbours(group, line, text)
            and _goes_on(group[-1].text, has_block, opened)
        )
        if group and not goes_on:
            whole.append(as_one(group, flat))
            group, opened = [], 0
        group.append(line)
        opened += line.text.count("(") - line.text.count(")")
        start = group[0].start
        if len(group) == 1 or group[-2].end - start < LONGEST_START:
            has_block = is_block(flat[start : min(line.end, start + LONGEST_START)])
    if group:
        whole.append(as_one(group, flat))
    return whole


def as_one(group: list[Line], flat: str) -> Line:
    """Return lines that follow each other in the text as one."""
    first, last = group[0], group[-1]
    if first is last:
        return first
    return Line(flat[first.start : last.end], first.start, first.has_gap)


def _are_neighbours(group: list[Line], line: Line, text: str) -> bool:
    """Tell whether one line end alone parts two lines, and a bullet at most."""
    last = group[-1]
    between = text[last.end : line.start]
    return last.end - group[0].start < LONGEST and len(f"{between}x".splitlines()) == 2


def _goes_on(text: str, has_block: bool, opened: int) -> bool:
    """Tell whether a list, a bracket or the block of a trade paper is not at its end."""
    if len(text) > 1 and _UNFINISHED.search(text):
        return True
    if text.endswith(_FINISHED):
        return False
    return has_block or opened > 0
