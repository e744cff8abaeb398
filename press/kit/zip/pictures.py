"""Pictures that go into the kit: which, in what size, under what name, with which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO, cast

from django.core.files.storage import default_storage
from PIL.Image import Image as PillowImage

from assets.cleaning import NoJpeg
from assets.decoding import looked_at_size, open_image
from assets.describing import describe_jpeg
from assets.enlarging import LARGE
from assets.making import decode, encode
from assets.models import Image
from assets.naming import original_name_of
from assets.saying import Description
from assets.specs import JPEG, height_for
from films.choices import Usage
from films.sheet.objects import PictureSheet
from press.kit.contents import KitContents
from press.kit.zip.wording import terms_of
from press.pictures import picture_name

# Pixels across: what a web page shows, and as much as a logo or title needs on paper.
WEB, ART = 1600, 3000


@dataclass(frozen=True)
class KitPicture:
    """One file. `width` is the most it may have in pixels, 0 for the size of the original."""

    name: str
    sha256: str
    extension: str
    width: int
    words: Description

    @property
    def original(self) -> str:
        return original_name_of(self.sha256, self.extension)


def list_pictures(contents: KitContents) -> tuple[KitPicture, ...]:
    """Return the pictures that the press may have, by folder.

    Those for the press come as they were uploaded, those that are only public in the size that
    everybody sees. Whether their rights last is asked again.
    """
    return tuple(_list_pictures(contents))


def _list_pictures(contents: KitContents) -> Iterator[KitPicture]:
    editions = contents.editions
    stills = [sheet for e in editions for sheet in e.film.stills]
    posters = [sheet for e in editions for sheet in e.film.posters]
    directors = [p.portrait for e in editions for p in e.directors if p.portrait]
    arts = [e.film.title_art for e in editions if e.film.title_art]
    for name, said, image in _shown(contents, stills, Usage.STILL):
        yield _jpeg(f"stills/{name}", said, image, 0)
    for name, said, image in _shown(contents, directors, "director"):
        yield _jpeg(f"director/{name}", said, image, 0)
    for name, said, image in _shown(contents, posters, Usage.POSTER):
        stem = name.removesuffix(".jpg")
        if image.access == Image.Access.PRESS:
            yield _jpeg(f"posters/{stem}_print.jpg", said, image, 0)
        yield _jpeg(f"posters/{stem}_web.jpg", said, image, WEB)
    for name, said, image in _shown(contents, arts, "title-art"):
        yield _art(f"title-art/{name}", image, said)
    logo = contents.main.house.logo
    found = Image.objects.visible().filter(sha256=logo.sha256).first() if logo else None
    if found is not None:
        said = Description(title=contents.main.house.name)
        yield _art(f"logos/{contents.key}_logo.png", found, said)


def _shown(
    contents: KitContents, sheets: Iterable[PictureSheet], usage: str
) -> Iterator[tuple[str, Description, Image]]:
    keys = list(dict.fromkeys(sheet.key for sheet in sheets))
    rows = Image.objects.visible().filter(record__key__in=keys).select_related("record")
    images = {image.record.key: image for image in rows}
    for number, key in enumerate(keys, start=1):
        if key in images:
            image = images[key]
            name = picture_name(contents.key, usage, number, image.photographer)
            yield name, _describe(contents, key, image), image


def _describe(contents: KitContents, key: str, image: Image) -> Description:
    captions: dict[str, str] = {}
    for edition in contents.editions:
        film = edition.film
        portraits = [person.portrait for person in edition.directors]
        shown = (*film.stills, *film.posters, film.title_art, *portraits)
        sheet = next((sheet for sheet in shown if sheet and sheet.key == key), None)
        if sheet is not None and sheet.caption:
            captions.setdefault(sheet.caption.language, sheet.caption.plain)
    owner = f"© {image.copyright}" if image.copyright else ""
    return Description(
        title=contents.main.film.title.value,
        captions=captions,
        credit=image.credit,
        creator=image.photographer,
        rights=dict.fromkeys(contents.languages, owner),
        usage_terms={e.language: terms_of(e) for e in contents.editions},
    )


def _jpeg(name: str, words: Description, image: Image, width: int) -> KitPicture:
    is_whole = width == 0 and image.access == Image.Access.PRESS
    return KitPicture(name, image.sha256, image.extension, 0 if is_whole else WEB, words)


def _art(name: str, image: Image, words: Description) -> KitPicture:
    name = name.rpartition(".")[0] + ".png"
    width = ART if image.access == Image.Access.PRESS else WEB
    return KitPicture(name, image.sha256, image.extension, width, words)


def write_picture(picture: KitPicture, target: IO[bytes]) -> None:
    """Write the file: a JPEG with its words, or a PNG, which keeps what shines through."""
    with default_storage.open(picture.original) as original:
        if picture.name.endswith(".png"):
            _draw(original, picture.width).save(target, "PNG")
            return
        if not picture.width and picture.extension in ("jpg", "jpeg"):
            try:
                target.write(describe_jpeg(original.read(), picture.words))
            except NoJpeg:
                original.seek(0)
            else:
                return
        form = JPEG if picture.width else LARGE
        encoded = encode(_draw(original, picture.width), form)
        target.write(describe_jpeg(encoded, picture.words))


def _draw(original: IO[bytes], most: int) -> PillowImage:
    opened = open_image(cast(BinaryIO, original))
    full = looked_at_size(opened)
    width = min(most or full[0], full[0])
    return decode(opened, (width, height_for(width, *full)))
