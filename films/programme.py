"""Screenings as a programme shows them: by month and day, with what they can be narrowed to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from babel.dates import format_skeleton

from editorial.cities import is_same_city
from editorial.names import country_name, date_locale
from editorial.spelling import fold
from films.calendar import FilmScreening


@dataclass(frozen=True)
class Day:
    date: date
    screenings: tuple[FilmScreening, ...]


@dataclass(frozen=True)
class Month:
    key: str
    label: str
    days: tuple[Day, ...]


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class CountryCities:
    """Cities under their country, '' for one where nothing is shown."""

    country: str
    cities: tuple[Choice, ...]


@dataclass(frozen=True)
class Facets:
    """What a visitor can choose and has chosen, whether anything is shown there or not.

    `ways_out` are the halves of a choice that have screenings if the whole has none.
    """

    countries: tuple[Choice, ...]
    cities: tuple[CountryCities, ...]
    country: str
    city: str
    ways_out: tuple[tuple[str, Choice], ...] = ()

    @property
    def are_chosen(self) -> bool:
        return bool(self.country or self.city)

    @property
    def are_useful(self) -> bool:
        return sum(len(group.cities) for group in self.cities) > 1 or self.are_chosen


def choose(entries: Iterable[FilmScreening], country: str, city: str) -> list[FilmScreening]:
    """Return what takes place in the country (ISO code) and the city, in any of its spellings.

    '' is everywhere.
    """
    return [
        entry
        for entry in entries
        if country in ("", entry.country_code)
        and (not city or is_same_city(city, entry.city, entry.country_code))
    ]


def facets_of(entries: Sequence[FilmScreening], country: str, city: str, language: str) -> Facets:
    """Return countries by name, and their cities, with counts; what was chosen stays chosen."""
    countries = _countries(entries, country, language)
    halves = [("country", choice) for choice in countries if choice.is_chosen and choice.count]
    groups = _cities(entries, city)
    asked = [choice for group in groups for choice in group.cities if choice.is_chosen]
    halves += [("city", choice) for choice in asked[:1]]
    if city and not asked:
        groups = (*groups, CountryCities("", (Choice(city, city, 0, True),)))
    ways_out = () if choose(entries, country, city) or not (country and city) else tuple(halves)
    return Facets(countries, groups, country, city, ways_out)


def _countries(entries: Sequence[FilmScreening], country: str, language: str) -> tuple[Choice, ...]:
    names = {entry.country_code: entry.country for entry in entries}
    if country:
        names.setdefault(country, country_name(country, language))
    counts = Counter(entry.country_code for entry in entries)
    return tuple(
        Choice(code, name, counts[code], code == country)
        for code, name in sorted(names.items(), key=lambda item: fold(item[1]))
    )


def _cities(entries: Sequence[FilmScreening], city: str) -> tuple[CountryCities, ...]:
    counts = Counter((entry.country, entry.city, entry.country_code) for entry in entries)
    found: dict[str, list[Choice]] = defaultdict(list)
    for country, name, code in sorted(counts, key=lambda row: (fold(row[0]), fold(row[1]))):
        is_chosen = bool(city) and is_same_city(city, name, code)
        found[country].append(Choice(name, name, counts[country, name, code], is_chosen))
    return tuple(CountryCities(country, tuple(cities)) for country, cities in found.items())


def group_by_month(entries: Iterable[FilmScreening], language: str) -> tuple[Month, ...]:
    """Return screenings under the months and days that the clocks of their venues show."""
    ordered = sorted(entries, key=lambda entry: (entry.starts_at.date(), entry.starts_at))
    days = [
        Day(day, tuple(found))
        for day, found in groupby(ordered, key=lambda entry: entry.starts_at.date())
    ]
    months = groupby(days, key=lambda day: day.date.replace(day=1))
    return tuple(
        Month(
            first.strftime("%Y-%m"),
            format_skeleton("yMMMM", first, locale=date_locale(language)),
            tuple(found),
        )
        for first, found in months
    )
