"""Records by name and by what is open in them."""

from collections.abc import Iterable

from django.db.models import F, QuerySet
from django.urls import NoReverseMatch, reverse

from editorial.kinds import kind_of
from editorial.models import Record, TranslationState


def titles_of(records: Iterable[Record]) -> dict[int, str]:
    """Return what the records are called, by primary key. One query per kind."""
    wanted: dict[str, list[int]] = {}
    for record in records:
        wanted.setdefault(record.kind, []).append(record.pk)
    titles: dict[int, str] = {}
    for kind, ids in wanted.items():
        rows = kind_of(kind).model._default_manager.filter(pk__in=ids).select_related("record")
        titles.update({row.pk: str(row) for row in rows})
    return titles


def form_of(record: Record) -> str:
    """Return the address of the record's form, '' if it has none."""
    meta = kind_of(record.kind).model._meta
    try:
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])
    except NoReverseMatch:
        return ""


def open_states(language: str) -> QuerySet[TranslationState]:
    """Return the states of records in which something is open in this language."""
    states = TranslationState.objects.filter(language=language, record__binned_at=None)
    return states.alias(n=F("missing") + F("outdated") + F("same")).filter(n__gt=0)


def neighbours(record: Record, language: str) -> tuple[Record | None, Record | None]:
    """Return the previous and the next record of the kind with something open. Two queries."""
    mine = open_states(language).filter(record__kind=record.kind).select_related("record")
    before = mine.filter(record__lt=record.pk).order_by("-record").first()
    after = mine.filter(record__gt=record.pk).order_by("record").first()
    return (before.record if before else None), (after.record if after else None)
