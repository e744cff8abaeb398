"""What goes wrong around a request: full disks, killed processes, servers that are away.

A fault takes a new folder and returns what went wrong, or ''.
"""

import tempfile
from pathlib import Path

from tests.bad_input.faults import disks, imports, kills, services

FAULTS = {**imports.FAULTS, **disks.FAULTS, **kills.FAULTS, **services.FAULTS}


def try_fault(case_id: str) -> str:
    with tempfile.TemporaryDirectory() as name:
        return FAULTS[case_id](Path(name))
