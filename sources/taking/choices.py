"""What somebody takes from a reading, and what came of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sources.models import Intake
from sources.reading.objects import Fact

Values = dict[str, Any]

# Parts that are claims alone: texts of others are never written into a film.
KEPT_AS_CLAIMS = frozenset(("internal_texts", "production_notes", "mentions"))


@dataclass(frozen=True)
class Choice:
    """One fact to be taken in.

    `who` answers who is meant by its name (a token of `films.credits_desk.naming`); '' takes what
    goes without saying. `row` is the row it is about, "new" for a row of its own whatever looks
    alike. `values` are a person's correction of what was understood: the film gets it, the claim
    keeps what the source says.
    """

    fact: Fact
    who: str = ""
    row: str = ""
    values: dict[str, Any] | None = None

    @property
    def said(self) -> dict[str, Any]:
        """What the film is to say."""
        return self.fact.values if self.values is None else self.values

    @property
    def claimed(self) -> dict[str, Any]:
        """What the source says. Of what no film holds a correction has no other place."""
        return self.said if self.fact.part in KEPT_AS_CLAIMS else self.fact.values


@dataclass(frozen=True)
class Refused:
    """A choice that could not be written, and why, in the user's language."""

    choice: Choice
    message: str


class Outcome(StrEnum):
    """What became of a choice that was taken."""

    ADDED = "added"
    FILLED = "filled"
    WITNESSED = "witnessed"
    CONFLICT = "conflict"
    KEPT = "kept"
    KNOWN = "known"


@dataclass
class Taken:
    """What came of an intake: rows added, fields filled, further witnesses, refusals.

    `outcomes` say it of each choice that was taken, in their order.
    """

    intake: Intake | None = None
    added: int = 0
    filled: int = 0
    witnessed: int = 0
    known: int = 0
    refused: list[Refused] = field(default_factory=list)
    outcomes: list[tuple[Choice, Outcome]] = field(default_factory=list)

    def of(self, outcome: Outcome) -> list[Choice]:
        return [choice for choice, found in self.outcomes if found is outcome]

    @property
    def conflicts(self) -> int:
        return len(self.of(Outcome.CONFLICT))
