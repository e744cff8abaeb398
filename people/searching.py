"""Lists and pickers of the admin narrowed to a name in any spelling."""

from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from people.looking_up import How, all_keys, begun_names, find_names
from people.spelling import words_of

RANKS = list(How)


def search_names(rows: "QuerySet[Any]", text: str, kind: str) -> "QuerySet[Any]":
    """Return the rows whose names the text means, the surest first; all rows for no text."""
    if not text.strip():
        return rows
    if not words_of(text):
        return rows.none()
    found = find_names(text, kind)
    steps = [
        When(pk__in=[pk for pk, how in found.items() if how is rank], then=Value(place))
        for place, rank in enumerate(RANKS)
        if rank in found.values()
    ]
    # Of beginnings the list shows all, however many were looked at to rank them.
    begun = begun_names(text, all_keys()).values("record")
    shown = rows.filter(Q(pk__in=begun) | Q(pk__in=list(found)))
    default = Value(RANKS.index(How.BEGINNING))
    rank = Case(*steps, default=default, output_field=IntegerField())
    return shown.order_by(rank, *rows.query.order_by or rows.model._meta.ordering, "pk")
