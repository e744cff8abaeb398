"""Lists of redirects as text: from a table program or another system, and back to it.

Two columns: old address, new address; separated by tab, semicolon or comma. A first line with names
of columns may stand there. A star at the end of the old address means "and everything below".
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.redirecting.checking import check_source, clean_new, clean_old
from pages.redirecting.rules import Rule

MAX_LINES = 20_000
MAX_LENGTH = 250
STAR = "*"
SEPARATORS = "\t;,"


@dataclass(frozen=True)
class Line:
    """One line that could be read; `number` counts from 1, as table programs do."""

    number: int
    rule: Rule


@dataclass(frozen=True)
class LineProblem:
    number: int
    what: str
    message: str


def read_list(text: str) -> tuple[list[Line], list[LineProblem]]:
    """Return what can be taken and what cannot, line by line."""
    text = text.removeprefix("\ufeff")
    lines: list[Line] = []
    problems: list[LineProblem] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=find_separator(text))
    try:
        for cells in reader:
            _read_cells(reader.line_num, [cell.strip() for cell in cells], lines, problems)
            if reader.line_num >= MAX_LINES:
                message = _("Only the first %(n)d lines were read.") % {"n": MAX_LINES}
                problems.append(LineProblem(reader.line_num, "", message))
                break
    except csv.Error:
        message = _("This line cannot be read as a table. Is a quotation mark missing?")
        problems.append(LineProblem(reader.line_num, "", message))
    return lines, problems


def find_separator(text: str) -> str:
    """Return the separator that most of the first lines have."""
    first = [line for line in text.splitlines()[:20] if line.strip()]
    return max(SEPARATORS, key=lambda mark: sum(mark in line for line in first))


def _read_cells(
    number: int, cells: list[str], lines: list[Line], problems: list[LineProblem]
) -> None:
    if not any(cells) or (number == 1 and is_header(cells)):
        return
    if len(cells) < 2 or not (cells[0] and cells[1]):
        message = _("Expected an old and a new address, separated by comma, semicolon or tab.")
        problems.append(LineProblem(number, " ".join(cells).strip()[:80], message))
        return
    try:
        rule = read_rule(cells[0], cells[1])
        check_source(rule)
        lines.append(Line(number, rule))
    except ValidationError as error:
        is_new = "new_path" in getattr(error, "error_dict", {})
        problems.append(
            LineProblem(number, cells[1 if is_new else 0][:80], " ".join(error.messages))
        )


def is_header(cells: list[str]) -> bool:
    """Tell whether no cell of the first line can be an address."""
    return not any("/" in cell for cell in cells)


def read_rule(old: str, new: str) -> Rule:
    """Return the rule of two cells; raises ValidationError."""
    is_prefix = old.endswith(STAR)
    path, query = clean_old(old.removesuffix(STAR))
    rule = Rule(path, query, is_prefix, clean_new(new))
    if max(len(rule.old_path), len(rule.old_query), len(rule.new_path)) > MAX_LENGTH:
        message = _("An address has at most %(n)d characters.") % {"n": MAX_LENGTH}
        raise ValidationError({"old_path": message})
    return rule


def old_address(rule: Rule) -> str:
    """Return the old address as people read it: with its query and star."""
    query = f"?{rule.old_query}" if rule.old_query else ""
    return f"{rule.old_path}{query}{STAR if rule.is_prefix else ''}"


def as_cells(rule: Rule) -> tuple[str, str]:
    """Return old and new address so that `read_rule` gives the rule back."""
    return _escaped(old_address(rule)), _escaped(rule.new_path)


def _escaped(address: str) -> str:
    """Write a percent sign of a path so that reading it back does not take it for a code."""
    path, mark, query = address.partition("?")
    return path.replace("%", "%25") + mark + query


def write_list(rules: Iterable[Rule]) -> str:
    """Return the rules as CSV; `read_list` of it gives them back."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["old", "new"])
    writer.writerows(as_cells(rule) for rule in rules)
    return out.getvalue()
