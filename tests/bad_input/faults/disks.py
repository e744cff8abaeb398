"""Disks that are full or closed, databases that are locked, files that run out."""

from collections.abc import Callable
from pathlib import Path

FAULTS: dict[str, Callable[[Path], str]] = {}
