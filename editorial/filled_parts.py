"""Which tables hold rows of a record: most films have rows in a few of twenty."""

from collections.abc import Iterable

from django.db import connection

from editorial.kinds import Kind, Part

# Below this many tables, asking first costs more than it spares.
FEWEST = 3
# The SQL of a kind never changes while the program runs, and making it takes most of the time.
_made: dict[tuple[str, str], str] = {}


def filled_parts(kind: Kind, record_id: int) -> set[str]:
    """Return the names of the parts that have rows of their own for this record. One query."""
    own = [part for part in kind.parts if part.owner]
    if len(own) < FEWEST:
        return {part.name for part in own}
    place = (kind.name, connection.vendor)
    if place not in _made:
        _made[place] = _question(own)
    with connection.cursor() as cursor:
        cursor.execute(_made[place], [record_id] * len(own))
        answers = cursor.fetchone()
    return {part.name for part, is_filled in zip(own, answers, strict=True) if is_filled}


def _question(parts: Iterable[Part]) -> str:
    """Return SQL with one parameter per part, the record's number."""
    each = []
    for part in parts:
        rows = part.model._default_manager.filter(**{part.owner: 0}).values("pk").order_by()
        sql, parameters = rows.query.sql_with_params()
        if parameters != (0,):
            raise TypeError(f"The rows of {part.name} depend on more than their record.")
        each.append(f"EXISTS({sql})")
    return f"SELECT {', '.join(each)}"
