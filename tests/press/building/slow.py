"""Formats that stop in the middle of their file, each once, until their worker is killed."""

import os
import time
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

from press.kit import formats


def slow_down() -> None:
    """Let every format there is say how far it is, and wait there the first time."""
    formats.load = _slowed


def _slowed(name: str):
    module = import_module(name)

    def write(contents, target, progress):
        def stop(percent, step):
            progress(percent, step)
            marker = Path(os.environ["HALF_WRITTEN"]) / name
            if 0 < percent < 100 and not marker.exists():
                target.write(b"first half")
                target.flush()
                marker.touch()
                time.sleep(600)

        module.write(contents, target, stop)

    return SimpleNamespace(VERSION=module.VERSION, write=write)
