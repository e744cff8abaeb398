"""What the reader of a folder could not place, told so that an editor can repair it."""

from dataclasses import dataclass, field

LONGEST_VALUE = 120


@dataclass(frozen=True)
class Problem:
    """One finding. `file` is relative to the import root, `line` counts from 1.

    A fatal problem keeps the film or page out; any other one leaves out the value it names.
    """

    file: str
    line: int | None
    key: str
    value: str
    message: str
    is_fatal: bool = False


def shorten(value: object) -> str:
    """A value as one short line for a report."""
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


@dataclass
class Report:
    """Collects the problems of one film, page or folder, each once, in their order."""

    problems: dict[Problem, None] = field(default_factory=dict)

    def add(
        self,
        file: str,
        message: str,
        *,
        line: int | None = None,
        key: str = "",
        value: object = "",
        is_fatal: bool = False,
    ) -> None:
        self.problems[Problem(file, line, shorten(key), shorten(value), message, is_fatal)] = None

    @property
    def is_fatal(self) -> bool:
        return any(problem.is_fatal for problem in self.problems)

    def as_tuple(self) -> tuple[Problem, ...]:
        return tuple(self.problems)
