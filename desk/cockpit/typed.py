"""What was typed on a screen and could not be saved by itself: kept as a draft, never lost."""

from collections.abc import Iterable, Mapping
from typing import Any

from desk.cockpit.saving import Saved
from editorial.models import Draft, Record
from editorial.translating.texts import parse_key
from editorial.translating.writing import Outcome, Result, Wish

UNSAVED = (Result.HELD, Result.WRONG, Result.CONFLICT, Result.GONE)


def keep_typed(
    user: Any, address: str, record: Record, wishes: Iterable[tuple[str, Wish]], saved: Saved
) -> None:
    """Keep the texts that were not saved, and forget those that were."""
    draft = Draft.objects.filter(user=user, form=address).first()
    fields = dict(draft.fields) if draft else {}
    before = dict(fields)
    for ident, wish in wishes:
        outcome = saved.outcomes.get(ident)
        if outcome is None:
            continue
        if outcome.result in UNSAVED:
            fields[ident] = [wish.text, wish.was]
        else:
            fields.pop(ident, None)
    if fields != before:
        _store(user, address, record, fields)


def forget_typed(user: Any, address: str, record: Record, idents: Iterable[str]) -> None:
    """Throw away texts, by the id they had on the screen."""
    draft = Draft.objects.filter(user=user, form=address).first()
    if draft is None:
        return
    thrown = set(idents)
    fields = {ident: values for ident, values in draft.fields.items() if ident not in thrown}
    _store(user, address, record, fields)


def _store(user: Any, address: str, record: Record, fields: dict[str, Any]) -> None:
    if not fields:
        Draft.objects.filter(user=user, form=address).delete()
        return
    facts = {"record": record, "version": record.version, "fields": fields}
    Draft.objects.update_or_create(user=user, form=address, defaults=facts)


def typed_before(user: Any, address: str) -> Mapping[str, Outcome]:
    """Return what was kept, by the id of its text on the screen."""
    draft = Draft.objects.filter(user=user, form=address).first()
    found = {}
    for ident, values in (draft.fields if draft else {}).items():
        key = parse_key(ident.partition("/")[2])
        if key is not None and len(values) == 2:
            found[ident] = Outcome(key, Result.HELD, values[0], was=values[1])
    return found
