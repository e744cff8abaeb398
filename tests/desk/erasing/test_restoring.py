"""Backup, erase, restore, erase again: as real commands on a site of its own."""

import json

import pytest

from tests.desk.backup.conftest import filled, trial  # noqa: F401  a site in a folder
from tests.desk.backup.trial import ask


@pytest.fixture
def person(trial) -> str:  # noqa: F811
    """The identifier of the one person of the site."""
    return ask(trial.database, "SELECT uuid FROM editorial_record WHERE kind = 'person'")[0][0]


def people(trial) -> int:  # noqa: F811
    return ask(trial.database, "SELECT count(*) FROM people_person")[0][0]


def test_restored_person_is_erased_again(trial, person, tmp_path):  # noqa: F811
    trial.backup()
    report = tmp_path / "report.json"
    trial.manage("erase_person", person, "--report", report)
    assert (people(trial), json.loads(report.read_text())["backups"]) == (0, [])
    code, _out, errors = trial.manage("restore", trial.file)
    assert (code, people(trial)) == (0, 1)
    assert errors.splitlines() == [
        "People were erased. They may be back: type “manage.py erase_person --again”."
    ]
    code, out, errors = trial.manage("erase_person", "--again")
    assert (out.splitlines()[-1], errors, people(trial)) == ("Erased again: 1.", "", 0)
    assert ask(trial.database, "SELECT count(*) FROM desk_erasure") == [(1,)]
