"""`python -m bench backup [--films N] [--pictures N] [--database URL] [--encrypted]`."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from bench.exchange.sites import Spent, make_sites
from bench.measuring import Asked, Measurement, one


def bench_backup(asked: Asked) -> list[Measurement]:
    """Measure backup, verification and restore into an empty site of this size."""
    words = _read(asked)
    with make_sites(asked.folder, words.database) as sites:
        site, file = sites.new(), asked.folder / "films.backup"
        site.run("-m", "bench.backup.filling", str(words.films), str(words.pictures))
        key = _make_key(asked.folder) if words.encrypted else []
        size = f"{words.films} films, {words.pictures} pictures"
        size += ", encrypted" if key else ""
        made = site.manage("backup", file)
        found = [one(f"backup of {size}, size", "MB", file.stat().st_size / 1e6)]
        found += _told(f"backup of {size}", made, file)
        found += _told(f"verify, {size}", site.manage("restore", file, *key, "--verify"), file)
        found += _told(f"restore, {size}", sites.new().manage("restore", file, *key), file)
    return found


def _read(asked: Asked) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench backup")
    parser.add_argument("--films", type=int, default=5 if asked.is_quick else 1000)
    parser.add_argument("--pictures", type=int, default=20 if asked.is_quick else 10_000)
    parser.add_argument("--database", default="",
                        help="DATABASE_URL of a PostgreSQL that may create databases")  # fmt: skip
    parser.add_argument("--encrypted", action="store_true", help="with a key of age")
    return parser.parse_args(asked.words)


def _make_key(folder: Path) -> list[str | Path]:
    """Have the sites encrypt, and return what decrypts."""
    import pyrage

    identity, path = pyrage.x25519.Identity.generate(), folder / "key"
    path.write_text(str(identity), encoding="utf-8")
    os.environ["BACKUP_RECIPIENTS"] = str(identity.to_public())
    return ["--identity", path]


def _told(name: str, ran: Spent, file: Path) -> Iterator[Measurement]:
    yield one(name, "s", ran.clock)
    yield one(f"{name}, CPU", "s CPU", ran.cpu)
    yield one(f"{name}, rate", "MB/s", file.stat().st_size / 1e6 / ran.clock)
    yield one(f"{name}, most memory", "MB", ran.memory)
