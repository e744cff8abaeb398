"""Stored documents that hold an identifier somewhere, found by their text.

The database searches its own JSON columns; packed ones are unpacked and searched here.
"""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.db.models.functions import Cast

from editorial.packing import PackedJSONField, packed_texts


def rows_holding(
    model: type[models.Model], column: str, words: Iterable[str]
) -> QuerySet[models.Model]:
    """Return the rows whose JSON column contains one of these ASCII words anywhere."""
    words = list(words)
    if isinstance(model._meta.get_field(column), PackedJSONField):
        return _packed_rows_holding(model, column, words)
    wanted = [Q(json_text__contains=word) for word in words]
    rows = model._base_manager.annotate(json_text=Cast(column, models.TextField()))
    return rows.filter(reduce(or_, wanted)) if wanted else rows.none()


def _packed_rows_holding(
    model: type[models.Model], column: str, words: list[str]
) -> QuerySet[models.Model]:
    rows = model._base_manager.all()
    texts = packed_texts(rows, column) if words else ()
    return rows.filter(pk__in=[pk for pk, text in texts if any(word in text for word in words)])


def holding(
    model: type[models.Model], column: str, words: Iterable[str]
) -> Iterator[tuple[Any, Any]]:
    """Yield (row, document) of the same, one by one."""
    for row in rows_holding(model, column, words).iterator(chunk_size=50):
        yield row, getattr(row, column)
