"""`python -m bench exchange [--films SMALL LARGE] [--rate FILMS] [--database URL] [--publish]`."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from bench.exchange.films import write_films
from bench.exchange.sites import Site, Sites, Spent, make_sites
from bench.measuring import Asked, Measurement, one, ratio_of

IMPORT = ("-m", "bench.exchange.importing")
# An import is to be so many times as fast as a save() for every row (here: at most its inverse).
TIMES = 5


def bench_exchange(asked: Asked) -> list[Measurement]:
    """Measure the rate of imports, then every command on a small and on a large catalogue."""
    words = _read(asked)
    with make_sites(asked.folder, words.database) as sites:
        found = list(_rate(sites.new(), words.rate, asked.times(3, 1)))
        peaks = []
        for count in words.films:
            site = sites.new()
            root = write_films(asked.folder / f"films-{count}", count, "ferry")
            found += _import(site, root, count, words.publish, peaks)
        found += _growth(words.films, peaks)
        found += _exchange(sites, site, words.films[-1])
    return found


def _read(asked: Asked) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench exchange")
    parser.add_argument("--films", type=int, nargs=2, metavar=("SMALL", "LARGE"),
                        default=[20, 60] if asked.is_quick else [500, 2000])  # fmt: skip
    parser.add_argument("--rate", type=int, default=10 if asked.is_quick else 100,
                        help="films of a round of the comparison")  # fmt: skip
    parser.add_argument("--database", default="",
                        help="DATABASE_URL of a PostgreSQL that may create databases")  # fmt: skip
    parser.add_argument("--publish", action="store_true", help="publish the catalogues, too")
    return parser.parse_args(asked.words)


def _rate(site: Site, films: int, rounds: int) -> Iterator[Measurement]:
    """Compare the import with a save() for every row, in one process, in turn."""
    ran = site.run(*IMPORT, "rate", str(films), str(rounds), site.folder / "rounds")
    spent = json.loads(ran.said.splitlines()[-1])
    for name, costs in spent.items():
        rates = tuple(films * 1000 / cost for cost in costs)
        yield Measurement(f"{name}, {films} films", "films/s CPU", rates)
    saved = spent["row by row"]
    yield ratio_of("import to row by row, CPU", spent["import"], saved, at_most=1 / TIMES)
    yield ratio_of("import --publish to row by row, CPU", spent["import --publish"], saved)


def _import(
    site: Site, root: Path, count: int, is_publishing: bool, peaks: list[float]
) -> list[Measurement]:
    words = ["--publish"] if is_publishing else []
    ran = site.run(*IMPORT, "folder", root, *words)
    peaks.append(ran.memory)
    label = " ".join(["import", *words])
    return [*_told(label, count, ran), *_longest(label, count, ran)]


def _longest(label: str, count: int, ran: Spent) -> Iterator[Measurement]:
    longest = json.loads(ran.said.splitlines()[-1])
    name = f"{label}, {count} films, longest transaction"
    yield one(f"{name}, clock", "ms", longest["clock"])
    yield one(f"{name}, CPU", "ms", longest["cpu"])


def _growth(films: list[int], peaks: list[float]) -> Iterator[Measurement]:
    thousands = (films[1] - films[0]) / 1000
    yield one(
        "memory of an import, growth for 1,000 films", "MB", (peaks[1] - peaks[0]) / thousands
    )


def _exchange(sites: Sites, site: Site, count: int) -> Iterator[Measurement]:
    """Take the large catalogue out, in again, and through a backup."""
    root, backup, other = site.folder / "export", site.folder / "site.backup", sites.new()
    yield from _told("export", count, site.manage("export_content", root))
    yield from _told("export, no change", count, site.manage("export_content", root))
    ran = other.run(*IMPORT, "folder", root)
    yield from _told("import of the export", count, ran)
    yield from _longest("import of the export", count, ran)
    yield from _told("the same again", count, other.manage("import_content", root, "-v0"))
    yield from _told("backup", count, site.manage("backup", backup))
    yield from _told("verify", count, site.manage("restore", backup, "--verify"))
    yield from _told("restore", count, sites.new().manage("restore", backup))


def _told(label: str, count: int, ran: Spent) -> Iterator[Measurement]:
    name = f"{label}, {count} films"
    yield one(name, "s", ran.clock)
    yield one(f"{name}, CPU", "s CPU", ran.cpu)
    yield one(f"{name}, most memory", "MB", ran.memory)
