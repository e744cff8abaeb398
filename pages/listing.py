"""What is live in a language, as lists, facets and the search need it: index columns alone.

Of films only those are read that a page shows (`paging.py`); all of them are counted, by what they
can be narrowed to (`counting.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Q
from django.utils import timezone

from editorial.memory import remember
from editorial.models import Publication
from editorial.models.window import PublicationQuerySet, being_live
from editorial.publishing.window import live_titles

# From a publication of texts to the publication of the same film's facts.
FACTS = "record__publications__"


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


def listed_pages(language: str) -> tuple[ListedPage, ...]:
    return remember(("listed pages", language), partial(_read_pages, language))


def _read(titles: PublicationQuerySet) -> list[ListedFilm]:
    columns = ("pk", "year", "category", "countries")
    rows: Any = titles.values_list(
        "record_id", "pk", "title", "path", "sort_title", *(f"{FACTS}{name}" for name in columns)
    )
    return [
        ListedFilm(
            record, title_id, facts_id, title, path, year, category, codes_of(countries), key
        )
        for record, title_id, title, path, key, facts_id, year, category, countries in rows
    ]


def codes_of(countries: str) -> tuple[str, ...]:
    return tuple(code for code in countries.split(",") if code)


def _read_pages(language: str) -> tuple[ListedPage, ...]:
    return tuple(
        ListedPage(page.record_id, page.pk, page.title, page.path)
        for page in live_titles("page", language).order_by("title")
    )
