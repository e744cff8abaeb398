"""Work folders of killed processes."""

import os
import tempfile
import time

import pytest

from assets.working import DAY, PREFIXES, sweep_work_folders


@pytest.mark.parametrize("prefix", PREFIXES)
def test_folder_of_a_killed_process_goes_after_a_day(tmp_path, monkeypatch, prefix):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in (f"{prefix}old", f"{prefix}new", "lichtspiel-backups"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text("half")
    for name in (f"{prefix}old", "lichtspiel-backups"):
        moment = time.time() - DAY - 60
        os.utime(tmp_path / name, (moment, moment))

    assert sweep_work_folders() == [f"{prefix}old"]
    assert {path.name for path in tmp_path.iterdir()} == {f"{prefix}new", "lichtspiel-backups"}
