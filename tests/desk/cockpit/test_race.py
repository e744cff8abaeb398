"""Two windows in the same moment, on a database that lets both work at once."""

import os
import subprocess
import sys

from django.conf import settings


def test_two_windows_keep_each_others_texts(postgres):
    environment = os.environ | {
        "DATABASE_URL": postgres.migrated_database(),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.desk.cockpit.typing_race"],
        env=environment, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "['first', 'second']\n"
