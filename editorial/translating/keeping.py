"""Marks and states in the database, kept true at the end of every change.

A change costs the same number of queries however many records it touched: five to read, at most
three to write.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from editorial.changes import Change, change, on_finish
from editorial.documents import documents_of, upgrade
from editorial.fields import languages
from editorial.guard.versions import locked
from editorial.kinds import Document, all_kinds, kind_of
from editorial.models import Record, TranslationMark, TranslationState
from editorial.names import person_name
from editorial.publishing.overview import desk_documents
from editorial.revisions import latest_desk_revisions
from editorial.translating.marking import Circumstances, Wanted, marks_after, marks_of_origin
from editorial.translating.states import Mark, cells_of, summarise, text_states
from editorial.translating.texts import Key, texts_in

MarkRows = dict[tuple[Key, str], TranslationMark]
COUNTS = ("missing", "outdated", "same", "reviewed", "translated", "total", "cells")


def origin_of(record: Record) -> str:
    """Return the language that the record's translations are made from."""
    known = record.source_language
    return known if known in languages() else settings.LANGUAGES[0][0]


@on_finish
def keep_marks(change: Change) -> None:
    """Write marks and states of what was touched. Comes before the new revision is stored."""
    if not change.touched and not change.deleted:
        return
    records = list(Record.objects.filter(pk__in=change.touched | change.deleted))
    change.records = records
    after = documents_of(records)
    gone = [pk for pk, document in after.items() if document is None]
    if gone:
        TranslationState.objects.filter(record__in=gone).delete()
    kept = [record for record in records if after[record.pk] is not None]
    before = change.latest = latest_desk_revisions([record.pk for record in kept])
    marks = marks_of([record.pk for record in kept])
    by_hand = change.user is not None
    wanted: dict[int, Wanted] = {}
    for record in kept:
        kind, document = kind_of(record.kind), after[record.pk] or {}
        former = upgrade(kind, before[record.pk].document) if record.pk in before else None
        mine = _as_marks(marks[record.pk])
        known = Circumstances(by_hand, change.keeps_meaning, change.made_from.get(record.pk, {}))
        wanted[record.pk] = marks_after(kind, former, document, origin_of(record), mine, known)
    write_marks(wanted, marks, change.user)
    _write_states([(record, after[record.pk] or {}) for record in kept], marks)


def marks_of(record_ids: Iterable[int]) -> dict[int, MarkRows]:
    """Return the marks by record, place and language. One query."""
    found: dict[int, MarkRows] = defaultdict(dict)
    for row in TranslationMark.objects.filter(record__in=list(record_ids)).select_related("user"):
        found[row.record_id][Key(row.part, row.row, row.field), row.language] = row
    return found


def _as_marks(rows: MarkRows) -> dict[tuple[Key, str], Mark]:
    return {place: as_mark(row) for place, row in rows.items()}


def as_mark(row: TranslationMark) -> Mark:
    return Mark(row.source_text, row.how, person_name(row.user), row.at)


def write_marks(wanted: Mapping[int, Wanted], marks: dict[int, MarkRows], user: Any) -> None:
    """Write and delete marks, in the database and in `marks`. At most two queries."""
    now = timezone.now()
    new, gone = [], []
    for record_id, places in wanted.items():
        for (key, language), mark in places.items():
            old = marks[record_id].pop((key, language), None)
            if mark is None:
                gone += [old.pk] if old else []
                continue
            row = TranslationMark(
                record_id=record_id,
                part=key.part,
                row=key.row,
                field=key.field,
                language=language,
                source_text=mark.source_text,
                how=mark.how,
                user=None if mark.is_theirs else user,
                at=now,
            )
            marks[record_id][key, language] = row
            new.append(row)
    if gone:
        TranslationMark.objects.filter(pk__in=gone).delete()
    if new:
        TranslationMark.objects.bulk_create(
            new,
            update_conflicts=True,
            unique_fields=["record", "part", "row", "field", "language"],
            update_fields=["source_text", "how", "user", "at"],
        )


