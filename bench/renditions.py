"""All sizes and formats of a picture of 5 megapixels, beside what anybody would write with Pillow.

The loop opens and shrinks the picture for each width and format and saves it with the qualities
of our table and Pillow's own speed. The picture is a still of the demo, enlarged, with the grain
of a fast film drawn over it: smooth areas would flatter every encoder.
"""

import io
from collections.abc import Callable
from pathlib import Path

import numpy
from PIL import Image, ImageOps

from bench.measuring import Asked, Measurement, alternate, clock_of, cpu_of, one, ratio_of

STILL = Path("demo/catalogue/films/baikonur/images/baikonur-backdrop.jpg")
SIZE, QUICK_SIZE = (2738, 1826), (480, 320)
GRAIN, SEED = 3, 1968
SHA = "ab" * 32
MOST_TIME, MOST_BYTES = 0.55, 1.03


def bench_renditions(asked: Asked) -> list[Measurement]:
    data = draw_still(QUICK_SIZE if asked.is_quick else SIZE)
    sizes: dict[str, int] = {}

    def ours() -> None:
        sizes["ours"] = make_ours(data)

    def loop() -> None:
        sizes["loop"] = make_plainly(data)

    contestants = {"renditions": ours, "Pillow's loop": loop}
    spent = _measure(cpu_of, contestants, asked.times(5))
    clock = _measure(clock_of, contestants, asked.times(3))
    return [
        *(Measurement(name, "ms CPU", samples) for name, samples in spent.items()),
        ratio_of("renditions to Pillow's loop, CPU", *spent.values(), MOST_TIME),
        ratio_of("renditions to Pillow's loop, clock", *clock.values(), MOST_TIME),
        one("renditions, size", "kB", sizes["ours"] / 1000),
        ratio_of("renditions to Pillow's loop, bytes", [sizes["ours"]], [sizes["loop"]],
                 MOST_BYTES),
    ]  # fmt: skip


def _measure(
    way: Callable[[Callable[[], object]], float],
    contestants: dict[str, Callable[[], None]],
    rounds: int,
) -> dict[str, tuple[float, ...]]:
    calls = {name: (lambda call=call: way(call)) for name, call in contestants.items()}
    return alternate(calls, rounds)


def draw_still(size: tuple[int, int]) -> bytes:
    """Return a JPEG of this size, the same each time."""
    still = Image.open(STILL).convert("RGB").resize(size, Image.Resampling.LANCZOS)
    grain = numpy.random.default_rng(SEED).normal(0, GRAIN, (size[1], size[0], 1))
    pixels = (numpy.asarray(still) + grain.round()).clip(0, 255).astype(numpy.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def make_ours(data: bytes) -> int:
    """Make all renditions; return their bytes."""
    from django.core.files.storage import InMemoryStorage

    from assets.making import make_renditions

    storage = InMemoryStorage()
    return sum(storage.size(name) for name in make_renditions(SHA, data, storage))


def make_plainly(data: bytes) -> int:
    """Make the same files one by one; return their bytes."""
    from assets.specs import FORMATS, widths_for

    full = Image.open(io.BytesIO(data)).size
    total = 0
    for width in widths_for(full[0]):
        for row in FORMATS:
            image = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
            size = (width, round(full[1] * width / full[0]))
            buffer = io.BytesIO()
            resized = image.resize(size, Image.Resampling.LANCZOS)
            resized.save(buffer, row.name, quality=row.options["quality"])
            total += buffer.tell()
    return total
