"""Pictures that the press may take away in full size, under names that say whose they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assets.enlarging import large_url
from assets.models import Image
from editorial.models.base import make_key
from films.choices import Usage
from films.sheet.context import Context
from films.sheet.media import make_picture, number_rows
from films.sheet.objects import PictureSheet

OPEN = (Image.Access.PRESS,)
BY_LINK = (Image.Access.PRESS, Image.Access.LINK)
LONGEST_NAME = 40


@dataclass(frozen=True)
class PressPicture:
    """A picture, the name it is saved under, where it is had, its size in pixels.

    `is_by_link` marks those that are for the press alone.
    """

    sheet: PictureSheet
    name: str
    url: str
    width: int
    height: int
    is_by_link: bool


def press_pictures(
    context: Context, usages: Iterable[Usage], is_by_link: bool = False
) -> tuple[PressPicture, ...]:
    """Return the pictures of these uses that the press may have, in the order of the film."""
    return tuple(
        picture for usage in usages for picture in _pictures_of(context, usage, is_by_link)
    )


def _pictures_of(context: Context, usage: Usage, is_by_link: bool) -> Iterator[PressPicture]:
    access = BY_LINK if is_by_link else OPEN
    for number, row in number_rows(context, usage):
        image = context.lookups.images.get(row["image"])
        if image is None or image.access not in access:
            continue
        sheet = make_picture(context, image, usage, row.get("language", ""), number)
        name = name_picture(context.document["key"], sheet)
        yield PressPicture(
            sheet=sheet,
            name=name,
            url=f"{large_url(image)}?as={name}",
            width=image.width,
            height=image.height,
            is_by_link=image.access == Image.Access.LINK,
        )


def name_picture(key: str, sheet: PictureSheet) -> str:
    """Return the name under which the press saves a picture of a film, wherever it does."""
    return make_name(key, sheet.usage, sheet.number, sheet.photographer)


def make_name(key: str, usage: str, number: int, photographer: str) -> str:
    """Return e.g. `baikonur_still_03_nora-brandt.jpg`: ASCII, without spaces."""
    whose = make_key(photographer)[:LONGEST_NAME].strip("-")
    parts = (key, usage.replace("_", "-"), f"{number:02d}", whose)
    return "_".join(part for part in parts if part) + ".jpg"
