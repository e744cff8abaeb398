"""Rows of a list of festivals: "name, city (country), year"."""

import re
from dataclasses import dataclass

from films.printed.countries import find_country

_YEAR = re.compile(r"\(?\b(?P<year>(?:19|20)\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?\)?\.?$")
_FIRST_YEAR = re.compile(r"^(?P<year>(?:19|20)\d\d)\s*[:–—-]?\s+")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
LONGEST = 300


@dataclass(frozen=True)
class PlaceRow:
    """`city` and `country_printed` as they stand there; `date` is a year or a day in ISO form."""

    name: str
    city: str
    country: str
    country_printed: str
    date: str


def read_place_row(text: str, languages: tuple[str, ...]) -> PlaceRow | None:
    """Return the row; None unless it has a name and a year."""
    if len(text) > LONGEST:
        return None
    bare, date = _take_date(text.strip(" \t•·▪●*–—-"))
    if not date or not bare:
        return None
    head, city, printed = _take_place(bare, languages)
    if not head:
        return None
    return PlaceRow(head, city, find_printed_country(printed, languages), printed, date)


def find_printed_country(printed: str, languages: tuple[str, ...]) -> str:
    """Return the code of `Germany` and of `Korea, South`; '' for what is no country."""
    turned = " ".join(reversed([piece.strip() for piece in printed.split(",")]))
    return find_country(printed, languages) or find_country(turned, languages)


def _take_date(text: str) -> tuple[str, str]:
    if found := _YEAR.search(text):
        date = "-".join(part for part in found.groups() if part)
        return text[: found.start()].rstrip(" ,;–—-"), date
    if found := _FIRST_YEAR.match(text):
        return text[found.end() :].strip(), found["year"]
    return text, ""


def _take_place(text: str, languages: tuple[str, ...]) -> tuple[str, str, str]:
    """Return name, city and country as printed, of "name, city (country)" or "name, city, land"."""
    brackets = list(_BRACKETS.finditer(text))
    # What stands in the middle, `(Pusan)`, belongs to the city; the last is the country.
    if brackets and brackets[-1].end() >= len(text):
        country = brackets[-1][1].strip()
        before = text[: brackets[-1].start()]
        head, _comma, city = before.rpartition(",")
        return (head.strip(), city.strip(), country) if head else (before.strip(), "", country)
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) > 1 and find_country(pieces[-1], languages):
        city = pieces[-2] if len(pieces) > 2 else ""
        named = pieces[:-2] if city else pieces[:-1]
        return ", ".join(named), city, pieces[-1]
    if len(pieces) == 2:
        return pieces[0], pieces[1], ""
    return text, "", ""
