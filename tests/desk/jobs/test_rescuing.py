"""Who is lost, and what becomes of his jobs."""

import os
import subprocess
import sys

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from desk.jobs.heartbeat import beat
from desk.jobs.process import has_ended, this_process
from desk.jobs.rescuing import Watch, take_up
from desk.models import WorkerRow

pytestmark = pytest.mark.django_db
ELSEWHERE = "0000/pid:[1] 7 7"
TELL_AND_END = """
from desk.jobs.process import this_process
print(this_process())
"""


def add_worker(name, process=ELSEWHERE):
    return WorkerRow.objects.create(name=name, process=process, seen_at=timezone.now())


def add_job(*workers):
    return DBTaskResult.objects.create(
        status="RUNNING", args_kwargs={"args": [0], "kwargs": {}}, queue_name="kits",
        task_path="press.building.tasks.build_kit", backend_name="default",
        run_after=timezone.now(), worker_ids=list(workers),
    )  # fmt: skip


def state_of(job):
    return DBTaskResult.objects.values_list("status", flat=True).get(pk=job.pk)


def test_process_of_this_machine_has_ended_when_it_has():
    done = subprocess.run(
        [sys.executable, "-c", TELL_AND_END], capture_output=True, text=True, check=True
    )
    assert has_ended(done.stdout.strip())
    assert not has_ended(this_process())
    machine, pid, start = this_process().rsplit(" ", 2)
    assert int(pid) == os.getpid()
    assert has_ended(f"{machine} {pid} {int(start) - 1}")  # its number was given out again
    assert not has_ended(ELSEWHERE)
    assert not has_ended("")


def test_worker_of_another_machine_is_lost_when_it_shows_no_life_for_long():
    add_worker("other")
    patient, hasty = Watch("own"), Watch("own", patience=0)
    assert patient.find_lost() == patient.find_lost() == []
    assert hasty.find_lost() == ["other"]
    assert Watch("other", patience=0).find_lost() == []


def test_each_sign_of_life_begins_the_patience_anew(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("desk.jobs.rescuing.time.monotonic", lambda: now[0])
    row, watch = add_worker("other"), Watch("own", patience=10)
    for moment, lost in ((0, []), (9, []), (10, ["other"])):
        now[0] = moment
        assert watch.find_lost() == lost
    WorkerRow.objects.filter(pk=row.pk).update(seen_at=timezone.now())
    assert watch.find_lost() == []
    now[0] = 19
    assert watch.find_lost() == []
    now[0] = 20
    assert watch.find_lost() == ["other"]
    watch.forget()
    assert watch.find_lost() == []


def test_jobs_of_lost_workers_wait_again_and_those_of_others_go_on():
    add_worker("living")
    add_worker("lost")
    jobs = add_job("living"), add_job("living", "lost"), add_job("nobody"), add_job()
    assert take_up(["lost"], ["kits"]) == 3
    assert [state_of(job) for job in jobs] == ["RUNNING", "READY", "READY", "READY"]
    assert list(WorkerRow.objects.values_list("name", flat=True)) == ["living"]
    assert take_up(["lost"], ["kits"]) == 0


def test_job_that_has_ended_three_workers_fails():
    job = add_job("a", "b", "c")
    take_up([], ["kits"])
    assert state_of(job) == "FAILED"


def test_worker_that_was_taken_for_dead_is_back_with_its_next_sign():
    beat("slept")
    WorkerRow.objects.all().delete()
    beat("slept")
    assert WorkerRow.objects.get().process == this_process()
