"""Pictures that go into the kit: which, in what size, under what name, with which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assets.models import Image
from assets.naming import original_name_of
from assets.saying import Description
from assets.specs import height_for
from films.sheet.objects import PictureSheet
from films.sheet.profiles import ProfileSheet
from press.kit.contents import KitContents
from press.kit.zip.wording import usage_terms
from press.pictures import make_name, name_picture, name_word

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
    full_size: tuple[int, int] = (0, 0)

    @property
    def original(self) -> str:
        return original_name_of(self.sha256, self.extension)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        width = min(self.width or self.full_size[0], self.full_size[0])
        return width, height_for(width, *self.full_size)


def list_pictures(contents: KitContents) -> tuple[KitPicture, ...]:
    """Return the pictures that the press may have, by folder.

    Those for the press come as they were uploaded, those that are only public in the size that
    everybody sees. Whether their rights last is asked again.
    """
    return tuple(_list_pictures(contents))


def _list_pictures(contents: KitContents) -> Iterator[KitPicture]:
    key, editions = contents.key, contents.editions
    stills = [sheet for e in editions for sheet in e.film.stills]
    posters = [sheet for e in editions for sheet in e.film.posters]
    arts = [e.film.title_art for e in editions if e.film.title_art]
    for sheet, image in _shown(stills):
        yield _jpeg(f"stills/{name_picture(key, sheet)}", _describe(contents, sheet), image, 0)
    yield from _portraits(contents)
    for sheet, image in _shown(posters):
        stem, said = name_picture(key, sheet).removesuffix(".jpg"), _describe(contents, sheet)
        if image.access == Image.Access.PRESS:
            yield _jpeg(f"posters/{stem}_print.jpg", said, image, 0)
        yield _jpeg(f"posters/{stem}_web.jpg", said, image, WEB)
    for sheet, image in _shown(arts):
        stem = name_picture(key, sheet).removesuffix(".jpg")
        yield _art(f"title-art/{stem}.png", _describe(contents, sheet), image)
    yield from _logos(contents)


def _portraits(contents: KitContents) -> Iterator[KitPicture]:
    """Yield the directors, each under his or her name where the picture has no caption."""
    people = {p.uuid: p for e in reversed(contents.editions) for p in e.directors if p.portrait}
    order = [p.uuid for e in contents.editions for p in e.directors if p.uuid in people]
    for number, uuid in enumerate(dict.fromkeys(order), start=1):
        person: ProfileSheet = people[uuid]
        for sheet, image in _shown([person.portrait] if person.portrait else []):
            said = _describe(contents, sheet)
            if not said.captions:
                said = replace(said, captions=dict.fromkeys(contents.languages, person.name))
            name = make_name(contents.key, "director", number, sheet.photographer)
            yield _jpeg(f"director/{name}", said, image, 0)


def _logos(contents: KitContents) -> Iterator[KitPicture]:
    """Yield the logos of the partners in the order of their contracts, then our own if it is none
    of them."""
    marks = [mark for mark in contents.main.partners if mark.logo]
    found = {sheet.key: image for sheet, image in _shown(m.logo for m in marks if m.logo)}
    shown = [mark for mark in marks if mark.logo and mark.logo.key in found]
    for number, mark in enumerate(shown, start=1):
        image = found[mark.logo.key]  # type: ignore[union-attr]  # asked above
        word = name_word(mark.name) or "company"
        yield _art(f"logos/{number:02d}_{word}.png", _describe_logo(mark.name, image), image)
    house = contents.main.house
    if house.logo is None or house.logo.sha256 in {image.sha256 for image in found.values()}:
        return
    own = Image.objects.visible().filter(sha256=house.logo.sha256).first()
    if own is not None:
        name = name_word(house.name) or "house"
        yield _art(f"logos/{name}.png", _describe_logo(house.name, own), own)


def _shown(sheets: Iterable[PictureSheet]) -> Iterator[tuple[PictureSheet, Image]]:
    """Yield each picture once, those alone that may still be shown."""
    known = {sheet.key: sheet for sheet in reversed(list(sheets))}
    rows = Image.objects.visible().filter(record__key__in=known).select_related("record")
    images = {image.record.key: image for image in rows}
    for key in reversed(known):
        if key in images:
            yield known[key], images[key]


def _describe(contents: KitContents, sheet: PictureSheet) -> Description:
    """Return the words; captions in every language of the film, those of the kit first."""
    captions = dict(sheet.captions)
    order = dict.fromkeys((*contents.languages, *captions))
    owner = f"© {sheet.copyright}" if sheet.copyright else ""
    return Description(
        title=contents.main.film.title.value,
        captions={code: captions[code] for code in order if code in captions},
        credit=sheet.credit,
        creator=sheet.photographer,
        rights=dict.fromkeys(contents.languages, owner),
        usage_terms=usage_terms(contents),
    )


def _describe_logo(name: str, image: Image) -> Description:
    owner = f"© {image.copyright}" if image.copyright else ""
    return Description(title=name, credit=image.credit, rights={"": owner})


def _jpeg(name: str, words: Description, image: Image, width: int) -> KitPicture:
    is_whole = width == 0 and image.access == Image.Access.PRESS
    return _picture(name, words, image, 0 if is_whole else WEB)


def _art(name: str, words: Description, image: Image) -> KitPicture:
    return _picture(name, words, image, ART if image.access == Image.Access.PRESS else WEB)


def _picture(name: str, words: Description, image: Image, width: int) -> KitPicture:
    size = (image.width, image.height)
    return KitPicture(name, image.sha256, image.extension, width, words, size)
