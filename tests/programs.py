"""Programs of others that read our files: what they say counts, not what our own code thinks."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run it; a machine that does not have it skips the test, a build server fails."""
    if shutil.which(program) is None:
        reason = f"No {program} is on the PATH; CONTRIBUTING.md names its package."
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    return subprocess.run(
        [program, *arguments], capture_output=True, text=True, check=False, timeout=60,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
