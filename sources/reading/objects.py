"""What was read, and what was left aside. Places are characters of the text, end exclusive."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from people.printed.spelling import fold
from sources.reading.seen import see

# Where something begins and ends.
Place: TypeAlias = tuple[int, int]


class Aside(StrEnum):
    """Why a line says nothing for the record."""

    PROSE = "prose"
    DECORATION = "decoration"
    HEADING = "heading"
    LINK_WITHOUT_ADDRESS = "link without address"
    SECOND_TIME = "second time"
    ELSEWHERE = "other contents of the page"
    NO_FACT = "no fact of the record"
    FOLDER = "brought by the import of a folder"
    OWN_MICROSITE = "the film’s own microsite"


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
    """A line that is not empty, without the white space around it.

    `start` is its place in the text as seen; `has_gap` tells that more empty lines stand before it
    than the text has everywhere.
    """

    text: str
    start: int
    has_gap: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def place(self) -> Place:
        return self.start, self.end

    def part(self, start: int, end: int) -> "Line":
        """Return a piece of the line as a line of its own."""
        printed = self.text[start:end]
        bare = printed.strip()
        return Line(bare, self.start + start + (printed.index(bare) if bare else 0))


@dataclass
class Reading:
    """A text being read: every line ends up understood or aside.

    What reads works on the text as `seen`; facts and what is left have places of the text itself.
    """

    text: str
    facts: list[Fact] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    def __post_init__(self) -> None:
        seen = see(self.text)
        self.seen, self._places = seen.text, seen.places
        self._said: set[Hashable] = set()
        self._aside: set[Place] = set()

    def say(self, part: str, place: Place, is_doubtful: bool = False, **values: Any) -> None:
        """Keep what the text says at a place."""
        self.tell(part, place, values, is_doubtful)

    def tell(
        self, part: str, place: Place, values: Mapping[str, Any], is_doubtful: bool = False
    ) -> None:
        """Keep what the text says at a place; what it says twice stays at its first place."""
        start, end = self._origin(place)
        said = (part, *sorted((name, _plain(value)) for name, value in values.items()))
        if said in self._said:
            self.left.append(Left(start, end, Aside.SECOND_TIME))
            return
        self._said.add(said)
        self.facts.append(Fact(part, dict(values), self.text[start:end], start, end, is_doubtful))

    def leave(self, line: Line, reason: Aside) -> None:
        place = self._origin(line.place)
        if place not in self._aside:
            self._aside.add(place)
            self.left.append(Left(*place, reason))

    def of(self, part: str) -> list[dict[str, Any]]:
        return [fact.values for fact in self.facts if fact.part == part]

    def size(self) -> int:
        return len(self.facts) + len(self.left)

    def leave_rest(self, reason: Aside) -> None:
        """Leave every line aside that nothing has touched yet."""
        for line in self.lines_lost():
            self.left.append(Left(line.start, line.end, reason))

    def lines_lost(self) -> list[Line]:
        """Return the lines that nothing touches: there must be none."""
        marks: list[Fact | Left] = [*self.facts, *self.left]
        starts = sorted((mark.start, mark.end) for mark in marks)
        lost, at, reached = [], 0, 0
        for line in lines_of(self.text):
            while at < len(starts) and starts[at][0] < line.end:
                reached = max(reached, starts[at][1])
                at += 1
            if reached <= line.start:
                lost.append(line)
        return lost

    def _origin(self, place: Place) -> Place:
        start, end = place
        return self._places[start], self._places[end - 1] + 1


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines that are not empty; any of Unicode's line ends ends a line."""
    start = 0
    for printed in text.splitlines(keepends=True):
        bare = printed.strip()
        if bare:
            yield Line(bare, start + printed.index(bare))
        start += len(printed)


def _plain(value: Any) -> Hashable:
    if isinstance(value, str):
        return fold(value) or value
    return tuple(value) if isinstance(value, list) else value
