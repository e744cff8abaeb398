"""Is there room? Asked before anything is written."""

import shutil
from pathlib import Path

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from desk.backup.failing import BackupError

RESERVE = 32 * 1024 * 1024


def check_space(folder: Path, needed: int) -> None:
    """Raise `BackupError` unless `needed` bytes and a reserve are free where `folder` is."""
    free = shutil.disk_usage(folder).free
    if free < needed + RESERVE:
        raise BackupError(
            _("%(folder)s has %(free)s left; %(needed)s are needed.")
            % {
                "folder": folder,
                "free": filesizeformat(free),
                "needed": filesizeformat(needed + RESERVE),
            }
        )
