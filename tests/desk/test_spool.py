"""Long lists on the disk: in their order, read anew, and nothing of them stays."""

import gc
from pathlib import Path

from desk.spool import Spool


def descriptors():
    return len(list(Path("/proc/self/fd").iterdir()))


def test_spool_gives_back_what_was_written_between_two_readings():
    spool = Spool([{"n": 0}])
    assert list(spool) == [{"n": 0}]
    assert spool.append({"n": 1}) == 1
    assert (len(spool), list(spool), spool[-1]) == (2, [{"n": 0}, {"n": 1}], {"n": 1})
    assert spool[0] is not spool[0]


def test_spool_has_no_name_in_the_temporary_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    spool = Spool(["a text" * 10_000])
    assert len(spool) == 1
    assert list(tmp_path.iterdir()) == []


def test_spool_closes_its_file():
    gc.collect()
    before = descriptors()
    spool = Spool(range(3))
    assert descriptors() == before + 1
    del spool
    assert descriptors() == before
