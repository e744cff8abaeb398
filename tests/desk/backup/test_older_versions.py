"""A backup of every older version is migrated while it is restored, and read as before."""

import json

import pytest

from tests.desk.backup.trial import ROOT

# The state of the database in which a release left it: its last migration of each room, of the
# first release those alone that others stand behind. A release adds a row (docs/release.md); none
# is ever taken away.
STATES = {
    # Revisions were not packed yet; neither press, sources nor microsites had tables.
    "0.1 of November 2026": [("editorial", "0004_open_forms")],
    "1.0.0": [
        ("assets", "0004_by_link"),
        ("desk", "0007_workers"),
        ("editorial", "0018_audit_log"),
        ("festivals", "0001_initial"),
        ("films", "0004_interview"),
        ("microsites", "0001_microsites"),
        ("pages", "0004_stored_page"),
        ("people", "0008_sounds_again"),
        ("press", "0001_press"),
        ("sources", "0005_prints_of_added"),
    ],
}
MIGRATED = "It was older than the code and has been migrated."


def passed(state: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the migrations of a state that are no longer the last of their room."""
    return [(room, name) for room, name in state if name != last_migration(room)]


def last_migration(room: str) -> str:
    return sorted((ROOT / room / "migrations").glob("0*.py"))[-1].stem


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_backup_of_an_older_version_is_migrated_and_read(trial, empty, state):
    before, shown = trial.hashes(), trial.world("shown")
    assert len(json.loads(shown)) == 1
    for room, name in passed(state):
        assert trial.manage("migrate", room, name, "-v0") == (0, "", "")
    assert trial.manage("migrate", "--check", "-v0")[0] == bool(passed(state))
    code, out, errors = empty.manage("restore", trial.backup())
    assert (code, errors) == (0, "")
    assert (MIGRATED in out.splitlines()) == bool(passed(state))
    assert (empty.hashes(), empty.world("shown")) == (before, shown)
    assert empty.manage("migrate", "--check", "-v0")[0] == 0
