"""Where the words of a question stand in the texts of what is live: read from the index of words.

Which known words have one of the question in them is asked first, then which texts have those.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)  # fmt: skip
from django.db.models.functions import StrIndex

from desk.search_page.question import Question, is_sought_anywhere
from editorial.beginnings import begins_with
from editorial.models import KnownWord, Publication, SearchWord
from editorial.publishing.window import live_titles
from editorial.spelling import Section

# Where one word has so few films by other ways, the other words are sought beside it alone.
MOST_BESIDE = 500
# So many records are told to the database one by one.
MOST_LISTED = 2_000


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


# By twice the section, and one more for a word inside another.
RANKS = (
    Rank.TITLE, Rank.IN_TITLE, Rank.NAMES, Rank.IN_NAMES, Rank.PROSE, Rank.IN_PROSE,
)  # fmt: skip
# The best place of a word by record.
Places = dict[int, Rank]
ByWord = dict[str, Places]


def find_words(question: Question, language: str, told: ByWord) -> ByWord:
    """Return by word and record the best place that its live texts have. Three queries at most.

    `told` has the records that have a word elsewhere. Facts are looked into of films that are live
    in this language.
    """
    known = _known(question.words)
    found = {
        word: _live_words(_among(known[word]) if word in known else _begun(word), language)
        for word in question.words
    }
    leading = _choose_leading(question, told)
    if not leading:
        return _place(found)
    places = _place({leading: found.pop(leading)})
    records = places[leading].keys() | told.get(leading, {}).keys()
    if len(records) <= MOST_LISTED:
        # Said one by one they are looked at before anything else is; a subquery need not be. By the
        # index PostgreSQL would look for each word once with each record.
        beside, listed = F("record_id") + 0, sorted(records)
        found = {
            word: rows.annotate(beside=beside).filter(beside__in=listed)
            for word, rows in found.items()
        }
    return places | _place(found)


def _place(found: dict[str, QuerySet[SearchWord]]) -> ByWord:
    """Read the rows of all words. One query."""
    words = list(found)
    places: ByWord = {word: {} for word in words}
    first, *others = [_ranked(rows, n, words[n]) for n, rows in enumerate(found.values())]
    for number, record, place in first.union(*others, all=True) if others else first:
        places[words[number]][record] = RANKS[place]
    return places


def titles_begun(question: Question, language: str) -> set[int]:
    """Return the records of live films whose title begins with the whole question. One query."""
    titles = live_titles("film", language).order_by()
    begun = titles.filter(begins_with("sort_title", question.phrase))
    return set(begun.values_list("record_id", flat=True))


def join_places(first: Places, second: Places) -> Places:
    """Return the better place of each record."""
    joined = dict(first)
    for record, rank in second.items():
        joined[record] = min(rank, joined.get(record, rank))
    return joined


def _known(words: Iterable[str]) -> dict[str, list[str]]:
    """Return, by words that may stand inside others, the known words that have them. One query."""
    sought = [word for word in words if is_sought_anywhere(word)]
    if not sought:
        return {}
    places = {f"place{n}": StrIndex("word", Value(word)) for n, word in enumerate(sought)}
    has_one = Q()
    for name in places:
        has_one |= Q(**{f"{name}__gt": 0})
    rows = KnownWord.objects.annotate(**places).filter(has_one).values_list("word", flat=True)
    known = list(rows)
    return {word: [one for one in known if word in one] for word in sought}


def _among(known: list[str]) -> Q:
    return Q(section__in=Section, word__in=known)


def _begun(word: str) -> Q:
    """Return the condition on words that begin with a short one."""
    return Q(begins_with("word", word), section__in=Section)


def _choose_leading(question: Question, told: ByWord) -> str:
    """Return the longest word that few films have by other ways; '' if one word stands alone.

    Few texts have it, while nearly all have "the".
    """
    fit = [word for word in question.words if len(told.get(word, ())) <= MOST_BESIDE]
    return max(fit, key=len) if fit and len(question.words) > 1 else ""


def _live_words(among: Q, language: str) -> QuerySet[SearchWord]:
    """Return the words of texts that are live, of facts only where a text of the language is."""
    live = Publication.objects.live().order_by()
    # Not by primary key: the index of what is live of a record is narrow, the rows are wide.
    own = live.annotate(own=F("pk") + 0).filter(
        record=OuterRef("record_id"),
        kind=OuterRef("kind"),
        language=OuterRef("language"),
        own=OuterRef("publication_id"),
    )
    spoken = live.filter(record=OuterRef("record_id"), kind="film", language=language)
    found = SearchWord.objects.filter(among, Exists(own), language__in=("", language))
    return found.filter(Q(language=language) | Exists(spoken)).order_by()


def _ranked(found: QuerySet[SearchWord], number: int, word: str) -> QuerySet[Any]:
    """Return rows of number, record and best place."""
    begins = StrIndex("word", Value(word))
    inside = Case(When(Q(begins=1), then=0), default=1, output_field=IntegerField())
    place = Min(F("section") * 2 + inside, output_field=IntegerField())
    numbered = found.annotate(number=Value(number), begins=begins)
    return numbered.values("number", "record_id").annotate(place=place).values_list(
        "number", "record_id", "place"
    )  # fmt: skip
