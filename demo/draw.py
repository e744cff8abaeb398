"""Draw all pictures of the demo content: `python demo/draw.py [word ...]`.

Only Pillow is needed. Every seed is fixed, so the same Pillow writes the same bytes. With words,
only the pictures whose path contains one of them are drawn.
"""

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from drawing import baikonur, changeover, company, fifteen_seconds
from PIL import Image

CONTENT = Path(__file__).parent / "content"

PICTURES: dict[str, Callable[[], Image.Image]] = {
    "films/baikonur/poster.jpg": baikonur.yurt_under_stars,
    "films/baikonur/still-2.jpg": baikonur.launch_at_dusk,
    "films/baikonur/still-3.jpg": baikonur.riders_at_the_find,
    "films/baikonur/still-4.jpg": baikonur.descent_at_dawn,
    "films/baikonur/cinema-poster.jpg": baikonur.poster,
    "films/every-fifteen-seconds/poster.jpg": fifteen_seconds.night_watch,
    "films/every-fifteen-seconds/still-2.jpg": fifteen_seconds.lens_room,
    "films/every-fifteen-seconds/still-3.jpg": fifteen_seconds.winter_mail,
    "films/every-fifteen-seconds/cinema-poster-en.jpg": fifteen_seconds.poster_english,
    "films/every-fifteen-seconds/cinema-poster-de.jpg": fifteen_seconds.poster_german,
    "films/changeover/poster.jpg": changeover.booth,
    "films/changeover/still-2.jpg": changeover.stalls,
    "films/changeover/cinema-poster-en.jpg": changeover.poster_english,
    "films/changeover/cinema-poster-de.jpg": changeover.poster_german,
    "pages/about/courtyard.jpg": company.courtyard,
}
LIMITS = {(1800, 1200): 280_000, (1000, 1500): 225_000}


def save(picture: Image.Image, path: Path) -> int:
    """Write a JPEG without metadata, as good as its size in bytes allows; return that size."""
    for quality in range(86, 50, -2):
        data = BytesIO()
        picture.save(data, "JPEG", quality=quality, optimize=True, progressive=True)
        if data.tell() <= LIMITS[picture.size]:
            break
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.getvalue())
    return data.tell()


def main(words: list[str]) -> None:
    """Draw what was asked for and say how large it became."""
    total = 0
    for name, draw in PICTURES.items():
        if not words or any(word in name for word in words):
            size = save(draw(), CONTENT / name)
            total += size
            print(f"{size / 1000:7.0f} kB  {name}")
    print(f"{total / 1000:7.0f} kB  in all")


if __name__ == "__main__":
    main(sys.argv[1:])
