"""Records by name and by what is open in them."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.urls import NoReverseMatch, reverse

from desk.cockpit.words import KINDS
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
    """Return the previous record of the kind with something open, and the one to go on with.

    That is the next of the kind; after the last one the first, and then those of the other kinds in
    the order of the matrix. Two queries.
    """
    others = open_states(language).exclude(record=record.pk).select_related("record")
    mine = Q(record__kind=record.kind)
    before = others.filter(mine, record__lt=record.pk).order_by("-record").first()
    after = others.order_by(_turns(record), "record").first()
    return (before.record if before else None), (after.record if after else None)


def _turns(record: Record) -> Case:
    """Return in which turn a state's record comes after this one."""
    kinds = list(KINDS)
    here = kinds.index(record.kind) if record.kind in kinds else 0
    following = [*kinds[here:], *kinds[:here]]
    return Case(
        When(record__kind=record.kind, record__gt=record.pk, then=Value(-1)),
        *(When(record__kind=kind, then=Value(turn)) for turn, kind in enumerate(following)),
        default=Value(len(kinds)),
        output_field=IntegerField(),
    )


def as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
