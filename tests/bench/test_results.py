import json
from datetime import date
from xml.etree import ElementTree

from bench.chart import svg_of
from bench.machine import kind
from bench.measuring import Measurement, ratio_of
from bench.results import as_json, keep, read

COST = Measurement("film page, cached", "µs CPU", (120.0, 100.0, 110.0))
RATIO = ratio_of("cached to bare", (1.0, 1.2), (1.0, 1.0), at_most=1.0)


def test_file_keeps_median_quartiles_and_target(tmp_path):
    keep("requests", as_json([COST, RATIO], is_quick=False), tmp_path)

    kept = json.loads((tmp_path / f"{kind()}.json").read_text(encoding="utf-8"))

    assert sorted(kept) == ["benches", "machine"]
    assert kept["benches"]["requests"]["date"] == date.today().isoformat()
    assert kept["benches"]["requests"]["measurements"] == [
        {"name": "film page, cached", "unit": "µs CPU", "kind": "absolute", "samples": 3,
         "median": 110.0, "quartiles": [105.0, 115.0]},
        {"name": "cached to bare", "unit": "x", "kind": "ratio", "samples": 2, "median": 1.1,
         "quartiles": [1.05, 1.15], "at_most": 1.0, "is_met": False},
    ]  # fmt: skip


def test_bench_takes_the_place_of_its_former_run_alone(tmp_path):
    for name in ("requests", "names", "requests"):
        keep(name, as_json([COST], is_quick=False), tmp_path)
    assert sorted(read(tmp_path)["benches"]) == ["names", "requests"]


def test_chart_names_every_cost_and_every_target(tmp_path):
    kept = keep("requests", as_json([COST, RATIO], is_quick=False), tmp_path)

    drawn = ElementTree.fromstring(svg_of(kept))

    words = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    bars = [bar.get("class") for bar in drawn.iter("{http://www.w3.org/2000/svg}rect")]
    assert words[1:3] + words[4:] == ["film page, cached", "110", "cached to bare", "1.1 of 1 x"]
    assert bars == ["paper", "bar", "over"]
