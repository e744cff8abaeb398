"""What an import changes, noted change by change, so that the whole run can be undone."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from desk.models import ImportedDocument, ImportEntry, ImportRun
from editorial.changes import Change, change
from editorial.models import Record, Revision


class Recorder:
    """Opens the changes of a run; without a run (dry runs, tests) nothing is noted."""

    def __init__(self, run: ImportRun | None = None) -> None:
        self.run = run
        self.memories: dict[int, Any] = {}
        self.created: set[int] = set()

    @contextmanager
    def change(self, user: Any, reason: str) -> Iterator[Change]:
        """Open a change and note, in the same transaction, what it did to which records."""
        self.memories, self.created = {}, set()
        with transaction.atomic():
            newest = Revision.objects.aggregate(newest=Max("pk"))["newest"] or 0
            with change(user, reason) as opened:
                yield opened
            if self.run is not None:
                self._note(self.run, opened, newest)

    def remember(self, record: Record, memory: ImportedDocument | None, is_new: bool) -> None:
        """Keep what the folder had said of a record, before it is overwritten."""
        if is_new:
            self.created.add(record.pk)
        elif memory is not None:
            self.memories[record.pk] = {
                "layout": memory.layout,
                "document": memory.document,
                "files": memory.files,
            }

    def _note(self, run: ImportRun, opened: Change, newest: int) -> None:
        written = opened.touched - opened.deleted
        after = _last_revisions(written, Q(pk__gt=newest))
        before = _last_revisions(set(after), Q(pk__lte=newest))
        known = {e.record_id: e for e in ImportEntry.objects.filter(run=run, record__in=after)}
        new = []
        for record_id, revision in after.items():
            entry = known.get(record_id)
            if entry is None:
                is_new = record_id not in before or record_id in self.created
                entry = ImportEntry(run=run, record_id=record_id, is_new=is_new)
                entry.before_id = None if is_new else before[record_id]
                new.append(entry)
            entry.after_id = revision
            entry.memory = self.memories.get(record_id)
        ImportEntry.objects.bulk_create(new)
        ImportEntry.objects.bulk_update(known.values(), ["after", "memory"])
        if opened.added:
            run.added += [[row._meta.label, row.pk] for row in opened.added]
            run.save(update_fields=["added"])

    def finish(self, report: dict[str, Any]) -> None:
        """Keep the report, in the form for programs, with the run."""
        if self.run is not None:
            self.run.report = report
            self.run.finished_at = timezone.now()
            self.run.save(update_fields=["report", "finished_at"])


def _last_revisions(record_ids: set[int], where: Q) -> dict[int, int]:
    """Return the latest desk revision by record, among those of `where`."""
    desk = Revision.objects.filter(where, record__in=record_ids, line=Revision.Line.DESK)
    found = desk.order_by().values("record").annotate(last=Max("pk"))
    return dict(found.values_list("record", "last"))
