"""Saving and deleting one credit in the same moment, on a database that lets both work at once."""

import os
import subprocess
import sys

from django.conf import settings


def test_credit_saved_while_somebody_deletes_it_stays(postgres):
    environment = os.environ | {
        "DATABASE_URL": postgres.migrated_database(),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "ALLOWED_HOSTS": "testserver",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.films.credits_desk.deleting_race"],
        env=environment, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "409 ['The captain']\n"
