"""`python -m bench static [--films N]`: the site as files, written twice, and behind nginx.

The films come in by an import, each with a picture, in two languages. What nginx sends is the
page's compressed twin with all its headers, beside a plain file of the same bytes with none.
"""

import argparse
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from bench.catalogue import name_of
from bench.measuring import Asked, Measurement, alternate, clock_of, one, ratio_of
from bench.requests.load import Load, press
from bench.requests.processes import ROOT, Server, free_port, start_nginx

ROUNDS, MANY = 9, 4000
# The second export without changes; and a page's cost to that of a plain file.
MOST_AGAIN, MOST_COST = 0.1, 1.1
PAGE = "/en/ferry-0/"
FILM = """---
title: {title}
category: feature
year: {year}
duration: 90 min
director: {director}
poster_image: still.jpg
cast:
  - {lead}
  - {second}
---
{text}
"""
TEXTS = {
    "en": ("The Ferry {n}", "A ferry crosses the sound for the last time. "),
    "de": ("Die Fähre {n}", "Eine Fähre quert zum letzten Mal den Sund. "),
}
# Both keep open what they have opened, as deploy/nginx/static-site.conf does.
KEPT_OPEN = "open_file_cache max=20000 inactive=60s; open_file_cache_valid 10s;"


def bench_static_site(asked: Asked) -> list[Measurement]:
    films = _read(asked).films
    _import(asked.folder / "content", films)
    site = asked.folder / "site"
    first, again = clock_of(lambda: _export(site)), clock_of(lambda: _export(site))
    pages = sum(1 for _page in site.rglob("*.html"))
    return [
        one("films in two languages", "films", films),
        one("pages", "pages", pages),
        one("first export", "s", first / 1000),
        one("first export, rate", "pages/s", pages / first * 1000),
        one("second export, no change", "s", again / 1000),
        ratio_of("second export to the first", [again], [first], MOST_AGAIN),
        *_serve(asked, site),
    ]


def _read(asked: Asked) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench static")
    parser.add_argument("--films", type=int, default=5 if asked.is_quick else 100)
    return parser.parse_args(asked.words)


def _import(root: Path, films: int) -> None:
    """Bring the films in and publish them, as an editor would who has folders."""
    from django.core.management import call_command

    for n in range(films):
        place = root / "films" / f"ferry-{n}"
        place.mkdir(parents=True)
        _draw(place / "still.jpg", n)
        for code, (title, text) in TEXTS.items():
            told = FILM.format(title=title.format(n=n), year=1950 + n % 75, text=text * 12,
                               director=name_of(n), lead=name_of(n * 7 + 1),
                               second=name_of(n * 11 + 2))  # fmt: skip
            (place / f"index_{code}.md").write_text(told, encoding="utf-8")
    call_command("import_content", root, publish=True, verbosity=0, stdout=io.StringIO())


def _draw(path: Path, number: int) -> None:
    """Write a picture that no other film has."""
    light = Image.radial_gradient("L").resize((640, 360))
    tones = (light, light.point(lambda v: v * (number % 64) // 64), light.rotate(number // 64))
    Image.merge("RGB", tones).save(path, "JPEG")


def _export(site: Path) -> None:
    """Run the command as a timer would, with a process for each core."""
    line = [sys.executable, "manage.py", "export_site", str(site)]
    done = subprocess.run(line, cwd=ROOT, env=os.environ, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{done.stdout[-2000:]}{done.stderr[-2000:]}")


def _serve(asked: Asked, site: Path) -> list[Measurement]:
    often = asked.times(MANY, 64)
    loads: dict[str, list[Load]] = {}
    with _servers(asked.folder, site) as servers:

        def cost(name: str, path: str) -> Callable[[], float]:
            def measure() -> float:
                before = servers[name].cpu()
                loads.setdefault(name, []).append(press(servers[name].port, path, often))
                return (servers[name].cpu() - before) / often

            return measure

        paths = {"exported page": PAGE, "plain file": "/page"}
        calls = {name: cost(name, path) for name, path in paths.items()}
        costs = alternate(calls, asked.times(ROUNDS), warm_up=2)
    rates = {name: [often / load.seconds for load in found[2:]] for name, found in loads.items()}
    return [
        *(Measurement(f"nginx, {name}", "µs CPU", spent) for name, spent in costs.items()),
        *(Measurement(f"nginx, {name}, rate", "requests/s", tuple(rates[name])) for name in rates),
        ratio_of("exported page to plain file, CPU", costs["exported page"], costs["plain file"],
                 MOST_COST),
        ratio_of("exported page to plain file, rate", rates["exported page"], rates["plain file"]),
    ]  # fmt: skip


@contextmanager
def _servers(folder: Path, site: Path) -> Iterator[dict[str, Server]]:
    """Serve the export with what it says to nginx, and the same bytes without a word."""
    plain = folder / "plain"
    plain.mkdir()
    (plain / "page").write_bytes((site / f"{PAGE.strip('/')}/index.html.gz").read_bytes())
    exported = f"root {site}; gzip_vary on; {KEPT_OPEN} include {site}/_nginx.conf;"
    bare = f"root {plain}; {KEPT_OPEN} default_type text/html; add_header Content-Encoding gzip;"
    inside = {"exported page": exported, "plain file": bare}
    servers: dict[str, Server] = {}
    try:
        for name, words in inside.items():
            servers[name] = start_nginx(name, folder, free_port(), words)
        yield servers
    finally:
        for server in servers.values():
            server.stop()
