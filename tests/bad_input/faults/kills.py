"""Processes that are killed in the middle of what they do: the cases of `python -m tests.kills`."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from tests.migrated import migrate

# Of each operation; fewer while one works at them.
INSTANTS = int(os.environ.get("KILLS", "20"))
SEED = 9
NAMES = ("upload", "save", "rendition", "kit", "backup", "restore")


def _try(operation: str, folder: Path) -> str:
    from tests.kills.ground import open_ground
    from tests.kills.operations import OPERATIONS

    with open_ground(folder, INSTANTS, SEED, _empty_site()) as ground:
        outcome = OPERATIONS[operation](ground)
    if outcome.good != INSTANTS or outcome.lost:
        outcome.problems.append(f"{outcome.good} whole or absent, {outcome.lost} lost")
    return "; ".join(outcome.problems)


@cache
def _empty_site() -> Path:
    """Return a database in which the migrations have run, made once for all cases."""
    folder = Path(tempfile.mkdtemp(prefix="lichtspiel-kills-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "empty.sqlite3"
    migrate(f"sqlite:///{file}")
    return file


FAULTS: dict[str, Callable[[Path], str]] = {
    f"fault-kill9-{operation}": partial(_try, operation) for operation in NAMES
}
