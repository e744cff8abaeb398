"""Write a catalogue of so many films, past the door, in minutes; memory does not grow with it."""

import random
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import transaction

from bench.size.films import make_films
from bench.size.publishing import publish_films, read_documents, store_desk
from bench.size.shared import make_shared
from editorial.kinds import kind_of
from editorial.models import ContentVersion, Record

CHUNK = 250
SEED = 1895
SHARED = (Record.Kind.PERSON, Record.Kind.COMPANY, Record.Kind.FESTIVAL, Record.Kind.IMAGE)


def make_catalogue(films: int, tell: Callable[[str], None] = print) -> None:
    """Write films, people (three a film), credits (twenty a film) and what belongs to them."""
    dice = random.Random(SEED)
    started = time.perf_counter()

    def note(what: str) -> None:
        tell(f"{what:32} {time.perf_counter() - started:7.1f} s")

    with transaction.atomic():
        shared = make_shared(dice, films)
    note("people, festivals, pictures")
    for start in range(0, films, CHUNK):
        with transaction.atomic():
            records = make_films(dice, shared, start, min(CHUNK, films - start))
            documents = read_documents(kind_of(Record.Kind.FILM), records)
            store_desk(records, documents)
            publish_films(dice, records, documents)
    note("films and publications")
    for kind in SHARED:
        _store_shared(kind)
    note("revisions of what is shared")
    _make_indexes()
    note("indexes of names and search")
    with transaction.atomic():
        ContentVersion.step()


def _store_shared(kind: str) -> None:
    for chunk in _chunks(list(Record.objects.filter(kind=kind).order_by("pk"))):
        with transaction.atomic():
            store_desk(chunk, read_documents(kind_of(kind), chunk))


def _make_indexes() -> None:
    """Fill what is derived from rows, by the program's own functions."""
    from desk.finding.indexing import fill_index
    from editorial.publishing.reindexing import fill_search_words
    from editorial.translating.keeping import renew_states
    from people.name_keys import index_names

    named = Record.objects.filter(kind__in=(Record.Kind.PERSON, Record.Kind.COMPANY))
    with transaction.atomic():
        index_names(named.values_list("pk", flat=True))
    with transaction.atomic():
        fill_index()
    fill_search_words()
    for chunk in _chunks(list(Record.objects.order_by("pk").values_list("pk", flat=True))):
        with transaction.atomic():
            renew_states(chunk)


def _chunks(rows: Sequence[Any], size: int = CHUNK) -> Iterable[Sequence[Any]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))
