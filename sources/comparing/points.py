"""All claims about one film put together: points with their sayings. Knows no database."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from people.spelling import words_of
from sources.comparing.equal import is_equal
from sources.comparing.matching import WHOLE, find_row, spellings_of
from sources.comparing.objects import Point, Row, Saying, State, Statement, Verdict, Witness

# What a row's claims say about it, by part: fields that sources can tell differently.
ASPECTS: dict[str, tuple[str, ...]] = {
    "credits": ("name", "role", "character"),
    "characters": ("character",),
    "companies": ("name", "function"),
    "selections": ("festival", "section", "date"),
    "awards": ("body", "year", "result"),
    "releases": ("date", "status"),
    "press_items": ("author", "date"),
    "external_ids": ("value",),
}
SINGLE = ("facts", "countries", "versions", "texts")
# Of a name that is known under several spellings each of them agrees.
NAMED = ("name", "festival")
# What a version's free remark says stands beside others.
LOOSE = ("note", "technical")

Key = tuple[str, str, str]
# A claim with the row that it is about.
Placed = tuple[Statement, Row | None]


def place_claims(claims: Iterable[Statement], rows: Iterable[Row]) -> list[Placed]:
    """Return each claim with its row; what was placed lends its spellings to the row."""
    known = list(rows)
    all_claims = list(claims)
    by_source: dict[int, list[Statement]] = defaultdict(list)
    for claim in all_claims:
        by_source[claim.source].append(claim)
    found: dict[int, Row | None] = {}
    for claim in sorted(all_claims, key=lambda claim: (not claim.row, claim.pk)):
        row = find_row(claim, known, by_source[claim.source])
        found[claim.pk] = row
        if row is not None and claim.part in ("credits", "companies", "selections"):
            row.names |= {*spellings_of(claim), claim.values.get("festival", "")} - {""}
    return [(claim, found[claim.pk]) for claim in all_claims]


def make_points(
    placed: Iterable[Placed],
    rows: Iterable[Row],
    scalars: Mapping[tuple[str, str], Any],
    verdicts: Mapping[str, Verdict],
    seen: Mapping[str, list[Any]],
    usual: Mapping[str, list[str]],
) -> list[Point]:
    """Return every point that at least one claim speaks of.

    `verdicts` and `seen` are decisions by point, `usual` the registered names of a row's person,
    company or festival by the row's uuid.
    """
    told = list(placed)
    points = _single_points(told, scalars)
    points += _row_points(told, usual)
    points += _whole_points(told, rows)
    return [_judge(point, verdicts.get(point.key), seen.get(point.key, [])) for point in points]


def _single_points(placed: list[Placed], scalars: Mapping[tuple[str, str], Any]) -> list[Point]:
    sayings: dict[Key, list[Saying]] = {}
    for claim, _row in placed:
        if claim.part not in SINGLE:
            continue
        for field, value in single_values(claim):
            if field in LOOSE:
                continue
            key = (claim.part, "", field)
            if key not in sayings:
                known = scalars.get((claim.part, field))
                sayings[key] = [] if known is None else [Saying(known, is_record=True)]
            _add(sayings[key], field.rpartition("/")[2], value, claim)
    return [_point(key, "", said) for key, said in sayings.items()]


def single_values(claim: Statement) -> list[tuple[str, Any]]:
    """Return (field, value) of what a claim says in single fields."""
    if claim.part == "texts":
        values = claim.values
        return [(f"{values.get('language', '')}/{values.get('field', '')}", values.get("text", ""))]
    return [(field, value) for field, value in claim.values.items() if value not in (None, "", [])]


def _row_points(placed: list[Placed], usual: Mapping[str, list[str]]) -> list[Point]:
    sayings: dict[Key, list[Saying]] = {}
    about: dict[str, str] = {}
    for claim, row in placed:
        for field in ASPECTS.get(claim.part, ()):
            value = told_value(claim, field)
            if row is None or value in (None, ""):
                continue
            key = (row.part, row.uuid, field)
            about.setdefault(row.uuid, say_row(row))
            if key not in sayings:
                known = row.values.get(field)
                sayings[key] = [] if known in (None, "") else [Saying(known, is_record=True)]
            if _is_usual(field, value, row, usual):
                value = row.values.get(field)
            _add(sayings[key], field, value, claim)
    for key, said in sayings.items():
        if key[2] == "character":
            sayings[key] = _without_parts(said)
    return [_point(key, about[key[1]], said) for key, said in sayings.items()]


def _without_parts(sayings: list[Saying]) -> list[Saying]:
    """Return the sayings without those that are a part of another: Anton is Anton Salin.

    Their witnesses stand with the fullest; what the film has stays, and counts as the fuller.
    """
    full = [one for one in sayings if one.is_record or not any(
        is_part_of(one.value, other.value) for other in sayings)]  # fmt: skip
    for one in sayings:
        if one in full:
            continue
        owner = next(n for n, other in enumerate(full) if is_part_of(one.value, other.value))
        other = full[owner]
        full[owner] = Saying(other.value, (*other.witnesses, *one.witnesses), other.is_record)
    return full


def is_part_of(part: Any, whole: Any) -> bool:
    """Tell whether a name has only words of another one, and fewer."""
    return set(words_of(str(part))) < set(words_of(str(whole)))


def told_value(claim: Statement, field: str) -> Any:
    """Return what a claim says in a field; the day of a review is no day of a screening."""
    value = claim.values.get(field)
    is_remark = claim.part == "selections" and field == "date" and is_of_review(claim.values)
    return str(value)[:4] if value and is_remark else value


def is_of_review(said: Mapping[str, Any]) -> bool:
    """Tell whether a selection is told of as the place where a film was reviewed."""
    return str(said.get("note") or "").casefold() == "reviewed"


def say_row(row: Row) -> str:
    """Return what the row is called: a name, a festival, a title, a country."""
    for name in ("name", "festival", "title", "text", "country", "scheme", "url"):
        if row.values.get(name):
            return str(row.values[name])
    return ""


def _is_usual(field: str, value: Any, row: Row, usual: Mapping[str, list[str]]) -> bool:
    """Tell whether a name is one that its person, company or festival is known by."""
    if field == "character":
        return any(is_equal(field, value, known) for known in row.values.get("characters", ()))
    if field not in NAMED:
        return False
    return any(is_equal(field, value, known) for known in usual.get(row.uuid, ()))


def _whole_points(placed: list[Placed], rows: Iterable[Row]) -> list[Point]:
    """Return who did a job, where sources that name somebody for it do not name the same."""
    credited = [row for row in rows if row.part == "credits"]
    named: dict[str, dict[int, list[tuple[Statement, Row | None]]]] = defaultdict(dict)
    for claim, row in placed:
        role = claim.values.get("role", "")
        if claim.part == "credits" and role in WHOLE:
            named[role].setdefault(claim.source, []).append((claim, row))
    points = []
    for role, sources in sorted(named.items()):
        ours = [row for row in credited if row.values["role"] == role]
        value = sorted(row.values["name"] for row in ours)
        sayings = [Saying(value, is_record=True)] if value else []
        for told in sources.values():
            names = sorted(
                row.values["name"] if row else claim.values.get("name", "") for claim, row in told
            )
            _add(sayings, "names", names, told[0][0])
        points.append(_point(("credits", "role", role), "", sayings))
    return points


def _add(sayings: list[Saying], field: str, value: Any, claim: Statement) -> None:
    witness = Witness(claim.pk, claim.source, claim.printed)
    for place, known in enumerate(sayings):
        if is_equal(field, known.value, value):
            witnesses = (*known.witnesses, witness)
            better = value if len(str(value)) > len(str(known.value)) else known.value
            kept = known.value if known.is_record else better
            sayings[place] = Saying(kept, witnesses, known.is_record)
            return
    sayings.append(Saying(value, (witness,)))


def _point(key: Key, about: str, sayings: list[Saying]) -> Point:
    part, row, field = key
    name = "/".join(word for word in key if word)
    state = State.AGREED if len(sayings) < 2 else State.OPEN
    is_row = row not in ("", "role")
    return Point(name, part, field, row if is_row else "", about, tuple(sayings), state)


def _judge(point: Point, verdict: Verdict | None, seen: list[Any]) -> Point:
    """Return the point with what was decided, as long as nothing new has come up since."""
    if verdict is None:
        return point
    field = point.field
    known = [*seen, verdict.value]
    is_new = any(not any(is_equal(field, s.value, k) for k in known) for s in point.sayings)
    state = point.state
    if state is State.OPEN and not is_new:
        is_disputed = verdict.state == "disputed"
        record = point.record
        is_held = record is not None and is_equal(field, record.value, verdict.value)
        if is_disputed:
            state = State.DISPUTED
        elif is_held:
            state = State.DECIDED
    return Point(
        point.key, point.part, point.field, point.row, point.about, point.sayings, state, verdict
    )
