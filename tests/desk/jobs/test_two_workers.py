"""Workers of one queue, as processes: what a killed one leaves is done once, what runs goes on."""

import json
import os
import subprocess
import sys
import time

import pytest

from tests.browser.world import ROOT

WAIT_SECONDS = 90
ASK = """
from tests.desk.jobs.slow import last
for name in ("first", "second"):
    last.enqueue("{folder}", name)
"""
TELL = """
import json
from django_tasks_db.models import DBTaskResult
from desk.models import WorkerRow
jobs = DBTaskResult.objects.filter(queue_name="kits").order_by("enqueued_at")
print(json.dumps([[job.status, len(job.worker_ids)] for job in jobs]), WorkerRow.objects.count())
"""


@pytest.fixture
def site(postgres, tmp_path):
    """Run commands on an empty site; what still runs at the end is killed."""
    started = []
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": postgres.migrated_database(),
        "MEDIA_ROOT": str(tmp_path / "media"),
        "BACKUP_ROOT": str(tmp_path / "backups"),
        "SECRET_KEY": "only-for-this-run",
        "LOG_LEVEL": "ERROR",
        "DEBUG": "0",
    }

    def start(*words):
        line = [sys.executable, "manage.py", *words]
        started.append(
            subprocess.Popen(line, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def wait_for(is_so):
    until = time.monotonic() + WAIT_SECONDS
    while not (has_come := is_so()) and time.monotonic() < until:
        time.sleep(0.05)
    assert has_come


def test_job_of_a_killed_worker_is_taken_up_once_and_that_of_a_living_one_goes_on(site, tmp_path):
    folder = tmp_path / "begun"
    folder.mkdir()

    def run(code):
        shell = site("shell", "--verbosity", "0", "--command", code)
        out, _errors = shell.communicate(timeout=WAIT_SECONDS)
        assert shell.returncode == 0
        return out

    def begun():
        return sorted(path.name for path in folder.iterdir())

    run(ASK.format(folder=folder))
    killed = site("work", "--queues", "kits")
    wait_for(lambda: begun() == [f"first.{killed.pid}"])
    living = site("work", "--queues", "kits")
    wait_for(lambda: begun() == [f"first.{killed.pid}", f"second.{living.pid}"])
    killed.kill()
    killed.wait()
    heirs = [site("work", "--batch", "--queues", "kits") for _number in range(2)]
    wait_for(lambda: len(begun()) == 3)
    (folder / "go").touch()
    for heir in heirs:
        heir.communicate(timeout=WAIT_SECONDS)
    begins = [name.partition(".")[0] for name in begun() if name != "go"]
    assert begins == ["first", "first", "second"]
    wait_for(lambda: '["SUCCESSFUL", 1]' in run(TELL))
    jobs, _space, workers = run(TELL).rpartition(" ")
    assert json.loads(jobs) == [["SUCCESSFUL", 2], ["SUCCESSFUL", 1]]
    assert int(workers) == 1
