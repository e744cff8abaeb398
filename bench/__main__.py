"""Measure how fast the program is: `python -m bench [NAMES] [--quick]`.

Without names all benches run, each in a process of its own. Figures go to `bench/results/` and into
the chart beside it; those of `--quick` only if `--results` names another folder. The method is in
docs/performance.md. No test depends on a figure.
"""

import argparse
import signal
import subprocess
import sys
import tempfile
import time
from itertools import takewhile
from pathlib import Path

from bench import results
from bench.benches import BENCHES, BY_NAME, Bench
from bench.chart import draw
from bench.machine import describe, sentence
from bench.measuring import Asked
from bench.site import open_site
from bench.telling import line_of


def main() -> None:
    """What stands behind the names is told to the bench, such as `size --films 1000`."""
    # Servers that a bench has started end with it.
    signal.signal(signal.SIGTERM, lambda *_given: sys.exit("stopped"))
    asked, words = _parser().parse_known_args()
    names = list(takewhile(BY_NAME.__contains__, words))
    if words and not names:
        sys.exit(f"There is no bench {words[0]}; there are {', '.join(BY_NAME)}.")
    chosen = [BY_NAME[name] for name in names] or [one for one in BENCHES if not one.is_alone]
    if len(chosen) > 1:
        _run_each(chosen, asked)
        return
    with tempfile.TemporaryDirectory(prefix="lichtspiel-bench-") as folder:
        task = Asked(Path(folder), asked.quick, tuple(words[len(names) :]))
        _run(chosen[0], task, asked.results)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m bench [NAMES]",
        description=__doc__,
        epilog="\n".join(f"  {bench.name:12} {bench.about}" for bench in BENCHES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--quick", action="store_true", help="few rounds: to see that it runs")
    parser.add_argument("--results", type=Path, help="the folder for figures and chart")
    return parser


def _run_each(chosen: list[Bench], asked: argparse.Namespace) -> None:
    """Nothing of the one is in the database or the memory of the other."""
    options = ["--quick"] if asked.quick else []
    options += ["--results", str(asked.results)] if asked.results else []
    failed = [
        bench.name
        for bench in chosen
        if subprocess.run([sys.executable, "-m", "bench", bench.name, *options]).returncode
    ]
    if failed:
        sys.exit(f"These benches failed: {', '.join(failed)}")


def _run(bench: Bench, asked: Asked, folder: Path | None) -> None:
    print(f"\n{bench.name}: {bench.about}\n{sentence(describe())}", flush=True)
    started = time.monotonic()
    if bench.has_site:
        open_site(asked.folder, bench.has_database)
    if bench.is_alone:
        bench.load()(asked.words)
        return
    found = bench.load()(asked)
    for one in found:
        print(line_of(one))
    print(f"{bench.name} took {time.monotonic() - started:.0f} s", flush=True)
    if folder or not asked.is_quick:
        kept = results.keep(bench.name, results.as_json(found, asked.is_quick),
                            folder or results.FOLDER)  # fmt: skip
        draw(kept, folder or results.FOLDER)


if __name__ == "__main__":
    main()
