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
# Letters that are no Latin one with an accent; Cyrillic ones as passports have them, nearly
# (ICAO Doc 9303), with those of Ukraine and Kazakhstan.
LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h",
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ie",
    "ж": "zh", "з": "z", "и": "i", "й": "i", "і": "i", "ї": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ы": "y", "ь": "",
    "э": "e", "ю": "iu", "я": "ia", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "d", "џ": "dz",
})  # fmt: skip


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
    parts = (key, usage.replace("_", "-"), f"{number:02d}", name_word(photographer))
    return "_".join(part for part in parts if part) + ".jpg"


def name_word(name: str) -> str:
    """Return somebody's name for the name of a file: Łukasz Żuk → lukasz-zuk, Юрий → iurii.

    '' for scripts of which nothing is known here.
    """
    return make_key(name.casefold().translate(LETTERS))[:LONGEST_NAME].strip("-")
