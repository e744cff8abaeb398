"""How far a kit is, written into its row with every step, within one at most once a second.

Steps are stored in the language of the source and said in that of whoever looks.
"""

import time
from collections.abc import Callable

from django.utils.translation import gettext

from press.models import Kit

PAUSE_SECONDS = 1.0
STEP_LENGTH = 80
# What the program's own words are written in: those of a format stay keys of the translation.
SOURCE = "en"


class TakenOver(Exception):
    """The kit was deleted, or is built by another worker: nobody waits for this build."""


class Progress:
    """Called by the formats with percent and step. Raises `TakenOver`."""

    def __init__(self, kit: Kit, clock: Callable[[], float] = time.monotonic) -> None:
        self.kit, self.clock = kit, clock
        self.last: float | None = None
        self.step = ""

    def __call__(self, percent: int, step: str) -> None:
        now = self.clock()
        is_soon = self.last is not None and now - self.last < PAUSE_SECONDS
        if is_soon and step == self.step:
            return
        self.last, self.step = now, step
        note(self.kit, progress=max(0, min(99, percent)), step=step[:STEP_LENGTH])


def note(kit: Kit, **facts: object) -> None:
    """Write into the row of a kit that is being built by this attempt. Raises `TakenOver`."""
    own = Kit.objects.filter(pk=kit.pk, state=Kit.State.BUILDING, attempts=kit.attempts)
    if not own.update(**facts):
        raise TakenOver


def say_step(step: str) -> str:
    """Return a step in the reader's language; '' for none."""
    return gettext(step) if step else ""
