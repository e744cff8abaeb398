"""A diary as it was written somewhere else, read into entries. Nothing here knows the database."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from editorial.fields import languages

NUMBER = r"(?:(?:day|tag|no\.?|nr\.?|entry|eintrag|#)\s*(?P<number>\d{1,4})\b\.?)"
ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})"
GERMAN = r"(?P<d1>\d{1,2})\.\s?(?P<m1>\d{1,2})\.\s?(?P<y1>\d{4})"
SPOKEN = r"(?P<d2>\d{1,2})\.?\s+(?P<m2>[^\W\d]+)\.?\s+(?P<y2>\d{4})"
AMERICAN = r"(?P<m3>[^\W\d]+)\s+(?P<d3>\d{1,2}),\s+(?P<y3>\d{4})"
WEEKDAY = r"(?:[^\W\d]{2,10}\.?,\s+)?"
DAY = rf"{WEEKDAY}(?:{ISO}|{GERMAN}|{SPOKEN}|{AMERICAN})"
SEPARATOR = r"\s*[,:·–—-]*\s*"
HEAD = re.compile(
    rf"^\s*(?:#{{1,4}}\s+)?\**(?:{NUMBER}{SEPARATOR})?(?:{DAY})?{SEPARATOR}(?P<title>.*)$",
    re.IGNORECASE,
)
LONGEST_TITLE = 200


@dataclass(frozen=True)
class Pasted:
    """One entry as it was read."""

    number: int | None
    day: date | None
    title: str
    text: str


@dataclass(frozen=True)
class Reading:
    """What a pasted text comes to; `rest` is what stands before the first entry."""

    entries: tuple[Pasted, ...]
    rest: str


def read_entries(text: str) -> Reading:
    """Return the entries: each begins with a line that has its date, or a number as “Day 12”."""
    heads: list[tuple[int | None, date | None, str]] = []
    bodies: list[list[str]] = [[]]
    was_blank = True
    for line in text.replace("\r\n", "\n").split("\n"):
        head = read_head(line) if was_blank else None
        if head:
            heads.append(head)
            bodies.append([])
        else:
            bodies[-1].append(line)
        was_blank = not line.strip()
    texts = ["\n".join(lines).strip() for lines in bodies]
    found = (Pasted(*head, body) for head, body in zip(heads, texts[1:], strict=True))
    return Reading(tuple(found), texts[0])


def read_head(line: str) -> tuple[int | None, date | None, str] | None:
    """Return number, day and title of a line that begins an entry; None for any other line."""
    match = HEAD.match(line) if len(line) <= 2 * LONGEST_TITLE else None
    if match is None:
        return None
    parts = match.groupdict()
    number = int(parts["number"]) if parts["number"] else None
    try:
        day = _day_of(parts)
    except ValueError:
        return None
    if number is None and day is None:
        return None
    title = parts["title"].strip(" *:–—-·,")
    return None if len(title) > LONGEST_TITLE else (number, day, title)


def _day_of(parts: dict[str, str | None]) -> date | None:
    """Return the day that was found, None for none. Raises ValueError for one that never was."""
    if parts["iso"]:
        return date.fromisoformat(parts["iso"])
    for n in "123":
        year, month, day = parts[f"y{n}"], parts[f"m{n}"], parts[f"d{n}"]
        if year and month and day:
            number = int(month) if month.isdigit() else months().get(month.casefold().rstrip("."))
            if number is None:
                raise ValueError(month)
            return date(int(year), number, int(day))
    return None


@cache
def months() -> dict[str, int]:
    """Return the names of months, whole and short, in every language of the site."""
    found: dict[str, int] = {}
    for code in languages():
        named = Locale.parse(code, sep="-").months["format"]
        for width in ("wide", "abbreviated"):
            pairs: Iterable[tuple[int, str]] = named[width].items()
            found.update({name.casefold().rstrip("."): number for number, name in pairs})
    return found
