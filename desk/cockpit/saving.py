"""What a translator sent, taken apart and written: one change, whatever it touches."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from desk.cockpit.addresses import PAGES, give_address, give_slugs_of
from desk.cockpit.records import as_uuid
from editorial.changes import change
from editorial.guard.hidden import WouldShow
from editorial.models import Record
from editorial.translating.texts import Key, parse_key
from editorial.translating.writing import Outcome, Result, Wish, confirm, gone, write_texts

TEXT, WAS, SEEN = "text:", "was:", "seen:"


@dataclass
class Saved:
    """What became of the texts, by the id they have on the screen."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    confirmed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # not confirmed: the source has changed

    def of(self, *results: Result) -> list[str]:
        return [ident for ident, outcome in self.outcomes.items() if outcome.result in results]

    @property
    def is_clean(self) -> bool:
        """Nothing is left for the translator to decide."""
        return not self.of(Result.CONFLICT, Result.WRONG, Result.GONE, Result.HELD)


def read_wishes(post: Mapping[str, str]) -> dict[str, list[Wish]]:
    """Return the texts of a form by the uuid of their record; what has no place is left out."""
    wishes: dict[str, list[Wish]] = {}
    for name in post:
        if not name.startswith(TEXT):
            continue
        ident = name.removeprefix(TEXT)
        uuid, _slash, place = ident.partition("/")
        key = parse_key(place)
        if key is not None and as_uuid(uuid):
            wish = Wish(key, post[name], post.get(WAS + ident, ""), post.get(SEEN + ident, ""))
            wishes.setdefault(uuid, []).append(wish)
    return wishes


def save_texts(
    records: Collection[Record], language: str, wishes: Mapping[str, list[Wish]], user: Any
) -> Saved:
    """Write the texts of these records; texts of any other have no place here."""
    saved = _without_place(records, wishes)
    with change(user, _("Translated")):
        for record in records:
            _write(record, language, wishes.get(str(record.uuid), []), saved)
    return saved


def save_quietly(
    records: Collection[Record], language: str, wishes: Mapping[str, list[Wish]], user: Any
) -> Saved:
    """Write what nobody outside the desk sees; what visitors would see at once is held."""
    saved = _without_place(records, wishes)
    for record in records:
        mine = wishes.get(str(record.uuid), [])
        if mine and not _write_quietly(record, language, mine, user, saved):
            parts = {wish.key.part for wish in mine}
            for part in sorted(parts):
                some = [wish for wish in mine if wish.key.part == part]
                if len(parts) == 1 or not _write_quietly(record, language, some, user, saved):
                    saved.outcomes.update({_id(record, w.key): _held(w) for w in some})
    return saved


def _without_place(records: Collection[Record], wishes: Mapping[str, list[Wish]]) -> Saved:
    """Return the texts of records that are not on the screen, e.g. a picture removed meanwhile."""
    known = {str(record.uuid) for record in records}
    strange = {uuid: mine for uuid, mine in wishes.items() if uuid not in known}
    return Saved({f"{uuid}/{w.key}": gone(w) for uuid, mine in strange.items() for w in mine})


def _write_quietly(
    record: Record, language: str, wishes: list[Wish], user: Any, saved: Saved
) -> bool:
    """Write texts of one record; False if visitors would have seen it, and nothing is written."""
    mine = Saved()
    try:
        with change(user, _("Translated"), is_autosave=True):
            _write(record, language, wishes, mine)
    except WouldShow:
        return False
    saved.outcomes.update(mine.outcomes)
    return True


def _write(record: Record, language: str, wishes: list[Wish], saved: Saved) -> None:
    if not wishes:
        return
    outcomes = write_texts(record, language, wishes)
    saved.outcomes.update({_id(record, o.key): o for o in outcomes})
    if any(o.key.field == "title" and o.result is Result.SAVED for o in outcomes):
        give_address(record, language)
    pages = [o.key.row for o in outcomes if o.key.part == PAGES and o.result is Result.SAVED]
    give_slugs_of(pages, language)


def _id(record: Record, key: Key) -> str:
    return f"{record.uuid}/{key}"


def _held(wish: Wish) -> Outcome:
    return Outcome(wish.key, Result.HELD, wish.text, was=wish.was)


def confirm_texts(
    records: Iterable[Record], language: str, seen: Mapping[str, str], user: Any
) -> Saved:
    """Note that texts, by their id on the screen, are still correct."""
    saved = Saved()
    for record in records:
        mine: dict[Key, str] = {}
        for ident, word in seen.items():
            uuid, _slash, place = ident.partition("/")
            key = parse_key(place)
            if uuid == str(record.uuid) and key is not None:
                mine[key] = word
        if mine:
            done, refused = confirm(record, language, mine, user)
            saved.confirmed += [_id(record, key) for key in done]
            saved.refused += [_id(record, key) for key in refused]
    return saved
