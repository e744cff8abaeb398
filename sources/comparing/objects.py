"""A point: one thing about a film that can be told in several ways, and who tells it how."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How a point stands. A point is open when sources differ and nobody has decided."""

    AGREED = "agreed"
    OPEN = "open"
    DECIDED = "decided"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class Witness:
    """A claim that says so, by primary keys; `printed` is how it stands there."""

    claim: int
    source: int
    printed: str


@dataclass(frozen=True)
class Saying:
    """One value with all who tell it; `is_record` when the film has it now."""

    value: Any
    witnesses: tuple[Witness, ...] = ()
    is_record: bool = False


@dataclass(frozen=True)
class Verdict:
    """What somebody decided: the chosen value (None of a dispute), with name, moment and note;
    `former` is what the film said until then, None if the decision changed nothing."""

    state: str
    value: Any
    note: str
    by: str
    at: datetime | None
    former: Any = None


@dataclass(frozen=True)
class Point:
    """One question and its answers; the record's own stands first.

    `key` names it for good: part, row (or a word) and field, such as `facts/year`,
    `versions/runtime_seconds`, `credits/<uuid>/name`, `credits/role/screenplay` (who did it).
    `about` says whose row it is, in the words of the record.
    """

    key: str
    part: str
    field: str
    row: str
    about: str
    sayings: tuple[Saying, ...]
    state: State
    verdict: Verdict | None = None

    @property
    def record(self) -> Saying | None:
        return next((saying for saying in self.sayings if saying.is_record), None)

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN

    @property
    def witnesses(self) -> int:
        return sum(len(saying.witnesses) for saying in self.sayings)


@dataclass
class Row:
    """A row of the film in the words of claims; `names` are all spellings of who or what it is."""

    part: str
    uuid: str
    values: dict[str, Any]
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Statement:
    """A claim as it is compared. Primary keys, so that nothing here knows the database."""

    pk: int
    source: int
    part: str
    values: dict[str, Any]
    printed: str = ""
    row: str = ""
    language: str = ""
