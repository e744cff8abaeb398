"""Notes of what members tried without having the right to."""

from contextlib import suppress
from hashlib import sha256

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.http import HttpRequest

from editorial.audit.deeds import Deed
from editorial.audit.noting import note

# Whoever tries an address again and again writes a line a minute.
NOTED_EVERY = 60  # seconds
LONGEST = 250  # characters, as many as the column has


def note_refusal(request: HttpRequest) -> None:
    """Note by whom which address was asked for in vain; without the query, which may hold words.

    A database that takes no note is no reason to answer anything else.
    """
    tried = f"{request.method} {request.path}"[:LONGEST]
    key = sha256(f"{request.user.pk} {tried}".encode()).hexdigest()[:24]
    if cache.add(f"audit.refused.{key}", True, NOTED_EVERY):
        with suppress(DatabaseError), transaction.atomic():
            note(Deed.REFUSED, by=request.user, detail=tried)
