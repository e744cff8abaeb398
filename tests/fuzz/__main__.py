"""Try random cases at every door: `python -m tests.fuzz [--seconds N] [--seed N] [--target NAME]`.

The same seed gives the same cases. A finding is minimised and kept in `tests/fuzz/findings`;
`--replay FILE` tries it again. Exit code 1 when something was found.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.fuzz.guarding import problem_of
from tests.fuzz.running import run_apart
from tests.fuzz.world import open_fuzz_world


def main(arguments: list[str]) -> int:
    asked = _parser().parse_args(arguments)
    open_fuzz_world()
    from tests.fuzz.targets import TARGETS

    known = {target.name: target for target in TARGETS}
    if asked.replay:
        name = asked.target[0] if asked.target else asked.replay.name.rpartition("-")[0]
        problem = problem_of(known[name], asked.replay.read_bytes())
        print(problem or "nothing is wrong with it")
        return int(bool(problem))
    if unknown := [name for name in asked.target if name not in known]:
        sys.exit(f"There is no target {unknown[0]}; there are {', '.join(known)}.")
    return run_all([known[name] for name in asked.target or known], asked.seed, asked.seconds)


def run_all(chosen: list, seed: int, seconds: float) -> int:
    """Give each target the same part of the time; return 1 when something was found."""
    print(f"seed {seed}\n{'target':16} {'cases':>8} {'cases/s':>8} {'findings':>8}", flush=True)
    found, cases = [], 0
    with tempfile.TemporaryDirectory(prefix="lichtspiel-fuzz-") as folder:
        for target in chosen:
            tried = run_apart(target, seed, seconds / len(chosen), Path(folder))
            speed = tried.cases / max(tried.seconds, 0.001)
            print(f"{target.name:16} {tried.cases:8} {speed:8.0f} {len(tried.findings):8}")
            sys.stdout.flush()
            found += tried.findings
            cases += tried.cases
    for finding in found:
        print(f"\n{finding.told()}")
    print(f"\n{cases} cases, {len(found)} findings")
    return int(bool(found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600, help="for all targets together")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--target", action="append", default=[], help="only this; may be repeated")
    parser.add_argument("--replay", type=Path, help="a case that was kept")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
