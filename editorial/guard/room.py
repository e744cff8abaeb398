"""How much a member may leave that is not saved: nobody fills a disk, for the oldest goes first.

A row that is written again costs no query unless it is long, so what short ones can add is bounded
by their number alone.
"""

from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast, Length

# Rows of one member. Thirty open tabs are far from it.
MOST_ROWS = 200
# Characters of one member as the database holds them: ten of the longest drafts in Latin letters.
MOST_TOGETHER = 50_000_000
# Characters that were typed; what is shorter is counted only when it is new.
LONG = 100_000


def length_of(fields: dict[str, list[str]]) -> int:
    """Return how many characters were typed; names of fields count, they may be as long."""
    return sum(len(name) + sum(map(len, values)) for name, values in fields.items())


def make_room(rows: QuerySet[Any], column: str, is_new: bool, length: int) -> int:
    """Delete the oldest of a member's rows beyond what is kept; return how many.

    `length` is that of what was just written, which stays whatever there is.
    """
    if not is_new and length <= LONG:
        return 0
    sized = rows.annotate(stored=Length(Cast(column, TextField()))).order_by("-saved_at", "-pk")
    together, gone = 0, []
    for number, (pk, stored) in enumerate(sized.values_list("pk", "stored")):
        together += stored
        if number and (number >= MOST_ROWS or together > MOST_TOGETHER):
            gone.append(pk)
    if gone:
        rows.filter(pk__in=gone).delete()
    return len(gone)
