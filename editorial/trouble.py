"""What is not the program's mistake: full and closed disks, databases that are busy or damaged.

Told apart by codes, never by texts; what is said names what is wrong, where, and what to do.
"""

import errno
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.utils.translation import gettext as _

FULL, CLOSED, BUSY, DAMAGED, AWAY, CROWDED = "full", "closed", "busy", "damaged", "away", "crowded"
DATABASE, MEDIA, UPLOADS, DISK = "database", "media", "uploads", "disk"
# EFBIG is a limit of the process (setrlimit(2), RLIMIT_FSIZE).
ERRNOS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: CLOSED,
    errno.EACCES: CLOSED,
    errno.EPERM: CLOSED,
    errno.EIO: DAMAGED,
    errno.EMFILE: CROWDED,
    errno.ENFILE: CROWDED,
}
# https://sqlite.org/rescode.html
SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: CLOSED,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_IOERR: AWAY,
    sqlite3.SQLITE_CANTOPEN: AWAY,
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html; 58030 is an error of the disk.
POSTGRES = {
    "53100": FULL,
    "25006": CLOSED,
    "55P03": BUSY,
    "40P01": BUSY,
    "57014": BUSY,
    "XX001": DAMAGED,
    "XX002": DAMAGED,
    "58030": AWAY,
}
# A database with less room than this cannot begin to write.
NO_ROOM = 256 * 1024
# 507 is "Insufficient Storage" (RFC 4918, section 11.5).
STATUS = {FULL: 507}
RETRY_SECONDS = {BUSY: 10, CROWDED: 5}


@dataclass(frozen=True)
class Trouble:
    """`kind` is what is wrong, `place` where."""

    kind: str
    place: str

    @property
    def status(self) -> int:
        return STATUS.get(self.kind, 503)

    @property
    def retry_seconds(self) -> int:
        return RETRY_SECONDS.get(self.kind, 60)


def trouble_of(error: BaseException | None) -> Trouble | None:
    """Return what an error tells of disk or database; None for any other error."""
    if isinstance(error, DatabaseError | InterfaceError | sqlite3.Error):
        kind = _kind_of(error)
        return Trouble(kind, DATABASE) if kind else None
    if isinstance(error, OSError) and error.errno in ERRNOS:
        return Trouble(ERRNOS[error.errno], _place_of(error))
    return None


def trouble_behind(error: BaseException | None) -> Trouble | None:
    """Return the trouble of an error, or of one that led to it; a session hides its own so."""
    while error is not None:
        if trouble := trouble_of(error):
            return trouble
        error = error.__cause__ or error.__context__
    return None


def _kind_of(error: Exception) -> str:
    """Return what is wrong with the database; '' for a mistake of whoever asked it."""
    cause = error if isinstance(error, sqlite3.Error) else error.__cause__
    if isinstance(cause, sqlite3.Error):
        kind = SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF, "")
        return FULL if kind in (CLOSED, AWAY) and _has_no_room() else kind
    code = getattr(cause, "sqlstate", None)
    if code in POSTGRES:
        return POSTGRES[code]
    # Without a code nobody has answered; a class of its own is for a server that ends.
    is_away = not code or code.startswith(("08", "57P", "53"))
    return AWAY if cause is not None and is_away and _is_of_server(error) else ""


def _is_of_server(error: Exception) -> bool:
    return isinstance(error, OperationalError | InterfaceError)


def _has_no_room() -> bool:
    """SQLite on a full disk may not even get so far as to find out."""
    try:
        folder = Path(str(connection.settings_dict["NAME"])).parent
        return shutil.disk_usage(folder).free < NO_ROOM
    except OSError:
        return False


def _place_of(error: OSError) -> str:
    name = str(error.filename or "")
    places = ((str(settings.MEDIA_ROOT), MEDIA), (tempfile.gettempdir(), UPLOADS))
    return next((place for root, place in places if name.startswith(root)), DISK)


@contextmanager
def naming(path: Path | str) -> Iterator[None]:
    """Have errors of a disk say which file they were about: `write(2)` does not."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


def say_trouble(trouble: Trouble) -> str:
    """Return for the desk what is wrong, where, and what to do."""
    return _what(trouble) + " " + _do(trouble)


def _what(trouble: Trouble) -> str:
    if trouble.place == DATABASE:
        return {
            FULL: _("The disk with the database is full: nothing can be saved."),
            CLOSED: _("The database can only be read at the moment: nothing can be saved."),
            BUSY: _("Another program has kept the database busy for too long: nothing was saved."),
            DAMAGED: _("The database is damaged: nothing was saved."),
            AWAY: _("The database does not answer: nothing was saved."),
        }[trouble.kind]
    where = {
        MEDIA: _("the media folder"),
        UPLOADS: _("the folder for uploads on their way (TMPDIR)"),
        DISK: _("a folder of the site"),
    }[trouble.place]
    return {
        FULL: _("The disk is full (%(where)s): nothing was saved."),
        CLOSED: _("The disk cannot be written (%(where)s): nothing was saved."),
        DAMAGED: _("The disk has a fault (%(where)s): nothing was saved."),
        CROWDED: _("The server has too many files open: nothing was saved."),
    }[trouble.kind] % {"where": where}


def _do(trouble: Trouble) -> str:
    return {
        FULL: _("Ask whoever looks after the site to make room, then try again."),
        CLOSED: _("Ask whoever looks after the site to make it writable, then try again."),
        BUSY: _("Try again in a minute."),
        DAMAGED: _(
            "Ask whoever looks after the site to run “manage.py doctor” and, if need be, to "
            "restore the last backup."
        ),
        AWAY: _("Try again in a minute; if it stays so, tell whoever looks after the site."),
        CROWDED: _("Try again in a minute; if it stays so, tell whoever looks after the site."),
    }[trouble.kind]
