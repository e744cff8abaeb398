"""A catalogue whose pictures have real files: python -m bench.backup.filling FILMS PICTURES"""

import hashlib
import io
import os
import random
import sys
from collections.abc import Iterator

# Noise does not shrink: 640 x 480 at these qualities are files of 200 to 400 kB.
SIZE = (640, 480)
QUALITIES = (40, 50, 60, 65, 70, 75)
# A comment (COM, ITU-T T.81 B.2.4.5) behind the first marker: the same picture, another content.
START, COMMENT = b"\xff\xd8", b"\xff\xfe"


def main(words: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from bench.size.making import make_catalogue

    films, pictures = map(int, words)
    make_catalogue(films, tell=lambda line: None)
    fill_pictures(pictures)


def fill_pictures(count: int) -> None:
    """Give every picture of the catalogue a file of its own, and make more up to `count`."""
    from django.db import transaction
    from django.db.models import QuerySet

    from assets.models import Image

    known = list(QuerySet(Image).order_by("pk").values_list("pk", flat=True))
    contents = make_contents(max(count, len(known)))
    with transaction.atomic():
        for pk in known:
            sha256 = _store(next(contents))
            QuerySet(Image).filter(pk=pk).update(sha256=sha256, width=SIZE[0], height=SIZE[1])
    for number, data in enumerate(contents):
        _add(number, data)


def _add(number: int, data: bytes) -> None:
    """Add a picture that no film shows, past the door as the rest of the catalogue."""
    from assets.models import Image
    from bench.size.shared import make_records, write
    from editorial.models import Record

    dice = random.Random(-1 - number)
    (record,) = make_records(dice, Record.Kind.IMAGE, [f"more-{number}"])
    width, height = SIZE
    write(Image, [Image(record=record, sha256=_store(data), extension="jpg", width=width,
                        height=height, original_name=f"more-{number}.jpg")])  # fmt: skip


def make_contents(count: int) -> Iterator[bytes]:
    """Yield JPEG files, each with a content of its own."""
    from PIL import Image as Pillow

    kinds = []
    for number, quality in enumerate(QUALITIES):
        bands = [Pillow.effect_noise(SIZE, 80 + number + band) for band in range(3)]
        Pillow.merge("RGB", bands).save(out := io.BytesIO(), "JPEG", quality=quality, subsampling=0)
        kinds.append(out.getvalue())
    for number in range(count):
        data, told = kinds[number % len(kinds)], f"picture {number}".encode()
        comment = COMMENT + (len(told) + 2).to_bytes(2, "big") + told
        yield START + comment + data[len(START) :]


def _store(data: bytes) -> str:
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from assets.naming import original_name_of

    sha256 = hashlib.sha256(data).hexdigest()
    default_storage.save(original_name_of(sha256, "jpg"), ContentFile(data))
    return sha256


if __name__ == "__main__":
    main(sys.argv[1:])
