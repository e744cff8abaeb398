"""The law behind every door: what a change by a member may alter, whatever wrote it.

Owners and editors write everything, and so does the system itself (no user). A translator may
leave texts of own languages different, but no address among them that leads elsewhere; anyone else
nothing. The state is read before the first write to a record or shared row and compared at the end
of the change; a difference beyond the bounds takes the whole change back.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.changes import Change, on_finish, on_open
from editorial.documents import document_of
from editorial.fields import column, translated_fields
from editorial.kinds import Document
from editorial.models import OwnRow, Record
from editorial.names import spoken
from editorial.packing import canonical
from editorial.rights.addresses import own_slugs, taking_anew
from editorial.rights.roles import Act, languages_of, may

# What a record has beside its document and only editors set.
FACTS = ("key", "pinned", "source_language", "binned_at")
Seen = dict[Any, str | None]


class BeyondBounds(PermissionDenied):
    """A change altered more than its user's role allows; the message is for people."""


class Watch:
    """What records and shared rows were before the change, without what its user may write."""

    def __init__(self, user: Any) -> None:
        self.user, self.own = user, languages_of(user)
        self.records: Seen = {}
        # The word for the address in each own language, by record.
        self.slugs: dict[int, dict[str, str]] = {}
        self.rows: Seen = {}
        self.has_new = False

    def see_record(self, record_id: int) -> None:
        """Keep the record's state if this is the first write to it."""
        if record_id not in self.records:
            record, document = desk_of(record_id)
            self.records[record_id] = self.record_state(record, document)
            self.slugs[record_id] = own_slugs(document, self.own)

    def see_row(self, row: models.Model, opened: Change) -> None:
        """Keep the state that a row about to be written belongs to."""
        if row._state.adding and not isinstance(row, OwnRow):
            self.has_new = True
        else:
            row.report(opened)  # type: ignore[attr-defined]

    def see_shared(self, row: models.Model) -> None:
        if row._state.adding:
            self.has_new = True
        if (type(row), row.pk) not in self.rows:
            self.rows[type(row), row.pk] = self.row_state(type(row), row.pk)

    def record_state(self, record: Record | None, document: Document | None) -> str | None:
        if record is None or document is None:
            return None
        facts = {name: str(getattr(record, name)) for name in FACTS}
        return canonical({**self.without_own(document), "record": facts})

    def without_own(self, document: Document) -> Document:
        texts = {code: text for code, text in document["texts"].items() if code not in self.own}
        return {**document, "texts": texts}

    def row_state(self, model: type[models.Model], pk: Any) -> str | None:
        own = {column(name, code) for name in translated_fields(model) for code in self.own}
        names = [field.attname for field in model._meta.concrete_fields if field.name not in own]
        row = model._base_manager.filter(pk=pk).values(*names).first()
        return canonical({name: str(value) for name, value in row.items()}) if row else None

    def breach(self) -> str:
        """Return how more was altered than is allowed, or ''."""
        desks = {key: desk_of(key) for key in self.records}
        if (
            self.has_new
            or any(self.record_state(*desks[key]) != was for key, was in self.records.items())
            or any(self.row_state(*key) != was for key, was in self.rows.items())
        ):
            return refusal(self.own)
        documents = {key: document for key, (_record, document) in desks.items() if document}
        return next(filter(None, (
            taking_anew(self.user, key, documents[key], was)
            for key, was in self.slugs.items() if key in documents
        )), "")  # fmt: skip


def desk_of(record_id: int) -> tuple[Record | None, Document | None]:
    """Return the record and what stands on its desk, as far as they are there."""
    record = Record.objects.filter(pk=record_id).first()
    return record, document_of(record) if record else None


@on_open
def watch_member(opened: Change) -> None:
    """Watch a change whose user may not write everything."""
    if opened.user is not None and not may(opened.user, Act.EDIT):
        opened.watch = Watch(opened.user)


@on_finish
def hold_bounds(opened: Change) -> None:
    """Raise `BeyondBounds`, which takes the change back, if more was altered than is allowed."""
    if opened.watch is not None and (breach := opened.watch.breach()):
        raise BeyondBounds(breach)


def refusal(own: list[str]) -> str:
    """Return what to tell somebody who may write these languages only."""
    if not own:
        return _("Nothing was changed: you may look at everything here, but not change it.")
    names = ", ".join(spoken(code) for code in own)
    return ngettext(
        "Nothing was changed: you may write the texts in %(names)s, and something else was to "
        "change as well.",
        "Nothing was changed: you may write the texts in these languages: %(names)s, and something "
        "else was to change as well.",
        len(own),
    ) % {"names": names}
