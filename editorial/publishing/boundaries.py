"""The moments at which public pages change by themselves."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from editorial.models import Publication

Boundary = Callable[[datetime], datetime | None]


def next_boundary(now: datetime | None = None) -> datetime | None:
    """Return the earliest future moment at which a public page changes by itself."""
    now = now or timezone.now()
    moments = [provider(now) for provider in _boundaries]
    return min((moment for moment in moments if moment), default=None)


def _publication_boundary(now: datetime) -> datetime | None:
    starts = Publication.objects.scheduled(now).values_list("publish_at", flat=True)
    ends = Publication.objects.filter(Q(withdrawn_at__gt=now), cancelled_at=None)
    moments = [*starts.order_by("publish_at")[:1]]
    first = ends.order_by("withdrawn_at").values_list("withdrawn_at", flat=True)[:1]
    moments += [end for end in first if end]
    return min(moments, default=None)


_boundaries: list[Boundary] = [_publication_boundary]


def register_boundary(provider: Boundary) -> None:
    """Let an app name its next moment: rights end, phase ..."""
    _boundaries.append(provider)
