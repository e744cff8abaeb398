"""Beginnings of texts as conditions that both databases answer from an index."""

from django.db import connection
from django.db.models import Q

LAST_LETTER = "\U0010ffff"


def begins_with(column: str, text: str) -> Q:
    """SQLite's LIKE takes no index; comparing by letters is what PostgreSQL's locale forbids."""
    if connection.vendor == "sqlite":
        return Q(**{f"{column}__gte": text, f"{column}__lt": text + LAST_LETTER})
    return Q(**{f"{column}__startswith": text})
