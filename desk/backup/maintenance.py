"""Maintenance: while a small file stands beside the database, visitors get a notice."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from desk.backup.failing import NeedsHand
from desk.backup.site import Site, file_beside

WORD = "maintenance"


def maintenance_file() -> Path:
    """Return where the notice of this site is or would be."""
    name = str(connection.settings_dict["NAME"])
    return file_beside(connection.vendor, name, Path(settings.BACKUP_ROOT).resolve(), WORD)


@contextmanager
def maintained(site: Site, reason: str) -> Iterator[None]:
    """Show the notice until the body has ended, well or not; only `NeedsHand` leaves it."""
    notice = site.beside(WORD)
    notice.parent.mkdir(parents=True, exist_ok=True)
    notice.write_text(json.dumps({"since": timezone.now().isoformat(), "reason": reason}))
    try:
        yield
    except NeedsHand:
        raise
    except BaseException:
        notice.unlink(missing_ok=True)
        raise
    notice.unlink(missing_ok=True)
