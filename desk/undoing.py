"""An import taken back as one step: new records go into the bin, changed ones get their old state.

What editors have changed since stays and is reported: the import's own changes are taken out by
three-way merge (ancestor: after the import, theirs: before it, ours: now).
"""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils import timezone
from django.utils.translation import gettext as _

from desk.exchange.source_undoing import films_told_of, is_in_use
from desk.models import ImportedDocument, ImportEntry, ImportRun
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.changes import change
from editorial.documents import apply_document, canonical, document_of
from editorial.history.binning import put_in_bin
from editorial.kinds import kind_of
from editorial.merging import merge
from editorial.models import Forward, Record
from editorial.parts import is_alike
from sources.comparing.renewing import renew_standings

# What refers to others goes first.
ORDER = ("film", "page", "profile", "person", "company", "festival", "image")


class AlreadyUndone(ValidationError):
    """The run was undone before."""


@dataclass
class Undone:
    """How many records were deleted and restored; `kept` says what stayed, and why."""

    deleted: int = 0
    restored: int = 0
    kept: list[str] = field(default_factory=list)


def undo_import(run: ImportRun, user: Any = None) -> Undone:
    """Take back what a run did, in one transaction. Raises `AlreadyUndone`."""
    result = Undone()
    with change(user, _("Import undone")):
        locked = ImportRun.objects.select_for_update().get(pk=run.pk)
        if locked.undone_at is not None:
            raise AlreadyUndone(_("This import was undone already."))
        entries = list(run.entries.select_related("record", "before", "after", "run"))
        entries.sort(key=lambda entry: (ORDER.index(entry.record.kind), -entry.pk))
        for entry in entries:
            _undo_entry(entry, result, user)
        claimed = films_told_of(run.added)
        _delete_added(run, result)
        renew_standings(claimed)
        locked.undone_at, locked.undone_by = timezone.now(), getattr(user, "pk", None) and user
        locked.save(update_fields=["undone_at", "undone_by"])
        note(Deed.IMPORT_UNDONE, by=user, kind="import", number=run.pk)
    return result


def _undo_entry(entry: ImportEntry, result: Undone, user: Any) -> None:
    if not entry.is_new:
        _restore_record(entry, result)
        _restore_memory(entry)
    elif _delete_record(entry, result, user):
        _restore_memory(entry)


def _delete_record(entry: ImportEntry, result: Undone, user: Any) -> bool:
    """Put what the import created into the bin; False if it stays."""
    record = entry.record
    document = document_of(record)
    if document is None:
        return True
    if entry.after is not None and not is_alike(document, entry.after.document):
        result.kept.append(_("%(name)s was edited since.") % {"name": _name(record)})
        return False
    if Forward.objects.filter(record=record).exists():
        result.kept.append(_("%(name)s was merged with another since.") % {"name": _name(record)})
        return False
    row: Any = kind_of(record.kind).model._default_manager.get(pk=record.pk)
    try:
        with transaction.atomic():
            put_in_bin(row, user)
    except (ProtectedError, RestrictedError, ValidationError):
        result.kept.append(_("%(name)s is in use elsewhere.") % {"name": _name(record)})
        return False
    result.deleted += 1
    return True


def _restore_record(entry: ImportEntry, result: Undone) -> None:
    record = entry.record
    ours = document_of(record)
    if ours is None or entry.before is None or entry.after is None:
        result.kept.append(_("%(name)s was deleted since.") % {"name": _name(record)})
        return
    merged, conflicts = merge(entry.after.document, entry.before.document, ours)
    if conflicts:
        places = ", ".join(".".join(conflict.path) for conflict in conflicts)
        message = _("%(name)s was edited since; kept: %(places)s.")
        result.kept.append(message % {"name": _name(record), "places": places})
    if canonical(merged) == canonical(ours):
        return
    try:
        with transaction.atomic():
            apply_document(record, merged)
    except ValidationError as error:
        result.kept.append(f"{_name(record)}: {' '.join(error.messages)}")
        return
    except IntegrityError:
        message = _("%(name)s: what was edited since excludes the former state.")
        result.kept.append(message % {"name": _name(record)})
        return
    result.restored += 1


def _restore_memory(entry: ImportEntry) -> None:
    """Give the next import the ancestor that this one had."""
    memory = entry.memory
    if memory is None:
        remembered = ImportedDocument.objects.filter(record=entry.record)
        remembered.filter(imported_at__gte=entry.run.started_at).delete()
        return
    ImportedDocument.objects.update_or_create(
        record=entry.record,
        layout=memory["layout"],
        defaults={"document": memory["document"], "files": memory["files"]},
    )


def _delete_added(run: ImportRun, result: Undone) -> None:
    """Delete new rows without a record, such as venues and videos, unless they are in use."""
    for label, pk in reversed(run.added):
        model = apps.get_model(label)
        row: Any = model._default_manager.filter(pk=pk).first()
        if row is None:
            continue
        if is_in_use(row):
            result.kept.append(_("%(name)s is in use elsewhere.") % {"name": str(row)})
            continue
        try:
            with transaction.atomic():
                row.delete()
        except (ProtectedError, RestrictedError, ValidationError):
            result.kept.append(_("%(name)s is in use elsewhere.") % {"name": str(row)})


def _name(record: Record) -> str:
    return f"{record.get_kind_display()} “{record.key}”"
