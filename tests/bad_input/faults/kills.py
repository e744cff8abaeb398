"""Processes that are killed in the middle of what they do: the cases of `python -m tests.kills`."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

# Of each operation; fewer while one works at them.
INSTANTS = int(os.environ.get("KILLS", "20"))
SEED = 9
NAMES = ("upload", "save", "rendition", "kit", "backup", "restore")


def _try(operation: str, folder: Path) -> str:
    from tests.kills.databases import databases_here
    from tests.kills.ground import open_ground
    from tests.kills.operations import OPERATIONS

    with open_ground(folder, INSTANTS, SEED, databases_here()) as ground:
        outcome = OPERATIONS[operation](ground)
    if outcome.good != INSTANTS or outcome.lost:
        outcome.problems.append(f"{outcome.good} whole or absent, {outcome.lost} lost")
    return "; ".join(outcome.problems)


FAULTS: dict[str, Callable[[Path], str]] = {
    f"fault-kill9-{operation}": partial(_try, operation) for operation in NAMES
}
