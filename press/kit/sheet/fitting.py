"""How large the letters may be so that the sheet stands on one A4 page."""

from collections.abc import Iterable
from math import ceil

from press.kit.sheet.entries import DataSheet, Entry

# Points: what the page of `paper.py` offers above its foot, in both columns together.
COLUMN_WIDTH, HEIGHT = 239.0, 2 * 740.0
# Share of a column that the names of facts take.
LABEL = 0.34
# Mean width of a letter of Arial in German and English, and distance of lines, in sizes.
LETTER, LEADING = 0.47, 1.2
# Word breaks lines a little earlier than LibreOffice; columns end where a paragraph may.
SLACK = 0.94
SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)


def choose_size(sheet: DataSheet) -> float:
    """Return the largest size in points that fits; the smallest one for what fits in none."""
    return next((s for s in SIZES if estimate_height(sheet, s) <= HEIGHT * SLACK), SIZES[-1])


def estimate_height(sheet: DataSheet, size: float) -> float:
    """Return how high all columns together will be, in points."""
    line = size * LEADING
    height = 2 * line
    height += line * 2.2 * _count_lines([sheet.title], COLUMN_WIDTH, size * 2)
    height += line * _count_lines([sheet.line], COLUMN_WIDTH, size)
    for section in sheet.sections:
        height += line * 2.1
        for entry in section.entries:
            if entry.is_prose:
                height += line * (_count_lines(_texts(entry), COLUMN_WIDTH, size) + 1.7)
            else:
                value = _count_lines(_texts(entry), COLUMN_WIDTH * (1 - LABEL) - 8, size)
                label = _count_lines([entry.label], COLUMN_WIDTH * LABEL - 8, size)
                height += line * max(value, label) + 2
    return height


def _texts(entry: Entry) -> list[str]:
    return [line for block in entry.blocks for line in block]


def _count_lines(texts: Iterable[str], width: float, size: float) -> int:
    letters = width / (size * LETTER)
    return sum(max(1, ceil(len(text) / letters)) for text in texts)
