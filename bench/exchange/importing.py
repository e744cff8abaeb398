"""Imports in a process of their own; the last line is what they cost, as JSON.

python -m bench.exchange.importing folder PATH [--publish]
python -m bench.exchange.importing rate FILMS ROUNDS PATH
"""

import io
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.exchange.films import write_films
from bench.exchange.row_by_row import save_row_by_row
from bench.measuring import alternate, cpu_of


def main(words: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    what, *rest = words
    if what == "folder":
        found = import_folder(Path(rest[0]), is_publishing="--publish" in rest)
    else:
        found = compare(int(rest[0]), int(rest[1]), Path(rest[2]))
    print(json.dumps(found))


def import_folder(root: Path, is_publishing: bool) -> dict[str, float]:
    """Import a folder or an export; return the longest transaction in milliseconds."""
    with transactions_timed() as longest:
        _import(root, publish=is_publishing)
    return longest


def compare(count: int, rounds: int, folder: Path) -> dict[str, Any]:
    """Import so many films each way in turn; return milliseconds of CPU for each round."""
    number = iter(range(10**6))

    def measure(way: Callable[[Path], None]) -> float:
        name = f"run{next(number)}"
        root = write_films(folder / name, count, name)
        return cpu_of(lambda: way(root))

    ways: dict[str, Callable[[Path], None]] = {
        "import": _import,
        "import --publish": lambda root: _import(root, publish=True),
        "row by row": save_row_by_row,
    }
    return {**alternate({name: lambda way=way: measure(way) for name, way in ways.items()}, rounds)}


def _import(root: Path, **options: Any) -> None:
    from django.core.management import call_command

    told = io.StringIO()
    try:
        call_command("import_content", root, stdout=told, **options)
    except SystemExit as end:
        raise RuntimeError(told.getvalue()) from end


@contextmanager
def transactions_timed() -> Iterator[dict[str, float]]:
    """Note the longest of the outermost transactions: what others wait for on SQLite."""
    from django.db import connection, transaction

    longest = {"clock": 0.0, "cpu": 0.0, "count": 0}
    begun: list[tuple[float, float]] = []
    enter, leave = transaction.Atomic.__enter__, transaction.Atomic.__exit__

    def entered(self: Any) -> None:
        is_outer = not connection.in_atomic_block
        enter(self)
        if is_outer:
            begun[:] = [(time.perf_counter(), time.process_time())]

    def left(self: Any, *error: Any) -> None:
        leave(self, *error)
        if not connection.in_atomic_block and begun:
            clock, cpu = begun.pop()
            longest["clock"] = max(longest["clock"], (time.perf_counter() - clock) * 1000)
            longest["cpu"] = max(longest["cpu"], (time.process_time() - cpu) * 1000)
            longest["count"] += 1

    transaction.Atomic.__enter__, transaction.Atomic.__exit__ = entered, left
    try:
        yield longest
    finally:
        transaction.Atomic.__enter__, transaction.Atomic.__exit__ = enter, leave


if __name__ == "__main__":
    main(sys.argv[1:])
