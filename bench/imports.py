"""Films imported, exported and read back, and home and film page of what came in."""

import io
from pathlib import Path

from bench.film_form import weigh
from bench.measuring import Asked, Measurement, alternate, clock_of, cpu_of, one

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
STEPS = (
    ("export", "export_content"),
    ("export, no change", "export_content"),
    ("import of export", "import_content"),
    ("the same again", "import_content"),
)


def bench_imports(asked: Asked) -> list[Measurement]:
    found = []
    for count in (10,) if asked.is_quick else (10, 1000):
        found += [_import(asked.folder, count), *_ask_pages(asked, count)]
        found += _exchange(asked.folder, count)
    return found


def _import(folder: Path, count: int) -> Measurement:
    """Films imported and published per second, without pictures."""
    root = folder / f"content-{count}"
    for n in range(count):
        place = root / "films" / f"ferry-{count}-{n}"
        place.mkdir(parents=True)
        text = FILM.format(n=n, category=("feature", "short")[n % 2], year=1990 + n % 35)
        (place / "index_en.md").write_text(text, encoding="utf-8")
    seconds = clock_of(lambda: _call("import_content", root, publish=True, verbosity=0)) / 1000
    return one(f"import + publish, {count} films", "films/s", count / seconds)


def _exchange(folder: Path, count: int) -> list[Measurement]:
    """Films exported per second, then the same with nothing changed, then read back."""
    root = folder / f"export-{count}"
    found = []
    for label, command in STEPS:
        options = {"verbosity": 0} if command == "import_content" else {}
        seconds = clock_of(lambda c=command, o=options: _call(c, root, **o)) / 1000
        found.append(one(f"{label}, {count} films", "films/s", count / seconds))
    return found


def _call(command: str, root: Path, **options: object) -> None:
    from django.core.management import call_command

    call_command(command, root, stdout=io.StringIO(), **options)


def _ask_pages(asked: Asked, count: int) -> list[Measurement]:
    """Queries and CPU time of home and film page, asked in this process."""
    from django.test import Client

    client = Client()
    pages = {"home": "/en/", "film page": "/en/ferry-10-3/"}
    queries = {name: weigh(client, url)[1] for name, url in pages.items()}
    calls = {name: (lambda url=url: cpu_of(lambda: client.get(url)))
             for name, url in pages.items()}  # fmt: skip
    spent = alternate(calls, asked.times(20))
    found = []
    for name in pages:
        label = f"{name}, {count} films"
        found.append(one(f"{label}, queries", "queries", queries[name]))
        found.append(Measurement(label, "ms CPU", spent[name]))
    return found
