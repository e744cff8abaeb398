"""doctor as a command: a site in order has nothing, each kind of damage is named."""

import json

import pytest
from django.core.management import call_command

from desk.doctor import examine
from desk.doctor.checks import CHECKS, MOST, Check
from desk.doctor.damage import COPY
from desk.doctor.finding import Finding
from tests.desk.backup.trial import ask


def find_many():
    for number in range(MOST + 7):
        yield Finding("many", str(number), "", "")


def find_nothing():
    yield from ()


def find_trouble():
    raise OSError("the disk has gone")
    yield


def test_only_the_first_of_many_are_told():
    found = list(examine(checks=[Check("many", find_many)]))
    assert (len(found), found[-1].what) == (MOST + 1, "7 more of the same")


def test_check_that_fails_is_a_finding_and_the_next_is_made(db):
    found = list(examine(checks=[Check("a", find_trouble), Check("many", find_many)]))
    assert found[0].what == "this check could not be made: OSError('the disk has gone')"
    assert found[1].what == "0"


def test_quick_leaves_out_what_takes_long():
    checks = [Check("slow", find_many, is_quick=False), Check("fast", find_nothing)]
    assert (list(examine(True, checks)), len(list(examine(False, checks)))) == ([], MOST + 1)
    assert [check.name for check in CHECKS if not check.is_quick] == [
        "database", "content of files", "sizes of pictures", "orphaned files",
    ]  # fmt: skip


@pytest.mark.django_db
def test_command_prints_lines_and_ends_with_one(capsys, settings, tmp_path):
    settings.BACKUP_ROOT = tmp_path
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", "--quick")
    assert ended.value.code == 1
    lines = capsys.readouterr().out.splitlines()
    # Collected files of the run lie where the settings would rather not have them.
    (place,) = (number for number, line in enumerate(lines) if line.startswith("worker: "))
    assert lines[place] == "worker: no worker is running; 0 jobs wait"
    assert [line[:11] for line in lines[place + 1 : place + 3]] == ["    where  ", "    do     "]
    assert lines[-1] == f"{len(lines) // 3} findings."


def test_whole_command_names_what_is_wrong(trial):
    code, out, _errors = trial.manage("doctor", "--json")
    jobs = [found["what"].partition(";")[0] for found in json.loads(out)]
    assert (code, jobs) == (1, ["no worker is running"])
    ask(trial.database, "UPDATE films_credit SET person_id = 999999")
    original = next((trial.media / "originals").rglob("*.jpg"))
    original.write_bytes(original.read_bytes()[:-1] + b"x")
    # What is made of an upload has a dash in its name.
    next(path for path in (trial.media / "videos").rglob("*.mp4") if "-" not in path.stem).unlink()
    code, out, _errors = trial.manage("doctor", "--json")
    found = [(one["check"], one["what"].partition(":")[0]) for one in json.loads(out)]
    assert found == [
        ("database", "films_credit, row 1 points to a row of people_person that is not there"),
        ("worker", "no worker is running; 2 jobs wait"),
        ("files", "the file is missing"),
        ("content of files", "the file has changed"),
    ]


def test_pending_migrations_come_alone(empty):
    assert empty.manage("migrate", "contenttypes", "-v0")[0] == 0
    code, out, _errors = empty.manage("doctor", "--json")
    (found,) = json.loads(out)
    assert (code, found["check"], found["remedy"]) == (1, "migrations", "Type: make upgrade")


def test_empty_database_of_a_site_with_backups_was_lost(trial):
    assert trial.manage("backup", str(trial.file))[0] == 0
    trial.database.write_bytes(b"")
    code, out, _errors = trial.manage("doctor", "--json")
    (found,) = json.loads(out)
    assert (code, found["check"], found["what"].partition(",")[0]) == (
        1, "migrations", "the database is empty"
    )  # fmt: skip
    assert found["remedy"].startswith(
        f"If it is to be empty, type: make upgrade. Otherwise: {COPY}"
    )
    assert found["remedy"].endswith(f"python manage.py restore {trial.file}")
