"""Years, countries and categories as words: "2011", "Georgien", "Kurzfilm"."""

from functools import partial

from editorial.memory import remember
from editorial.names import country_name
from editorial.spelling import fold
from films.choices import Category
from pages.listing import ListedFilm, listed_films

# A beginning of a country's name of fewer letters would find half the catalogue.
SHORTEST = 4


def fact_words(language: str) -> dict[int, frozenset[str]]:
    """Return the folded words of each live film's facts, by record."""
    return remember(("fact words", language), partial(_read, language))


def has_fact(word: str, words: frozenset[str]) -> bool:
    return word in words or (
        len(word) >= SHORTEST and any(known.startswith(word) for known in words)
    )


def _read(language: str) -> dict[int, frozenset[str]]:
    return {film.record_id: _words_of(film, language) for film in listed_films(language)}


def _words_of(film: ListedFilm, language: str) -> frozenset[str]:
    names = [country_name(code, language) for code in film.countries]
    category = str(Category(film.category).label) if film.category in Category.values else ""
    return frozenset(fold(" ".join([str(film.year or ""), category, *names])).split())
