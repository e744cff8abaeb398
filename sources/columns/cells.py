"""A table's text cut into rows and cells, each row with its place in the text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

DELIMITERS = (",", ";", "\t", "|")
# Excel's own first line, which names the sign between cells.
_NAMED = re.compile(r"sep=([,;\t|])\n", re.IGNORECASE)
_QUOTED = re.compile(r' *"([^"]*(?:""[^"]*)*)" *')
# Characters: a quotation mark that is not closed within them is one of the text.
LONGEST_CELL = 20_000
_SAMPLE_ROWS = 50
_SAMPLE = 100_000


@dataclass(frozen=True)
class Row:
    """Cells without white space around them; the place ends before the line's end."""

    cells: tuple[str, ...]
    start: int
    end: int

    @property
    def is_empty(self) -> bool:
        return not any(cell.strip("-:= ") for cell in self.cells)


def read_rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield every row that is not white space alone."""
    bare = re.compile(rf"[^{re.escape(delimiter)}\n]*")
    at = 0
    while at < len(text):
        start, cells = at, []
        while True:
            cell, at = _read_cell(text, at, bare)
            cells.append(cell)
            if not text.startswith(delimiter, at):
                break
            at += 1
        if text[start:at].strip():
            yield Row(tuple(cells), start, at)
        at += 1


def _read_cell(text: str, at: int, bare: re.Pattern[str]) -> tuple[str, int]:
    quoted = _QUOTED.match(text, at, at + LONGEST_CELL)
    inside = ""
    if quoted:
        inside, at = quoted[1].replace('""', '"'), quoted.end()
    rest = bare.match(text, at)
    assert rest is not None
    return (inside + rest[0]).strip(), rest.end()


def find_delimiter(text: str) -> str:
    """Return the sign that cuts most rows into equally many cells; a comma for one column."""
    if named := _NAMED.match(text):
        return named[1]
    best, most = ",", (0.0, 0)
    for delimiter in DELIMITERS:
        rows = islice(read_rows(text[:_SAMPLE], delimiter), _SAMPLE_ROWS)
        widths = [len(row.cells) for row in rows]
        width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        found = (round(count / max(len(widths), 1), 1), width)
        if width > 1 and found > most:
            best, most = delimiter, found
    return best


def is_note_of_excel(row: Row) -> bool:
    return len(row.cells) <= 2 and row.start == 0 and row.cells[0].lower().startswith("sep=")
