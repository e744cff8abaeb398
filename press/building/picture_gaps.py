"""What a kit lacks in pictures: which are missing, lost, too small, without words."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.core.files.storage import default_storage
from django.urls import reverse

from assets.models import Image
from assets.naming import original_name_of
from assets.object_store import Remote
from assets.renditions import Rendition, widths_for
from editorial.fields import column
from films.choices import Usage
from films.models import Film
from press.building.gaps import LOST_PICTURE, Gap

# A5 at 300 dpi in pixels, the longer side first.
PRINT = (2480, 1748)
# As many as half of the connections that a process keeps to the store.
AT_ONCE = 10
SHOWN_BIG = (Usage.STILL, Usage.POSTER, Usage.BACKGROUND)
ASKED = {"no key art": Usage.BACKGROUND, "no still": Usage.STILL, "no poster": Usage.POSTER}


def find_shown(film: Film) -> list[Any]:
    """Return the placements of the pictures that the press may have. Two queries."""
    visible = Image.objects.visible().filter(placements__film=film)
    allowed = set(visible.values_list("pk", flat=True))
    placements = film.placements.select_related("image__record")
    return [placement for placement in placements if placement.image_id in allowed]


def picture_gaps(film: Film, placements: list[Any]) -> Iterator[Gap]:
    """Find what is missing in every language; files are looked for, none is opened."""
    used = {placement.usage for placement in placements}
    for code, usage in ASKED.items():
        if usage not in used:
            yield Gap(code, "", {}, reverse("admin:films_film_stills", args=[film.pk]))
    lost = _find_lost([placement.image for placement in placements])
    for placement in placements:
        yield from _picture(film, placement, placement.image_id in lost)


def caption_gaps(film: Film, placements: list[Any], language: str) -> Iterator[Gap]:
    name = column("caption", language)
    for placement in placements:
        if placement.usage in SHOWN_BIG and not getattr(placement.image, name):
            url = f"{_url(film, placement)}#id_{name}"
            yield Gap("no caption", language, {"name": str(placement.image)}, url)


def _picture(film: Film, placement: Any, is_lost: bool) -> Iterator[Gap]:
    image, url = placement.image, _url(film, placement)
    name = {"name": str(image)}
    if is_lost:
        yield Gap(LOST_PICTURE, "", name, f"{url}#id_file")
    if not (image.photographer or image.copyright):
        yield Gap("no credit", "", name, f"{url}#id_photographer")
    long, short = max(image.width, image.height), min(image.width, image.height)
    if placement.usage == Usage.STILL and (long < PRINT[0] or short < PRINT[1]):
        size = {"width": image.width, "height": image.height}
        yield Gap("small still", "", {**name, **size}, f"{url}#id_file")


def _find_lost(images: list[Image]) -> set[int]:
    """Return the numbers of the pictures without files; a store is asked for several at once."""
    if not isinstance(default_storage, Remote):
        return {image.pk for image in images if not _is_there(image)}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = zip(images, pool.map(_is_there, images), strict=True)
        return {image.pk for image, is_there in found if not is_there}


def _is_there(image: Image) -> bool:
    """Tell whether the original is there, which ZIPs take, and a JPEG, which pages are set with."""
    if not default_storage.exists(original_name_of(image.sha256, image.extension)):
        return False
    sizes = (Rendition(image.sha256, "jpeg", width) for width in widths_for(image.width))
    return any(default_storage.exists(rendition.name) for rendition in sizes)


def _url(film: Film, placement: Any) -> str:
    return reverse("admin:films_film_still", args=[film.pk, placement.uuid])
