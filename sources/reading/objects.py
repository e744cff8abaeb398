"""What was read, and what was left aside. Places are characters of the text, end exclusive."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from people.printed.spelling import fold

# Where something begins and ends.
Place: TypeAlias = tuple[int, int]


class Aside(StrEnum):
    """Why a line says nothing for the record."""

    PROSE = "prose"
    DECORATION = "decoration"
    HEADING = "heading"
    LINK_WITHOUT_ADDRESS = "link without address"
    SECOND_TIME = "second time"


@dataclass(frozen=True)
class Fact:
    """One statement. `part` is a part of the film's document, `values` what it says there.

    Values are codes and words as a record has them; `printed` is what stands in the text from
    `start` to `end`, and stays so.
    """

    part: str
    values: dict[str, Any]
    printed: str
    start: int
    end: int
    is_doubtful: bool = False


@dataclass(frozen=True)
class Left:
    """Something that was left aside, and why."""

    start: int
    end: int
    reason: Aside


@dataclass(frozen=True)
class Line:
    """A line of the text that is not empty, without the white space around it."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def place(self) -> Place:
        return self.start, self.end


@dataclass
class Reading:
    """A text being read: every line ends up understood or aside."""

    text: str
    facts: list[Fact] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    def say(self, part: str, place: Place, is_doubtful: bool = False, **values: Any) -> None:
        """Keep what the text says at a place."""
        self.keep(Fact(part, values, self.text[slice(*place)], *place, is_doubtful))

    def keep(self, fact: Fact) -> None:
        """Keep a statement; one that the text makes twice stays at its first place."""
        if any(_same(known, fact) for known in self.facts):
            self.left.append(Left(fact.start, fact.end, Aside.SECOND_TIME))
        else:
            self.facts.append(fact)

    def leave(self, line: Line, reason: Aside) -> None:
        self.left.append(Left(line.start, line.end, reason))

    def of(self, part: str) -> list[dict[str, Any]]:
        return [fact.values for fact in self.facts if fact.part == part]

    def touches(self, line: Line) -> bool:
        """Tell whether the line, or a part of it, was understood or left aside."""
        marks: list[Fact | Left] = [*self.facts, *self.left]
        return any(mark.start < line.end and mark.end > line.start for mark in marks)

    def lines_lost(self) -> list[Line]:
        """Return the lines that nothing touches: there must be none."""
        return [line for line in lines_of(self.text) if not self.touches(line)]


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines that are not empty; any of Unicode's line ends ends a line."""
    start = 0
    for printed in text.splitlines(keepends=True):
        bare = printed.strip()
        if bare:
            yield Line(bare, start + printed.index(bare))
        start += len(printed)


def _same(first: Fact, second: Fact) -> bool:
    """Tell whether two statements say the same, whatever their quotation marks and spaces."""
    return (first.part, first.values.keys()) == (second.part, second.values.keys()) and all(
        _plain(value) == _plain(second.values[name]) for name, value in first.values.items()
    )


def _plain(value: Any) -> Any:
    return (fold(value) or value) if isinstance(value, str) else value
