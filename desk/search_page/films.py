"""The films that a question means, the likeliest first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from desk.search_page.facts import films_with_facts
from desk.search_page.festivals import ListedFestival
from desk.search_page.question import Question
from desk.search_page.texts import ByWord, Places, Rank, join_places, titles_begun
from pages.listing import ListedFilm
from pages.paging import newest_among
from people.finding import FoundNames

# The worst place of a word, and all of them together.
Order = tuple[int, int]


@dataclass(frozen=True)
class FoundFilm:
    """A film with the worst place of a word; `is_named` if a name of the question brought it."""

    film: ListedFilm
    worst: Rank
    is_named: bool = False


@dataclass(frozen=True)
class FoundFilms:
    """All films that were found, by record; read are only those that are shown."""

    language: str
    orders: dict[int, Order]
    worst: Places
    named: frozenset[int]

    def __len__(self) -> int:
        return len(self.orders)

    def first(self, most: int) -> list[FoundFilm]:
        """Return so many films, the likeliest first; of those as likely the newest first."""
        alike: dict[Order, set[int]] = defaultdict(set)
        for record, order in self.orders.items():
            alike[order].add(record)
        found: list[ListedFilm] = []
        for order in sorted(alike):
            if len(found) < most:
                found += newest_among(self.language, alike[order], most - len(found))
        return [
            FoundFilm(film, self.worst.get(film.record_id, Rank.PEOPLE),
                      film.record_id in self.named)
            for film in found
        ]  # fmt: skip


def find_films(
    question: Question,
    placed: ByWord,
    names: FoundNames,
    festivals: Iterable[ListedFestival],
    pages: Iterable[int],
    language: str,
) -> FoundFilms:
    """Return the films that have every word somewhere, or show one whom the question names."""
    named = names.films_of(names.records).union(*(one.films for one in festivals))
    complete = having_all(question, placed).difference(pages)
    begun = titles_begun(question, language) if complete else set()
    places = [placed[word] for word in question.words]
    orders: dict[int, Order] = dict.fromkeys(named, _by_name(question))
    worst: Places = {}
    for record in complete:
        ranks = [Rank.PHRASE] if record in begun else [ranked[record] for ranked in places]
        worst[record] = max(ranks)
        orders[record] = _order(ranks, question, record in named)
    return FoundFilms(language, orders, worst, frozenset(named))


def having_all(question: Question, placed: ByWord) -> set[int]:
    """Return the records that have every word."""
    found = sorted((placed[word].keys() for word in question.words), key=len)
    return set(found[0]).intersection(*found[1:])


def find_told(question: Question, names: FoundNames, language: str) -> ByWord:
    """Return by word the records that have it among a film's facts or the names of its people."""
    facts = films_with_facts(question.words, language)
    told: ByWord = {}
    for word in question.words:
        told[word] = join_places(
            dict.fromkeys(facts.get(word, ()), Rank.FACTS),
            dict.fromkeys(names.films_of(names.by_word.get(word, ())), Rank.PEOPLE),
        )
    return told


def _by_name(question: Question) -> Order:
    return Rank.PEOPLE, Rank.PEOPLE * len(question.words)


def _order(ranks: list[Rank], question: Question, is_named: bool) -> Order:
    worst = max(ranks)
    if is_named and worst > Rank.PEOPLE:
        return _by_name(question)
    return worst, sum(ranks)
