"""An import on a terminal: a bar while it runs, then a summary that can be read."""

from typing import Any

from django.utils.translation import gettext as _

from desk.importing.problems import Problem
from desk.loading.report import Report

WIDTH = 30


class ProgressBar:
    """One line that is drawn again for every item; silent when nobody looks."""

    def __init__(self, stream: Any) -> None:
        self.total, self.done, self.stream = 0, 0, stream
        self.is_shown = False

    def expect(self, total: int) -> None:
        """Say how many items there will be."""
        self.total = total
        self.is_shown = total > 0 and getattr(self.stream, "isatty", lambda: False)()

    def advance(self, slug: str) -> None:
        self.done += 1
        if self.is_shown:
            filled = min(WIDTH, WIDTH * self.done // self.total)
            bar = "█" * filled + "·" * (WIDTH - filled)
            self.stream.write(f"\r{bar} {self.done}/{self.total} {slug[:30]:<30}", ending="")
            self.stream.flush()

    def finish(self) -> None:
        if self.is_shown:
            self.stream.write("")


def print_summary(report: Report, stream: Any, is_verbose: bool = True) -> None:
    """Print one line per film and page, its problems below, and the totals."""
    words = {
        "created": _("created"),
        "updated": _("updated"),
        "unchanged": _("unchanged"),
        "failed": _("failed"),
    }
    # Of an export's hundreds of people and pictures only those are named that need a look.
    others = [item for item in report.others if item.problems or item.status == "failed"]
    for item in (*report.films, *report.pages, *others):
        published = f"  [{', '.join(item.published)}]" if item.published else ""
        stream.write(f"{words[item.status]:<12} {item.slug}{published}")
        if is_verbose:
            for problem in item.problems:
                stream.write(f"    {show_problem(problem)}")
            for proposal in item.proposals:
                stream.write(f"    ? {proposal}")
    for problem in report.problems:
        stream.write(show_problem(problem))
    for proposal in report.proposals:
        stream.write(f"? {proposal}")
    totals = ", ".join(f"{report.count(status)} {word}" for status, word in words.items())
    count = len(report.all_problems())
    stream.write("")
    stream.write(f"{totals}. " + _("Problems: %(n)d.") % {"n": count})
    if report.is_dry_run:
        stream.write(_("This was a dry run: nothing was changed."))


def show_problem(problem: Problem) -> str:
    """Return file:line key = value: message."""
    place = problem.file + (f":{problem.line}" if problem.line else "")
    named = f" {problem.key}" if problem.key else ""
    value = f" = {problem.value!r}" if problem.value else ""
    return f"{place}{named}{value}: {problem.message}"
