"""Old revisions thinned out: of the last months all stay, then one a day, then one a week."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max, QuerySet
from django.utils import timezone

from editorial.models import Revision

# After so long one revision a week is enough.
YEAR = timedelta(days=365)
BATCH = 500


def thin_revisions(now: datetime | None = None) -> int:
    """Delete desk revisions that are older than `REVISION_FULL_DAYS` and not the last of their day.

    What was published, has a name, is a record's latest or is referred to stays. Returns how many
    went; with the setting at 0 none do.
    """
    now = now or timezone.now()
    if settings.REVISION_FULL_DAYS <= 0:
        return 0
    wanted = list(_superfluous(now))
    gone = 0
    for start in range(0, len(wanted), BATCH):
        rows = Revision.objects.filter(pk__in=wanted[start : start + BATCH])
        gone += rows.delete()[1].get(Revision._meta.label, 0)
    return gone


def _superfluous(now: datetime) -> Iterator[int]:
    kept = _kept()
    old = Revision.objects.filter(
        line=Revision.Line.DESK,
        name="",
        created_at__lt=now - timedelta(settings.REVISION_FULL_DAYS),
    )
    seen: set[tuple[int, int, int]] = set()
    rows = old.order_by("record_id", "-pk").values_list("pk", "record_id", "created_at")
    for pk, record_id, created_at in rows.iterator():
        span = (record_id, *_span(timezone.localtime(created_at), now))
        if span in seen and pk not in kept:
            yield pk
        seen.add(span)


def _span(moment: datetime, now: datetime) -> tuple[int, int]:
    """Return the day, or for what is older than a year the week, as a number of its kind."""
    day = moment.toordinal()
    return (7, (day - 1) // 7) if now - moment > YEAR else (1, day)


def _kept() -> set[int]:
    """Return the latest desk revision of every record, and all that something refers to."""
    desk = Revision.objects.filter(line=Revision.Line.DESK)
    latest = desk.order_by().values("record").annotate(latest=Max("pk"))
    kept = {row["latest"] for row in latest}
    for relation in Revision._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete:
            name = relation.field.name  # type: ignore[union-attr]
            rows: QuerySet[Revision] = relation.related_model._base_manager.exclude(**{name: None})  # type: ignore
            kept.update(rows.values_list(name, flat=True))
    return kept
