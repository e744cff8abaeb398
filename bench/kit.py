"""What a press kit costs: a film with 60 credits, 15 selections and 24 stills.

The cold figures are those of the first kit of a process, Django's start left out; the warm ones
those of a process that has set a kit before, each time with facts it has not seen.
"""

import io
import pickle
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

RUNS = 7
CREDITS, SELECTIONS, STILLS = 60, 15, 24
PROSE = "The ferry crosses the sound for the last time, and everybody on board knows it. " * 20
COLD = """
import pickle, sys, time
import django
django.setup()
from press.kit.pdf.compiling import compile_pdf
given = pickle.loads(open(sys.argv[1], "rb").read())
started = time.perf_counter()
compile_pdf("kit.typ", *given)
print(time.perf_counter() - started)
"""


def bench_kit(folder: Path) -> None:
    """Print the seconds of collecting and of setting the pages, and of the whole kit."""
    from press.kit import pdf
    from press.kit.contents import desk_contents
    from press.kit.pdf.compiling import compile_pdf
    from press.kit.pdf.setting import set_kit

    film = _make_film()
    contents = desk_contents(film.record, ["en"])
    data, pictures = set_kit(contents)
    given = folder / "kit.pickle"
    given.write_bytes(pickle.dumps((data, pictures, contents.as_of)))
    cold = [_run_cold(given) for _n in range(RUNS)]

    def set_again(number: int) -> bytes:
        fresh: dict[str, Any] = {**data, "title": f"The Ferry {number}"}
        for part in fresh["parts"]:
            part["title"] = f"The Ferry {number}"
            for section in part["sections"]:
                section["heading"] = f"{section['heading'].split(' #')[0]} #{number}"
        return compile_pdf("kit.typ", fresh, pictures, contents.as_of)

    def write_all(number: int) -> None:
        given = replace(contents, accent=f"#a0{number:02d}50")
        pdf.write(given, io.BytesIO(), lambda percent, step: None)

    warm = [_seconds(set_again, number) for number in range(RUNS)]
    whole = [_seconds(write_all, number) for number in range(RUNS)]
    size = len(set_again(RUNS)) / 1024
    print(f"press kit, {CREDITS} credits, {SELECTIONS} selections, {STILLS} stills: {size:.0f} kB")
    for label, seconds in (("set, cold", cold), ("set, warm", warm), ("all, warm", whole)):
        print(f"press kit  {label}  {statistics.median(seconds) * 1000:8.0f} ms")


def _run_cold(given: Path) -> float:
    command = [sys.executable, "-c", COLD, str(given)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _seconds(call: Any, number: int) -> float:
    started = time.perf_counter()
    call(number)
    return time.perf_counter() - started


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
