"""The films that a question means, the likeliest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.search_page.facts import films_with_facts
from desk.search_page.festivals import ListedFestival
from desk.search_page.question import Question
from desk.search_page.texts import Rank, Ranks, join_ranks
from pages.listing import ListedFilm, newest_first, read_records
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
    texts: dict[int, Ranks],
    told: dict[int, Ranks],
    names: FoundNames,
    festivals: Iterable[ListedFestival],
    language: str,
) -> list[FoundFilm]:
    """Return the films that have every word somewhere, or show one whom the question names."""
    shown = names.films_of(names.records).union(*(one.films for one in festivals))
    placed = dict(texts)
    for record, ranks in told.items():
        placed[record] = join_ranks(placed.get(record, {}), ranks)
    complete = {record: ranks for record, ranks in placed.items()
                if len(ranks) == len(question.words)}  # fmt: skip
    by_name = dict.fromkeys(question.words, Rank.PEOPLE)
    found = []
    for film in read_records(language, complete.keys() | shown):
        ranks, is_named = complete.get(film.record_id, by_name), film.record_id in shown
        order = (_order(ranks, is_named), newest_first(film))
        found.append((order, film.record_id, FoundFilm(film, ranks, is_named)))
    return [entry for _order, _record, entry in sorted(found, key=lambda row: row[:2])]


def find_told(question: Question, names: FoundNames, language: str) -> dict[int, Ranks]:
    """Return by record the words that are among a film's facts or the names of its people."""
    facts = ((word, films, Rank.FACTS)
             for word, films in films_with_facts(question.words, language).items())  # fmt: skip
    credited = ((word, names.films_of(records), Rank.PEOPLE)
                for word, records in names.by_word.items())  # fmt: skip
    found: dict[int, Ranks] = {}
    for word, films, rank in (*facts, *credited):
        for record in films:
            found[record] = join_ranks(found.get(record, {}), {word: rank})
    return found


def _order(ranks: Ranks, is_named: bool) -> tuple[int, int]:
    worst, total = max(ranks.values()), sum(ranks.values())
    if is_named and worst > Rank.PEOPLE:
        return Rank.PEOPLE, Rank.PEOPLE * len(ranks)
    return worst, total
