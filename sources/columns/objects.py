"""What a row says, or why it says nothing."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sources.columns.meanings import Meaning
from sources.reading.objects import Reading


class Why(StrEnum):
    NO_NAME = "no name"
    NO_ROLE = "no role"
    NO_FUNCTION = "no function"
    NO_FESTIVAL = "no festival"
    NO_DATE = "no date"
    OTHER_FILM = "other film"
    FORMULA = "formula"
    TOO_LONG = "too long"
    TWICE = "twice"


class NotUnderstood(Exception):
    """A row that says nothing for the record."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Cells(dict[Meaning, str]):
    """The cells of a row by what they are; '' for columns that are not there."""

    def __missing__(self, meaning: Meaning) -> str:
        return ""


@dataclass(frozen=True)
class Found:
    part: str
    values: dict[str, Any]
    is_doubtful: bool = False


@dataclass(frozen=True)
class Unread:
    """A row, counted as a person counts them in the file, that was left aside."""

    number: int
    text: str
    why: Why


@dataclass
class TableReading:
    reading: Reading
    unread: list[Unread] = field(default_factory=list)
    rows: int = 0
