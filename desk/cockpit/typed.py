"""What was typed on a screen and could not be saved by itself: kept as a draft, never lost."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from desk.cockpit.saving import Saved
from editorial.changes import change
from editorial.guard.drafts import store_draft
from editorial.guard.versions import locked
from editorial.models import Draft, Record
from editorial.translating.texts import parse_key
from editorial.translating.writing import Outcome, Result, Wish

UNSAVED = (Result.HELD, Result.WRONG, Result.CONFLICT, Result.GONE)


def keep_typed(
    user: Any, address: str, record: Record, wishes: Iterable[tuple[str, Wish]], saved: Saved
) -> None:
    """Keep the texts that were not saved, and forget those that were."""
    with _open_draft(user, address, record) as fields:
        for ident, wish in wishes:
            outcome = saved.outcomes.get(ident)
            if outcome is None:
                continue
            if outcome.result in UNSAVED:
                fields[ident] = [wish.text, wish.was]
            else:
                fields.pop(ident, None)


def forget_typed(user: Any, address: str, record: Record, idents: Iterable[str]) -> None:
    """Throw away texts, by the id they had on the screen."""
    with _open_draft(user, address, record) as fields:
        for ident in idents:
            fields.pop(ident, None)


@contextmanager
def _open_draft(user: Any, address: str, record: Record) -> Iterator[dict[str, Any]]:
    """Yield what is kept, to be changed. Two windows of a user come one after the other."""
    with change(user):
        locked(record)
        draft = Draft.objects.filter(user=user, form=address).first()
        before = draft.fields if draft else {}
        fields = dict(before)
        yield fields
        if fields == before:
            return
        if not fields:
            Draft.objects.filter(user=user, form=address).delete()
            return
        facts = {"record": record, "version": record.version, "fields": fields}
        store_draft(user, address, facts)


def typed_before(user: Any, address: str) -> Mapping[str, Outcome]:
    """Return what was kept, by the id of its text on the screen."""
    draft = Draft.objects.filter(user=user, form=address).first()
    found = {}
    for ident, values in (draft.fields if draft else {}).items():
        key = parse_key(ident.partition("/")[2])
        if key is not None and len(values) == 2:
            found[ident] = Outcome(key, Result.HELD, values[0], was=values[1])
    return found
