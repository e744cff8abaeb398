"""An empty site in a folder, as the benches in this process use it."""

import os
from pathlib import Path


def open_site(folder: Path, has_database: bool = True) -> None:
    """Set Django up on an empty, migrated database in the folder, or with settings alone."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        DATABASE_URL=f"sqlite:///{folder / 'db.sqlite3'}",
        MEDIA_ROOT=str(folder / "media"),
        BACKUP_ROOT=str(folder / "backups"),
        DEBUG="1",
        LOG_LEVEL="CRITICAL",
    )
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.DEBUG = False
    # No `setup_test_environment`: its templates note what they are given, which takes longer than
    # rendering them.
    settings.ALLOWED_HOSTS = ["testserver"]
    if has_database:
        call_command("migrate", verbosity=0)
