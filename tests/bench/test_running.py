"""The harness as it is typed, in its shortest form."""

import json
import subprocess
import sys
from pathlib import Path

from bench.benches import BENCHES
from bench.machine import kind

ROOT = Path(__file__).resolve().parent.parent.parent


def run(*words):
    command = [sys.executable, "-m", "bench", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_quick_run_writes_figures_and_chart(tmp_path):
    ran = run("renditions", "--quick", "--results", str(tmp_path))

    assert ran.returncode == 0, ran.stderr
    path = tmp_path / f"{kind()}.json"
    bench = json.loads(path.read_text(encoding="utf-8"))["benches"]["renditions"]
    assert [(row["name"], row["unit"], row["kind"]) for row in bench["measurements"]] == [
        ("renditions", "ms CPU", "absolute"),
        ("Pillow's loop", "ms CPU", "absolute"),
        ("renditions to Pillow's loop, CPU", "x", "ratio"),
        ("renditions to Pillow's loop, clock", "x", "ratio"),
        ("renditions, size", "kB", "absolute"),
        ("renditions to Pillow's loop, bytes", "x", "ratio"),
    ]
    assert bench["is_quick"] is True
    assert sorted(file.name for file in tmp_path.iterdir()) == [f"{kind()}.json", f"{kind()}.svg"]


def test_unknown_name_lists_the_known_ones():
    ran = run("speed")
    names = ", ".join(bench.name for bench in BENCHES)
    assert (ran.returncode, ran.stderr) == (1, f"There is no bench speed; there are {names}.\n")


def test_every_bench_of_the_table_can_be_found():
    assert [bench.name for bench in BENCHES if not bench.is_there] == []
