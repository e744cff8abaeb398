"""What a ZIP of many stills holds in memory: the peak of a process that writes it."""

import io
import subprocess
import sys
from typing import Any

from bench.measuring import Measurement, one

STILLS = (12, 24, 96)
# Noise: JPEG makes of it about 3 MB a picture.
SIZE = (2000, 1333)
WRITE = """
import os, re, sys
import django
django.setup()
from editorial.models import Record
from press.kit import zip as kit_zip
from press.kit.contents import desk_contents
def peak():
    # Not getrusage(): its peak is inherited from the process that started this one.
    with open("/proc/self/status") as status:
        return re.search(r"VmHWM:\\s+(\\d+)", status.read()).group(1)
contents = desk_contents(Record.objects.get(key=sys.argv[1]), ["en"])
listed = kit_zip.list_pictures(contents)
files = kit_zip.list_files(contents, listed)
stills = {name: file for name, file in files.items() if name.startswith("stills/")}
before = peak()
with open(sys.argv[2], "wb") as target:
    kit_zip.pack(contents, listed, stills, target, lambda percent, step: None)
streamed = peak()
with open(sys.argv[2] + ".all", "wb") as target:
    kit_zip.write(contents, target, lambda percent, step: None)
print(before, streamed, peak(), os.path.getsize(sys.argv[2]))
"""


def bench_memory(folder: Any) -> list[Measurement]:
    """Return peaks in MiB: before, with the pictures written, with the documents as well."""
    from tests.factories import FilmFactory, place

    film = FilmFactory(key="stills", slug_en="stills")
    made, found = 0, []
    for count in STILLS:
        for number in range(made, count):
            place(film, _make_noise(number))
        made = count
        command = [sys.executable, "-c", WRITE, "stills", str(folder / f"{count}.zip")]
        told = subprocess.run(command, check=True, capture_output=True, text=True)
        before, streamed, whole, size = (int(word) for word in told.stdout.split())
        label = f"kit as ZIP, {count} stills of {size / count / 2**20:.1f} MiB, peak"
        found += [
            one(f"{label} {when}", "MiB", peak / 1024)
            for when, peak in (("before", before), ("with pictures", streamed), ("whole", whole))
        ]
    return found


def _make_noise(number: int) -> Any:
    from PIL import Image as Pillow

    from assets.accepting import accept_image
    from assets.adding import add_image
    from editorial.changes import change

    noise = Pillow.merge(
        "RGB", [Pillow.effect_noise(SIZE, 60 + number + band) for band in range(3)]
    )
    noise.save(out := io.BytesIO(), "JPEG", quality=80)
    with change(None, "bench"):
        image = add_image(accept_image(out.getvalue(), "still.jpg"))
        image.access, image.photographer = "press", "Nora Brandt"
        image.save()
    return image
