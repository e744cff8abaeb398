"""A job that lasts until the test lets it end, for workers that are processes of their own."""

import os
import time
from pathlib import Path

from django_tasks import task

PATIENCE_SECONDS = 120


@task(queue_name="kits")
def last(folder: str, name: str) -> None:
    """Leave a file for each begin, and end when `go` is there."""
    (Path(folder) / f"{name}.{os.getpid()}").touch()
    until = time.monotonic() + PATIENCE_SECONDS
    while not (Path(folder) / "go").exists() and time.monotonic() < until:
        time.sleep(0.05)
