"""The counts of translations as they are kept, for tests to look at."""

from collections import defaultdict
from collections.abc import Iterable

from editorial.fields import languages
from editorial.models import TranslationState
from editorial.translating.states import Summary


def summaries(record_ids: Iterable[int]) -> dict[int, dict[str, Summary]]:
    """Return the counts by record and language. One query, whatever their number."""
    found: dict[int, dict[str, Summary]] = defaultdict(dict)
    rows = TranslationState.objects.filter(record__in=list(record_ids), language__in=languages())
    for row in rows.defer("cells"):
        found[row.record_id][row.language] = Summary(
            row.missing, row.outdated, row.same, row.reviewed, row.translated
        )
    return dict(found)
