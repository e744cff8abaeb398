"""One version, wherever it stands: the package, the log of changes, the states of the backup."""

import re
import tomllib
from pathlib import Path

from django.conf import settings

from desk.backup.making import product_version
from tests.desk.backup.test_older_versions import STATES

BASE = Path(settings.BASE_DIR)
RELEASE = re.compile(r"^## (\d+\.\d+\.\d+) \(\d{4}-\d{2}-\d{2}\)$", re.MULTILINE)


def test_package_and_backups_have_the_version_of_the_log_of_changes():
    released = RELEASE.findall((BASE / "CHANGELOG.md").read_text("utf-8"))
    packed = tomllib.loads((BASE / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert (packed, product_version(), list(STATES)[-1]) == (released[0],) * 3


def test_state_of_a_release_names_every_room():
    rooms = {path.parent.parent.name for path in BASE.glob("*/migrations/0001_*.py")}
    assert {room for room, _name in STATES[product_version()]} == rooms
