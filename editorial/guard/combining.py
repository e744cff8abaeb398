"""Two editors' states of one record put into one, and what they have to decide."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from editorial.documents import hash_of, upgrade
from editorial.guard.joining import TEXTS, Joined, join, part_joined, put_at, value_at
from editorial.kinds import Document, Kind
from editorial.merging import MISSING, Conflict, Path, merge


@dataclass(frozen=True)
class Choice:
    """What an editor decided for one place, knowing that `theirs` (its hash) stands there."""

    path: Path
    theirs: str
    value: Any


class Combination:
    """Ancestor, theirs (what stands on the desk) and mine (what my form says), joined."""

    def __init__(self, kind: Kind, ancestor: Document, theirs: Document, mine: Document) -> None:
        self.kind = kind
        self.stored_theirs = theirs
        self.ancestor, self.theirs, self.mine = (
            deepcopy(join(kind, upgrade(kind, document))) for document in (ancestor, theirs, mine)
        )

    def settle(self, choice: Choice) -> bool:
        """Take a decision, unless something else than was shown stands there by now."""
        now = value_at(self.theirs, choice.path)
        if value_hash(now) != choice.theirs:
            return False
        put_at(self.ancestor, choice.path, _copy(now))
        put_at(self.mine, choice.path, _copy(choice.value))
        self._sort(choice.path)
        return True

    def _sort(self, path: Path) -> None:
        """Rows whose number was decided stand where it says."""
        if path[-1] == "position":
            for side in (self.ancestor, self.mine):
                side[path[0]].sort(key=lambda row: row.get("position", 0))

    def merged(self) -> tuple[Document, list[Conflict]]:
        merged, conflicts = merge(self.ancestor, self.theirs, self.mine)
        leaves = [leaf for conflict in conflicts for leaf in _leaves(conflict)]
        return part_joined(self.kind, merged), self._in_order(leaves)

    def everything(self) -> list[Conflict]:
        """Return every place where mine is not theirs: to choose where both cannot stand.

        Only in tables that both changed, if there are any: the clash is there.
        """
        _mine, conflicts = merge(_nothing(self.kind), self.theirs, self.mine)
        places = [leaf for conflict in conflicts for leaf in _leaves(conflict)] + [
            Conflict((part.name, row["uuid"]), *sides)
            for part in self.kind.parts[1:]
            for row, sides in _one_sided(self.theirs[part.name], self.mine[part.name])
        ]
        return self._in_order([c for c in places if self._is_contested(c.path[0])] or places)

    def _in_order(self, conflicts: list[Conflict]) -> list[Conflict]:
        """Return them as people meet them: part by part, row by row, each field's languages."""
        return sorted(conflicts, key=lambda conflict: self._rank(conflict.path))

    def _rank(self, path: Path) -> tuple[int, int, int, str]:
        name = path[2] if path[0] == TEXTS and len(path) > 2 else path[0]
        names = [part.name for part in self.kind.parts]
        place = names.index(name) if name in names else len(names)
        if place == len(names):
            return place, 0, 0, str(path)
        rows = [*self.theirs[name], *self.mine[name]] if place else []
        row = next((n for n, row in enumerate(rows) if row["uuid"] == path[1]), 0)
        fields = [field.name for field in self.kind.parts[place].model._meta.concrete_fields]
        field = fields.index(path[-1]) if path[-1] in fields else len(fields)
        return place, row, field, str(path)

    def _is_contested(self, name: str) -> bool:
        old = self.ancestor[name]
        return old not in (self.theirs[name], self.mine[name])


def _copy(value: Any) -> Any:
    return value if value is MISSING else deepcopy(value)


def value_hash(value: Any) -> str:
    return "" if value is MISSING else hash_of(value)


def _leaves(conflict: Conflict) -> list[Conflict]:
    """Split a conflict of texts that stand on one side only, which is of no field, into fields."""
    path, theirs, ours = conflict.path, conflict.theirs, conflict.ours
    if not _is_above_fields(path):
        return [conflict]
    sides = [side if isinstance(side, dict) else {} for side in (theirs, ours)]
    found = []
    for name in {**sides[0], **sides[1]}:
        values = [side.get(name, MISSING) for side in sides]
        found += _leaves(Conflict((*path, name), *values))
    return found


def _is_above_fields(path: Path) -> bool:
    """Tell whether a path ends at a group of texts: of the record, or of a row."""
    if path[0] == TEXTS:
        return len(path) < 4
    return len(path) in (3, 4) and path[2] == TEXTS


def _nothing(kind: Kind) -> Joined:
    return {kind.main.name: {}, TEXTS: {}, **{part.name: [] for part in kind.parts[1:]}}


def _one_sided(theirs: list[Any], mine: list[Any]) -> list[tuple[Any, tuple[Any, Any]]]:
    """Return rows that stand on one side only, each with (theirs, mine)."""
    left, right = ({row["uuid"]: row for row in rows} for rows in (theirs, mine))
    gone = [(row, (row, MISSING)) for uuid, row in left.items() if uuid not in right]
    return gone + [(row, (MISSING, row)) for uuid, row in right.items() if uuid not in left]


def is_same(one: Document, other: Document) -> bool:
    return hash_of(one) == hash_of(other)