def _write_states(
    records: Iterable[tuple[Record, Document]], marks: Mapping[int, MarkRows]
) -> None:
    """Make the counts of these records true. Two queries, one if nothing has changed."""
    wanted = [
        _state(record, document, language, _as_marks(marks.get(record.pk, {})))
        for record, document in records
        for language in languages()
    ]
    known = {
        (row.record_id, row.language): row
        for row in TranslationState.objects.filter(record__in={row.record_id for row in wanted})
    }
    changed = [row for row in wanted if not _equals(row, known.get((row.record_id, row.language)))]
    if changed:
        TranslationState.objects.bulk_create(
            changed,
            batch_size=500,
            update_conflicts=True,
            unique_fields=["record", "language"],
            update_fields=COUNTS,
        )


def _state(
    record: Record, document: Document, language: str, marks: Mapping[tuple[Key, str], Mark]
) -> TranslationState:
    kind = kind_of(record.kind)
    states = text_states(kind, document, language, origin_of(record), marks)
    counts = summarise(states)
    return TranslationState(
        record_id=record.pk,
        language=language,
        missing=counts.missing,
        outdated=counts.outdated,
        same=counts.same,
        reviewed=counts.reviewed,
        translated=counts.translated,
        total=counts.total,
        cells=cells_of(states),
    )


def _equals(row: TranslationState, known: TranslationState | None) -> bool:
    return known is not None and all(getattr(row, n) == getattr(known, n) for n in COUNTS)


def having_rows(records: QuerySet[Record]) -> QuerySet[Record]:
    """Leave out what was deleted, merged or undone: its revisions stay, its rows are gone."""
    living = Q(pk=0)
    for kind in all_kinds():
        living |= Q(kind=kind.name, pk__in=kind.model._base_manager.values("pk"))
    return records.filter(living)


def renew_states(record_ids: Iterable[int]) -> None:
    """Count these records again from what stands on the desk. Five queries."""
    wanted = list(record_ids)
    documents = desk_documents(wanted)
    records = having_rows(Record.objects.filter(pk__in=documents.keys()))
    lifted = [(r, upgrade(kind_of(r.kind), documents[r.pk])) for r in records]
    _write_states(lifted, marks_of(wanted))


def fill_states(limit: int = 0) -> int:
    """Count records that were never counted in every language; return how many.

    Sites that are older than the counts have none, and none in a language that is new.
    """
    missing = uncounted().distinct().order_by("pk")
    ids = list(missing.values_list("pk", flat=True)[: limit or None])
    for start in range(0, len(ids), 100):
        renew_states(ids[start : start + 100])
    return len(ids)


def uncounted() -> QuerySet[Record]:
    """Return the records that lack counts in a language."""
    lacking = Q(pk=0)
    for language in languages():
        counted = TranslationState.objects.filter(language=language)
        lacking |= ~Q(pk__in=counted.values("record"))
    return having_rows(Record.objects.filter(lacking, revisions__line="desk"))


def set_origin(record: Record, language: str, user: Any) -> None:
    """Say which language the record's translations are made from; '' is the site's first."""
    with change(user):
        _set_origin(locked(record), language, user)
    record.source_language = language


def _set_origin(record: Record, language: str, user: Any) -> None:
    if record.source_language == language:
        return
    old = origin_of(record)
    record.source_language = language
    Record.objects.filter(pk=record.pk).update(source_language=language)
    new = origin_of(record)
    document = desk_documents([record.pk]).get(record.pk)
    if document is None or old == new:
        return
    kind = kind_of(record.kind)
    lifted = upgrade(kind, document)
    marks = marks_of([record.pk])
    wanted = marks_of_origin(
        _as_marks(marks[record.pk]), texts_in(kind, lifted, old), texts_in(kind, lifted, new)
    )
    mine: Wanted = {place: None for place in marks[record.pk] if place[1] == new}
    write_marks({record.pk: {**wanted, **mine}}, marks, user)
    renew_states([record.pk])
