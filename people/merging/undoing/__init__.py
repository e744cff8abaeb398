"""A merge taken back: what returns by itself, what somebody has to decide, how it is done."""

from people.merging.undoing.acting import unmerge
from people.merging.undoing.obstacles import CannotUnmerge
from people.merging.undoing.planning import Plan, make_plan

__all__ = ["CannotUnmerge", "Plan", "make_plan", "unmerge"]
