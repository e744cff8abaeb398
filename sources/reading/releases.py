"""Releases: where, when, and how."""

import re

from films.printed.countries import find_country
from people.printed.spelling import fold
from sources.reading.companies import add_company
from sources.reading.dates import find_date
from sources.reading.objects import Place, Reading
from sources.reading.places import find_printed_country
from sources.reading.spoken import land_of
from sources.reading.technical import LANGUAGES

_LAND = re.compile(
    r"\b(?:in|for|für)\s+(?:the\s+|den\s+|der\s+)?(?P<land>[^\d:,]+)$|\((?P<code>[^()]+)\)$",
    re.IGNORECASE,
)
_KINDS = (
    ("disc", r"dvd|blu ?ray|bluray|heimkino|home video|vhs"),
    ("television", r"\btv\b|television|fernseh|ausstrahlung|erstsendung|broadcast"),
    ("streaming", r"\bvod\b|streaming|online|digital release"),
    ("cinema", r"kino|cinema|theatrical|bundesstart"),
)  # fmt: skip
_DISTRIBUTOR = re.compile(
    r"\((?P<name>[^()]*(?:distribution|releasing|verleih|films?)[^()]*)\)", re.I
)


def kind_told(text: str) -> str:
    """Return the kind of release that a text names; '' if it names none."""
    words = fold(text)
    return next((kind for kind, told in _KINDS if re.search(told, words)), "")


def add_release(reading: Reading, place: Place, label: str, value: str) -> bool:
    """Keep a release; False without a date."""
    date = find_date(value)
    if not date:
        return False
    country = land_in(label)
    kind = kind_told(f"{label} {value}")
    values = {"country": country, "date": date} | ({"kind": kind} if kind else {})
    reading.tell("releases", place, values, not country)
    if found := _DISTRIBUTOR.search(value):
        add_company(reading, place, "distributor", found["name"])
    return True


def land_in(label: str) -> str:
    """Return the land of "Release date in Germany", "Kinostart (DE)", "French release"; or ''."""
    found = _LAND.search(label.strip())
    named = (found["land"] or found["code"]).strip() if found else label.strip()
    first = label.split()[0] if label.split() else ""
    return (
        find_printed_country(named, LANGUAGES)
        or find_country(named, LANGUAGES)
        or (land_of(first) if len(label.split()) > 1 else "")
    )
