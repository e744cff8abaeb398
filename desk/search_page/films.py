"""The films that a question means, the likeliest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.search_page.facts import fact_words, has_fact
from desk.search_page.festivals import ListedFestival
from desk.search_page.question import Question
from desk.search_page.texts import Rank, Ranks
from pages.listing import ListedFilm
from people.finding import FoundNames


@dataclass(frozen=True)
class FoundFilm:
    """A film with the place of each word; `is_named` if a name of the question brought it."""

    film: ListedFilm
    ranks: Ranks
    is_named: bool = False

    @property
    def worst(self) -> Rank:
        return max(self.ranks.values(), default=Rank.PEOPLE)


def find_films(
    question: Question,
    films: Iterable[ListedFilm],
    texts: dict[int, Ranks],
    names: FoundNames,
    festivals: Iterable[ListedFestival],
    language: str,
) -> list[FoundFilm]:
    """Return the films that have every word somewhere, or show one whom the question names."""
    facts = fact_words(language)
    shown = names.films_of(names.records).union(*(one.facts_ids for one in festivals))
    by_word = {word: names.films_of(records) for word, records in names.by_word.items()}
    found = []
    for place, film in enumerate(films):
        ranks = _join(texts.get(film.title_id, {}), texts.get(film.facts_id, {}))
        for word in question.words:
            if has_fact(word, facts[film.record_id]):
                ranks = _join(ranks, {word: Rank.FACTS})
            if film.facts_id in by_word.get(word, ()):
                ranks = _join(ranks, {word: Rank.PEOPLE})
        is_named = film.facts_id in shown
        if len(ranks) < len(question.words):
            if not is_named:
                continue
            ranks = dict.fromkeys(question.words, Rank.PEOPLE)
        found.append((_order(ranks, is_named), place, FoundFilm(film, ranks, is_named)))
    return [entry for _ranks, _place, entry in sorted(found, key=lambda row: row[:2])]


def _order(ranks: Ranks, is_named: bool) -> tuple[int, int]:
    worst, total = max(ranks.values()), sum(ranks.values())
    if is_named and worst > Rank.PEOPLE:
        return Rank.PEOPLE, Rank.PEOPLE * len(ranks)
    return worst, total


def _join(first: Ranks, second: Ranks) -> Ranks:
    """Return the better place of each word."""
    joined = dict(first)
    for word, rank in second.items():
        joined[word] = min(rank, joined.get(word, rank))
    return joined
