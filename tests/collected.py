"""The static files as production has them: collected and compressed once for all workers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.migrated import ROOT, made_by_one, shared_folder


@pytest.fixture(scope="session")
def collected(tmp_path_factory) -> Path:
    """The folder of all static files, to be read."""
    folder = shared_folder(tmp_path_factory) / "collected"
    with made_by_one(folder) as is_mine:
        if is_mine:
            half = folder.with_suffix(".half")
            half.mkdir()
            subprocess.run(
                [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
                env={**os.environ, "STATIC_ROOT": str(half), "DEBUG": "0"},
                cwd=ROOT, check=True,
            )  # fmt: skip
            half.rename(folder)
    return folder
