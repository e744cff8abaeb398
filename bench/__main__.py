"""Print imports, pages, renditions and the film form: medians of several runs in one process.

`python -m bench form` measures the film form alone, `python -m bench weight` the weight of pages,
`python -m bench microsite` a microsite with a diary of 90 entries, `python -m bench kit` a press
kit, `python -m bench names` searches among 100,000 names and the likely doubles of them.

Figures are for comparing two states of the code on one machine; no test depends on them.
"""

import io
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bench.film_form import bench_film_form
from bench.kit import bench_kit
from bench.microsite import bench_microsite
from bench.names import bench_names
from bench.page_weight import bench_weight

RUNS = 5
FILM = """---
title: "The Ferry {n}"
category: {category}
director: Ada Lindqvist {n}
release_year: {year}
duration: 90 min
country: Germany / Estonia
cast:
  - Mart Kask {n}
  - Lena Osswald
crew:
  - role: Screenplay
    name: Ada Lindqvist {n}
  - role: Cinematography
    name: Jaan Tamm
  - role: Editing
    name: Ruth Feldkamp {n}
---
A ferry crosses the sound for the last time, and everybody on board knows number {n}.
"""


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="lichtspiel-bench-"))
    if "weight" in sys.argv[1:]:
        bench_weight(folder)
        return
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        DATABASE_URL=f"sqlite:///{folder / 'db.sqlite3'}",
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
    # No `setup_test_environment`: its templates note what they are given, which takes longer than
    # rendering them.
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    print(f"{date.today()}, {os.cpu_count()} cores, Python {platform.python_version()}, SQLite")
    if "form" in sys.argv[1:]:
        bench_film_form()
        return
    if "microsite" in sys.argv[1:]:
        bench_microsite(folder)
        return
    if "kit" in sys.argv[1:]:
        bench_kit(folder)
        return
    if "names" in sys.argv[1:]:
        bench_names()
        return
    bench_imports(folder, 10)
    bench_pages("10 films")
    bench_exchange(folder, 10)
    bench_imports(folder, 1000)
    bench_pages("1000 films")
    bench_exchange(folder, 1010)
    bench_renditions(folder)
    bench_film_form()
    # In a process of its own: nothing else is in its database, and nothing waits for a worker.
    subprocess.run([sys.executable, "-m", "bench", "microsite"], check=True)
    subprocess.run([sys.executable, "-m", "bench", "kit"], check=True)
    subprocess.run([sys.executable, "-m", "bench", "names"], check=True)
    bench_weight(folder)


def bench_imports(folder: Path, count: int) -> None:
    """Films imported and published per second, without pictures."""
    from django.core.management import call_command

    root = folder / f"content-{count}"
    for n in range(count):
        place = root / "films" / f"ferry-{count}-{n}"
        place.mkdir(parents=True)
        text = FILM.format(n=n, category=("feature", "short")[n % 2], year=1990 + n % 35)
        (place / "index_en.md").write_text(text, encoding="utf-8")
    started = time.perf_counter()
    call_command("import_content", root, publish=True, verbosity=0, stdout=io.StringIO())
    seconds = time.perf_counter() - started
    print(f"import + publish  {count:5} films  {count / seconds:8.1f} films/s")


def bench_exchange(folder: Path, count: int) -> None:
    """Films exported per second, then the same with nothing changed, then read back."""
    from django.core.management import call_command

    root = folder / f"export-{count}"
    for label, command in (
        ("export", "export_content"),
        ("export, no change", "export_content"),
        ("import of export", "import_content"),
        ("the same again", "import_content"),
    ):
        started = time.perf_counter()
        options = {"verbosity": 0} if command == "import_content" else {}
        call_command(command, root, stdout=io.StringIO(), **options)
        seconds = time.perf_counter() - started
        print(f"{label:17} {count:5} films  {count / seconds:8.1f} films/s")


def bench_pages(label: str) -> None:
    """Queries and CPU time of home and film page, asked in this process."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    for name, url in (("home", "/en/"), ("film page", "/en/ferry-10-3/")):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(url)
        count = len(queries)  # now: the next request empties the log
        if response.status_code != 200:
            raise RuntimeError(f"{url} answers {response.status_code}")
        milliseconds = median_cpu(lambda url=url: client.get(url), 20)
        print(f"{name:12} {label:>11}  {count:3} queries  {milliseconds:8.2f} ms CPU  "
              f"{len(response.content) / 1024:6.1f} kB")  # fmt: skip


def median_cpu(call: Callable[[], object], times: int) -> float:
    """Return the median CPU time of `call` in milliseconds."""
    spent = []
    for _n in range(times):
        started = time.process_time()
        call()
        spent.append((time.process_time() - started) * 1000)
    return statistics.median(spent)


def bench_renditions(folder: Path) -> None:
    """Renditions per second from a still of 2000 x 1333 pixels, all sizes and formats."""
    from django.core.files.storage import FileSystemStorage

    from assets.accepting import accept_image
    from assets.making import make_renditions
    from tests.factories import picture_bytes

    rates = []
    for n in range(RUNS):
        accepted = accept_image(picture_bytes(2000, 1333, (n, 40, 80)), "still.jpg")
        storage = FileSystemStorage(folder / f"renditions-{n}")
        started = time.perf_counter()
        names = make_renditions(accepted.sha256, accepted.data, storage)
        rates.append(len(names) / (time.perf_counter() - started))
    print(f"renditions, 2000 x 1333 pixels  {statistics.median(rates):8.1f} files/s")


if __name__ == "__main__":
    main()
