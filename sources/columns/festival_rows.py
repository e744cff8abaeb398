"""A row of a table of festivals as facts: where the film was, and what it won there."""

import re
from typing import Any

from sources.columns.meanings import Meaning
from sources.columns.objects import Cells, Found, NotUnderstood, Why
from sources.columns.values import read_country, read_day, read_premiere, read_result

_PARTED = re.compile(r"\s*[;\n|]\s*")
_YEAR_AT_END = re.compile(r"\s*[,(]?\s*\b((?:19|20)\d\d)\)?$")
# A cell that only tells whether there is a prize.
_NO_PRIZE = re.compile(r"[-–—/.]*|no|none|nein|keine?|n/?a", re.IGNORECASE)


def read_festival(cells: Cells, is_day_first: bool | None) -> list[Found]:
    """Return the facts of a row. Raises NotUnderstood."""
    festival = cells[Meaning.FESTIVAL]
    if not festival:
        raise NotUnderstood(Why.NO_FESTIVAL)
    printed = cells[Meaning.DATE] or cells[Meaning.YEAR]
    day, is_doubtful = read_day(printed, is_day_first)
    if not day and cells[Meaning.DATE]:
        day, is_doubtful = read_day(cells[Meaning.YEAR], is_day_first)
    at_end = _YEAR_AT_END.search(festival)
    if at_end and not printed:
        festival, day = festival[: at_end.start()], at_end[1]
    if printed and not day:
        raise NotUnderstood(Why.NO_DATE)
    values = _selection(cells, festival.strip(), day)
    return [Found("selections", values, is_doubtful), *_awards(cells, festival.strip(), day)]


def _selection(cells: Cells, festival: str, day: str) -> dict[str, Any]:
    values: dict[str, Any] = {
        "festival": festival,
        "city": cells[Meaning.CITY],
        "country": read_country(cells[Meaning.COUNTRY]),
        "country_printed": cells[Meaning.COUNTRY],
        "date": day,
    }
    notes = [cells[Meaning.NOTE]]
    if cells[Meaning.SECTION]:
        values["section"] = cells[Meaning.SECTION]
    if premiere := read_premiere(cells[Meaning.PREMIERE]):
        values["premiere"] = premiere
    elif not _NO_PRIZE.fullmatch(cells[Meaning.PREMIERE]):
        notes.append(cells[Meaning.PREMIERE])
    if note := "; ".join(note for note in notes if note):
        values["note"] = note
    return values


def _awards(cells: Cells, festival: str, day: str) -> list[Found]:
    """Return the prizes; a result that nobody knows makes them doubtful, and won."""
    result = read_result(cells[Meaning.RESULT])
    is_doubtful = bool(cells[Meaning.RESULT]) and not result
    found = []
    for name in _PARTED.split(cells[Meaning.AWARD]):
        if not name or _NO_PRIZE.fullmatch(name):
            continue
        values: dict[str, Any] = {
            "name": name, "body": festival, "festival": festival, "result": result or "won"
        }  # fmt: skip
        if day:
            values["year"] = int(day[:4])
        if cells[Meaning.RECIPIENT]:
            values["recipient"] = cells[Meaning.RECIPIENT]
        found.append(Found("awards", values, is_doubtful))
    return found
