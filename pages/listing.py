"""What is live in a language, as lists, facets and the search need it: index columns alone.

Kept in the process until the content version steps or a moment brings a change.
"""

from dataclasses import dataclass
from functools import partial

from editorial.memory import remember
from editorial.models import Publication
from editorial.publishing.window import live_facts, live_titles
from editorial.spelling import fold


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


@dataclass(frozen=True)
class ListedPage:
    record_id: int
    title_id: int
    title: str
    path: str


def listed_films(language: str) -> tuple[ListedFilm, ...]:
    """Return the films live in a language, newest first."""
    return remember(("listed films", language), partial(_read_films, language))


def listed_pages(language: str) -> tuple[ListedPage, ...]:
    return remember(("listed pages", language), partial(_read_pages, language))


def _read_films(language: str) -> tuple[ListedFilm, ...]:
    titles = list(live_titles("film", language))
    facts = live_facts([title.record_id for title in titles])
    films = [_list_film(t, facts[t.record_id]) for t in titles if t.record_id in facts]
    return tuple(sorted(films, key=lambda film: (-(film.year or 0), fold(film.title))))


def _list_film(title: Publication, facts: Publication) -> ListedFilm:
    return ListedFilm(
        record_id=title.record_id,
        title_id=title.pk,
        facts_id=facts.pk,
        title=title.title,
        path=title.path,
        year=facts.year,
        category=facts.category,
        countries=tuple(code for code in facts.countries.split(",") if code),
    )


def _read_pages(language: str) -> tuple[ListedPage, ...]:
    return tuple(
        ListedPage(page.record_id, page.pk, page.title, page.path)
        for page in live_titles("page", language).order_by("title")
    )
