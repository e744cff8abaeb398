"""How what goes live is carried into what is scheduled for later, and where the two collide."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from editorial.kinds import Document
from editorial.merging import Conflict, merge, put
from editorial.models import Publication
from editorial.parts import completed, is_alike, split
from editorial.publishing.timeline import Timeline

MINE, SCHEDULED = "mine", "scheduled"
Answers = Mapping[str, str]


@dataclass(frozen=True)
class Collision:
    """A place that the desk and a schedule both changed, each in its own way."""

    later: Publication
    path: tuple[str, ...]
    mine: Any
    scheduled: Any

    @property
    def key(self) -> str:
        """Under this name the place is answered: MINE or SCHEDULED."""
        return f"{self.later.pk}:{'.'.join(self.path)}"


@dataclass(frozen=True)
class Carried:
    """What becomes of one scheduled publication: its new parts, and what nobody has answered."""

    later: Publication
    parts: Document
    open: tuple[Collision, ...]
    answered: tuple[Collision, ...]

    @property
    def is_changed(self) -> bool:
        return not is_alike(self.parts, self.later.parts)


def plan_carrying(
    timeline: Timeline,
    document: Document,
    lines: list[str],
    moment: datetime,
    answers: Answers | None = None,
) -> list[Carried]:
    """Return what becomes of the schedules after `moment` if `document` goes live then.

    The common ancestor is what would count at that moment. Where nothing would, the schedule is
    only an older state of the same desk and takes the new one.
    """
    return [
        _carry(later, split(document, line), timeline.counting(line, moment), answers or {})
        for line in lines
        for later in timeline.after(moment)
        if later.language == line
    ]


def _carry(
    later: Publication, new: Document, ancestor: Publication | None, answers: Answers
) -> Carried:
    base = ancestor.parts if ancestor else later.parts
    merged, conflicts = merge(*completed(base, new, later.parts))
    unanswered: list[Collision] = []
    answered: list[Collision] = []
    for conflict in conflicts:
        collision = _collision(later, conflict)
        answer = answers.get(collision.key)
        (answered if answer in (MINE, SCHEDULED) else unanswered).append(collision)
        if answer == MINE:
            merged = put(merged, conflict.path, conflict.theirs)
    return Carried(later, merged, tuple(unanswered), tuple(answered))


def _collision(later: Publication, conflict: Conflict) -> Collision:
    return Collision(later, conflict.path, conflict.theirs, conflict.ours)
