"""The marker of a running site: web server and worker share its lock as long as they live.

Without Django, so that gunicorn's master can hold it and its workers still load the program anew.
"""

import fcntl
import logging
import os
from pathlib import Path

log = logging.getLogger(__name__)


def hold_presence(marker: Path) -> None:
    """Share the lock until this process and those forked from it end.

    Waits while a restore holds it. A folder that cannot be written must not keep the site down.
    """
    try:
        handle = open_marker(marker)
        fcntl.flock(handle, fcntl.LOCK_SH)
    except OSError as error:
        log.warning("A restore will not notice that this site is running: %s", error)


def open_marker(marker: Path) -> int:
    """Return a handle of the file, made if need be; reading is enough for its lock."""
    marker.parent.mkdir(parents=True, exist_ok=True)
    try:
        return os.open(marker, os.O_RDONLY)
    except FileNotFoundError:
        handle = os.open(marker, os.O_RDONLY | os.O_CREAT, 0o666)
        if os.geteuid() == 0:  # the site that runs as another user must be able to open it
            owner = marker.parent.stat()
            os.fchown(handle, owner.st_uid, owner.st_gid)
        return handle
