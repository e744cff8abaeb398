"""What was typed and could not be saved as it is: kept until it is saved or thrown away."""

from typing import Any

from django.http import QueryDict

from editorial.guard.sent import SentForm
from editorial.models import Draft, Record

# So many characters of typed text are kept; a browser's own store holds no more either.
MOST = 5_000_000


def keep_draft(user: Any, sent: SentForm, record_id: int | None) -> Draft | None:
    """Keep what was typed; the form's earlier draft is replaced. None if it is far too long."""
    fields = sent.typed()
    if sum(len(value) for values in fields.values() for value in values) > MOST:
        return None
    record = Record.objects.filter(pk=record_id).first() if record_id else None
    facts = {"record": record, "version": sent.base or 0, "fields": fields}
    draft, _is_new = Draft.objects.update_or_create(user=user, form=sent.address, defaults=facts)
    return draft


def draft_of(user: Any, address: str) -> Draft | None:
    return Draft.objects.filter(user=user, form=address).first()


def drop_draft(user: Any, address: str) -> None:
    Draft.objects.filter(user=user, form=address).delete()


def typed_in(draft: Draft) -> QueryDict:
    """Return a draft's fields as they were sent."""
    fields = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        fields.setlist(name, values)
    return fields
