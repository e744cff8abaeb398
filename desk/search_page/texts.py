"""Where the words of a question stand in the texts of what is live: one query for all words."""

from collections.abc import Iterable
from enum import IntEnum

from django.db.models import IntegerField, Q, Value
from django.db.models.functions import StrIndex

from desk.search_page.question import Question, is_sought_anywhere
from editorial.models import Publication
from editorial.spelling import MARK, NAMES_END, TITLE_END


class Rank(IntEnum):
    """Where a word was found; the order is that of the results."""

    PHRASE = 0
    TITLE = 1
    IN_TITLE = 2
    NAMES = 3
    FACTS = 4
    IN_NAMES = 5
    PEOPLE = 6
    PROSE = 7
    IN_PROSE = 8


# Where a word begins, and where it stands inside another, by section.
BEGUN = (Rank.TITLE, Rank.NAMES, Rank.PROSE)
WITHIN = (Rank.IN_TITLE, Rank.IN_NAMES, Rank.IN_PROSE)
Ranks = dict[str, Rank]
KINDS = ("film", "page")


def find_words(question: Question, language: str, others: Iterable[int]) -> dict[int, Ranks]:
    """Return by record the best place of each word that its live texts have. One query.

    Looked into are those that have the longest word, and `others`, which have it elsewhere. Facts
    are looked into of films that are live in another language alone, too.
    """
    places = {"title_end": _place(TITLE_END), "names_end": _place(NAMES_END)}
    places["phrase"] = _place(f"{MARK} {question.phrase}")
    for number, word in enumerate(question.words):
        places[f"begun{number}"] = _place(f" {word}")
        # A word that must begin one is asked for twice, so that every row has the same columns.
        sought = word if is_sought_anywhere(word) else f" {word}"
        places[f"within{number}"] = _place(sought)
    live = Publication.objects.live().filter(kind__in=KINDS, language__in=("", language)).order_by()
    rows = live
    if len(question.words) > 1:
        # Few texts have it, while nearly all have "the".
        longest = question.words.index(max(question.words, key=len))
        having = live.annotate(place=places[f"within{longest}"]).filter(place__gt=0)
        rows = live.filter(Q(record__in=having.values("record")) | Q(record__in=list(others)))
    has_one = Q()
    for number in range(len(question.words)):
        has_one |= Q(**{f"begun{number}__gt": 0}) | Q(**{f"within{number}__gt": 0})
    found: dict[int, Ranks] = {}
    for pk, title_end, names_end, phrase, *where in (
        rows.annotate(**places).filter(has_one).values_list("record_id", *places)
    ):
        ranks = {
            word: rank
            for word, begun, within in zip(question.words, where[::2], where[1::2], strict=True)
            if (rank := _rank(begun, within, title_end, names_end)) is not None
        }
        if ranks:
            placed = dict.fromkeys(ranks, Rank.PHRASE) if phrase == 1 else ranks
            found[pk] = join_ranks(found.get(pk, {}), placed)
    return found


def join_ranks(first: Ranks, second: Ranks) -> Ranks:
    """Return the better place of each word."""
    if not first:
        return second
    joined = dict(first)
    for word, rank in second.items():
        joined[word] = min(rank, joined.get(word, rank))
    return joined


def _place(text: str) -> StrIndex:
    return StrIndex("search_text", Value(text), output_field=IntegerField())


def _rank(begun: int, within: int, title_end: int, names_end: int) -> Rank | None:
    ranks = []
    for place, sections in ((begun, BEGUN), (within, WITHIN)):
        if place:
            ranks.append(sections[(place > title_end) + (place > names_end)])
    return min(ranks, default=None)
