"""Which row of the film a claim is about."""

from collections.abc import Callable, Iterable
from typing import Any

from sources.comparing.alike import any_near, any_same, is_same_house
from sources.comparing.equal import is_equal, plain, text_key
from sources.comparing.objects import Row, Statement

# Jobs that different lists call differently: the same person in two of them is one question.
FAMILIES = (
    frozenset(
        (
            "producer",
            "co_producer",
            "executive_producer",
            "associate_producer",
            "commissioning_editor",
        )
    ),
    frozenset(("music", "original_music", "composer")),
    frozenset(("sound", "sound_mix", "sound_design")),
    frozenset(("production_design", "art_direction", "set_design")),
    frozenset(("costume_design", "costumes", "wardrobe")),
    frozenset(("makeup", "hair", "makeup_and_hair")),
    frozenset(("screenplay", "story", "dialogue", "adaptation")),
)
# Jobs whose list is complete wherever it is printed: one name less is another statement.
WHOLE = frozenset(("director", "screenplay", "cinematography", "editing", "music"))
# Jobs that one person does, mostly.
ALONE = WHOLE | {"production_design", "costume_design", "original_music"}


def find_row(claim: Statement, rows: Iterable[Row], others: Iterable[Statement]) -> Row | None:
    """Return the row that the claim is about, or None. `others` are all claims of its source.

    The surest first: the row that was named when it was taken in, the same name in the same job,
    then in a like job, then a like name in the same job.
    """
    mine = [row for row in rows if row.part == row_part(claim.part)]
    if claim.row:
        named = next((row for row in mine if row.uuid == claim.row), None)
        if named is not None:
            return named
    find = FINDERS.get(claim.part)
    return find(claim, mine, list(others)) if find else None


def row_part(part: str) -> str:
    """Return the part of the film that claims of this part are about."""
    return "credits" if part == "characters" else part


def family_of(role: str) -> frozenset[str]:
    return next((family for family in FAMILIES if role in family), frozenset((role,)))


def spellings_of(claim: Statement) -> list[str]:
    """Return the names that a claim prints for one person: in Latin letters and in others."""
    names = (claim.values.get("name", ""), claim.values.get("other_name", ""))
    return [name for name in names if name]


def _find_credit(claim: Statement, rows: list[Row], others: list[Statement]) -> Row | None:
    role, text = claim.values.get("role", ""), claim.values.get("role_text", "")
    names = spellings_of(claim)
    in_job = [row for row in rows if _is_job(row, role, text)]
    for row in in_job:
        if _is_called(row, names):
            return row
    family = family_of(role)
    alike = [row for row in rows if row.values["role"] in family and _is_called(row, names)]
    for row in alike:
        if not _claims_job(row, row.values["role"], others):
            return row
    is_alone = role in ALONE
    for row in in_job:
        is_near = any(any_near(row.names, name, is_alone) for name in names)
        if is_near and not _claims_job(row, role, others):
            return row
    return None


def _is_called(row: Row, names: Iterable[str]) -> bool:
    return any(any_same(row.names, name) for name in names)


def _is_job(row: Row, role: str, text: str) -> bool:
    if role:
        return bool(row.values["role"] == role)
    return bool(text) and text_key(row.values["role_text"]) == text_key(text)


def _claims_job(row: Row, role: str, others: list[Statement]) -> bool:
    """Tell whether the source itself has this very person in this very job: then it means
    somebody else, or something else, by the claim in question."""
    return any(
        other.part == "credits"
        and other.values.get("role") == role
        and _is_called(row, spellings_of(other))
        for other in others
    )


def _find_character(claim: Statement, rows: list[Row], others: list[Statement]) -> Row | None:
    cast = [row for row in rows if row.values["role"] == "actor"]
    names = spellings_of(claim)
    return next((row for row in cast if _is_called(row, names)), None)


def _find_company(claim: Statement, rows: list[Row], others: list[Statement]) -> Row | None:
    name, function = claim.values.get("name", ""), claim.values.get("function", "")
    same = [row for row in rows if any(is_same_house(known, name) for known in row.names)]
    exact = [row for row in same if row.values["function"] == function]
    if exact:
        return exact[0]
    claimed = {
        other.values.get("function")
        for other in others
        if other.part == "companies" and is_same_house(other.values.get("name", ""), name)
    }
    free = [row for row in same if row.values["function"] not in claimed]
    alike = (row for row in free if is_equal("function", row.values["function"], function))
    return next(alike, free[0] if free else None)


def _find_selection(claim: Statement, rows: list[Row], others: list[Statement]) -> Row | None:
    name, year = claim.values.get("festival", ""), str(claim.values.get("date") or "")[:4]
    for row in rows:
        if year and row.values["year"] and year != row.values["year"]:
            continue
        if any(is_same_house(known, name) for known in row.names):
            return row
    return None


def _find_award(claim: Statement, rows: list[Row], others: list[Statement]) -> Row | None:
    for row in rows:
        known = {text_key(name) for name in (row.values["name"], *row.names)}
        if text_key(claim.values.get("name", "")) not in known:
            continue
        theirs = claim.values.get("body") or claim.values.get("festival") or ""
        ours = row.values["body"]
        if not theirs or not ours or is_same_house(ours, theirs):
            return row
    return None


def _find_release(claim: Statement, rows: list[Row], others: list[Statement]) -> Row | None:
    country, kind = claim.values.get("country", ""), claim.values.get("kind", "cinema")
    return next(
        (r for r in rows if (r.values["country"], r.values["kind"]) == (country, kind)), None
    )


def _by(*fields: str) -> Callable[[Statement, list[Row], list[Statement]], Row | None]:
    def find(claim: Statement, rows: list[Row], others: list[Statement]) -> Row | None:
        for row in rows:
            if all(_says(row.values.get(f, ""), claim.values.get(f, ""), f) for f in fields):
                return row
        return None

    return find


def _says(ours: Any, theirs: Any, field: str) -> bool:
    if isinstance(ours, str) and isinstance(theirs, str):
        return text_key(plain(ours)) == text_key(plain(theirs))
    return is_equal(field, ours, theirs)


FINDERS: dict[str, Callable[[Statement, list[Row], list[Statement]], Row | None]] = {
    "credits": _find_credit,
    "characters": _find_character,
    "companies": _find_company,
    "selections": _find_selection,
    "awards": _find_award,
    "releases": _find_release,
    "press_items": _by("title"),
    "quotes": _by("text"),
    "titles": _by("title", "language"),
    "external_ids": _by("scheme"),
    "links": _by("url"),
}
