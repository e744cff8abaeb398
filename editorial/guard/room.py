"""How much a member may leave that is not saved: nobody fills a disk, for the oldest goes first.

Only what is long is weighed, with all the rest: what short rows can add is bounded by their number,
and a row that is short and not new costs no query.
"""

from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast, Length

# Rows of one member. Thirty open tabs are far from it.
MOST_ROWS = 200
# Characters of one member as the database holds them: ten of the longest drafts in Latin letters.
MOST_TOGETHER = 50_000_000
# Characters of a row that is weighed.
LONG = 100_000


def length_of(fields: dict[str, list[str]]) -> int:
    """Return how many characters were typed; names of fields count, they may be as long."""
    return sum(len(name) + sum(map(len, values)) for name, values in fields.items())


def make_room(rows: QuerySet[Any], column: str, is_new: bool, length: int) -> int:
    """Delete the oldest of a member's rows beyond what is kept; return how many.

    `length` is that of what was just written, which stays whatever there is.
    """
    newest = rows.order_by("-saved_at", "-pk")
    if length > LONG:
        gone = _too_many(newest.annotate(stored=Length(Cast(column, TextField()))))
    else:
        gone = list(newest.values_list("pk", flat=True)[MOST_ROWS:]) if is_new else []
    if gone:
        rows.filter(pk__in=gone).delete()
    return len(gone)


def _too_many(newest: QuerySet[Any]) -> list[int]:
    """Return the keys of the rows that go; they tell how much is `stored` of each."""
    together, gone = 0, []
    for number, (pk, stored) in enumerate(newest.values_list("pk", "stored")):
        together += stored
        if number and (number >= MOST_ROWS or together > MOST_TOGETHER):
            gone.append(pk)
    return gone
