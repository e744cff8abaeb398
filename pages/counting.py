"""How many films are live in a language, by what they can be narrowed to.

Kept in the process until the content version steps or a moment brings a change.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from django.db.models import Count

from editorial.memory import remember
from pages.listing import FACTS, FilmCount, ListedFilm, Narrowing, codes_of, live_films


def count_films(language: str, country: str = "") -> tuple[FilmCount, ...]:
    """Return how many films of each sort are live in a language. One query, kept."""
    return remember(("film counts", language, country), partial(_count, language, country))


def count_countries(language: str, narrowing: Narrowing) -> Counter[str]:
    """Return how many films each country has had a part in. One query, kept."""
    wanted = replace(narrowing, country="")
    return remember(("countries", language, wanted), partial(_count_countries, language, wanted))


def sum_up(films: Iterable[ListedFilm]) -> tuple[FilmCount, ...]:
    """Return these films as counts."""
    counts = Counter((film.year, film.category) for film in films)
    return tuple(FilmCount(*sort, count) for sort, count in counts.items())


def years_between(
    counts: Iterable[FilmCount], start: int, end: int
) -> tuple[int, list[int | None]]:
    """Return the years of a part of the list, and how many films stand before the first of them."""
    years: Counter[int | None] = Counter()
    for count in counts:
        years[count.year] += count.count
    place, skipped = 0, 0
    found: list[int | None] = []
    for year in sorted(years, key=lambda year: -(year or 0)):
        if place < end and place + years[year] > start:
            skipped = skipped if found else place
            found.append(year)
        place += years[year]
    return skipped, found


def _count(language: str, country: str) -> tuple[FilmCount, ...]:
    found = live_films(language, Narrowing(country=country).facts)
    sorts = found.values_list(f"{FACTS}year", f"{FACTS}category").annotate(films=Count("pk"))
    return tuple(FilmCount(*row) for row in sorts)


def _count_countries(language: str, wanted: Narrowing) -> Counter[str]:
    counts: Counter[str] = Counter()
    found = live_films(language, wanted.facts).values_list(f"{FACTS}countries")
    for countries, films in found.annotate(films=Count("pk")):
        for code in codes_of(countries):
            counts[code] += films
    return counts
