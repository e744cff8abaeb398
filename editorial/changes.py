"""The one door for writing: `with change(user, reason):`.

Content rows refuse to be saved outside. Inside, base model and base queryset report the record
that owns what was written; at the end of the outermost change, in the same transaction, each
reported record gets one new version and one desk revision, and the content version is stepped
once if anything that visitors see has changed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from editorial.kinds import Document


class OutsideChange(RuntimeError):
    """Content was written outside `editorial.change()`: a mistake of the programmer."""


@dataclass
class Change:
    """What happens between the opening and the end of the outermost `change()`.

    `documents` keeps the documents read meanwhile, each until its record is touched again;
    `added` are new rows that belong to no record; `shared` are all such rows that were written,
    each with the key it had then. An `is_autosave` was asked for by no one's hand.
    A change that `keeps_meaning` leaves translations valid: a comma, a typing mistake; `made_from`
    has, by record and place, the source of translations that were not made from today's.
    """

    user: Any
    reason: str
    touched: set[int] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)
    documents: dict[int, Document | None] = field(default_factory=dict)
    added: list[Any] = field(default_factory=list)
    shared: list[tuple[Any, Any]] = field(default_factory=list)
    is_visible: bool = False
    is_autosave: bool = False
    keeps_meaning: bool = False
    made_from: dict[int, dict[Any, str]] = field(default_factory=dict)
    # What the first who finishes it reads, for the one after: the records that were touched or
    # deleted, and the desk's latest revision of each that has rows.
    records: list[Any] = field(default_factory=list)
    latest: dict[int, Any] = field(default_factory=dict)

    @property
    def kinds(self) -> dict[int, str]:
        """The kind of each record in `records`."""
        return {record.pk: record.kind for record in self.records}

    # What holds a user to the bounds of a role (`editorial.rights.bounds`); nobody else needs one.
    watch: Any = None

    def look(self, row: Any) -> None:
        """Note that a row is about to be written."""
        if self.watch is not None:
            self.watch.see_row(row, self)

    def look_shared(self, row: Any) -> None:
        """Note that a row that belongs to no record is about to be written."""
        if self.watch is not None:
            self.watch.see_shared(row)
        self.shared.append((row, row.pk))

    def touch(self, record_id: int | None) -> None:
        """Note that rows of this record were, or are about to be, written."""
        if record_id is not None:
            if self.watch is not None:
                self.watch.see_record(record_id)
            self.touched.add(record_id)
            self.documents.pop(record_id, None)

    def forget(self, record_id: int) -> None:
        """Note that the record's rows were deleted."""
        self.deleted.add(record_id)
        self.documents.pop(record_id, None)

    def show(self) -> None:
        """Note that something visitors see has changed."""
        self.is_visible = True


_open: ContextVar[Change | None] = ContextVar("open_change", default=None)
_openers: list[Callable[[Change], None]] = []
_finishers: list[Callable[[Change], None]] = []


def current_change() -> Change | None:
    return _open.get()


def require_change() -> Change:
    """Return the open change or raise `OutsideChange`."""
    opened = _open.get()
    if opened is None:
        raise OutsideChange(
            "Content is written inside `with editorial.changes.change(user, reason):` only, "
            "so that it gets its revision and the pages that show it are renewed."
        )
    return opened


def on_finish(finisher: Callable[[Change], None]) -> Callable[[Change], None]:
    """Register what is to be done at the end of every outermost change (editorial's own)."""
    _finishers.append(finisher)
    return finisher


def on_open(opener: Callable[[Change], None]) -> Callable[[Change], None]:
    """Register what is to be done at the beginning of every outermost change."""
    _openers.append(opener)
    return opener


@contextmanager
def change(user: Any = None, reason: str = "", is_autosave: bool = False) -> Iterator[Change]:
    """Open the door. A nested call joins the outer change and shares its fate."""
    outer = _open.get()
    if outer is not None:
        yield outer
        return
    opened = Change(
        user if getattr(user, "pk", None) else None,
        str(reason or _("Edited")),
        is_autosave=is_autosave,
    )
    with transaction.atomic():
        token = _open.set(opened)
        try:
            for opener in _openers:
                opener(opened)
            yield opened
            for finisher in _finishers:
                finisher(opened)
        finally:
            _open.reset(token)
