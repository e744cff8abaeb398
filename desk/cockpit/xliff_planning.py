"""What an agency's file would change, told before anything is written, and then written."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from desk.cockpit.items import Item, screens_of
from desk.cockpit.records import titles_of
from desk.cockpit.saving import Saved, confirm_texts
from desk.cockpit.xliff import DONE, Unit, xml_text
from editorial.changes import change
from editorial.fields import languages
from editorial.history.differences import words_of
from editorial.history.words import Word
from editorial.models import Record
from editorial.names import spoken
from editorial.rights import Act, may
from editorial.translating.states import Look
from editorial.translating.texts import parse_key
from editorial.translating.writing import Result, Wish, digest, tidy_text, write_texts


class Plan(StrEnum):
    WRITE = "write"
    CONFIRM = "confirm"  # the agency left the text and calls it done
    STALE = "stale"  # the source has changed since the export
    CONFLICT = "conflict"  # a colleague has changed the translation since the export
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Line:
    """One text of the file, with what would become of it."""

    unit: Unit
    plan: Plan
    title: str = ""
    item: Item | None = None
    message: str = ""

    @property
    def name(self) -> str:
        """What people call the text, known here or not."""
        if self.item is None:
            return self.unit.name or self.unit.id
        place = [part for part in (self.title, self.item.place) if part]
        return f"{' · '.join(place)}: {self.item.label}"

    @property
    def words(self) -> tuple[Word, ...]:
        """The translation on the desk and that of the file."""
        return words_of(self.item.state.target, self.text) if self.item else ()

    @property
    def source_words(self) -> tuple[Word, ...]:
        return words_of(self.unit.source, self.item.state.source) if self.item else ()

    @property
    def text(self) -> str:
        return tidy_text(self.unit.target)


def plan_import(units: Iterable[Unit], user: Any) -> list[Line]:
    """Return what would become of each text. The same number of queries for each hundred records
    and language."""
    wanted = list(units)
    lines: dict[int, Line] = {}
    places: dict[str, dict[UUID, list[int]]] = {}
    for number, unit in enumerate(wanted):
        uuid = _uuid_of(unit.id)
        problem = unit.problem or _language_problem(unit, user)
        if not problem and uuid is None:
            problem = _("This text is not known here.")
        if problem or uuid is None:
            lines[number] = Line(unit, Plan.PROBLEM, message=problem)
        else:
            places.setdefault(unit.language, {}).setdefault(uuid, []).append(number)
    for language, by_record in places.items():
        items = _items(language, list(by_record))
        for numbers in by_record.values():
            for number in numbers:
                title, item = items.get(wanted[number].id, ("", None))
                lines[number] = _line(wanted[number], title, item)
    return [lines[number] for number in range(len(wanted))]


def _uuid_of(ident: str) -> UUID | None:
    uuid, _slash, place = ident.partition("/")
    try:
        return UUID(uuid) if parse_key(place) else None
    except ValueError:
        return None


def _language_problem(unit: Unit, user: Any) -> str:
    if unit.language not in languages():
        return _("“%(code)s” is no language of this site.") % {"code": unit.language or "?"}
    if not may(user, Act.TRANSLATE, unit.language):
        return _("You may not write texts in this language: %s.") % spoken(unit.language)
    return ""


def _items(language: str, uuids: list[UUID]) -> dict[str, tuple[str, Item]]:
    """Return title and text by id, of the records that the file names."""
    found: dict[str, tuple[str, Item]] = {}
    for start in range(0, len(uuids), 100):
        part = uuids[start : start + 100]
        records = list(Record.objects.filter(uuid__in=part, binned_at=None))
        titles = titles_of(records)
        for record, groups in screens_of(records, language):
            for group in groups:
                for item in group.items:
                    found[item.id] = titles.get(record.pk, record.key), item
    return found


def _line(unit: Unit, title: str, item: Item | None) -> Line:
    if item is None:
        return Line(unit, Plan.PROBLEM, message=_("This text is not known here."))
    state, text = item.state, tidy_text(unit.target)
    if not text:
        return Line(unit, Plan.EMPTY, title, item)
    is_stale = tidy_text(unit.source) != tidy_text(xml_text(state.source))
    if text == tidy_text(xml_text(state.target)):
        is_done = unit.state in DONE and state.look in (Look.OUTDATED, Look.SAME)
        plan = Plan.CONFIRM if is_done and not is_stale else Plan.UNCHANGED
        return Line(unit, plan, title, item)
    if item.max_length and len(text) > item.max_length:
        message = _("The text has %(n)d characters, %(max)d at most.")
        numbers = {"n": len(text), "max": item.max_length}
        return Line(unit, Plan.PROBLEM, title, item, message % numbers)
    if digest(state.target) != (unit.was or ""):
        return Line(unit, Plan.CONFLICT, title, item)
    return Line(unit, Plan.STALE if is_stale else Plan.WRITE, title, item)


def carry_out(lines: Iterable[Line], taken: set[str], user: Any) -> Saved:
    """Write what is planned, and of what is stale the texts that are `taken`, by id.

    What was made from another source is marked as made from that: it stays outdated.
    """
    wishes: dict[tuple[int, str], list[Wish]] = {}
    confirmed: dict[tuple[int, str], dict[str, str]] = {}
    records: dict[int, Record] = {}
    for line in lines:
        if line.item is None:
            continue
        item, place = line.item, (line.item.record.pk, line.unit.language)
        records[item.record.pk] = item.record
        if line.plan is Plan.CONFIRM:
            confirmed.setdefault(place, {})[item.id] = item.seen
        elif line.plan is Plan.WRITE or (line.plan is Plan.STALE and item.id in taken):
            made_from = tidy_text(line.unit.source) if line.plan is Plan.STALE else None
            wish = Wish(item.state.key, line.text, line.unit.was or "", "", made_from)
            wishes.setdefault(place, []).append(wish)
    saved = Saved()
    with change(user, _("Translations read from a file")):
        for (pk, language), mine in wishes.items():
            record = records[pk]
            outcomes = write_texts(record, language, mine)
            saved.outcomes.update({f"{record.uuid}/{o.key}": o for o in outcomes})
    for (pk, language), seen in confirmed.items():
        saved.confirmed += confirm_texts([records[pk]], language, seen, user).confirmed
    return saved


def count_written(saved: Saved) -> int:
    return len(saved.of(Result.SAVED))
