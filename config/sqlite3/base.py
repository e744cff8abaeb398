"""A full or closed disk keeps SQLite from opening a database in WAL mode, even for reading.

It wants a file of shared memory beside it, and that cannot be made. What everybody may read lies in
the database all the same: nobody can write it then, and so it is opened as something that never
changes (https://sqlite.org/wal.html, section 6), for this one request.
"""

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db.backends.sqlite3 import base

from config.sqlite3.queue import Cursor

# The first byte of an error's code is its kind (https://sqlite.org/rescode.html).
KINDS = frozenset(
    (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL)
)


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return super().get_new_connection(conn_params)
        except sqlite3.OperationalError as error:
            path = Path(str(conn_params["database"]))
            if not may_be_read(error, path):
                raise
            address = f"file:{quote(str(path))}?mode=ro&immutable=1"
            return super().get_new_connection({**conn_params, "database": address, "uri": True})

    def create_cursor(self, name: str | None = None) -> Any:
        if self.is_in_memory_db():
            return super().create_cursor(name)
        cursor = self.connection.cursor(factory=Cursor)
        cursor.database = str(self.settings_dict["NAME"])
        return cursor


def may_be_read(error: sqlite3.OperationalError, path: Path) -> bool:
    """Tell whether a database that could not be opened holds all that was ever committed.

    What stands in the log of WAL mode only would be missed.
    """
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if kind not in KINDS or not path.is_file():
        return False
    log = Path(f"{path}-wal")
    return not log.exists() or log.stat().st_size == 0
