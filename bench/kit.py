"""What a press kit costs: a film with 60 credits, 15 selections and 24 stills.

Beside every figure of the PDF stands that of WeasyPrint, which sets the same words and pictures,
where it is installed. Cold are figures of a new process that loads the typesetter and sets its
first kit, Django's start left out; warm those of one that has set a kit before, each time with
facts it has not seen. The command is the whole process, from Python's start to the file.
"""

import io
import pickle
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.kit_memory import bench_memory
from bench.kit_weasyprint import ABSENT, compile_html, is_there

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


def bench_kit(folder: Path) -> None:
    """Print the seconds of setting the pages, of the whole kit, and of the command."""
    from press.kit import pdf
    from press.kit.contents import desk_contents
    from press.kit.pdf.compiling import compile_pdf
    from press.kit.pdf.setting import set_kit

    film = _make_film()
    contents = desk_contents(film.record, ["en"])
    data, pictures = set_kit(contents)
    given = folder / "kit.pickle"
    given.write_bytes(pickle.dumps((data, pictures, contents.as_of)))
    asked = ["kit", "--language", "en", "--format", "pdf", "--draft", "--output", str(folder)]

    def set_again(number: int) -> bytes:
        return compile_pdf("kit.typ", _freshen(data, number), pictures, contents.as_of)

    def set_other(number: int) -> bytes:
        return compile_html(_freshen(data, number), pictures)

    def write_all(number: int) -> None:
        given = replace(contents, accent=f"#a0{number:02d}50")
        pdf.write(given, io.BytesIO(), lambda percent, step: None)

    size = len(set_again(RUNS)) / 1024
    print(f"press kit, {CREDITS} credits, {SELECTIONS} selections, {STILLS} stills: {size:.0f} kB")
    has_other = is_there()
    if has_other:
        size = len(set_other(RUNS)) / 1024
        print(f"the same by WeasyPrint: {size:.0f} kB")
    else:
        print(ABSENT)
    for label, ours, theirs in (
        ("set, cold", lambda n: _run_cold(COLD, given), lambda n: _run_cold(COLD_OTHER, given)),
        ("set, warm", _timed(set_again), _timed(set_other)),
        ("command", _timed(lambda n: _run("manage.py", "press_kit", *asked)),
         _timed(lambda n: _run("-m", "bench.kit_weasyprint", *asked))),
    ):  # fmt: skip
        _print(label, *_measure(ours, theirs if has_other else None))
    _print("all, warm", *_measure(_timed(write_all), None))
    bench_memory(folder)


def _measure(
    ours: Callable[[int], float], theirs: Callable[[int], float] | None
) -> tuple[list[float], list[float]]:
    """Run both in turn, so that what else the machine does troubles both."""
    mine, other = [], []
    for number in range(RUNS):
        mine.append(ours(number))
        if theirs:
            other.append(theirs(number))
    return mine, other


def _print(label: str, ours: list[float], theirs: list[float]) -> None:
    mine = statistics.median(ours)
    told = f"press kit  {label:9}  {mine * 1000:8.0f} ms"
    if theirs:
        other = statistics.median(theirs)
        told += f"   WeasyPrint {other * 1000:8.0f} ms   {mine / other:.2f} x"
    print(told, flush=True)


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
    return float(_run("-c", program, str(given)))


def _timed(call: Callable[[int], object]) -> Callable[[int], float]:
    def seconds(number: int) -> float:
        started = time.perf_counter()
        call(number)
        return time.perf_counter() - started

    return seconds


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
