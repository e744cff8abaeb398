"""Stored documents that hold an identifier somewhere, found by their text."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.db.models.functions import Cast


def rows_holding(
    model: type[models.Model], column: str, words: Iterable[str]
) -> QuerySet[models.Model]:
    """Return the rows whose JSON column contains one of these ASCII words anywhere."""
    wanted = [Q(json_text__contains=word) for word in words]
    rows = model._base_manager.annotate(json_text=Cast(column, models.TextField()))
    return rows.filter(reduce(or_, wanted)) if wanted else rows.none()


def holding(
    model: type[models.Model], column: str, words: Iterable[str]
) -> Iterator[tuple[Any, Any]]:
    """Yield (row, document) of the same, one by one."""
    for row in rows_holding(model, column, words).iterator(chunk_size=50):
        yield row, getattr(row, column)
