"""Draw all pictures and trailers of the demo: `python demo/draw.py [word ...]`.

Pillow and numpy are needed, ffmpeg for the trailers. Every seed is fixed: the same versions write
the same pictures. With words, only what has one of them in its path is drawn. Each module of
`drawing` names its own in the tables PICTURES and TRAILERS.
"""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import iter_modules
from time import gmtime

import drawing
from drawing.trailer import write_trailer
from PIL import Image

CONTENT = Path(__file__).parent / "catalogue"
# The most bytes a picture may have, by its shape: wide, tall, and portraits in between. Backdrops
# are wider than stills; cut-outs have edges that let the page shine through.
WIDE, TALL, PORTRAIT = 200_000, 200_000, 110_000
BACKDROP, CUT_OUT = 330_000, 120_000
STILL_WIDTH = 1800  # pixels
DAY = gmtime(1_420_070_400)
JPEG = {"format": "JPEG", "optimize": True, "progressive": True}
OTHERS = {
    ".webp": {"format": "WEBP", "method": 4},
    # 200 pixels to the inch; a fixed day, or every run would write another file.
    ".pdf": {"format": "PDF", "resolution": 200, "creationDate": DAY, "modDate": DAY},
}

Tables = tuple[dict[str, Callable[[], Image.Image]], dict[str, Callable[[], Iterator[Image.Image]]]]


def find_tables() -> Tables:
    """Return all pictures and trailers by path below `catalogue`."""
    pictures: dict[str, Callable[[], Image.Image]] = {}
    trailers: dict[str, Callable[[], Iterator[Image.Image]]] = {}
    for found in iter_modules(drawing.__path__):
        module = import_module(f"drawing.{found.name}")
        pictures |= getattr(module, "PICTURES", {})
        trailers |= getattr(module, "TRAILERS", {})
    return pictures, trailers


def limit_of(picture: Image.Image) -> int:
    if picture.mode == "RGBA":
        return CUT_OUT
    if picture.width > STILL_WIDTH:
        return BACKDROP
    if picture.width > picture.height:
        return WIDE
    return TALL if picture.height / picture.width > 1.4 else PORTRAIT


def save(picture: Image.Image, path: Path) -> int:
    """Write a JPEG, or a WebP or PDF where the path says so; return its size in bytes.

    There is no metadata in it, and it is as good as its size allows.
    """
    kind = OTHERS.get(path.suffix, JPEG)
    for quality in range(88, 50, -2):
        data = BytesIO()
        picture.save(data, quality=quality, **kind)
        if data.tell() <= limit_of(picture):
            break
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.getvalue())
    return data.tell()


def main(words: list[str]) -> None:
    """Draw what was asked for and say how large it became."""
    pictures, trailers = find_tables()
    total = 0
    for name in (*pictures, *trailers):
        if words and not any(word in name for word in words):
            continue
        path = CONTENT / name
        if name in pictures:
            size = save(pictures[name](), path)
        else:
            size = write_trailer(path, trailers[name]())
        total += size
        print(f"{size / 1000:7.0f} kB  {name}")
    print(f"{total / 1000:7.0f} kB  in all")


if __name__ == "__main__":
    main(sys.argv[1:])
