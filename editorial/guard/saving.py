"""One save of one form: upon what the form shows, then put together with what stands there now."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from editorial.changes import require_change
from editorial.documents import apply_document, document_of
from editorial.guard.combining import Combination, is_same
from editorial.guard.room import make_room
from editorial.guard.sent import SentForm
from editorial.guard.versions import document_at, locked
from editorial.kinds import Document, kind_of
from editorial.merging import Conflict, Path
from editorial.models import OpenForm, Record
from editorial.packing import canonical


class Collided(Exception):
    """Two editors changed the same, or together make something that cannot be. Nothing is lost:
    the desk stands as the other left it, `combination` holds what was typed."""

    def __init__(
        self,
        combination: Combination,
        conflicts: list[Conflict],
        problem: str = "",
        texts: dict[Path, tuple[str, str]] | None = None,
    ) -> None:
        super().__init__(problem)
        self.combination = combination
        self.conflicts = conflicts
        self.problem = problem
        # What was written for some places, with what is wrong with it.
        self.texts = texts or {}


class Superseded(Exception):
    """The same window has sent something newer already."""


class NotSaved(Exception):
    """The form has mistakes; `response` shows them."""

    def __init__(self, response: Any) -> None:
        super().__init__()
        self.response = response


@dataclass
class Guard:
    """The edit guard of one record during one save; lives inside one `change()`."""

    user: Any
    record: Record
    sent: SentForm
    ancestor: Document | None = None
    theirs: Document | None = None
    # What others changed meanwhile, if it was put together with mine: (before, after).
    meanwhile: tuple[Document, Document] | None = field(default=None, init=False)

    def begin(self) -> None:
        """Lock the record and make the desk what the form was made from."""
        self.record = locked(self.record)
        ancestor = self._ancestor()
        if ancestor is None:
            return
        theirs = document_of(self.record)
        if theirs is None or is_same(ancestor, theirs):
            return
        try:
            with transaction.atomic():
                apply_document(self.record, ancestor)
        except (IntegrityError, ValidationError):
            # What it refers to is gone: then the form is read upon today's state.
            self.forget()
        self.ancestor, self.theirs = ancestor, theirs

    def _ancestor(self) -> Document | None:
        """Return the document that the form shows, None if that is what stands there now."""
        last = self._last_sent()
        if last is not None:
            if 0 < self.sent.number <= last.number:
                raise Superseded
            return dict(last.document)
        if self.sent.base is None or self.sent.base == self.record.version:
            return None
        found = document_at(self.record, self.sent.base)
        return found if found is not None else _bare(document_of(self.record))

    def _last_sent(self) -> OpenForm | None:
        mine = OpenForm.objects.filter(user=self.user, record=self.record)
        return mine.filter(token=self.sent.token).first() if self.sent.token else None

    def forget(self) -> None:
        """Read the record anew: what was written to it has been rolled back."""
        require_change().documents.pop(self.record.pk, None)

    def finish(self) -> None:
        """Put together what was saved with what others have saved; raise `Collided` otherwise."""
        mine = document_of(self.record)
        if mine is None:
            return
        if self.ancestor is not None and self.theirs is not None:
            kind = kind_of(self.record.kind)
            combination = Combination(kind, self.ancestor, self.theirs, mine)
            put_together(self.record, combination)
            self.meanwhile = self.ancestor, self.theirs
        self.remember(mine)

    def remember(self, mine: Document) -> None:
        """Keep what this window has sent: it shows this from now on, whatever others save."""
        if self.sent.token is None:
            return
        known = OpenForm.objects.filter(token=self.sent.token).first()
        is_new = known is None
        if known is None:
            known = OpenForm(token=self.sent.token, user=self.user, record=self.record)
        elif (known.user_id, known.record_id) != (self.user.pk, self.record.pk):
            return
        known.document = mine
        known.number = max(known.number, self.sent.number)
        known.save()
        mine_open = OpenForm.objects.filter(user=self.user)
        make_room(mine_open, "document", is_new, len(canonical(mine)))


def put_together(record: Record, combination: Combination) -> None:
    """Write the merged document; raise `Collided` with the desk as the others left it."""
    merged, conflicts = combination.merged()
    problem = ""
    if not conflicts:
        try:
            with transaction.atomic():
                apply_document(record, merged)
        except (IntegrityError, ValidationError) as error:
            messages = error.messages if isinstance(error, ValidationError) else []
            problem = " ".join(messages) or _("The same stands there twice.")
            conflicts = combination.everything()
        else:
            return
    require_change().documents.pop(record.pk, None)
    apply_document(record, combination.stored_theirs)
    raise Collided(combination, conflicts, problem)


def _bare(document: Document | None) -> Document | None:
    """Return the document with nothing in it: an ancestor that is not kept any more."""
    if document is None:
        return None
    kind = kind_of(document["kind"])
    empty: Document = {part.name: [] for part in kind.parts[1:]}
    return {**document, **empty, kind.main.name: {}, "texts": {}}
