"""What an import brought in of sources, on its way out again: what is used since stays."""

from collections.abc import Iterable
from typing import Any

from sources.models import Claim, Decision, Source


def films_told_of(added: Iterable[tuple[str, int]]) -> set[int]:
    """Return the records that added claims and decisions (model, primary key) are about."""
    films: set[int] = set()
    models: tuple[Any, ...] = (Claim, Decision)
    for model in models:
        mine = [pk for label, pk in added if label == model._meta.label]
        films |= set(model.objects.filter(pk__in=mine).order_by().values_list("record", flat=True))
    return films


def is_in_use(row: Any) -> bool:
    """Tell whether editors have taken something from a source, or decided a point, since."""
    if isinstance(row, Source):
        return row.claims.exists() or row.intakes.exists()
    return isinstance(row, Decision) and row.decided_by_id is not None
