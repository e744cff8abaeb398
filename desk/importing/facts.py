"""Facts that every language file repeats: compared, kept once, reported when they differ."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext

from desk.importing.problems import Report
from desk.importing.rows import join_names
from desk.importing.sources import Source
from films.printed.countries import ParsedCountry, parse_countries
from films.printed.runtime import is_ambiguous, parse_runtime

T = TypeVar("T")

FIRST_YEAR = 1888
YEARS_AHEAD = 15

_CATEGORIES = {
    "feature": "feature|feature film|fiction|spielfilm|kinofilm|langfilm",
    "documentary": "documentary|documentary film|dokumentarfilm|dokumentation|doku",
    "short": "short|short film|kurzfilm",
    "series": "series|serie|tv series|fernsehserie",
    "commercial": "commercial|commercials|werbung|werbefilm|werbespot|spot",
}
_CATEGORY_INDEX = {word: key for key, words in _CATEGORIES.items() for word in words.split("|")}


def agree(
    found: Mapping[str, T], sources: Mapping[str, Source], key: str, report: Report
) -> T | None:
    """The value of the first language; another one that differs is reported and left out."""
    if not found:
        return None
    main_language, main = next(iter(found.items()))
    for language, value in found.items():
        if value != main:
            message = gettext("%(file)s says something else here. That value was kept.")
            facts = {"file": sources[main_language].entries[key].file}
            sources[language].report(report, key, message % facts)
    return main


def read_category(sources: Mapping[str, Source], report: Report) -> str:
    found = {}
    for language, source in sources.items():
        text = source.text("category", report)
        category = _CATEGORY_INDEX.get(text.lower().replace("-", " "), "")
        if category:
            found[language] = category
        elif text:
            message = gettext("This category is not known. Expected one of: %(categories)s.")
            facts = {"categories": ", ".join(_CATEGORIES)}
            source.report(report, "category", message % facts)
    return agree(found, sources, "category", report) or ""


def read_type(sources: Mapping[str, Source], report: Report) -> None:
    """The key `type` carries nothing; anything but a film is worth a look."""
    for source in sources.values():
        if source.text("type", report).lower() not in {"", "film", "movie"}:
            source.report(report, "type", gettext("Expected “film”. The value was left out."))


def read_year(sources: Mapping[str, Source], report: Report) -> int | None:
    """The release year; a value that is none keeps the film out."""
    found = {}
    last = date.today().year + YEARS_AHEAD
    for language, source in sources.items():
        text = source.text("release_year", report, is_fatal=True)
        if re.fullmatch(r"\d{4}", text, re.ASCII) and FIRST_YEAR <= int(text) <= last:
            found[language] = int(text)
        elif text:
            message = gettext("Expected one year from %(first)s to %(last)s.")
            facts = {"first": FIRST_YEAR, "last": last}
            source.report(report, "release_year", message % facts, is_fatal=True)
    return agree(found, sources, "release_year", report)


def read_runtime(sources: Mapping[str, Source], report: Report) -> int | None:
    """The runtime in seconds; a value that is none keeps the film out."""
    found = {}
    for language, source in sources.items():
        text = source.text("duration", report, is_fatal=True)
        seconds = parse_runtime(text)
        if seconds is not None:
            found[language] = seconds
        elif text and is_ambiguous(text):
            message = gettext(
                "A runtime without a unit has two readings. Write “90 minutes” or “1:30 h”."
            )
            source.report(report, "duration", message, is_fatal=True)
        elif text:
            message = gettext("Expected a runtime such as “90 minutes” or “5:30 min”.")
            source.report(report, "duration", message, is_fatal=True)
    return agree(found, sources, "duration", report)


def read_countries(
    sources: Mapping[str, Source], languages: Sequence[str], report: Report
) -> tuple[ParsedCountry, ...]:
    """The countries in the order of the first language; another order is no disagreement."""
    lists: dict[str, tuple[ParsedCountry, ...]] = {}
    for language, source in sources.items():
        if "country" not in source:
            continue
        text = join_names(source.entries["country"].value)
        countries, unknown = parse_countries(text, languages)
        if countries:
            lists[language] = countries
        for name in unknown if text else ("",):
            message = gettext("This is no country that the site knows. It was left out.")
            source.report(report, "country", message, **({"value": name} if name else {}))
    codes = {language: frozenset(c.code for c in found) for language, found in lists.items()}
    agree(codes, sources, "country", report)
    return next(iter(lists.values()), ())
