"""A picture in its full size as a JPEG, for the press: made when somebody first asks for it.

It is made in the background, as 100 megapixels are more than a web process should hold. Until it is
there the gate gives out the largest size that is.
"""

from hashlib import sha256

from django.core.cache import cache
from django.core.files.storage import default_storage
from django_tasks import task

from assets.decoding import looked_at_size, open_image
from assets.making import decode, write_encoded
from assets.models import Image
from assets.naming import large_name_of, original_name_of
from assets.specs import Format

# For print: what a magazine would shrink itself, without visible steps.
LARGE = Format(
    "jpeg", "jpg", "image/jpeg", False, {"quality": 92, "optimize": True, "subsampling": "4:4:4"}
)
# A new way of making is a new number: names never change their content.
VERSION = 1
# Whoever clicks again and again has it made once in this time, in seconds.
PAUSE = 600


def large_name(image: Image) -> str:
    """Return the storage name of the picture in full size."""
    told = sha256(f"{VERSION}-{image.sha256}".encode()).hexdigest()
    return large_name_of(image.sha256, told[:8])


def large_url(image: Image) -> str:
    return default_storage.url(large_name(image))


@task(queue_name="media")
def enlarge_image(image_id: int) -> None:
    """Make the full size, if it is still wanted; nothing but pixels of the upload gets into it."""
    image = Image.objects.for_press_link().filter(pk=image_id).first()
    if image is None:
        return
    with default_storage.open(original_name_of(image.sha256, image.extension)) as original:
        opened = open_image(original)
        pixels = decode(opened, looked_at_size(opened))
        write_encoded(pixels, LARGE, large_name(image), default_storage)


def find_large(image: Image) -> str:
    """Return the name of the file to give out: the full size, or the largest there is so far."""
    name = large_name(image)
    if not default_storage.exists(name):
        if cache.add(f"enlarge-{name}", True, PAUSE):
            enlarge_image.enqueue(image.pk)
        if not default_storage.exists(name):
            return image.picture.largest.url.removeprefix(default_storage.url(""))
    return name
