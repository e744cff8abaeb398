"""Running the programs of PostgreSQL."""

import os
import shutil
import subprocess

from django.utils.translation import gettext as _

from desk.backup.failing import BackupError


def run_program(name: str, arguments: list[str], environment: dict[str, str]) -> None:
    """Run a program to its end; `BackupError` if it is missing or fails, with what it says."""
    path = shutil.which(name)
    if path is None:
        raise BackupError(
            _("%(program)s is missing. Install PostgreSQL's client (Debian: postgresql-client).")
            % {"program": name}
        )
    result = subprocess.run(  # noqa: S603
        [path, *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if result.returncode:
        said = result.stderr.decode(errors="replace").strip()[-500:]
        raise BackupError(_("%(program)s failed: %(error)s") % {"program": name, "error": said})
