"""Identifiers of imported rows: the same folder always gives the same rows."""

import uuid
from collections import Counter

from editorial.models.base import make_key


class RowIds:
    """Makes the uuid of a row from the record, its part and what names it in the folder."""

    def __init__(self, record_uuid: uuid.UUID) -> None:
        self.record_uuid = record_uuid
        self.used: Counter[str] = Counter()

    def make(self, part: str, *names: str) -> str:
        """Return the identifier; a second row of the same name gets its own."""
        path = "/".join([part, *(make_key(name) or name for name in names)])
        self.used[path] += 1
        if self.used[path] > 1:
            path = f"{path}/{self.used[path]}"
        return str(uuid.uuid5(self.record_uuid, path))
