"""What stands behind every kind of content: record, revision, publication, address."""

from editorial.models.base import OwnRow, RecordModel, SharedRow
from editorial.models.history import Revision
from editorial.models.record import Address, ContentVersion, Forward, Record
from editorial.models.window import Publication, Reference

__all__ = [
    "Address",
    "ContentVersion",
    "Forward",
    "OwnRow",
    "Publication",
    "Record",
    "RecordModel",
    "Reference",
    "Revision",
    "SharedRow",
]
