"""The records that were changed last: by the reader, to continue, and by everybody."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import NoReverseMatch

from desk.start.blocks import form_url
from editorial.kinds import kind_of
from editorial.models import Revision
from editorial.names import person_name
from editorial.revisions import newest_of_each


@dataclass(frozen=True)
class Recent:
    """`by` names who changed it, '' if nobody did by hand."""

    title: str
    kind: str
    url: str
    changed_at: datetime
    by: str = ""


def recent_work(user: Any, limit: int) -> tuple[Recent, ...]:
    """Return a user's last edited records; two queries, and one for each kind among them."""
    return _recents(Revision.objects.filter(user=user), limit)


def recent_edits(limit: int) -> tuple[Recent, ...]:
    """Return what was edited last, by whomever; as many queries."""
    return _recents(Revision.objects.all(), limit)


def _recents(revisions: Any, limit: int) -> tuple[Recent, ...]:
    desk = revisions.filter(line=Revision.Line.DESK, record__binned_at=None)
    wanted = Revision.objects.filter(pk__in=newest_of_each(desk, limit).values())
    found = list(wanted.defer("document").select_related("user", "record").order_by("-pk"))
    rows: dict[str, dict[int, Any]] = {}
    for kind in {revision.record.kind for revision in found}:
        keys = [revision.record_id for revision in found if revision.record.kind == kind]
        rows[kind] = kind_of(kind).model._default_manager.in_bulk(keys)
    shown = (_recent(revision, rows[revision.record.kind]) for revision in found)
    return tuple(item for item in shown if item)


def _recent(revision: Revision, rows: dict[int, Any]) -> Recent | None:
    row = rows.get(revision.record_id)
    if row is None:
        return None
    try:
        url = form_url(type(row), row.pk)
    except NoReverseMatch:
        return None
    name = person_name(revision.user)
    return Recent(str(row), str(row._meta.verbose_name), url, revision.created_at, name)
