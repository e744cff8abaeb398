"""A record brought back to an earlier state, and out of the bin."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from editorial.changes import change
from editorial.documents import apply_document
from editorial.guard.versions import locked
from editorial.history.fitting import Fitted, fit
from editorial.history.titles import title_of
from editorial.kinds import Document, kind_of
from editorial.models import Record, Revision


class CannotRestore(ValidationError):
    """The former state contradicts what is there today."""


@dataclass(frozen=True)
class Restored:
    """What came back with the record, and what could not: names for people."""

    returned: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def restore_revision(revision: Revision, user: Any = None) -> Restored:
    """Make the desk what it was at a revision; a new revision says so. Raises `CannotRestore`."""
    moment = date_format(localtime(revision.created_at), "SHORT_DATETIME_FORMAT")
    reason = _("Restored: the state of %(time)s") % {"time": moment}
    return restore(revision.record, revision.document, user, reason)


def restore_from_bin(record: Record, user: Any = None) -> Restored:
    """Bring a deleted record back as it was last. Raises `CannotRestore`."""
    document = last_document(record)
    if document is None:
        raise CannotRestore(_("Nothing is known any more of what stood here."))
    return restore(record, document, user, _("Restored from the bin"))


def restore(record: Record, document: Document, user: Any, reason: str) -> Restored:
    """Apply a former document as one change, what it needs from the bin first."""
    with change(user, reason), transaction.atomic():
        locked(record)
        return _restore(record, document, {record.pk})


def _restore(record: Record, document: Document, seen: set[int]) -> Restored:
    returned: list[str] = []
    left_out: list[str] = []
    kept: list[str] = []
    for other in _first(fit(record, document), seen):
        seen.add(other.pk)
        former = last_document(other)
        if former is None:
            continue
        inner = _restore(other, former, seen)
        returned += [title_of(former), *inner.returned]
        left_out += inner.left_out
        kept += inner.kept
    # Only now: what could not come back after all is left out.
    fitted = fit(record, document)
    _apply(record, fitted)
    return Restored(tuple(returned), (*left_out, *fitted.left_out), (*kept, *fitted.kept))


def _first(fitted: Fitted, seen: set[int]) -> Iterable[Record]:
    return [record for record in fitted.returning if record.pk not in seen]


def _apply(record: Record, fitted: Fitted) -> None:
    kind = kind_of(record.kind)
    try:
        with transaction.atomic():
            apply_document(record, fitted.document)
            kind.model._default_manager.get(pk=record.pk).clean()
    except (ProtectedError, RestrictedError, IntegrityError) as error:
        message = _("This state cannot come back: it contradicts what was entered since.")
        raise CannotRestore(message) from error
    except ValidationError as error:
        raise CannotRestore(error.messages) from error
    kind.wake(record.pk)


def last_document(record: Record) -> Document | None:
    """Return what stood on the desk last, whether or not it still does."""
    mine = Revision.objects.filter(record=record, line=Revision.Line.DESK)
    found: Any = mine.values_list("document", flat=True).first()
    return cast(Document | None, found)
