"""JSON columns that are stored packed: canonical JSON, compressed.

History is most of the database; packed it takes about a fifth. The database cannot look inside:
what must be searched is read and searched here.
"""

import hashlib
import json
import zlib
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models.functions import Cast

# Of zlib: 6 is its own default; more takes longer and saves one per cent.
LEVEL = 6


def canonical(document: Any) -> str:
    """Return JSON that is the same for equal documents: sorted keys, no spaces."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def hash_of(document: Any) -> str:
    """SHA-256 of the canonical JSON."""
    return hashlib.sha256(canonical(document).encode()).hexdigest()


def pack(document: Any) -> bytes:
    return zlib.compress(canonical(document).encode(), LEVEL)


def unpack_text(packed: bytes | memoryview) -> str:
    """Return the JSON text of a packed document."""
    return zlib.decompress(packed).decode()


class PackedJSONField(models.BinaryField):  # type: ignore[type-arg]
    """A JSON value in Python, compressed bytes in the database."""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        packed = value if value is None or isinstance(value, bytes) else pack(value)
        return super().get_db_prep_value(packed, connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return None if value is None else json.loads(unpack_text(value))

    def to_python(self, value: Any) -> Any:
        return json.loads(unpack_text(value)) if isinstance(value, bytes | memoryview) else value

    def value_to_string(self, obj: models.Model) -> str:
        return canonical(self.value_from_object(obj))


def packed_texts(rows: models.QuerySet[Any], column: str) -> Iterator[tuple[int, str]]:
    """Yield (primary key, JSON text) of a packed column, without reading the JSON."""
    found = rows.order_by("pk").annotate(packed_bytes=Cast(column, models.BinaryField()))
    for pk, packed in found.values_list("pk", "packed_bytes").iterator(chunk_size=200):
        yield pk, unpack_text(packed)
