"""The processes that make the files: several beside each other, or this one alone."""

import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import Any

from desk.static_site.manifest import read_manifest
from desk.static_site.options import Options

Batch = Sequence[str]
# In each worker, set once.
_maker: Any = None


class Crew:
    """Makes batches of addresses; `done` yields what became of them, as it comes."""

    def __init__(self, pool: ProcessPoolExecutor | None, jobs: int) -> None:
        self.pool, self.jobs = pool, jobs
        self.waiting: set[Future[Any]] = set()

    def give(self, batch: Batch) -> None:
        self.waiting.add(self.pool.submit(make_batch, batch) if self.pool else _at_once(batch))

    def done(self) -> Iterator[Any]:
        """Yield what became of each address until nothing is waiting; more may be given."""
        while self.waiting:
            finished, self.waiting = wait(self.waiting, return_when=FIRST_COMPLETED)
            for future in finished:
                yield from future.result()


def _at_once(batch: Batch) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_result(make_batch(batch))
    return future


@contextmanager
def working(options: Options, new: Path, former: Path) -> Iterator[Crew]:
    """Yield a crew of `options.jobs` processes; with one, the work is done in this process."""
    given = (options, new, former)
    if options.jobs == 1:
        from desk.static_site.asking import standing_at

        with standing_at(options):
            _prepare(*given)
            yield Crew(None, 1)
        return
    # A forked process would share the connection to the database.
    spawn = get_context("spawn")
    pool = ProcessPoolExecutor(options.jobs, spawn, initializer=_begin, initargs=given)
    try:
        yield Crew(pool, options.jobs)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(options: Options, new: Path, former: Path) -> None:
    """Make a fresh process one that makes files."""
    _end_with_parent()
    import django

    django.setup()
    from django.db import connections

    from desk.static_site.asking import move_to

    # One connection for all pages, not one for each.
    connections["default"].settings_dict["CONN_MAX_AGE"] = None
    move_to(options)
    _prepare(options, new, former)


def _prepare(options: Options, new: Path, former: Path) -> None:
    from desk.static_site.making import Maker
    from desk.static_site.writing import Folder

    global _maker
    known = read_manifest(former)
    _maker = Maker(options, Folder(new, former, known.files if known else {}))


def make_batch(batch: Batch) -> list[Any]:
    """Make some addresses with the maker of this process."""
    assert _maker is not None
    return [_maker.make(address) for address in batch]


def _end_with_parent() -> None:
    """A worker whose export was killed must not write on into the next one's folder."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
