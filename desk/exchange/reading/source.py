"""One file of a record, and where its mistakes are reported to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.exchange.unread import Unread
from desk.exchange.writing import Row
from desk.importing.problems import Problem, shorten
from desk.importing.strict_yaml import KeyPath, as_text


@dataclass
class Source:
    """One YAML file as it was read, with the place to report its mistakes to.

    `extras` are keys of the file that are not the document's.
    """

    file: str
    data: Row
    prose: Mapping[tuple[str, str], str] = field(default_factory=dict)
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    extras: tuple[str, ...] = ()
    unread: Unread = field(default_factory=Unread)

    def report(self, path: KeyPath, value: Any, message: str) -> None:
        line = next(
            (self.lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.lines), None
        )
        key = ".".join(str(step) for step in path)
        self.problems.append(Problem(self.file, line, key, shorten(as_text_of(value)), message))


def as_text_of(value: Any) -> str:
    """Return a value as an editor would recognise it in a report."""
    return as_text(value)
