"""Processes that are killed in the middle of what they do."""

from collections.abc import Callable
from pathlib import Path

FAULTS: dict[str, Callable[[Path], str]] = {}
