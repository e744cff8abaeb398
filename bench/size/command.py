"""`python -m bench size --films N [--database URL] [--ask]`: make a catalogue, ask its pages."""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path


def bench_size(arguments: Sequence[str]) -> None:
    """Make a catalogue if the database has none; with `--ask` print what its pages cost."""
    asked = _read(arguments)
    folder = Path(tempfile.mkdtemp(prefix="lichtspiel-size-"))
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        DATABASE_URL=asked.database or f"sqlite:///{folder / 'db.sqlite3'}",
        MEDIA_ROOT=str(folder / "media"),
        BACKUP_ROOT=str(folder / "backups"),
        DEBUG="1",
        LOG_LEVEL="CRITICAL",
    )
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    print(os.environ["DATABASE_URL"])
    _make(asked.films)
    if asked.ask:
        from bench.size.asking import ask_pages

        ask_pages(asked.only)


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench size")
    parser.add_argument("--films", type=int, default=1_000)
    parser.add_argument("--database", default="", help="DATABASE_URL; a new SQLite file if empty")
    parser.add_argument("--ask", action="store_true", help="measure the pages")
    parser.add_argument("--only", default="", help="measure pages whose name has this in it")
    return parser.parse_args(arguments)


def _make(films: int) -> None:
    from bench.size.making import make_catalogue
    from films.models import Film

    if Film.objects.exists():
        return
    started, spent = time.perf_counter(), time.process_time()
    make_catalogue(films)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{films} films in {time.perf_counter() - started:.0f} s, "
          f"{time.process_time() - spent:.0f} s CPU, at most {memory:.0f} MB")  # fmt: skip


if __name__ == "__main__":
    bench_size(sys.argv[1:])
