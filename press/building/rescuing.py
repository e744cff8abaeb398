"""Kits that a killed worker has left in the middle."""

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from press.building.building import MAX_ATTEMPTS, OPEN, ask_again
from press.building.problems import KILLED
from press.building.tasks import build_kit
from press.models import Kit


def rescue_kits() -> int:
    """Ask again for every kit that no job builds or is about to build; return how many.

    One that has ended its worker each time is given up.
    """
    left = Kit.objects.filter(state__in=OPEN).exclude(pk__in=_expected())
    for kit in left:
        if kit.attempts >= MAX_ATTEMPTS:
            Kit.objects.filter(pk=kit.pk).update(state=Kit.State.FAILED, problem=KILLED, step="")
            continue
        Kit.objects.filter(pk=kit.pk).update(state=Kit.State.WAITING, step="", progress=0)
        ask_again(kit)
    return len(left)


def has_job(kit: Kit) -> bool:
    """Tell whether a worker is about to build the kit, or does."""
    return kit.pk in _expected()


def _expected() -> set[int]:
    states = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    jobs = DBTaskResult.objects.filter(task_path=build_kit.module_path, status__in=states)
    return {args["args"][0] for args in jobs.values_list("args_kwargs", flat=True)}
