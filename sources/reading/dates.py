"""Dates as they are printed, to ISO form with the precision they have."""

import re
from datetime import date
from functools import lru_cache

from babel import Locale

_ISO = re.compile(r"\b((?:18|19|20)\d\d)-(\d\d)(?:-(\d\d))?\b")
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:18|19|20)\d\d)\b")
_MONTH_FIRST = re.compile(
    r"\b([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:18|19|20)\d\d)\b"
)
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+([^\W\d_]{3,9})\.?,?\s+((?:18|19|20)\d\d)\b"
)
_MONTH = re.compile(r"\b([^\W\d_]{3,9})\.?,?\s+((?:18|19|20)\d\d)\b")
_YEAR = re.compile(r"\b((?:18|19|20)\d\d)\b")


def find_date(text: str) -> str:
    """Return the first date of a text as 2013-10-27, 2013-10 or 2013; '' without one."""
    return find_dated(text)[0]


def find_dated(text: str) -> tuple[str, int, int]:
    """Return the date and where it stands; ("", 0, 0) without one."""
    if found := _ISO.search(text):
        return _iso(found[1], found[2], found[3]), *found.span()
    if found := _DOTTED.search(text):
        return _iso(found[3], found[2], found[1]), *found.span()
    if (found := _MONTH_FIRST.search(text)) and (month := month_of(found[1])):
        return _iso(found[3], month, found[2]), *found.span()
    if (found := _DAY_FIRST.search(text)) and (month := month_of(found[2])):
        return _iso(found[3], month, found[1]), *found.span()
    if (found := _MONTH.search(text)) and (month := month_of(found[1])):
        return _iso(found[2], month, None), *found.span()
    if found := _YEAR.search(text):
        return found[1], *found.span()
    return "", 0, 0


def month_of(word: str) -> str:
    """Return the number of a month named in English or German, in full or abbreviated; '' else."""
    return _months().get(word.casefold().rstrip("."), "")


@lru_cache(maxsize=1)
def _months() -> dict[str, str]:
    named = {}
    for language in ("en", "de"):
        for width in ("wide", "abbreviated"):
            for number, name in Locale(language).months["format"][width].items():
                named[name.casefold().rstrip(".")] = str(number)
    return {**named, "sept": "9", "jän": "1", "jänner": "1"}


def _iso(year: str, month: str, day: str | None) -> str:
    """Return the date as exact as it is possible: 2013-02-31 is 2013-02."""
    if not 1 <= int(month) <= 12:
        return year
    if day is None:
        return f"{year}-{int(month):02}"
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return f"{year}-{int(month):02}"
