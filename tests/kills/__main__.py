"""Kill each operation at instants spread over its duration; 1 if anything is half or lost.

python -m tests.kills [OPERATION ...] [--instants 20] [--seed 9]

Started by `tests.servers`, the sites have PostgreSQL.
"""

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

INSTANTS = 20


def main(words: list[str]) -> int:
    options = _read(words)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from tests.kills.databases import databases_here
    from tests.kills.ground import open_ground
    from tests.kills.operations import OPERATIONS

    names = options.operations or list(OPERATIONS)
    print(f"{options.instants} instants of each, seed {options.seed}")
    problems = lost = good = 0
    databases = databases_here(options.empty)
    with (
        tempfile.TemporaryDirectory(prefix="lichtspiel-kills-") as name,
        open_ground(Path(name), options.instants, options.seed, databases) as ground,
    ):
        for operation in names:
            outcome = OPERATIONS[operation](ground)
            print(outcome.line(options.instants), flush=True)
            for problem in outcome.problems:
                print(f"    {problem}")
            problems, lost = problems + len(outcome.problems), lost + outcome.lost
            good += outcome.good
    print(f"{good} of {len(names) * options.instants} whole or absent; "
          f"{problems} problems; acknowledged and lost: {lost}")  # fmt: skip
    return 1 if problems or lost else 0


def _read(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.kills")
    parser.add_argument("operations", nargs="*", help="which; all without")
    parser.add_argument("--instants", type=int, default=INSTANTS)
    parser.add_argument("--seed", type=int, default=random.randrange(1000))
    parser.add_argument("--empty", type=Path, help="a database in which the migrations have run")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
