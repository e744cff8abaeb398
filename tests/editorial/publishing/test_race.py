"""Saving and publishing in the same moment, on a database that lets both work at once."""

import os
import subprocess
import sys

from django.conf import settings


def test_link_saved_while_somebody_publishes_is_live(postgres):
    environment = os.environ | {
        "DATABASE_URL": postgres.migrated_database(),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.editorial.publishing.saving_race"],
        env=environment, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "['https://example.com/watch']\n"
