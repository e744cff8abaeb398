"""What an import changes, noted change by change, so that the whole run can be undone."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import Max
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
        desk = Revision.objects.filter(line=Revision.Line.DESK)
        for record_id in opened.touched - opened.deleted:
            mine = desk.filter(record=record_id)
            after = mine.filter(pk__gt=newest).order_by("pk").last()
            if after is None:
                continue
            before = mine.filter(pk__lte=newest).order_by("-pk").first()
            is_new = before is None or record_id in self.created
            ImportEntry.objects.update_or_create(
                run=run,
                record_id=record_id,
                defaults={"after": after, "memory": self.memories.get(record_id)},
                create_defaults={
                    "after": after,
                    "before": None if is_new else before,
                    "is_new": is_new,
                    "memory": self.memories.get(record_id),
                },
            )
        if opened.added:
            run.added += [[row._meta.label, row.pk] for row in opened.added]
            run.save(update_fields=["added"])

    def finish(self, report: dict[str, Any]) -> None:
        """Keep the report, in the form for programs, with the run."""
        if self.run is not None:
            self.run.report = report
            self.run.finished_at = timezone.now()
            self.run.save(update_fields=["report", "finished_at"])
