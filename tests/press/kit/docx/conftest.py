"""Films whose Word kits the tests read back, with python-docx and as bare XML."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from editorial.changes import change
from press.kit import docx as kit_docx
from press.kit.contents import desk_contents
from tests.factories import CreditFactory, FilmFactory, VersionFactory, make_image, place

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def bare(db):
    """A film of which nothing but a handful of facts is known."""
    return FilmFactory(
        key="bare", title_en="The Ferry", title_de="Die Fähre", year=2024,
        synopsis_short_en="", synopsis_short_de="",
    )  # fmt: skip


@pytest.fixture
def film(bare):
    edit(
        bare, logline_en="A ferry sails.", logline_de="Eine Fähre fährt.",
        synopsis_long_en="First she *waits*.\n\n## Later\n\n1. She [sails](https://sea.example).",
    )  # fmt: skip
    CreditFactory(film=bare, person__name="Nora Brandt")
    VersionFactory(film=bare, dialogue_languages=["de"])
    place(bare, make_image(alt_en="A ferry at dawn", caption_en="Dawn", photographer="Jaan Tamm"))
    return bare


def edit(film, **facts):
    with change(None, "test"):
        for name, value in facts.items():
            setattr(film, name, value)
        film.save()


def kit_bytes(film, *languages, is_draft=False, **changes):
    desk = desk_contents(film.record, languages or ["en"])
    contents = replace(desk, is_draft=is_draft, **changes)
    kit_docx.write(contents, out := BytesIO(), lambda percent, step: None)
    return out.getvalue()


def read_kit(film, *languages, **options):
    return docx.Document(BytesIO(kit_bytes(film, *languages, **options)))


def read_part(kit, name):
    """Return one part of the file as XML, as any other program finds it."""
    with ZipFile(BytesIO(kit)) as archive:
        return etree.fromstring(archive.read(name))


def words_of(part):
    """All words of a part in the order of reading, one line each paragraph."""
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in part.iter(f"{W}p")
    ]
