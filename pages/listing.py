"""What is live in a language, as lists, facets and the search need it: index columns alone.

Of films only those are read that a page shows; all of them are counted, by what they can be
narrowed to. Counts are kept in the process until the content version steps or a moment brings a
change.
"""

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.db import connection
from django.db.models import Count, DateTimeField, Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Collate
from django.utils import timezone

from editorial.memory import remember
from editorial.models import Publication
from editorial.models.window import NEVER, PublicationQuerySet, being_live
from editorial.publishing.window import live_titles

# From a publication of texts to the publication of the same film's facts.
FACTS = "record__publications__"
# So many films are read by their keys, or looked through in whole years at a time.
READ_AT_ONCE = 300
# What compares letter by letter, as Python does.
LETTERS = {"sqlite": "BINARY", "postgresql": "C"}


@dataclass(frozen=True)
class ListedFilm:
    """A live film: `title_id` and `facts_id` are the publications of its texts and its facts."""

    record_id: int
    title_id: int
    facts_id: int
    title: str
    path: str
    year: int | None
    category: str
    countries: tuple[str, ...]
    sort_title: str = ""


@dataclass(frozen=True)
class FilmCount:
    """How many films have one year and category."""

    year: int | None
    category: str
    count: int


@dataclass(frozen=True)
class Narrowing:
    """What films must be; empty values ask for nothing. `years` may have None for no year."""

    categories: tuple[str, ...] = ()
    years: tuple[int | None, ...] = ()
    country: str = ""

    def fits(self, count: FilmCount) -> bool:
        """Tell whether films of this sort are wanted, whatever their countries."""
        return (not self.categories or count.category in self.categories) and (
            not self.years or count.year in self.years
        )

    @property
    def facts(self) -> Q:
        """Return the same as a condition on films of `live_films`."""
        return self.facts_of(FACTS)

    def facts_of(self, path: str) -> Q:
        """Return the condition on facts to which `path` leads."""
        wanted = Q()
        if self.categories:
            wanted &= Q(**{f"{path}category__in": list(self.categories)})
        if self.years:
            years = [year for year in self.years if year is not None]
            known = Q(**{f"{path}year__in": years})
            unknown = Q(**{f"{path}year": None})
            wanted &= known | unknown if None in self.years else known
        if self.country:
            wanted &= Q(**{f"{path}countries__contains": f",{self.country},"})
        return wanted


@dataclass(frozen=True)
class ListedPage:
    record_id: int
    title_id: int
    title: str
    path: str


def live_films(language: str, wanted: Q | None = None) -> PublicationQuerySet:
    """Return the texts of the films live in a language whose facts, at `FACTS`, are as wanted."""
    facts = being_live(timezone.now(), FACTS)
    facts &= Q(**{f"{FACTS}kind": "film", f"{FACTS}language": ""})
    titles = live_titles("film", language).order_by()
    return titles.filter(facts & wanted if wanted else facts)


def live_facts_of_films(wanted: Q) -> PublicationQuerySet:
    """Return the live facts of films, in whatever language they are live."""
    facts = Publication.objects.live().filter(wanted, kind="film", language="")
    return facts.order_by()


def read_films(language: str, wanted: Q | None = None) -> list[ListedFilm]:
    """Return such films, newest first. One query."""
    return sorted(_read(live_films(language, wanted)), key=newest_first)


def read_records(language: str, records: Iterable[int]) -> list[ListedFilm]:
    return read_films(language, Q(record__in=list(records)))


def read_facts(language: str, facts_ids: Iterable[int]) -> list[ListedFilm]:
    """Return the films with these publications of facts, newest first."""
    return read_films(language, Q(**{f"{FACTS}pk__in": list(facts_ids)}))


def newest_first(film: ListedFilm) -> tuple[int, str]:
    return -(film.year or 0), film.sort_title


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


def newest_films(
    language: str, start: int, end: int, narrowing: Narrowing | None = None
) -> list[ListedFilm]:
    """Return films from one place of the list to another, newest first. Two queries.

    Only the years are read that stand there: first the films that have them, then their titles.
    """
    asked = narrowing or Narrowing()
    counts = filter(asked.fits, count_films(language, asked.country))
    skipped, years = years_between(counts, start, end)
    films = read_years(language, replace(asked, years=tuple(years))) if years else []
    return films[start - skipped : end - skipped]


