"""A list of redirects becomes rows: looked at first, then taken as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.models import Redirect
from pages.redirecting.checking import check_rule
from pages.redirecting.listing import Line, LineProblem, old_address
from pages.redirecting.rules import Rule, Rules

Key = tuple[str, str, bool]


@dataclass
class Plan:
    """What taking a list would do."""

    new: list[Rule] = field(default_factory=list)
    changed: list[tuple[Rule, str]] = field(default_factory=list)
    same: int = 0
    problems: list[LineProblem] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.changed)


def make_plan(lines: Iterable[Line], problems: Iterable[LineProblem]) -> Plan:
    """Compare a list with the redirects of the site.

    The rules are checked against what would stand here afterwards: a list may lead further what
    stands here, but not make a circle or a chain of itself.
    """
    plan = Plan(problems=list(problems))
    here = {_key(row.rule): row.rule for row in Redirect.objects.all()}
    wanted = _first_of_each(lines, plan.problems)
    after = here | {key: line.rule for key, line in wanted.items()}
    all_rules = Rules(after.values())
    for key, line in wanted.items():
        try:
            check_rule(line.rule, all_rules)
        except ValidationError as error:
            what = old_address(line.rule)
            plan.problems.append(LineProblem(line.number, what, " ".join(error.messages)))
            continue
        _place(line.rule, here.get(key), plan)
    plan.problems.sort(key=lambda problem: problem.number)
    return plan


def _place(rule: Rule, known: Rule | None, plan: Plan) -> None:
    if known is None:
        plan.new.append(rule)
    elif known.new_path != rule.new_path:
        plan.changed.append((rule, known.new_path))
    else:
        plan.same += 1


def _first_of_each(lines: Iterable[Line], problems: list[LineProblem]) -> dict[Key, Line]:
    wanted: dict[Key, Line] = {}
    for line in lines:
        first = wanted.setdefault(_key(line.rule), line)
        if first.rule.new_path != line.rule.new_path:
            message = _("Line %(n)d leads this address to “%(new)s” already.")
            values = {"n": first.number, "new": first.rule.new_path}
            problems.append(LineProblem(line.number, old_address(line.rule), message % values))
    return wanted


def apply_plan(plan: Plan) -> None:
    """Write the plan; call it inside a change."""
    Redirect.objects.bulk_create(
        [
            Redirect(
                old_path=rule.old_path,
                old_query=rule.old_query,
                is_prefix=rule.is_prefix,
                new_path=rule.new_path,
            )
            for rule in plan.new
        ],
        batch_size=500,
    )
    targets = {_key(rule): rule.new_path for rule, _former in plan.changed}
    rows = [row for row in Redirect.objects.all() if _key(row.rule) in targets] if targets else []
    for row in rows:
        row.new_path = targets[_key(row.rule)]
    Redirect.objects.bulk_update(rows, ["new_path"], batch_size=500)


def _key(rule: Rule) -> Key:
    return (rule.old_path, rule.old_query, rule.is_prefix)
