"""One at a time: upgrades and restores exclude each other, and backups while they run."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from desk.backup.failing import BackupError
from desk.backup.site import PRESENCE, Site
from desk.presence import open_marker


@contextmanager
def locked(site: Site, is_shared: bool = False) -> Iterator[None]:
    """Hold the lock of the site; it ends with the process, however that ends.

    `is_shared`: others that share may run at the same time.
    """
    path = site.beside("lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError as error:
            raise BackupError(
                _(
                    "A backup, restore or upgrade of this site is running. "
                    "Try again when it is done."
                )
            ) from error
        yield


@contextmanager
def stopped(site: Site) -> Iterator[None]:
    """Refuse if web server or worker run; those that start meanwhile wait until the body ends."""
    handle = open_marker(site.beside(PRESENCE))
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BackupError(
                _("The site is running: stop the web server and the worker first, then restore.")
            ) from error
        yield
    finally:
        os.close(handle)
