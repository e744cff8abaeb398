"""Kits as ZIP for tests: made from what stands on the desk."""

from io import BytesIO
from zipfile import ZipFile

from assets.models import Image
from films.models import Film
from press.kit import zip as kit_zip
from press.kit.contents import KitContents, desk_contents
from press.kit.zip.pictures import list_pictures
from tests.factories import CreditFactory, FilmFactory, make_image, place

STILL = "stills/ferry_still_01_nora-brandt.jpg"


def make_press_image(**facts) -> Image:
    return make_image(**{"access": "press", "photographer": "Nora Brandt"} | facts)


def make_film(**facts) -> Film:
    """Return a film with a director and one still for the press."""
    film = FilmFactory(**{
        "key": "ferry", "slug_en": "ferry", "slug_de": "faehre", "title_en": "The Ferry",
        "title_de": "Die Fähre", "logline_en": "A ferry sails.", "logline_de": "Eine Fähre fährt.",
        "synopsis_short_en": "", "synopsis_short_de": "", "synopsis_medium_en": "",
        "synopsis_medium_de": "", "synopsis_long_en": "First *she*\n\nwaits.",
        "synopsis_long_de": "", **facts,
    })  # fmt: skip
    CreditFactory(film=film)
    place(film, make_press_image(caption_en="Dawn", caption_de="=Morgen()"))
    return film


def contents_of(film: Film, *languages: str) -> KitContents:
    return desk_contents(film.record, languages or ["de", "en"])


def build(film: Film, *languages: str) -> bytes:
    kit_zip.write(contents_of(film, *languages), out := BytesIO(), lambda percent, step: None)
    return out.getvalue()


def read(film: Film, *languages: str) -> ZipFile:
    """Return the kit without its documents, which take most of the time."""
    return pack(contents_of(film, *languages))[0]


def pack(contents: KitContents) -> tuple[ZipFile, tuple[str, ...]]:
    """Return the kit without its documents, and what it lacks."""
    pictures = list_pictures(contents)
    listed = kit_zip.list_files(contents, pictures).items()
    files = {name: writer for name, writer in listed if not name.endswith((".pdf", ".docx"))}
    lost = kit_zip.pack(contents, pictures, files, out := BytesIO(), lambda percent, step: None)
    return ZipFile(out), lost


def names_of(film: Film, *languages: str) -> list[str]:
    """Return the names of the pictures."""
    return [one.name for one in list_pictures(contents_of(film, *languages))]
