"""The merge itself: one change, one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.changes import Change, change
from editorial.models import Forward, Record
from editorial.positions import next_position
from people.merging.folding import find_twins
from people.merging.relations import FOLLOWS, lead_to, rows_naming
from people.merging.tracing import look_before, make_trace, new_publications
from people.models import Company, Merging, Person


class CannotMerge(ValidationError):
    """These records cannot become one; the message says why."""


def merge_records(
    kept: Any,
    others: Sequence[Any],
    values: Mapping[str, Any],
    user: Any = None,
    keeps_spelling: bool = False,
    versions: str | None = None,
) -> Merging:
    """Merge `others` into `kept`, which takes `values` by field; return what takes it back.

    With `keeps_spelling` the credits of the others go on saying the name that they were under.
    The others' identifiers and addresses lead to the kept record from then on. `versions` is what
    `versions_of` said of all when they were chosen. Raises `CannotMerge` for records of different
    kinds and for one that is gone or has changed meanwhile.
    """
    if not others or any(type(other) is not type(kept) for other in others):
        raise CannotMerge(_("Choose at least two people, or two companies."))
    if kept.pk in [other.pk for other in others]:
        raise CannotMerge(_("A record cannot be merged into itself."))
    with transaction.atomic():
        merging, newest, touched = _merge(kept, others, values, user, keeps_spelling, versions)
        # What went live at the end of the change by itself.
        merging.trace["publications"] = new_publications(touched, newest)
        merging.save(update_fields=["trace"])
        note(Deed.MERGED, kept.record, by=user, detail=", ".join(str(one.pk) for one in others))
    return merging


def _merge(
    kept: Any,
    others: Sequence[Any],
    values: Mapping[str, Any],
    user: Any,
    keeps_spelling: bool,
    versions: str | None,
) -> tuple[Merging, int, set[int]]:
    reason = _("Merged into %(name)s") % {"name": kept}
    with change(user, reason) as opened:
        ids = {kept.pk, *(other.pk for other in others)}
        list(Record.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
        if type(kept).objects.filter(pk__in=ids).count() != len(ids):
            raise CannotMerge(_("One of the records was deleted or merged meanwhile."))
        for row in (kept, *others):
            row.refresh_from_db()
        if versions not in (None, versions_of([kept, *others])):
            message = _("One of the records has changed meanwhile. Look at them again.")
            raise CannotMerge(message)
        former = kept.name
        twins = find_twins(kept, others)
        before = look_before(kept, others, twins)
        for name, value in values.items():
            setattr(kept, name, value)
        for twin in twins:
            twin.fold()
        for other in others:
            _move_rows(kept, other, keeps_spelling)
        _join_names(kept, others, former)
        kept.save()
        for other in others:
            _retire(kept, other, opened)
        opened.show()
        merging = Merging.objects.create(
            kept=kept.record, trace=make_trace(before), merged_by=opened.user
        )
    return merging, before.newest, opened.touched


def versions_of(rows: Iterable[Any]) -> str:
    """Return the versions of records, in whatever order they come."""
    return ",".join(sorted(f"{row.pk}:{row.record.version}" for row in rows))


def _move_rows(kept: Any, other: Any, keeps_spelling: bool) -> None:
    for relation, named in rows_naming(other):
        row: Any = named
        if keeps_spelling and other.name != kept.name and getattr(row, "credited_as", None) == "":
            row.credited_as = other.name
        lead_to(relation, row, other, kept)


def _join_names(kept: Any, others: Sequence[Any], former: str) -> None:
    """Keep every name under which one of them was known."""
    names = [former, *(other.name for other in others)]
    if isinstance(kept, Company):
        names += [name for other in others for name in other.other_names or ()]
        known = [kept.name, *(kept.other_names or ())]
        new = [name for name in dict.fromkeys(names) if name not in known]
        kept.other_names = [*(kept.other_names or ()), *new]
        return
    _join_person_names(kept, others, names)


def _join_person_names(kept: Person, others: Sequence[Person], names: Sequence[str]) -> None:
    known = {kept.name, *kept.names.values_list("name", flat=True)}
    place = next_position(kept.names.all())
    for other in others:
        for row in other.names.all():
            if row.name not in known:
                known.add(row.name)
                row.person, row.position, place = kept, place, place + 1
                row.save()
    for name in dict.fromkeys(names):
        if name not in known:
            known.add(name)
            kept.names.create(name=name, position=place)
            place += 1


def _retire(kept: Any, other: Any, opened: Change) -> None:
    """Let everything that names the other lead to the kept one; its history and key remain.

    The record gets a new identifier, so that the old one can only mean the kept record.
    """
    record = other.record
    # What was moved away must not be seen as the other's any more.
    type(other).objects.get(pk=other.pk).delete()
    for model, name in FOLLOWS:
        model._default_manager.filter(**{name: record}).update(**{name: kept.record})
    old, record.uuid = record.uuid, uuid4()
    record.save(update_fields=["uuid"])
    Forward.objects.bulk_create(
        Forward(uuid=uuid, record=kept.record) for uuid in (old, record.uuid)
    )
    opened.forget(record.pk)


def successor_of(key: str, kind: str) -> Record | None:
    """Return the record into which the one of this key was merged."""
    record = Record.objects.filter(kind=kind, key=key).first()
    if record is None:
        return None
    forward = Forward.objects.filter(uuid=record.uuid).select_related("record").first()
    return forward.record if forward else None
