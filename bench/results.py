"""Figures as JSON: one file for each kind of machine, in it the latest of each bench."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.machine import describe, kind, load
from bench.measuring import Measurement

FOLDER = Path(__file__).resolve().parent / "results"
# Four digits are more than any of these figures is worth.
DIGITS = 4


def as_json(found: Sequence[Measurement], is_quick: bool) -> dict[str, Any]:
    """Return what is kept of one bench; `load` is that of the last minute."""
    return {
        "date": date.today().isoformat(),
        "is_quick": is_quick,
        "load": load(),
        "measurements": [_row(one) for one in found],
    }


def _row(one: Measurement) -> dict[str, Any]:
    low, high = one.quartiles
    row: dict[str, Any] = {
        "name": one.name, "unit": one.unit, "kind": one.kind, "samples": len(one.samples),
        "median": _round(one.median), "quartiles": [_round(low), _round(high)],
    }  # fmt: skip
    if one.at_most is not None:
        row |= {"at_most": one.at_most, "is_met": one.is_met}
    return row


def _round(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def read(folder: Path = FOLDER) -> dict[str, Any]:
    """Return what is kept for this kind of machine."""
    path = folder / f"{kind()}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"benches": {}}


def keep(name: str, kept: dict[str, Any], folder: Path = FOLDER) -> dict[str, Any]:
    """Put the figures of one bench in the place of its former ones; return all."""
    everything = read(folder) | {"machine": describe()}
    everything["benches"][name] = kept
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(everything, indent=1, ensure_ascii=False, sort_keys=True)
    (folder / f"{kind()}.json").write_text(text + "\n", encoding="utf-8")
    return everything
