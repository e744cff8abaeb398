"""Which identifier a row of a file has: its own, one of its name, or one of what it says."""

import uuid as uuids
from collections import Counter

from desk.exchange.writing import Row
from editorial.documents import hash_of
from editorial.kinds import Part


class RowNames:
    """Names the rows of one record: the same file gives the same identifiers."""

    def __init__(self, record_uuid: str) -> None:
        self.record_uuid = uuids.UUID(record_uuid)
        self.used: Counter[str] = Counter()

    def of_row(self, part: Part, value: Row) -> str:
        word = value.get("uuid")
        if word is not None:
            return self.named(part, str(word))
        name = f"{part.name}/{hash_of({k: v for k, v in value.items() if k != 'position'})}"
        self.used[name] += 1
        return str(uuids.uuid5(self.record_uuid, f"{name}/{self.used[name]}"))

    def named(self, part: Part, word: str) -> str:
        """Return the identifier itself or, for a word chosen by hand, one made of it."""
        try:
            return str(uuids.UUID(word))
        except ValueError:
            return str(uuids.uuid5(self.record_uuid, f"{part.name}/{word}"))
