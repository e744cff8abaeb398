"""What cells say: days, countries, premieres, results."""

import re
from collections.abc import Iterable
from datetime import date

from babel.core import get_global
from django.conf import settings

from films.printed.countries import find_country
from people.printed.spelling import fold
from sources.reading.dates import find_date
from sources.reading.places import find_printed_country

_SLASHED = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:18|19|20)\d\d|\d\d)\b")
_TURNED = re.compile(r"\b((?:18|19|20)\d\d)[/.](\d{1,2})(?:[/.](\d{1,2}))?\b")
_BARE = re.compile(r"\b((?:18|19|20)\d\d)([01]\d)([0-3]\d)\b")
_MONTH = re.compile(r"\b(\d{1,2})[/.]((?:18|19|20)\d\d)\b")
# "15.–25. 2. 2010", "7-10 October 2011": the first day counts.
_UNTIL = re.compile(
    r"(?<![\d.-])(\d{1,2}\.?)\s*(?:–|—|-|bis|to)\s*\d{1,2}\.?(?=\s*[^\W\d_]|\s+\d|\d{1,2}\.)"
)
_UNTIL_MONTH = re.compile(r"(\d{1,2}\.\d{1,2}\.)\s*(?:–|—|-|bis)\s*\d{1,2}\.\d{1,2}\.(?=\d{4})")

PREMIERES = {
    "world": ("world", "world premiere", "wp", "welturauffuhrung", "urauffuhrung", "weltpremiere"),
    "international": ("international", "international premiere", "ip", "internationale premiere"),
    "european": ("european", "european premiere", "europe", "ep", "europapremiere",
                 "europaische premiere", "europaische erstauffuhrung"),
    "national": ("national", "national premiere", "german premiere", "us premiere", "np",
                 "nationale premiere", "deutschlandpremiere", "deutsche premiere",
                 "erstauffuhrung", "deutsche erstauffuhrung", "landespremiere"),
}  # fmt: skip
RESULTS = {
    "won": ("won", "winner", "win", "awarded", "gewonnen", "gewinner", "preistrager", "verliehen",
            "sieger", "yes", "ja"),
    "nominated": ("nominated", "nomination", "nominee", "nominiert", "nominierung", "shortlisted"),
    "mention": ("mention", "special mention", "honorable mention", "honourable mention",
                "lobende erwahnung", "besondere erwahnung", "erwahnung"),
}  # fmt: skip
Found = tuple[str, bool]


def read_day(text: str, is_day_first: bool | None = None) -> Found:
    """Return the date as exact as it is known, and whether that is doubtful.

    Of 3/4/2011 the year alone is sure, unless `is_day_first` says what the column does.
    """
    text = _UNTIL.sub(r"\1", _UNTIL_MONTH.sub(r"\1", text.strip()))
    if found := _TURNED.search(text) or _BARE.search(text):
        return _say(found[1], found[2], found[3])
    if found := _SLASHED.search(text):
        return _read_numbers(found, text, is_day_first)
    if found := _MONTH.search(text):
        return _say(found[2], found[1], None)
    return find_date(text), False


def _read_numbers(found: re.Match[str], text: str, is_day_first: bool | None) -> Found:
    first, second, printed = int(found[1]), int(found[2]), found[3]
    year = printed if len(printed) == 4 else str(_whole_year(int(printed)))
    is_short = len(printed) == 2
    if "." in found[0] or is_day_first or first > 12:
        day, is_doubtful = _say(year, found[2], found[1])
    elif is_day_first is False or second > 12 or first == second:
        day, is_doubtful = _say(year, found[1], found[2])
    else:
        return year, True
    return day, is_doubtful or is_short


def find_order(cells: Iterable[str]) -> bool | None:
    """Tell whether days stand before months in a column of dates; None if no date shows it."""
    pairs = [(int(m[1]), int(m[2])) for cell in cells for m in _SLASHED.finditer(cell)]
    if any(first > 12 >= second for first, second in pairs):
        return None if any(second > 12 for _first, second in pairs) else True
    return False if any(second > 12 for _first, second in pairs) else None


def _whole_year(short: int) -> int:
    year = 2000 + short
    return year if year <= date.today().year + 5 else year - 100


def _say(year: str, month: str, day: str | None) -> Found:
    """Return the date as far as there is such a day, and whether there is none."""
    try:
        if day is None:
            return date(int(year), int(month), 1).isoformat()[:7], False
        return date(int(year), int(month), int(day)).isoformat(), False
    except ValueError:
        return year, True


def read_country(text: str) -> str:
    """Return the code of a country by its name in the site's languages or by two or three letters;
    '' for what is none."""
    languages = tuple(dict.fromkeys(("en", "de", *(code for code, _name in settings.LANGUAGES))))
    found = find_printed_country(text, languages) if text else ""
    if found or not re.fullmatch(r"[A-Za-z]{2,3}", text):
        return found
    known: list[str] = get_global("territory_aliases").get(text.upper(), [])
    return known[0] if len(known) == 1 else find_country(text.upper(), languages)


def read_premiere(text: str) -> str:
    """Return the key of a premiere; '' for none or one that is not known."""
    return _key_of(text, PREMIERES)


def read_result(text: str) -> str:
    return _key_of(text, RESULTS)


def _key_of(text: str, words: dict[str, tuple[str, ...]]) -> str:
    word = fold(text)
    return next((key for key, known in words.items() if word in known), "")
