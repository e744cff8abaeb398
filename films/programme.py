"""Screenings as a programme shows them: by month and day, with what they can be narrowed to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from babel.dates import format_skeleton

from editorial.names import date_locale
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
class Facets:
    """What a visitor can choose; `query` is what was chosen, as in an address."""

    countries: tuple[Choice, ...]
    cities: tuple[Choice, ...]
    country: str
    city: str

    @property
    def are_chosen(self) -> bool:
        return bool(self.country or self.city)

    @property
    def are_useful(self) -> bool:
        return len(self.cities) > 1 or self.are_chosen


def choose(entries: Iterable[FilmScreening], country: str, city: str) -> list[FilmScreening]:
    """Return what takes place in the country (ISO code) and the city; '' is everywhere."""
    wanted = city.casefold()
    return [
        entry
        for entry in entries
        if country in ("", entry.country_code) and wanted in ("", entry.city.casefold())
    ]


def facets_of(entries: Sequence[FilmScreening], country: str, city: str) -> Facets:
    """Return countries by name, and the cities of the chosen country, with their counts."""
    names = {entry.country_code: entry.country for entry in entries}
    countries = Counter(entry.country_code for entry in entries)
    cities = Counter(entry.city for entry in choose(entries, country, ""))
    return Facets(
        countries=tuple(
            Choice(code, name, countries[code], code == country)
            for code, name in sorted(names.items(), key=lambda item: fold(item[1]))
        ),
        cities=tuple(
            Choice(name, name, cities[name], name.casefold() == city.casefold())
            for name in sorted(cities, key=fold)
        ),
        country=country,
        city=city,
    )


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
