"""People and companies that visitors may find: those whom a film live in their language shows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

from editorial.models import Reference
from people.looking_up import find_names, public_keys, words_begun

KINDS = ("person", "company")
MOST = 100
# Names that begin with one of several words: enough to find the films that have all of them.
MOST_BEGUN = 5_000
# By kind of record, which references give it a page.
SHOWN_BY = Q(target__kind="person", usage="credit") | Q(
    target__kind="company", usage__in=("company", "credit")
)


@dataclass(frozen=True)
class FoundNames:
    """Records by likelihood, and by each word of the question; what they did for which film.

    `deeds` has (facts publication, role) by record.
    """

    records: tuple[int, ...] = ()
    by_word: dict[str, set[int]] = field(default_factory=dict)
    deeds: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def films_of(self, records: Iterable[int]) -> set[int]:
        """Return the facts publications of the films that show one of these records."""
        return {facts for record in records for facts, _role in self.deeds.get(record, ())}


def find_shown(question: str, words: Sequence[str], facts_ids: Sequence[int]) -> FoundNames:
    """Return the people and companies of these films whose names the question means.

    In any spelling and script the question as a whole; as beginnings each word by itself. Never
    by a legal name.
    """
    credits = Reference.objects.filter(SHOWN_BY, target=OuterRef("record"))
    among = Exists(credits.filter(publication__in=facts_ids))
    records = tuple(find_names(question, KINDS, MOST, among, public_keys()))
    by_word: dict[str, set[int]] = {}
    if len(words) > 1:
        by_word = words_begun(words, among, MOST_BEGUN, public_keys())
    wanted = set(records).union(*by_word.values())
    deeds: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = Reference.objects.filter(SHOWN_BY, target__in=wanted, publication__in=facts_ids)
    for record, facts, role in rows.values_list("target", "publication", "role"):
        deeds[record].append((facts, role))
    return FoundNames(records, by_word, dict(deeds))
