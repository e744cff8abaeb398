from pathlib import Path

import pytest

from tests.desk.erasing.world import make_world


@pytest.fixture(autouse=True)
def backups(settings, tmp_path) -> Path:
    """The folder of backups, which is not there yet."""
    settings.BACKUP_ROOT = str(tmp_path / "backups")
    return tmp_path / "backups"


@pytest.fixture
def world(db):
    return make_world()
