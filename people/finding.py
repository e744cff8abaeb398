"""People and companies that visitors may find: those whom a film live in their language shows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from editorial.models import Publication, Reference
from editorial.models.window import being_live
from people.looking_up import find_names, public_keys, words_begun

KINDS = ("person", "company")
MOST = 100
# Names that begin with one of several words: enough to find the films that have all of them.
MOST_BEGUN = 5_000
# Which references give a person or company a page; nothing else is referred to by these.
SHOWN_BY = ("company", "credit")


@dataclass(frozen=True)
class FoundNames:
    """Records by likelihood, and by each word of the question; what they did for which film.

    `deeds` has (record of the film, role) by record.
    """

    records: tuple[int, ...] = ()
    by_word: dict[str, set[int]] = field(default_factory=dict)
    deeds: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def films_of(self, records: Iterable[int]) -> set[int]:
        """Return the records of the films that show one of these records."""
        return {film for record in records for film, _role in self.deeds.get(record, ())}


def find_shown(question: str, words: Sequence[str], language: str) -> FoundNames:
    """Return the people and companies of films live in a language whose names the question means.

    In any spelling and script the question as a whole; as beginnings each word by itself. Never
    by a legal name.
    """
    credits = live_credits(language)
    among = Exists(credits.filter(target=OuterRef("record")))
    records = tuple(find_names(question, KINDS, MOST, among, public_keys()))
    by_word: dict[str, set[int]] = {}
    if len(words) > 1:
        by_word = words_begun(words, among, MOST_BEGUN, public_keys())
    wanted = set(records).union(*by_word.values())
    deeds: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = credits.filter(target__in=wanted).order_by()
    for record, film, role in rows.values_list("target", "publication__record", "role"):
        deeds[record].append((film, role))
    return FoundNames(records, by_word, dict(deeds))


def live_credits(language: str) -> QuerySet[Reference]:
    """Return what the facts of films live in a language say of people and companies."""
    now = timezone.now()
    spoken = Publication.objects.live(now).filter(
        record=OuterRef("publication__record"), kind="film", language=language
    )
    # Kinds are not asked for: SQLite would begin with all that is live of a kind.
    return Reference.objects.filter(
        being_live(now, "publication__"), Exists(spoken), usage__in=SHOWN_BY
    )
