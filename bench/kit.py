"""What a press kit costs: a film with 60 credits, 15 selections and 24 stills.

Beside every figure of the PDF stands that of WeasyPrint, which sets the same words and pictures,
where it is installed. Cold are figures of a new process that loads the typesetter and sets its
first kit, Django's start left out; warm those of one that has set a kit before, each time with
facts it has not seen. The command is the whole process, from Python's start to the file.
"""

import io
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from bench.kit_memory import bench_memory
from bench.kit_weasyprint import ABSENT, compile_html, is_there
from bench.measuring import Asked, Measurement, alternate, clock_of, one, ratio_of

RUNS = 7
CREDITS, SELECTIONS, STILLS = 60, 15, 24
PROSE = "The ferry crosses the sound for the last time, and everybody on board knows it. " * 20
START = """
import pickle, sys, time
import django
django.setup()
given = pickle.loads(open(sys.argv[1], "rb").read())
started = time.perf_counter()
"""
COLD = f"""{START}
from press.kit.pdf.compiling import compile_pdf
compile_pdf("kit.typ", *given)
print(time.perf_counter() - started)
"""
COLD_OTHER = f"""{START}
from bench.kit_weasyprint import compile_html
compile_html(*given[:2])
print(time.perf_counter() - started)
"""


def bench_kit(asked: Asked) -> list[Measurement]:
    """Measure the setting of the pages, the whole kit, and the command."""
    from press.kit import pdf
    from press.kit.contents import desk_contents
    from press.kit.pdf.compiling import compile_pdf
    from press.kit.pdf.setting import set_kit

    film = _make_film()
    contents = desk_contents(film.record, ["en"])
    data, pictures = set_kit(contents)
    given = asked.folder / "kit.pickle"
    given.write_bytes(pickle.dumps((data, pictures, contents.as_of)))
    words = ["kit", "--language", "en", "--format", "pdf", "--draft", "--output", str(asked.folder)]
    runs, has_other = asked.times(RUNS, 1), is_there()
    if not has_other:
        print(ABSENT)

    def set_again(number: int) -> bytes:
        return compile_pdf("kit.typ", _freshen(data, number), pictures, contents.as_of)

    def set_other(number: int) -> bytes:
        return compile_html(_freshen(data, number), pictures)

    def write_all(number: int) -> None:
        given = replace(contents, accent=f"#a0{number % 100:02d}50")
        pdf.write(given, io.BytesIO(), lambda percent, step: None)

    found = [one("press kit, size", "kB", len(set_again(RUNS)) / 1024)]
    if has_other:
        found.append(one("press kit by WeasyPrint, size", "kB", len(set_other(RUNS)) / 1024))
    for label, ours, theirs in (
        ("set, cold", lambda n: _run_cold(COLD, given), lambda n: _run_cold(COLD_OTHER, given)),
        ("set, warm", _timed(set_again), _timed(set_other)),
        ("command", _timed(lambda n: _run("manage.py", "press_kit", *words)),
         _timed(lambda n: _run("-m", "bench.kit_weasyprint", *words))),
    ):  # fmt: skip
        found += _compare(label, runs, ours, theirs if has_other else None)
    found += _compare("all, warm", runs, _timed(write_all), None)
    return found if asked.is_quick else found + bench_memory(asked.folder)


def _compare(
    label: str,
    runs: int,
    ours: Callable[[int], float],
    theirs: Callable[[int], float] | None,
) -> list[Measurement]:
    number = count()
    calls = {f"press kit, {label}": lambda: ours(next(number))}
    if theirs:
        calls[f"press kit by WeasyPrint, {label}"] = lambda: theirs(next(number))
    spent = alternate(calls, runs, warm_up=0)
    found = [Measurement(name, "ms", samples) for name, samples in spent.items()]
    if theirs:
        found.append(ratio_of(f"press kit to WeasyPrint, {label}", *spent.values()))
    return found


def _freshen(data: dict[str, Any], number: int) -> dict[str, Any]:
    """Return the data with another title and other headings, which no cache has seen."""
    parts = [
        {**part, "title": f"The Ferry {number}",
         "sections": [{**one, "heading": f"{one['heading']} #{number}"}
                      for one in part["sections"]]}
        for part in data["parts"]
    ]  # fmt: skip
    return {**data, "title": f"The Ferry {number}", "parts": parts}


def _run(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _run_cold(program: str, given: Path) -> float:
    return float(_run("-c", program, str(given))) * 1000


def _timed(call: Callable[[int], object]) -> Callable[[int], float]:
    return lambda number: clock_of(lambda: call(number))


def _make_film() -> Any:
    from tests.factories import (
        CreditFactory,
        EditionFactory,
        FilmFactory,
        SelectionFactory,
        make_image,
        place,
    )

    film = FilmFactory(key="kit", slug_en="kit", synopsis_long_en=PROSE, production_notes_en=PROSE)
    for _n in range(CREDITS):
        CreditFactory(film=film)
    for _n in range(SELECTIONS):
        SelectionFactory(film=film, edition=EditionFactory())
    for number in range(STILLS):
        # No worker makes all sizes here: one for the cover, the others as large as plates.
        width = 640 if number else 1920
        size = {"width": width, "height": width * 2 // 3}
        image = make_image(**size, colour=(number * 10, 60, 90), caption_en=f"Scene {number}")
        place(film, image)
    return film
