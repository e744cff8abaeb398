"""The bin as people look at it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils import timezone

from editorial.history.binning import purge_at
from editorial.history.titles import title_of
from editorial.models import Record
from editorial.names import person_name
from editorial.publishing.overview import desk_documents

PER_PAGE = 50


@dataclass(frozen=True)
class Binned:
    """One deleted record; `days_left` is None where nothing goes by itself."""

    pk: int
    kind: str
    name: str
    who: str
    at: datetime
    days_left: int | None
    can_return: bool


def binned() -> Any:
    return Record.objects.exclude(binned_at=None).select_related("binned_by")


def list_binned(number: Any) -> tuple[list[Binned], Page[Record]]:
    """Return one page of the bin, the newest first. Four queries."""
    page = Paginator(binned().order_by("-binned_at", "-pk"), PER_PAGE).get_page(number)
    documents = desk_documents([record.pk for record in page])
    return [_line(record, documents.get(record.pk)) for record in page], page


def _line(record: Record, document: dict[str, Any] | None) -> Binned:
    end = purge_at(record)
    return Binned(
        pk=record.pk,
        kind=record.get_kind_display(),
        name=title_of(document) if document else record.key,
        who=person_name(record.binned_by),
        at=record.binned_at or timezone.now(),
        days_left=max(0, ceil((end - timezone.now()) / timedelta(days=1))) if end else None,
        can_return=document is not None,
    )
