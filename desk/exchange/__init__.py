"""The whole content as readable files and back: one folder a record, facts once, prose beside."""

from desk.exchange.exporting import Exported, NothingToExport, export_content
from desk.exchange.folder import is_export, read_export
from desk.exchange.loading import load_export
from desk.exchange.syncing import NotAnExport

__all__ = [
    "Exported",
    "NotAnExport",
    "NothingToExport",
    "export_content",
    "is_export",
    "load_export",
    "read_export",
]