def read_years(language: str, narrowing: Narrowing) -> list[ListedFilm]:
    """Return the films of some years, newest first. Two queries: their facts, then their titles."""
    records = live_facts_of_films(narrowing.facts_of("")).values_list("record_id", flat=True)
    return read_records(language, records)


def newest_among(language: str, records: Set[int], most: int) -> list[ListedFilm]:
    """Return the newest of these films, `most` of them.

    Of a few all are read; of many the years of the whole list, from the newest, until enough of
    them are there.
    """
    if len(records) <= max(most, READ_AT_ONCE):
        return read_records(language, records)[:most]
    found: list[ListedFilm] = []
    counts, start = count_films(language), 0
    while len(found) < most:
        skipped, years = years_between(counts, start, start + READ_AT_ONCE)
        films = read_years(language, Narrowing(years=tuple(years))) if years else []
        if not films:
            break
        found += [film for film in films if film.record_id in records]
        start = skipped + len(films)
    return found[:most]


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


def films_by_title(
    language: str, start: int, end: int, narrowing: Narrowing | None = None
) -> list[ListedFilm]:
    """Return films from one place of the list by title to another. Two queries.

    First their keys, in the order of an index that is read no further than to `end`.
    """
    asked = narrowing or Narrowing()
    facts = live_facts_of_films(Q(asked.facts_of(""), record=OuterRef("record")))
    letters = Collate("sort_title", LETTERS[connection.vendor])
    titles = _titles_in_order(language).filter(Exists(facts)).order_by(letters, "pk")
    films = read_records(language, titles.values_list("record_id", flat=True)[start:end])
    return sorted(films, key=lambda film: (film.sort_title, film.title_id))


def _titles_in_order(language: str) -> PublicationQuerySet:
    """Return `live_titles`, but so that SQLite takes the index by title.

    It would rather look for what is followed later than now, which all are, and sort that.
    """
    now = timezone.now()
    followed = Coalesce("followed_at", Value(NEVER, output_field=DateTimeField()))
    titles = Publication.objects.filter(
        Q(withdrawn_at=None) | Q(withdrawn_at__gt=now),
        kind="film", language=language, publish_at__lte=now, cancelled_at=None,
    )  # fmt: skip
    return titles.alias(followed=followed).filter(followed__gt=now)


def listed_pages(language: str) -> tuple[ListedPage, ...]:
    return remember(("listed pages", language), partial(_read_pages, language))


def _read(titles: PublicationQuerySet) -> list[ListedFilm]:
    columns = ("pk", "year", "category", "countries")
    rows: Any = titles.values_list(
        "record_id", "pk", "title", "path", "sort_title", *(f"{FACTS}{name}" for name in columns)
    )
    return [
        ListedFilm(record, title_id, facts_id, title, path, year, category, _codes(countries), key)
        for record, title_id, title, path, key, facts_id, year, category, countries in rows
    ]


def _count(language: str, country: str) -> tuple[FilmCount, ...]:
    found = live_films(language, Narrowing(country=country).facts)
    sorts = found.values_list(f"{FACTS}year", f"{FACTS}category").annotate(films=Count("pk"))
    return tuple(FilmCount(*row) for row in sorts)


def _count_countries(language: str, wanted: Narrowing) -> Counter[str]:
    counts: Counter[str] = Counter()
    found = live_films(language, wanted.facts).values_list(f"{FACTS}countries")
    for countries, films in found.annotate(films=Count("pk")):
        for code in _codes(countries):
            counts[code] += films
    return counts


def _codes(countries: str) -> tuple[str, ...]:
    return tuple(code for code in countries.split(",") if code)


def _read_pages(language: str) -> tuple[ListedPage, ...]:
    return tuple(
        ListedPage(page.record_id, page.pk, page.title, page.path)
        for page in live_titles("page", language).order_by("title")
    )
