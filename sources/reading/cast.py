"""Lists of a cast: who stands first, the actor or the character, is told by the whole list."""

import re

from people.printed.kinds import is_company, is_name_like
from sources.reading.crediting import add_actor, split_actor
from sources.reading.objects import Line, Reading
from sources.reading.pairs import Pair, pairs_of

_ARTICLE = re.compile(
    r"^(?:the|a|an|der|die|das|ein|eine|old|young|little|junger?|alter?|mr|mrs|frau|herr|voice)\b",
    re.I,
)
_BULLET = re.compile(r"^[•·▪●*>–—-]\s*")
LONGEST = 160


def row_of(line: Line) -> Pair | None:
    """Return the two sides of a row, parted by dots, a tab, a dash, "as" or "als"."""
    for pair in pairs_of(line):
        if pair.sign not in (":", "|") and not re.search(r"\.\.|…", pair.value):
            return pair
    name, character = split_actor(_BULLET.sub("", line.text))
    return Pair(name, character, line.start, "as") if character else None


def is_character_first(lines: list[Line], at: int) -> bool:
    """Tell which side of the rows from `at` on looks more like names of people."""
    votes = 0
    for line in lines[at : at + 40]:
        row = row_of(line) if len(line.text) <= LONGEST else None
        if row is None or row.sign == "as":
            break
        votes += _weight(row.value) - _weight(row.label)
    return votes > 0


def _weight(text: str) -> int:
    if _ARTICLE.match(text) or any(char in text for char in "'\"“„"):
        return -1
    return int(is_name_like(text, fewest=2))


def read_cast_row(reading: Reading, line: Line, has_character_first: bool) -> bool:
    """Keep a row of a cast; False if it is none."""
    text = _BULLET.sub("", line.text)
    if len(text) > LONGEST or text.endswith((".", "?", "!", ":")):
        return False
    if row := row_of(line):
        name = row.value if has_character_first and row.sign != "as" else row.label
        if not is_name_like(name.removeprefix("und ").removeprefix("and "), fewest=1):
            return False
        is_first = has_character_first and row.sign != "as"
        add_actor(reading, line.place, f"{row.label} .... {row.value}", is_first)
        return True
    pieces = re.split(r"\s*[,;]\s*", text)
    if not all(is_name_like(split_actor(piece)[0], fewest=2) for piece in pieces if piece):
        return False
    if any(is_company(piece) for piece in pieces):
        return False
    for piece in pieces:
        if piece:
            add_actor(reading, line.place, piece)
    return True
