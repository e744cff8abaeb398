"""Maintenance: while a small file stands beside the database, visitors get a notice.

A site on PostgreSQL may run on several machines: its database bears a sign as well (`sign.py`).
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.db import connection
from django.utils import timezone

from desk.backup.failing import NeedsHand
from desk.backup.sign import Sign, find_sign
from desk.backup.site import Site, file_beside

WORD = "maintenance"


class Notice(Protocol):
    def exists(self) -> bool:
        """Tell whether the site is in maintenance."""


class SharedNotice:
    """The file of this machine or the sign that all machines see."""

    def __init__(self, file: Path, sign: Sign) -> None:
        self._file, self._sign = file, sign

    def exists(self) -> bool:
        return self._file.exists() or self._sign.is_up()


def maintenance_file() -> Path:
    """Return where the notice of this site is or would be."""
    name = str(connection.settings_dict["NAME"])
    return file_beside(connection.vendor, name, Path(settings.BACKUP_ROOT).resolve(), WORD)


def find_notice() -> Notice:
    """Return what says whether this site is in maintenance; asking it costs next to nothing."""
    file, sign = maintenance_file(), find_sign(connection)
    return file if sign is None else SharedNotice(file, sign)


def is_maintained() -> bool:
    return find_notice().exists()


@contextmanager
def maintained(site: Site, reason: str) -> Iterator[None]:
    """Show the notice until the body has ended, well or not; only `NeedsHand` leaves it."""
    notice = site.beside(WORD)
    notice.parent.mkdir(parents=True, exist_ok=True)
    told = json.dumps({"since": timezone.now().isoformat(), "reason": reason})
    notice.write_text(told)
    try:
        site.database.raise_sign(told)
        yield
    except NeedsHand:
        raise
    except BaseException:
        _end(site, notice)
        raise
    _end(site, notice)


def _end(site: Site, notice: Path) -> None:
    notice.unlink(missing_ok=True)
    site.database.lower_sign()
