"""A picture in its full size as a JPEG, for the press: made when somebody first asks for it.

One of ordinary size is made at once. A larger one is made in the background, as 100 megapixels are
more than a web process should hold; until it is there the gate gives out the largest size that is.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress

from django.core.cache import cache
from django.core.files.storage import default_storage
from django_tasks import task

from assets.decoding import looked_at_size, open_image
from assets.describing import describe_jpeg
from assets.making import decode, encode
from assets.models import Image
from assets.naming import large_name_of, original_name_of
from assets.saying import Description
from assets.specs import Format
from assets.storing import write_once
from editorial.documents import hash_of
from editorial.fields import column, languages
from editorial.memory import renew

# For print: what a magazine would shrink itself, without visible steps.
LARGE = Format(
    "jpeg", "jpg", "image/jpeg", False, {"quality": 92, "optimize": True, "subsampling": "4:4:4"}
)
# A new way of making is a new number: names never change their content.
VERSION = 1
# Whoever clicks again and again has it made once in this time, in seconds.
PAUSE = 600
# Pixels that are decoded and encoded in half a second and 100 MB.
AT_ONCE = 12_000_000

Terms = Callable[[], Mapping[str, str]]
_terms: list[Terms] = []


def register_terms(read: Terms) -> Terms:
    """Let an app say, by language, what may be done with pictures for the press."""
    _terms.append(read)
    return read


def large_name(image: Image) -> str:
    """Return the storage name of the picture in full size with what is known of it today."""
    words = words_of(image)
    told = [VERSION, words.captions, words.credit, words.creator, words.rights]
    told.append(words.usage_terms)
    return large_name_of(image.sha256, hash_of({"told": told})[:8])


def words_of(image: Image) -> Description:
    """Return what the file says of itself in all languages: what it shows, and whose it is.

    Terms of use are kept by the process: who answers no page calls `editorial.memory.renew` first.
    """
    captions = {code: getattr(image, column("caption", code)) or "" for code in languages()}
    return Description(
        captions={code: text for code, text in captions.items() if text},
        credit=image.credit,
        creator=image.photographer,
        rights={"": f"© {image.copyright}"} if image.copyright else {},
        usage_terms={code: text for read in _terms for code, text in read().items()},
    )


def large_url(image: Image) -> str:
    return default_storage.url(large_name(image))


@task(queue_name="media")
def enlarge_image(image_id: int) -> None:
    """Make the full size, if it is still wanted: pixels of the upload and words of today."""
    renew()
    image = Image.objects.for_press_link().filter(pk=image_id).first()
    if image is None:
        return
    with default_storage.open(original_name_of(image.sha256, image.extension)) as original:
        opened = open_image(original)
        pixels = decode(opened, looked_at_size(opened))
        data = describe_jpeg(encode(pixels, LARGE), words_of(image))
    write_once(default_storage, large_name(image), data)
    _drop_former(image)


def _enlarge(image: Image, at_once: bool) -> None:
    if not at_once or image.width * image.height > AT_ONCE:
        enlarge_image.enqueue(image.pk)
        return
    with suppress(OSError):
        enlarge_image.call(image.pk)


def _drop_former(image: Image) -> None:
    """Delete files of this picture with the words of another day."""
    kept = {large_name(other) for other in Image.objects.filter(sha256=image.sha256)}
    folder, _slash, first = large_name(image).rpartition("/")
    with suppress(OSError):
        for name in default_storage.listdir(folder)[1]:
            path = f"{folder}/{name}"
            if name.startswith(first.partition("-")[0]) and path not in kept:
                default_storage.delete(path)


def find_large(image: Image, at_once: bool = False) -> str:
    """Return the name of the file to give out: the full size, or the largest there is so far.

    With `at_once` one of ordinary size is made now; of several pictures that would take too long.
    """
    name = large_name(image)
    if not default_storage.exists(name):
        if cache.add(f"enlarge-{name}", True, PAUSE):
            _enlarge(image, at_once)
        if not default_storage.exists(name):
            return image.picture.largest.url.removeprefix(default_storage.url(""))
    return name
