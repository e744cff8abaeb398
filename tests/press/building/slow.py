"""A format that writes half of its file, says so, and takes its time for the rest."""

import os
import time
from pathlib import Path

VERSION = "1"


def write(contents, target, progress):
    target.write(b"first half, ")
    target.flush()
    progress(50, "Half is written")
    marker = Path(os.environ["HALF_WRITTEN"])
    if not marker.exists():
        marker.touch()
        time.sleep(600)
    target.write(b"second half")
