"""How the commands of backups end: with one clear sentence, and tidied up."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import Error as DatabaseError
from django.utils.translation import gettext as _

from desk.backup.failing import BackupError


@contextmanager
def told() -> Iterator[None]:
    """Turn what can go wrong into an error of the command."""
    try:
        yield
    except BackupError as error:
        raise CommandError(str(error)) from error
    except (DatabaseError, OSError) as error:
        raise CommandError(_("That did not work: %(error)s") % {"error": error}) from error


def end_softly() -> None:
    """Let a request to end (SIGTERM) unwind what has begun, as Ctrl+C does."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
