"""Servers beside the site that restart, stop or answer slowly; clocks that are turned."""

from collections.abc import Callable
from pathlib import Path

FAULTS: dict[str, Callable[[Path], str]] = {}
