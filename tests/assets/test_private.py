"""No public file knows where a picture was taken, with which camera, by whose program."""

import pytest
from django.core.files.storage import default_storage
from PIL import ExifTags

from assets.accepting import accept_image
from assets.adding import add_image
from assets.cutting import make_crops
from assets.enlarging import enlarge_image
from assets.making import make_renditions
from editorial.changes import change
from tests.assets.drawing import decoded
from tests.assets.tagging import PRIVATE, private_photo

pytestmark = pytest.mark.django_db
SECRETS = (*PRIVATE, b"52,31.2N", b"13,24.5E", b"Exif\0\0", b"8BIM\x04\x0c")


def position_of(data: bytes) -> dict:
    return decoded(data).getexif().get_ifd(ExifTags.IFD.GPSInfo)


def public_files(folder: str = "") -> list[str]:
    folders, files = default_storage.listdir(folder)
    inner = [name for name in folders if (folder, name) != ("", "originals")]
    found = [f"{folder}/{name}".lstrip("/") for name in files]
    return found + [file for name in inner for file in public_files(f"{folder}/{name}".lstrip("/"))]


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG", "AVIF"])
def test_no_public_file_holds_private_data(kind):
    data = private_photo(kind, size=(700, 500))
    assert position_of(data) != {}
    with change(None, "test"):
        image = add_image(accept_image(data, f"still.{kind.lower()}"))
        image.access, image.copyright = "press", "Nord Film"
        image.save()
    make_renditions(image.sha256, data, default_storage)
    make_crops(image.sha256, data, image.focal, default_storage)
    enlarge_image.enqueue(image.pk)
    files = public_files()
    assert {name.partition("/")[0] for name in files} == {"renditions", "large"}
    assert sum(name.startswith("large/") for name in files) == 1
    for name in files:
        public = default_storage.open(name).read()
        assert dict(decoded(public).getexif()) == {}
        assert [secret for secret in SECRETS if secret in public] == []
