"""Texts about invented films, each with the facts that a person reads out of it.

The facts are written down by hand in a short form, one JSON file per text:

- credits: role -> names, "Name (same name in another script) = character"; a role that no list
  knows stands with an exclamation mark, as printed.
- companies: function -> names. facts, versions: the values themselves.
- Other parts: rows whose columns have the order of COLUMNS; columns at the end may be missing,
  then they are not asked for. A production note is named by some of its words.
- `may`: what is right, too, but not asked for: a number of facts per part, or rows.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sources.reading.objects import Fact

HERE = Path(__file__).parent
KINDS = ("database", "review", "article", "credits")
COLUMNS = {
    "countries": ("codes",),
    "selections": ("festival", "city", "country", "date", "section"),
    "awards": ("name", "body", "year", "result", "recipient"),
    "releases": ("country", "date", "kind", "status"),
    "press_items": ("title", "author", "date", "outlet"),
    "titles": ("title", "kind", "language", "country"),
    "external_ids": ("scheme", "value"),
    "links": ("url", "kind"),
    "characters": ("name", "character"),
    "quotes": ("text",),
    "production_notes": ("text",),
    "mentions": ("name",),
}
_PERSON = re.compile(r"(?P<name>.*?)(?: \((?P<other>[^()]*)\))?(?: = (?P<character>.*))?")


@dataclass(frozen=True)
class Expected:
    """One fact that a text states."""

    part: str
    values: dict[str, Any]

    def is_told_by(self, fact: Fact) -> bool:
        return self.part == fact.part and all(
            _is_equal(self.part, value, fact.values.get(name, ""))
            for name, value in self.values.items()
        )


@dataclass(frozen=True)
class Record:
    """A text with what it says."""

    kind: str
    name: str
    text: str
    title: str
    people: list[str]
    source: dict[str, str]
    facts: list[Expected]
    may: dict[str, Any]

    def found(self, facts: list[Fact]) -> int:
        """Count the expected facts that were understood."""
        return sum(any(one.is_told_by(fact) for fact in facts) for one in self.facts)

    def missing(self, facts: list[Fact]) -> list[Expected]:
        return [one for one in self.facts if not any(one.is_told_by(fact) for fact in facts)]

    def wrong(self, facts: list[Fact]) -> list[Fact]:
        """Return the facts that the text does not state."""
        others = [fact for fact in facts if not any(one.is_told_by(fact) for one in self.facts)]
        allowed = {part: n for part, n in self.may.items() if isinstance(n, int)}
        rows = [
            one for part, n in self.may.items() if isinstance(n, list) for one in _rows(part, n)
        ]
        wrong = []
        for fact in others:
            if any(one.is_told_by(fact) for one in rows):
                continue
            if allowed.get(fact.part, 0) > 0:
                allowed[fact.part] -= 1
                continue
            wrong.append(fact)
        return wrong


def load_records() -> list[Record]:
    return [_load(kind, path) for kind in KINDS for path in sorted((HERE / kind).glob("*.txt"))]


def _load(kind: str, path: Path) -> Record:
    told = json.loads(path.with_suffix(".json").read_text())
    return Record(
        kind=kind,
        name=path.stem,
        text=path.read_text(),
        title=told.get("title", ""),
        people=told.get("people", []),
        source=told.get("source", {}),
        facts=[one for part, rows in told["facts"].items() for one in _rows(part, rows)],
        may=told.get("may", {}),
    )


def _rows(part: str, rows: Any) -> Iterator[Expected]:
    if part == "credits" and isinstance(rows, dict):
        for role, names in rows.items():
            for printed in names:
                yield Expected(part, _credit(role, printed))
    elif part == "companies":
        for function, names in rows.items():
            for name in names:
                yield Expected(part, {"function": function, "name": name})
    elif isinstance(rows, dict):
        for name, value in rows.items():
            yield Expected(part, {name: value})
    else:
        for row in rows:
            yield Expected(part, _row(part, row))


def _row(part: str, row: Any) -> dict[str, Any]:
    if isinstance(row, dict):
        return row
    values = [row] if isinstance(row, str) or part == "countries" else row
    return dict(zip(COLUMNS[part], values, strict=False))


def _credit(role: str, printed: str) -> dict[str, str]:
    found = _PERSON.fullmatch(printed)
    assert found is not None
    values = {"role": role, "role_text": "", "name": found["name"]}
    if role.startswith("!"):
        values |= {"role": "", "role_text": role.removeprefix("!")}
    values["other_name"] = found["other"] or ""
    return values | ({"character": found["character"]} if found["character"] else {})


def _is_equal(part: str, ours: Any, theirs: Any) -> bool:
    if part == "production_notes":
        return " ".join(ours.split()) in " ".join(theirs.split())
    if part == "countries":
        return list(ours) == list(theirs)
    return bool(ours == theirs)
