"""The hour in a few seconds; and each of its judges sees what it is there for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak.ledger import Ledger, lost_saves
from tests.soak.telling import values_of
from tests.soak.watching import MOST_WAL, Sample, find_growth

ROOT = Path(__file__).resolve().parent.parent.parent
PLACE = ("soak-1", "synopsis_short_en")
# The same run is judged twice: as it was, and with a save that nobody has written.
TWICE = """
import sys
from tests.soak import __main__ as soak
judge = soak.summary
def twice(folder, ledger, *given):
    first = judge(folder, ledger, *given)
    ledger.acknowledge(("soak-1", "synopsis_short_en"), "never written")
    print("codes", first, judge(folder, ledger, *given))
    return 0
soak.summary = twice
sys.exit(soak.main(["--minutes", "0.2"]))
"""


def test_a_sound_run_passes_and_a_lost_save_fails(empty_site):
    ran = subprocess.run(
        [sys.executable, "-c", TWICE], cwd=ROOT, env={**os.environ, "EMPTY_SITE": str(empty_site)},
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert ran.stdout.splitlines()[-1] == "codes 0 1", ran.stdout + ran.stderr


def written(*values: str, unsure: tuple[str, ...] = ()) -> Ledger:
    ledger = Ledger()
    for value in values:
        ledger.acknowledge(PLACE, value)
    for value in unsure:
        ledger.doubt(PLACE, value)
    return ledger


@pytest.mark.parametrize(
    ("ledger", "latest", "history", "lost"),
    [
        (written("a", "b"), "b", "ab", 0),
        (written("a", "b"), "a", "ab", 1),
        (written("a", "b"), "b", "b", 1),
        (written("a", "b", unsure=("c",)), "c", "abc", 0),
        (written("a", "b", unsure=("c",)), "a", "abc", 1),
    ],
)
def test_a_lost_save_is_found(ledger, latest, history, lost):
    assert len(lost_saves(ledger, {PLACE: latest}, {PLACE: history})) == lost


def samples(memory=(100,) * 40, files=(20,) * 40, wal=(1,) * 40, temporary=(3,) * 40):
    rows = enumerate(zip(memory, files, wal, temporary, strict=True))
    return [Sample(n, {"web": m * 1000}, {"web": f}, w, t) for n, (m, f, w, t) in rows]


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        ({}, []),
        ({"memory": list(range(60, 100))}, ["memory of web grew by 42.0%"]),
        # What grew while it warmed up does not count.
        ({"memory": [50] * 8 + [100] * 32}, []),
        ({"files": [20] * 30 + [60] * 10}, ["open files of web grew from 20 to 60"]),
        ({"temporary": [3] * 30 + [60] * 10}, ["temporary files grew from 3 to 60"]),
        ({"wal": [1] * 39 + [MOST_WAL + 1]}, ["the WAL grew to 256 MB"]),
    ],
)
def test_growth_is_found(seen, found):
    assert find_growth(samples(**seen), warm_up=8) == found


def test_values_are_found_wherever_they_stand():
    document = {"film": {"logline": "a"}, "rows": [{"logline": "b", "other": "c"}]}
    assert list(values_of(document, "logline")) == ["a", "b"]
