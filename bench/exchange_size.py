"""Imports by size: films per second of processor time, beside one `save()` for each row.

    python -m bench.exchange_size                 the rate: both ways in turn, in one process
    python -m bench.exchange_size memory 1000     what a process needs that imports so many films

The other way is honest: the same files read by the same reader, the same look-ups of people, the
same checks of texts and references, one change for a film with its revision, marks and indexes;
but every row is checked by `full_clean` and written by `save`. It does not remember what the
folder said and notes nothing for undoing, which the import does.
"""

import io
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.imports import FILM

RUNS, FILMS = 3, 100


def main(arguments: list[str]) -> None:
    folder = Path(tempfile.mkdtemp(prefix="lichtspiel-bench-"))
    set_up(folder)
    if arguments[:1] == ["memory"]:
        bench_memory(folder, int(arguments[1]))
    else:
        bench_rate(folder)


def set_up(folder: Path) -> None:
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        DATABASE_URL=f"sqlite:///{folder / 'db.sqlite3'}",
        MEDIA_ROOT=str(folder / "media"),
        BACKUP_ROOT=str(folder / "backups"),
        DEBUG="0",
        SECRET_KEY="-".join("bench" for _n in range(20)),
        SITE_URL="https://films.example",
        LOG_LEVEL="CRITICAL",
    )
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def write_films(root: Path, count: int, name: str) -> Path:
    """Write a folder of films, each with three people of its own and three that others have."""
    for n in range(count):
        place = root / "films" / f"{name}-{n}"
        place.mkdir(parents=True)
        text = FILM.format(n=f"{name} {n}", category="feature", year=1990 + n % 35)
        (place / "index_en.md").write_text(text, encoding="utf-8")
    return root


def bench_rate(folder: Path) -> None:
    """Print films per second of processor time, both ways in turn, and their ratio."""
    rates: dict[str, list[float]] = {"import": [], "row by row": []}
    for run in range(RUNS + 1):  # the first is for warming up
        for label, way in (("import", import_films), ("row by row", save_row_by_row)):
            name = f"{label[:3]}{run}"
            root = write_films(folder / name, FILMS, name)
            seconds = cpu_of(lambda way=way, root=root: way(root))
            if run:
                rates[label].append(FILMS / seconds)
    for label, found in rates.items():
        spread = f"{min(found):.1f} to {max(found):.1f}"
        print(f"{label:11} {statistics.median(found):7.1f} films/s of CPU  ({spread})")
    ratio = statistics.median(rates["import"]) / statistics.median(rates["row by row"])
    print(f"ratio       {ratio:7.1f}")


def cpu_of(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started


def import_films(root: Path) -> None:
    from django.core.management import call_command

    call_command("import_content", root, verbosity=0, stdout=io.StringIO())


def save_row_by_row(root: Path) -> None:
    """Enter the films of a folder through the models, one `full_clean` and `save` for a row."""
    from desk.importing.folder import read_folder
    from desk.loading.shared import SharedRows

    shared = SharedRows()
    for film in read_folder(root, ["en", "de"]).films:
        _save_film(film, shared)


def _save_film(film: Any, shared: Any) -> None:
    from desk.loading.batch import check_texts
    from desk.loading.film_document import FilmWriter, Pictures
    from editorial.changes import change
    from editorial.models import Record

    with change(None, "bench"):
        record = Record.objects.create(kind="film", key=film.slug)
        document = FilmWriter(film, record, shared, Pictures(), {}).write()
        check_texts(document)
        _save_people(shared)
        _save_rows(record, document)


def _save_people(shared: Any) -> None:
    from desk.loading.new_rows import NewRows
    from people.models import Person

    for known in shared.new.people:
        row = Person(name=known.name, uuid=known.uuid)
        row.full_clean(exclude=["record"])
        row.save()
        known.pk = row.pk
    shared.new = NewRows()


def _save_rows(record: Any, document: dict[str, Any]) -> None:
    from editorial.documents import Lookup, fill_row
    from editorial.kinds import kind_of
    from editorial.many_documents import entries_of, new_row, texts_of_entry

    lookup = Lookup()
    for part in kind_of("film").parts:
        for entry in entries_of(part, document):
            row = new_row(part, record, entry)
            many = fill_row(part, row, entry, texts_of_entry(part, document, entry), lookup)
            row.full_clean()
            row.save()
            for name, targets in many.items():
                getattr(row, name).set(targets)


def bench_memory(folder: Path, count: int) -> None:
    """Print what importing so many films takes, and the most memory the process had."""
    from django.core.management import call_command

    root = write_films(folder / "content", count, "ferry")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = cpu_of(
        lambda: call_command("import_content", root, verbosity=0, stdout=io.StringIO())
    )
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{count} films  {seconds:.1f} s CPU  {count / seconds:.1f} films/s  "
        f"{before // 1024} MB before, {most // 1024} MB at most"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
