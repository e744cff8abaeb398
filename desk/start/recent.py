"""Continue where you left off: the records a person changed last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.urls import NoReverseMatch, reverse

from editorial.kinds import kind_of
from editorial.models import Revision


@dataclass(frozen=True)
class Recent:
    title: str
    kind: str
    url: str
    changed_at: datetime


def recent_work(user: Any, limit: int) -> tuple[Recent, ...]:
    """Return a user's last edited records; one query, and one for each kind among them."""
    mine = Revision.objects.filter(user=user, line=Revision.Line.DESK).order_by()
    latest = list(
        mine.values_list("record_id", "record__kind")
        .annotate(changed=Max("created_at"))
        .order_by("-changed")[:limit]
    )
    rows = {
        name: kind_of(name).model._default_manager.in_bulk(
            [pk for pk, k, _at in latest if k == name]
        )
        for name in {kind for _pk, kind, _at in latest}
    }
    found = (_recent(rows[kind].get(pk), at) for pk, kind, at in latest)
    return tuple(item for item in found if item)


def _recent(row: Any, changed_at: datetime) -> Recent | None:
    if row is None:
        return None
    try:
        url = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return None
    return Recent(str(row), str(row._meta.verbose_name), url, changed_at)
