"""What a claim tells of a row: what the row lacks, what it says otherwise, the row as written."""

from collections.abc import Collection
from typing import Any

from films.models import CompanyCredit, Credit, Selection
from people.models import Company, Person
from sources.comparing.equal import is_equal
from sources.comparing.film import say_edition
from sources.comparing.matching import spellings_of
from sources.comparing.objects import Row, Statement
from sources.comparing.points import ASPECTS, NAMED, is_of_review, is_part_of, told_value
from sources.taking.choices import Values

# Fields of a row that a further source may fill, by part.
FILLED: dict[str, tuple[str, ...]] = {
    "credits": ("character",),
    "selections": ("section", "premiere", "shown_on"),
    "releases": ("date",),
    "press_items": ("author", "outlet", "url"),
}


def names_in(claim: Statement) -> set[str]:
    """Return the names that a claim prints for its row."""
    return {*spellings_of(claim), claim.values.get("festival", "")} - {""}


def missing_values(row: Row, said: Values) -> Values:
    """Return what the row lacks and the claim has. A character in any language is one."""
    names = FILLED.get(row.part, ())
    if row.part == "selections":
        said = {**said, "shown_on": _screening_day(row, said)}
    return {name: said[name] for name in names if said.get(name) and not row.values.get(name)}


def _screening_day(row: Row, said: Values) -> str:
    """Return the day if it is known and of the year that the row is of."""
    day = str(said.get("date") or "")
    is_ours = len(day) == 10 and day[:4] == (row.values.get("year") or day[:4])
    return day if is_ours and not is_of_review(said) else ""


def fuller_character(row: Row, claim: Statement, told: Collection[str]) -> str:
    """Return the character's fuller name, if the film has a part of it that a source has told.

    Running text that puts a word before the name tells no name: "her friend Anna".
    """
    ours, theirs = row.values.get("character", ""), claim.values.get("character", "")
    if not ours or not theirs or ours not in told or not is_part_of(ours, theirs):
        return ""
    is_prose = claim.part == "characters"
    return "" if is_prose and ours.split()[0] != theirs.split()[0] else str(theirs)


def is_conflict(claim: Statement, row: Row, usual: Collection[str]) -> bool:
    """Tell whether the claim says something else than the row; registered names agree."""
    for name in ASPECTS.get(claim.part, ()):
        ours, theirs = row.values.get(name), told_value(claim, name)
        if ours in (None, "") or theirs in (None, "") or is_equal(name, ours, theirs):
            continue
        known = row.values.get("characters", ()) if name == "character" else ()
        known = usual if name in NAMED else known
        if name == "character" and (is_part_of(ours, theirs) or is_part_of(theirs, ours)):
            continue
        if not any(is_equal(name, one, theirs) for one in known):
            return True
    return False


def as_row(part: str, made: Any, said: Values) -> Row:
    """Return a row that was written for a claim as it would be read again."""
    values = {name: value for name, value in said.items() if value is not None}
    names: list[str] = []
    if isinstance(made, Credit):
        names = _names_of(made.person or made.company) or [values["name"]]
        values["role"] = made.role.key if made.role else ""
        values["name"] = made.credited_as or names[0]
        values["kind"] = "group" if made.is_group else "company" if made.company else "person"
        values["characters"] = [values["character"]] if values.get("character") else []
    elif isinstance(made, CompanyCredit):
        names = _names_of(made.company)
        values["name"] = made.credited_as or names[0]
    elif isinstance(made, Selection):
        edition = say_edition(made.edition)
        names = edition["names"]
        year = str(edition["year"] or "")
        day = made.shown_on.isoformat() if made.shown_on else ""
        values |= {"festival": names[0], "date": day or year, "year": year, "shown_on": day}
        values |= {name: edition[name] for name in ("city", "country")}
    elif values.get("name") or values.get("title"):
        names = [values.get("name") or values["title"]]
    if part == "releases":
        values.setdefault("kind", made.kind)
        values["status"] = str(made.status)
    if part == "awards":
        values["body"] = values.get("body") or values.get("festival") or ""
    return Row(part, str(made.uuid), values, {*names, values.get("name", "")} - {""})


def _names_of(owner: Any) -> list[str]:
    if isinstance(owner, Person):
        return [owner.name, *owner.names.values_list("name", flat=True)]
    if isinstance(owner, Company):
        return [owner.name, *(owner.other_names or ())]
    return []
