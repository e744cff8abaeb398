"""One record per content, also where two bring it at once."""

import os
import subprocess
import sys

from django.conf import settings


def test_picture_that_two_upload_at_once_is_one(postgres, tmp_path):
    environment = os.environ | {
        "DATABASE_URL": postgres.migrated_database(),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "MEDIA_ROOT": str(tmp_path),
        "ALLOWED_HOSTS": "testserver",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.assets.twins_race"],
        env=environment, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "added reused 1\n"
