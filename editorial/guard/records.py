"""Which record a row of a form belongs to."""

from typing import Any

from editorial.models import OwnRow, Record, RecordModel


def record_of(obj: Any) -> Record | None:
    """Return the record of a main row or of one of its own rows; None for vocabulary."""
    if isinstance(obj, RecordModel):
        return obj.record if obj.pk else None
    if not isinstance(obj, OwnRow) or not obj.pk:
        return None
    row: Any = obj
    for step in obj.owner_path.split("__"):
        row = getattr(row, step)
    found: Record = row.record
    return found
