"""Parts of the list of all films, newest first or by title: read without the rest of it."""

from collections.abc import Set
from dataclasses import replace

from django.db import connection
from django.db.models import DateTimeField, Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Collate
from django.utils import timezone

from editorial.models import Publication
from editorial.models.window import NEVER, PublicationQuerySet
from pages.counting import count_films, years_between
from pages.listing import ListedFilm, Narrowing, live_facts_of_films, read_records

# So many films are read by their keys, or looked through in whole years at a time.
READ_AT_ONCE = 300
# What compares letter by letter, as Python does.
LETTERS = {"sqlite": "BINARY", "postgresql": "C"}


def newest_films(
    language: str, start: int, end: int, narrowing: Narrowing | None = None
) -> list[ListedFilm]:
    """Return films from one place of the list to another, newest first. Two queries.

    Only the years are read that stand there: first the films that have them, then their titles.
    """
    asked = narrowing or Narrowing()
    counts = filter(asked.fits, count_films(language, asked.country))
    skipped, years = years_between(counts, start, end)
    films = read_years(language, replace(asked, years=tuple(years))) if years else []
    return films[start - skipped : end - skipped]


def read_years(language: str, narrowing: Narrowing) -> list[ListedFilm]:
    """Return the films of some years, newest first. Two queries: their facts, then their titles."""
    records = live_facts_of_films(narrowing.facts_of("")).values_list("record_id", flat=True)
    return read_records(language, records)


def newest_among(language: str, records: Set[int], most: int) -> list[ListedFilm]:
    """Return the newest of these films, `most` of them.

    Of a few all are read; of many the years of the whole list, from the newest, until enough of
    them are there.
    """
    if len(records) <= max(most, READ_AT_ONCE):
        return read_records(language, records)[:most]
    found: list[ListedFilm] = []
    counts, start = count_films(language), 0
    while len(found) < most:
        skipped, years = years_between(counts, start, start + READ_AT_ONCE)
        films = read_years(language, Narrowing(years=tuple(years))) if years else []
        if not films:
            break
        found += [film for film in films if film.record_id in records]
        start = skipped + len(films)
    return found[:most]


def films_by_title(
    language: str, start: int, end: int, narrowing: Narrowing | None = None
) -> list[ListedFilm]:
    """Return films from one place of the list by title to another. Two queries.

    First their keys, in the order of an index that is read no further than to `end`.
    """
    asked = narrowing or Narrowing()
    facts = live_facts_of_films(Q(asked.facts_of(""), record=OuterRef("record")))
    letters = Collate("sort_title", LETTERS[connection.vendor])
    titles = _titles_in_order(language).filter(Exists(facts)).order_by(letters, "pk")
    films = read_records(language, titles.values_list("record_id", flat=True)[start:end])
    return sorted(films, key=lambda film: (film.sort_title, film.title_id))


def _titles_in_order(language: str) -> PublicationQuerySet:
    """Return `live_titles`, but so that SQLite takes the index by title.

    It would rather look for what is followed later than now, which all are, and sort that.
    """
    now = timezone.now()
    followed = Coalesce("followed_at", Value(NEVER, output_field=DateTimeField()))
    titles = Publication.objects.filter(
        Q(withdrawn_at=None) | Q(withdrawn_at__gt=now),
        kind="film", language=language, publish_at__lte=now, cancelled_at=None,
    )  # fmt: skip
    return titles.alias(followed=followed).filter(followed__gt=now)
