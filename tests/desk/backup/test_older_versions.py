"""A backup of every older version is migrated while it is restored, and read as before."""

import json

import pytest

from tests.desk.backup.trial import ask

# The state of the database in which a release left it: its last migrations of the rooms that the
# present code knows more of. A release adds a row (docs/backup.md); none is ever taken away.
STATES = {
    # Revisions were not packed yet; neither press, sources nor microsites had tables.
    "0.1 of November 2026": [("editorial", "0004_open_forms")],
}


@pytest.mark.parametrize("migrations", STATES.values(), ids=STATES.keys())
def test_backup_of_an_older_version_is_migrated_and_read(trial, empty, migrations):
    before, shown = trial.hashes(), trial.world("shown")
    assert len(json.loads(shown)) == 1
    for app, name in migrations:
        assert trial.manage("migrate", app, name, "-v0") == (0, "", "")
    tables = ask(trial.database, "SELECT count(*) FROM sqlite_master WHERE name LIKE 'press_%'")
    assert tables == [(0,)]
    code, out, errors = empty.manage("restore", trial.backup())
    assert (code, errors) == (0, "")
    assert out.splitlines()[1] == "It was older than the code and has been migrated."
    assert (empty.hashes(), empty.world("shown")) == (before, shown)
    assert empty.manage("migrate", "--check", "-v0")[0] == 0
