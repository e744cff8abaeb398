"""Rows of a bibliography: title, author, where it stood, when."""

import re

from people.printed.kinds import is_name_like
from sources.reading.dates import find_date
from sources.reading.names import read_printed
from sources.reading.objects import Aside, Line, Reading

_BULLET = re.compile(r"^[•·▪●*–—>-]\s*")
_BOOK_NUMBER = re.compile(r"^(?:ISBN|ISSN|DOI)\b", re.IGNORECASE)
LONGEST = 300


def read_press(reading: Reading, line: Line) -> bool:
    if _BOOK_NUMBER.match(line.text):
        reading.leave(line, Aside.NO_FACT)
        return True
    bare = _BULLET.sub("", line.text)
    pieces = [piece.strip() for piece in bare.split(",")]
    date = find_date(pieces[-1])
    if len(bare) > LONGEST or (not date and len(pieces) < 2):
        return False
    middle = [piece for piece in pieces[1 : -1 if date else None] if piece]
    names = read_printed(middle[0]) if middle and is_name_like(middle[0], fewest=2) else []
    author = names[0].name if names else ""
    others = [piece for piece in middle[1 if author else 0 :] if not _BOOK_NUMBER.match(piece)]
    values = {"title": pieces[0], "author": author, "date": date}
    reading.tell("press_items", line.place, values | ({"outlet": others[0]} if others else {}))
    return True
