"""Disks that are full or closed, databases that are locked, files that run out."""

from collections.abc import Callable
from pathlib import Path

from tests.bad_input.faults.disks import commands, database, limits, uploads

FAULTS: dict[str, Callable[[Path], str]] = {
    **database.FAULTS,
    **uploads.FAULTS,
    **limits.FAULTS,
    **commands.FAULTS,
}
