"""Keys of new records where two are made at once."""

import os
import subprocess
import sys

from django.conf import settings


def test_two_of_one_name_at_once_get_a_key_each(postgres):
    environment = os.environ | {
        "DATABASE_URL": postgres.migrated_database(),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.editorial.naming_race"],
        env=environment, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "['still', 'still-2']\n"
