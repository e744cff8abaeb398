"""What was typed and could not be saved as it is: kept until it is saved or thrown away.

Each window keeps its own: what it has typed replaces only what it has typed before. A draft that
is offered to another window waits there for an answer, whatever that window saves or keeps.
"""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import QueryDict

from editorial.guard.room import length_of, make_room
from editorial.guard.sent import SentForm
from editorial.models import Draft, Record

# So many characters of typed text are kept; a browser's own store holds no more either.
MOST = 5_000_000
# Characters of an address, so that the window's identifier fits behind it.
ADDRESS = 210


def keep_draft(user: Any, sent: SentForm, record_id: int | None) -> Draft | None:
    """Keep what was typed; the window's earlier draft is replaced. None if it is far too long."""
    record = Record.objects.filter(pk=record_id).first() if record_id else None
    facts = {"record": record, "version": sent.base or 0, "fields": sent.typed()}
    return store_draft(user, _name(sent.address, sent.token), facts)


def store_draft(user: Any, form: str, facts: dict[str, Any]) -> Draft | None:
    """Write the draft of a form; the user's oldest make room. None if it is far too long."""
    length = length_of(facts["fields"])
    if length > MOST:
        return None
    draft, is_new = Draft.objects.update_or_create(user=user, form=form, defaults=facts)
    make_room(Draft.objects.filter(user=user), "fields", is_new, length)
    return draft


def drafts_of(user: Any, address: str) -> QuerySet[Draft]:
    """Return what waits to be taken or thrown away in a form, of any window; the newest first."""
    any_window = Q(form=_name(address, None)) | Q(form__startswith=f"{address[:ADDRESS]}#")
    return Draft.objects.filter(any_window, user=user).order_by("-saved_at", "-pk")


def find_draft(user: Any, address: str, key: str) -> Draft | None:
    """Return the draft with this primary key, if it is one of this user's and this form's."""
    if not (key.isascii() and key.isdigit() and len(key) < 18):
        return None
    return drafts_of(user, address).filter(pk=int(key)).first()


def drop_draft(user: Any, sent: SentForm) -> None:
    """Forget what this window has typed: it is saved."""
    Draft.objects.filter(user=user, form=_name(sent.address, sent.token)).delete()


def typed_in(draft: Draft) -> QueryDict:
    """Return a draft's fields as they were sent."""
    fields = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        fields.setlist(name, values)
    return fields


def _name(address: str, token: UUID | None) -> str:
    return f"{address[:ADDRESS]}#{token}" if token else address
