"""Years, countries, categories and genres as words: "2011", "Georgien", "Kurzfilm", "Komödie"."""

from functools import partial

from editorial.fields import column
from editorial.memory import remember
from editorial.models import Publication
from editorial.names import country_name
from editorial.spelling import fold
from films.choices import Category
from films.models import Genre
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
    """Two queries: the genres of all films, and what they are called."""
    films = listed_films(language)
    called = dict(Genre.objects.values_list("key", column("name", language)))
    facts = Publication.objects.filter(pk__in=[film.facts_id for film in films]).order_by()
    keys = dict(facts.values_list("pk", "parts__facts__genres"))
    return {
        film.record_id: _words_of(
            film, [called.get(key) or "" for key in keys.get(film.facts_id) or ()], language
        )
        for film in films
    }


def _words_of(film: ListedFilm, genres: list[str], language: str) -> frozenset[str]:
    names = [*genres, *(country_name(code, language) for code in film.countries)]
    category = str(Category(film.category).label) if film.category in Category.values else ""
    return frozenset(fold(" ".join([str(film.year or ""), category, *names])).split())
