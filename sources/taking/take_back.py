"""An intake taken back as one step: claims go, the film gets its former state, new records leave.

What was edited since stays and is told: the step is taken out by three-way merge (ancestor: after
it, theirs: before it, ours: now).
"""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.changes import change
from editorial.documents import apply_document, canonical, document_of
from editorial.guard.versions import locked
from editorial.history.binning import put_in_bin
from editorial.kinds import kind_of
from editorial.merging import merge
from editorial.models import Record
from people.models import PersonName
from sources.comparing.renewing import renew_standings
from sources.models import Intake
from sources.public import show_if_named
from sources.taking.places import clear_places
from sources.taking.prints import print_record
from sources.taking.staying import Staying, find_staying, keep_staying, records_needed


class AlreadyTakenBack(ValidationError):
    """The intake was taken back before."""


@dataclass
class TakenBack:
    """How many claims went; `kept` says in words what stayed, and why."""

    claims: int = 0
    kept: list[str] = field(default_factory=list)


def take_back(intake: Intake, user: Any = None) -> TakenBack:
    """Undo an intake in one change. Raises `AlreadyTakenBack`."""
    done = TakenBack()
    with change(user, _("Taken back: %(source)s") % {"source": intake.source}):
        locked(intake.record)
        row = Intake.objects.select_for_update().get(pk=intake.pk)
        if row.undone_at is not None:
            raise AlreadyTakenBack(_("This was taken back already."))
        staying = find_staying(row)
        done.kept += staying.reasons
        clear_places(row)
        _clear_spellings(row)
        _restore_film(row, done, staying)
        done.claims = row.claims.count()
        show_if_named(row.source)
        row.claims.all().delete()
        needed = records_needed(row.after or {}, staying.rows)
        for record in Record.objects.filter(uuid__in=set(row.added) - needed).order_by("pk"):
            if _is_edited(record, row, done):
                continue
            if record.pk != row.record_id or _is_bare(row, done):
                _remove(record, user, done)
        row.undone_at = timezone.now()
        row.save(update_fields=["undone_at"])
        note(Deed.IMPORT_UNDONE, row.record, by=user, detail=f"#{row.pk}")
        renew_standings([row.record_id])
    return done


def _restore_film(intake: Intake, done: TakenBack, staying: Staying) -> None:
    ours = document_of(intake.record)
    if ours is None or intake.before is None or intake.after is None:
        return
    before = keep_staying(intake.before, intake.after, staying)
    merged, conflicts = merge(intake.after, before, ours)
    if conflicts:
        places = ", ".join(sorted({conflict.path[0] for conflict in conflicts}))
        done.kept.append(_("Edited since, and kept: %(places)s.") % {"places": places})
    if canonical(merged) == canonical(ours):
        return
    try:
        with transaction.atomic():
            apply_document(intake.record, merged)
    except (ValidationError, IntegrityError):
        done.kept.append(_("What was edited since excludes the former state; the film stays."))


def _clear_spellings(intake: Intake) -> None:
    """Take back the names that people of others were given."""
    names = PersonName.objects.filter(uuid__in=intake.added)
    names.exclude(person__record__uuid__in=intake.added).delete()


def _is_bare(intake: Intake, done: TakenBack) -> bool:
    """Tell whether the film that was made for the intake has nothing of anybody else."""
    others = Intake.objects.filter(record=intake.record, undone_at=None).exclude(pk=intake.pk)
    ours, before = document_of(intake.record), intake.before
    if ours is not None and not others.exists() and canonical(ours) == canonical(before):
        return True
    done.kept.append(
        _("The film “%(film)s” has more by now and stays.") % {"film": intake.record.key}
    )
    return False


def _is_edited(record: Record, intake: Intake, done: TakenBack) -> bool:
    """Tell whether somebody has edited a record since the intake made it, and say so."""
    left = intake.prints.get(str(record.uuid))
    if left is None or left == print_record(record):
        return False
    row: Any = kind_of(record.kind).model._default_manager.filter(pk=record.pk).first()
    if row is not None:
        done.kept.append(_("“%(name)s” was edited since and stays.") % {"name": row})
    return True


def _remove(record: Record, user: Any, done: TakenBack) -> None:
    """Put a record that the step made into the bin, unless somebody needs it."""
    row: Any = kind_of(record.kind).model._default_manager.filter(pk=record.pk).first()
    if row is None:
        return
    try:
        with transaction.atomic():
            put_in_bin(row, user)
    except (ProtectedError, RestrictedError, ValidationError):
        done.kept.append(_("“%(name)s” is in use elsewhere and stays.") % {"name": row})
