"""Keeps the index of the search true: at the end of every change, and for sites that have none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import override

from desk.finding.collecting import OF_RECORDS, OF_SHARED_ROWS
from desk.finding.entry import SearchEntry
from editorial.changes import Change
from editorial.fields import languages
from editorial.models import Record

CHUNK = 500
WRITTEN = ("record_id", "title", "note", "text", "prose")


def index_change(change: Change) -> None:
    """Renew what a change has touched."""
    index_records(change.touched | change.deleted, change.kinds)
    shared: dict[type[Any], set[int]] = defaultdict(set)
    for row, pk in change.shared:
        if type(row) in OF_SHARED_ROWS:
            # A row that was added in bulk got its key later; one that was deleted has lost it.
            shared[type(row)].add(row.pk or pk)
    for model, ids in shared.items():
        index_shared(model, ids)


def index_records(record_ids: Iterable[int], known_kinds: Mapping[int, str] | None = None) -> None:
    """Make the lines of these records anew; a record without rows has none.

    The kinds that are known already need no query.
    """
    wanted = sorted(record_ids)
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        kinds: dict[str, list[int]] = defaultdict(list)
        for pk, kind in _kinds_of(chunk, known_kinds or {}):
            if kind in OF_RECORDS:
                kinds[kind].append(pk)
        known = [pk for ids in kinds.values() for pk in ids]
        if known:
            made = (
                entry
                for kind, ids in kinds.items()
                for collect in OF_RECORDS[kind]
                for entry in collect(ids)
            )
            _replace(SearchEntry.objects.filter(record__in=known), made)


def _kinds_of(record_ids: Iterable[int], known: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    yield from ((pk, known[pk]) for pk in record_ids if pk in known)
    unknown = [pk for pk in record_ids if pk not in known]
    if unknown:
        yield from Record.objects.filter(pk__in=unknown).values_list("pk", "kind")


def index_shared(model: type[Any], ids: Iterable[int]) -> None:
    """Make the lines of venues, videos and the like anew."""
    wanted = [pk for pk in ids if pk]
    kind, collect = OF_SHARED_ROWS[model]
    _replace(SearchEntry.objects.filter(kind=kind, object_id__in=wanted), collect(wanted))


def _replace(former: Any, made: Iterable[SearchEntry]) -> None:
    """Write what differs, and delete what nothing stands behind any more."""
    known = {(row.kind, row.object_id): row for row in former}
    new = []
    # Whoever saves, in whatever language: the line is the same.
    with override(languages()[0]):
        wanted = list(made)
    for entry in wanted:
        row = known.pop((entry.kind, entry.object_id), None)
        if row is None or any(getattr(row, name) != getattr(entry, name) for name in WRITTEN):
            new.append(entry)
    if known:
        SearchEntry.objects.filter(pk__in=[row.pk for row in known.values()]).delete()
    if new:
        SearchEntry.objects.bulk_create(
            new, update_conflicts=True, unique_fields=["kind", "object_id"], update_fields=WRITTEN
        )


def fill_index() -> int:
    """Index what never was, on a site that is older than the search; return how many."""
    known = SearchEntry.objects.exclude(record=None).values("record")
    missing = Record.objects.filter(kind__in=OF_RECORDS, binned_at=None).exclude(pk__in=known)
    ids = list(missing.values_list("pk", flat=True))
    index_records(ids)
    count = len(ids)
    for model, (kind, _collect) in OF_SHARED_ROWS.items():
        indexed = SearchEntry.objects.filter(kind=kind).values("object_id")
        rows = model._base_manager.exclude(pk__in=indexed).values_list("pk", flat=True)
        new = list(rows)
        index_shared(model, new)
        count += len(new)
    return count
