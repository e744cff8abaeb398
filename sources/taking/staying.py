"""What an intake had brought and others need by now: it stays when the intake is taken back."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from editorial.kinds import Document
from festivals.models import Edition
from sources.comparing.equal import is_equal
from sources.comparing.film import Comparison, compare_film, names_of
from sources.comparing.objects import Point
from sources.comparing.points import say_row
from sources.comparing.rows import rows_of
from sources.models import Claim, Decision, Intake
from sources.wording import Words, begin_of

# Of a version that the intake made, what it is beside the value that stays.
IDENTITY = ("uuid", "position", "is_main")


@dataclass
class Staying:
    """Rows and single fields (part, field) that stay, and why, in words."""

    rows: set[str] = field(default_factory=set)
    fields: list[tuple[str, str]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def find_staying(intake: Intake) -> Staying:
    """Return what another source vouches for, and what was decided since from this source."""
    found = Staying()
    added = _added_rows(intake.before or {}, intake.after or {})
    others = Claim.objects.filter(record=intake.record_id, row__in=added).exclude(intake=intake)
    vouched = {str(row) for row in others.values_list("row", flat=True)}
    after = intake.after or {}
    for row in rows_of(after, names_of(after)) if vouched else ():
        if row.uuid in vouched:
            text = _("“%(name)s”: another source vouches for it and it stays.")
            found.reasons.append(text % {"name": say_row(row)})
    found.rows |= vouched
    _note_decisions(intake, found)
    found.rows |= _needed(after, found.rows, added)
    return found


def _added_rows(before: Document, after: Document) -> set[str]:
    known = {entry["uuid"] for _part, entry in _entries(before)}
    return {entry["uuid"] for _part, entry in _entries(after)} - known


def _entries(document: Document) -> Iterable[tuple[str, dict[str, Any]]]:
    for part, entries in document.items():
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and "uuid" in entry:
                yield part, entry


def _note_decisions(intake: Intake, found: Staying) -> None:
    since = Decision.objects.filter(record=intake.record_id, state=Decision.State.CHOSEN)
    decisions = list(since.filter(decided_at__gt=intake.taken_at).order_by("point"))
    if not decisions:
        return
    comparison, words = compare_film(intake.record), Words()
    claims = set(intake.claims.values_list("pk", flat=True))
    for decision in decisions:
        point = _told_point(comparison, decision, claims)
        if point is None:
            continue
        name = words.point(point.key, point.about, begin_of(words, comparison, point))
        found.reasons.append(_("Decided since: %(point)s. The decision stays.") % {"point": name})
        if point.row:
            found.rows.add(point.row)
        else:
            found.fields.append((point.part, point.field))


def _told_point(comparison: Comparison, decision: Decision, claims: set[int]) -> Point | None:
    """Return the point if one of these claims says what was chosen."""
    point = next((point for point in comparison.points if point.key == decision.point), None)
    for saying in point.sayings if point else ():
        witnesses = {witness.claim for witness in saying.witnesses}
        if point and witnesses & claims and is_equal(point.field, saying.value, decision.value):
            return point
    return None


def _needed(after: Document, rows: set[str], added: set[str]) -> set[str]:
    """Return rows that staying ones name: the press item of a quote, the selection of a prize."""
    return {
        value
        for _part, entry in _entries(after)
        if entry["uuid"] in rows
        for value in entry.values()
        if isinstance(value, str) and value in added
    }


def keep_staying(before: Document, after: Document, staying: Staying) -> Document:
    """Return the former document with what stays."""
    kept = deepcopy(before)
    known = {entry["uuid"] for _part, entry in _entries(before)}
    for part, entry in _entries(after):
        uuid = entry["uuid"]
        if uuid not in staying.rows or uuid in known:
            continue
        kept.setdefault(part, []).append(deepcopy(entry))
        for language, texts in after.get("texts", {}).items():
            if uuid in texts.get(part, {}):
                spoken = kept.setdefault("texts", {}).setdefault(language, {})
                spoken.setdefault(part, {})[uuid] = deepcopy(texts[part][uuid])
    for part, name in staying.fields:
        _keep_field(kept, after, part, name)
    return kept


def _keep_field(kept: Document, after: Document, part: str, name: str) -> None:
    if part == "facts" and name in after.get("facts", {}):
        kept.setdefault("facts", {})[name] = after["facts"][name]
    elif part == "countries":
        kept["countries"] = deepcopy(after.get("countries", []))
    elif part == "texts":
        language, _slash, own = name.partition("/")
        text = after.get("texts", {}).get(language, {}).get("facts", {}).get(own)
        if text:
            spoken = kept.setdefault("texts", {}).setdefault(language, {})
            spoken.setdefault("facts", {})[own] = text
    elif part == "versions":
        _keep_version(kept.setdefault("versions", []), after.get("versions", []), name)


def _keep_version(kept: list[Any], after: list[Any], name: str) -> None:
    entry = next((row for row in after if row.get("is_main")), next(iter(after), None))
    if entry is None or name not in entry:
        return
    known = next((row for row in kept if row["uuid"] == entry["uuid"]), None)
    if known is None:
        known = {own: entry[own] for own in IDENTITY if own in entry}
        kept.append(known)
    known[name] = deepcopy(entry[name])


def records_needed(after: Document, rows: set[str]) -> set[str]:
    """Return the records that rows which stay name, a festival by its year."""
    named = {
        value
        for _part, entry in _entries(after)
        if entry["uuid"] in rows
        for value in entry.values()
        if isinstance(value, str)
    }
    years = Edition.objects.filter(
        uuid__in=[
            entry["edition"]
            for _part, entry in _entries(after)
            if entry["uuid"] in rows and entry.get("edition")
        ]
    )
    return named | {str(year.festival.uuid) for year in years.select_related("festival__record")}
