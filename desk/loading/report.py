"""What an import did and what it could not place."""

from dataclasses import dataclass, field
from typing import Any

from desk.importing.problems import Problem

STATUSES = ("created", "updated", "unchanged", "failed")


@dataclass
class ItemReport:
    """One film or page. `proposals` are hints, not problems: names that may be the same person."""

    slug: str
    status: str
    problems: list[Problem] = field(default_factory=list)
    proposals: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {
            "slug": self.slug,
            "status": self.status,
            "problems": [problem_json(problem) for problem in self.problems],
            "proposals": self.proposals,
            "published": self.published,
        }


@dataclass
class Report:
    """`others` are people, companies, festivals and pictures of an export, one item each.

    `proposals` are hints that belong to no item.
    """

    films: list[ItemReport] = field(default_factory=list)
    pages: list[ItemReport] = field(default_factory=list)
    others: list[ItemReport] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    proposals: list[str] = field(default_factory=list)
    is_dry_run: bool = False

    @property
    def items(self) -> list[ItemReport]:
        return [*self.films, *self.pages, *self.others]

    def all_problems(self) -> list[Problem]:
        return [*self.problems, *(problem for item in self.items for problem in item.problems)]

    @property
    def is_clean(self) -> bool:
        return not self.all_problems()

    def count(self, status: str) -> int:
        return sum(item.status == status for item in self.items)

    def as_json(self) -> dict[str, Any]:
        """Return the machine's form: films and pages with status and problems."""
        return {
            "dry_run": self.is_dry_run,
            "films": [item.as_json() for item in self.films],
            "pages": [item.as_json() for item in self.pages],
            "others": [item.as_json() for item in self.others],
            "problems": [problem_json(problem) for problem in self.problems],
            "proposals": self.proposals,
            "counts": {status: self.count(status) for status in STATUSES}
            | {"problems": len(self.all_problems())},
        }


def problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "key": problem.key,
        "value": problem.value,
        "message": problem.message,
    }
