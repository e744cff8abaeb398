"""From what was ticked, corrected and answered on the page to the facts that are taken in."""

from collections.abc import Iterable
from typing import Any

from sources.desk.boxes import read_boxes
from sources.desk.sheet import Entry, Sheet
from sources.taking.choices import Choice, Refused

NAMED_BY = ("name",)


def read_choices(sheet: Sheet) -> dict[str, Choice]:
    """Return the choices by the entries' keys; what is wrong with an entry is noted in it."""
    choices = {}
    for entry in sheet.entries:
        if not entry.is_ticked or entry.is_taken:
            continue
        values = read_boxes(entry.boxes, entry.fact.values, sheet.roles)
        if not entry.is_wrong:
            row = "new" if entry.is_apart else entry.outlook.row
            choices[entry.key] = Choice(entry.fact, _who(entry), row, values)
    return choices


def _who(entry: Entry) -> str:
    """Return the answer, '' where it was given for a name that is corrected since: then what goes
    without saying for the new name holds."""
    if entry.meaning is None or entry.fact.part == "mentions":
        return ""
    is_renamed = any(box.is_changed for box in entry.boxes if box.slot.name in NAMED_BY)
    if is_renamed and entry.who == entry.meaning.chosen:
        return ""
    if entry.fact.part == "companies" and not entry.who.startswith("c"):
        return ""
    return entry.who


def note_refused(sheet: Sheet, refused: Iterable[Refused], posted: dict[str, Any]) -> None:
    """Put the reasons of refused choices beside their entries."""
    reasons = {id(one.choice): one.message for one in refused}
    keys = {key: reasons[id(choice)] for key, choice in posted.items() if id(choice) in reasons}
    for entry in sheet.entries:
        if entry.key in keys:
            entry.errors.append(keys[entry.key])
