"""The day that a preview shows, and the days on which an output looks otherwise."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.outputs import Mark
from pages.preview.bar import Shown
from pages.preview.view import View


@dataclass(frozen=True)
class Step:
    """A day to choose: since when, what the film then is, what its page says, where to see it."""

    day: date
    label: str
    line: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class DayChoice:
    """What the form offers: steps in their order, the day that is shown, and whether it is now."""

    steps: tuple[Step, ...]
    shown: date
    is_now: bool
    now_url: str

    @property
    def current(self) -> Step | None:
        return next((step for step in self.steps if step.is_current), None)

    @property
    def place(self) -> int:
        """The number of the current step, from 0."""
        return next((i for i, step in enumerate(self.steps) if step.is_current), 0)

    @property
    def last(self) -> int:
        return len(self.steps) - 1


def day_choice(shown: Shown, view: View, address: Callable[..., str]) -> DayChoice | None:
    """Return the days of the output that is shown; None if it does not change with time.

    `address` makes the preview's address with changes of the view. Today is always a step.
    """
    output = shown.output(view.key)
    if output is None or output.marks is None:
        return None
    today = timezone.localdate()
    day = view.on or today
    marks = _with_today(output.marks(shown.document, view.language), today)
    passed = [mark.day for mark in marks if mark.day <= day]
    current = max(passed, default=marks[0].day)
    steps = tuple(
        Step(
            mark.day,
            mark.label,
            mark.line,
            address(on=None if mark.day == today else mark.day),
            mark.day == current,
        )
        for mark in marks
    )
    return DayChoice(steps, day, view.on is None, address(on=None))


def _with_today(marks: list[Mark], today: date) -> list[Mark]:
    """Return the marks with one for today, which says what the one before it says."""
    if any(mark.day == today for mark in marks):
        return marks
    before = [mark for mark in marks if mark.day < today]
    line = before[-1].line if before else ""
    here = Mark(today, _("today"), line)
    return sorted([*marks, here], key=lambda mark: mark.day)
