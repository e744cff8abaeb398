"""A laurel's words broken into lines that fit between the branches. Lengths are SVG units."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

from films.laurels.wording import Laurel

FONT = Path(__file__).parent / "laurel-serif.ttf"
WIDTH, HEIGHT = 480, 300
# What the branches leave free in their middle.
ROOM_WIDTH, ROOM_HEIGHT = 272, 208
# Readers without our font get Georgia, which runs wider.
WIDER = 1.09
LEADING = 1.18
FACTORS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.36)


@dataclass(frozen=True)
class Line:
    """A line of text, centred; `y` is its baseline."""

    text: str
    size: float
    y: float
    language: str = ""
    is_head: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph of a laurel before it is broken."""

    text: str
    size: float
    space_above: float
    language: str = ""
    is_head: bool = False


def set_lines(laurel: Laurel) -> tuple[Line, ...]:
    """Return the lines of a laurel, as large as they fit."""
    blocks = [block for block in _blocks(laurel) if block.text.strip()]
    for factor in FACTORS:
        lines, height = _set(blocks, factor)
        if height <= ROOM_HEIGHT:
            break
    above = (HEIGHT - height) / 2
    return tuple(
        Line(line.text, line.size, round(line.y + above, 1), line.language, line.is_head)
        for line in lines
    )


def width_of(text: str, size: float) -> float:
    """Return the width of a line set in `size`."""
    return _font().getlength(text) * size / 100 * WIDER


def _blocks(laurel: Laurel) -> Iterable[Block]:
    head, festival = laurel.head, laurel.festival
    yield Block(laurel.note, 20, 0)
    yield Block(head.value, 34, 4, head.language if head.is_foreign else "", is_head=True)
    yield Block(festival.value, 22, 10, festival.language if festival.is_foreign else "")
    yield Block(str(laurel.year or ""), 22, 3)


def _set(blocks: list[Block], factor: float) -> tuple[list[Line], float]:
    """Return lines from the top, and their height."""
    lines: list[Line] = []
    y = 0.0
    for block in blocks:
        longest = max(width_of(word, block.size * factor) for word in block.text.split())
        # No division by the width: fonts know words that have none.
        size = round(block.size * factor * ROOM_WIDTH / max(longest, ROOM_WIDTH), 1)
        y += block.space_above * factor if lines else 0
        for text in _break(block.text, size):
            # The baseline lies about five sixths of a line below its top.
            lines.append(Line(text, size, y + size * 0.86, block.language, block.is_head))
            y += size * LEADING
    return lines, y


def _break(text: str, size: float) -> list[str]:
    """Break into as few lines as possible, then even their lengths out."""
    words = text.split()
    fewest = len(_fill(words, size, ROOM_WIDTH))
    for share in (0.55, 0.65, 0.75, 0.85, 0.95):
        lines = _fill(words, size, ROOM_WIDTH * share)
        if len(lines) == fewest and all(width_of(t, size) <= ROOM_WIDTH for t in lines):
            return lines
    return _fill(words, size, ROOM_WIDTH)


def _fill(words: list[str], size: float, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), 100)
