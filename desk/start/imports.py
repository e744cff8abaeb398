"""What the last import could not place."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from desk.models import ImportRun


@dataclass(frozen=True)
class LastImport:
    folder: str
    started_at: datetime
    problems: int
    failed: int
    url: str


def last_import() -> LastImport | None:
    """Return the latest run, unless it was undone. One query."""
    run = ImportRun.objects.filter(undone_at=None).first()
    if run is None:
        return None
    return LastImport(
        folder=run.folder,
        started_at=run.started_at,
        problems=run.counts.get("problems", 0),
        failed=run.counts.get("failed", 0),
        url=reverse("admin:desk_importrun_change", args=[run.pk]),
    )
