"""Asks the index: every word must be found, the likeliest of each kind come first.

Of people and companies, what sounds alike or is written with a slip is offered when nothing else
is found.
"""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, Value, When, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from desk.finding.entry import SearchEntry
from desk.finding.showing import Shown, shown_to_visitors
from desk.finding.words import KINDS
from people.looking_up import find_names
from people.spelling import fold

MOST_WORDS = 8
LONGEST_QUERY = 200
SIMILAR = ("person", "company")


@dataclass(frozen=True)
class Hit:
    """Something found: `url` is its form, `shown` are the pages on which visitors see it."""

    kind: str
    title: str
    note: str
    url: str
    record: int | None = None
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True)
class Group:
    """The hits of one kind; `count` says how many there are, shown or not."""

    kind: str
    name: Any
    count: int
    hits: tuple[Hit, ...]
    is_similar: bool = False


def words_in(question: str) -> list[str]:
    return list(dict.fromkeys(fold(question[:LONGEST_QUERY]).split()))[:MOST_WORDS]


def search_desk(question: str, most: int, in_prose: bool = False) -> list[Group]:
    """Return what is found, by kind, at most so many of each. One query, three for likely names.

    With `in_prose` a word may also stand in longer texts.
    """
    words = words_in(question)
    if not words:
        return []
    found: dict[str, list[Any]] = {}
    for entry in _best(words, most, in_prose):
        found.setdefault(entry.kind, []).append(entry)
    groups = {
        kind: Group(kind, KINDS[kind][0], rows[0].count, tuple(map(hit_of, rows)))
        for kind, rows in found.items()
    }
    if not any(kind in groups for kind in SIMILAR):
        groups |= _similar(question, most)
    return [groups[kind] for kind in KINDS if kind in groups]


def with_pages(groups: list[Group]) -> list[Group]:
    """Return the groups with where visitors see each hit. Two queries."""
    records = {hit.record for group in groups for hit in group.hits if hit.record}
    pages = shown_to_visitors(records)

    def with_page(hit: Hit) -> Hit:
        if hit.record is None or hit.kind == "press_item":
            return hit
        return replace(hit, shown=pages.get(hit.record, ()))

    return [replace(group, hits=tuple(map(with_page, group.hits))) for group in groups]


def hit_of(entry: SearchEntry) -> Hit:
    url = reverse(f"admin:{KINDS[entry.kind][1]}_change", args=[entry.object_id])
    return Hit(entry.kind, entry.title, entry.note, url, entry.record_id)


def _best(words: list[str], most: int, in_prose: bool) -> Any:
    """Return the first entries of each kind, each with the `count` of its kind. One query."""
    rows = SearchEntry.objects.defer("text", "prose")
    for word in words:
        match = Q(text__contains=word)
        rows = rows.filter(match | Q(prose__contains=word) if in_prose else match)
    in_names = Q()
    for word in words:
        in_names &= Q(text__contains=f" {word}")
    begins = in_names & Q(text__startswith=f" {words[0]}")
    rank = Case(
        When(begins, then=Value(0)),
        When(in_names, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    ranked = rows.annotate(rank=rank).annotate(
        place=Window(RowNumber(), partition_by=F("kind"), order_by=["rank", "title", "pk"]),
        count=Window(Count("pk"), partition_by=F("kind")),
    )
    return ranked.filter(place__lte=most).order_by("kind", "place")


def _similar(question: str, most: int) -> dict[str, Group]:
    """Return people and companies whose names sound alike or are off by a slip of the hand."""
    groups = {}
    for kind in SIMILAR:
        ids = list(find_names(question, kind, most))
        rows = SearchEntry.objects.filter(kind=kind, object_id__in=ids).defer("text", "prose")
        by_id = {row.object_id: row for row in rows} if ids else {}
        hits = tuple(hit_of(by_id[pk]) for pk in ids if pk in by_id)
        if hits:
            groups[kind] = Group(kind, KINDS[kind][0], len(hits), hits, is_similar=True)
    return groups
