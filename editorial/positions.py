"""Where a row that is added stands among those that are there: after the last."""

from typing import Any

from django.db.models import Max, QuerySet

# The most that PostgreSQL keeps in a PositiveSmallIntegerField.
MOST = 32_767


def next_position(rows: QuerySet[Any]) -> int:
    """Return the position after the last of these rows; a gap before it stays. One query."""
    last: int | None = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else min(last + 1, MOST)
