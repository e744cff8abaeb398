"""The pictures of the backup bench: real files of a plausible size, each with its own content."""

import io

from PIL import Image as Pillow

from bench.backup.filling import SIZE, make_contents


def test_pictures_are_real_and_each_is_another():
    files = list(make_contents(14))
    assert len(set(files)) == 14
    assert {Pillow.open(io.BytesIO(data)).size for data in files} == {SIZE}
    assert {200_000 < len(data) < 400_000 for data in files} == {True}
    Pillow.open(io.BytesIO(files[0])).load()
