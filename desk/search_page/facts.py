"""Years, countries, categories and genres as words: "2011", "Georgien", "Kurzfilm", "Komödie"."""

import re
from collections.abc import Iterable
from functools import partial

from django.db.models import Q

from editorial.fields import column
from editorial.memory import remember
from editorial.names import country_name
from editorial.spelling import fold
from films.choices import Category
from films.models import Genre
from pages.counting import count_countries
from pages.listing import FACTS, Narrowing, live_films

# A beginning of a country's name of fewer letters would find half the catalogue.
SHORTEST = 4
YEAR = re.compile(r"[12][0-9]{3}")
# By column of facts, what each of its values is called, as folded words.
Called = dict[str, dict[str, frozenset[str]]]


def films_with_facts(words: Iterable[str], language: str) -> dict[str, set[int]]:
    """Return by word the records of the films that have it as a fact. One query a word at most."""
    called = remember(("called", language), partial(_read, language))
    found = {}
    for word in words:
        wanted = _wanted(word, called)
        if wanted:
            films = live_films(language, wanted)
            found[word] = set(films.values_list("record_id", flat=True))
    return found


def _wanted(word: str, called: Called) -> Q:
    wanted = Q()
    if YEAR.fullmatch(word):
        wanted |= Q(**{f"{FACTS}year": int(word)})
    for name, values in called.items():
        for value, words in values.items():
            if _has(word, words):
                listed = {f"{FACTS}{name}__contains": f",{value},"}
                wanted |= Q(**{f"{FACTS}category": value} if name == "category" else listed)
    return wanted


def _has(word: str, words: frozenset[str]) -> bool:
    return word in words or (
        len(word) >= SHORTEST and any(known.startswith(word) for known in words)
    )


def _read(language: str) -> Called:
    """Two queries: which countries there are, and what genres are called."""
    countries = {code: country_name(code, language) for code in _countries(language)}
    genres = dict(Genre.objects.values_list("key", column("name", language)))
    categories = {category.value: str(category.label) for category in Category}
    named = {"countries": countries, "genres": genres, "category": categories}
    return {
        name: {value: frozenset(fold(words or "").split()) for value, words in values.items()}
        for name, values in named.items()
    }


def _countries(language: str) -> Iterable[str]:
    return count_countries(language, Narrowing())
