"""Commands of an operator on a disk that has no room for what they write."""

import os
import subprocess
import sys
from dataclasses import dataclass

from tests.bad_input.world import ROOT


@dataclass(frozen=True)
class Done:
    code: int
    output: str


def manage(*words: str, **environment: str) -> Done:
    """Run a command of the site with these variables."""
    line = [sys.executable, "manage.py", *words]
    env = {**os.environ, "DEBUG": "0", "LOG_LEVEL": "WARNING", "STORAGE_URL": "", **environment}
    ended = subprocess.run(line, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    return Done(ended.returncode, ended.stdout + ended.stderr)
