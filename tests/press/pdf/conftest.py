"""Films whose kits the tests read back."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from press.kit import pdf
from press.kit.contents import desk_contents
from press.kit.pdf import short
from tests.factories import CreditFactory, FilmFactory, make_image, place


@pytest.fixture
def film(db):
    film = FilmFactory(
        key="ferry", slug_en="ferry", slug_de="faehre", title_en="The Ferry", title_de="Die Fähre",
        logline_en="A ferry sails.", logline_de="Eine Fähre fährt.",
        synopsis_short_en="", synopsis_short_de="",
        synopsis_long_en="First she waits.\n\n## Later\n\nThen she *sails*.", year=2024,
    )  # fmt: skip
    CreditFactory(film=film)
    place(film, make_image(alt_en="A ferry at dawn", caption_en="Dawn", photographer="Jaan Tamm"))
    return film


def kit_bytes(film, *languages, module=pdf, is_draft=False, **changes):
    desk = desk_contents(film.record, languages or ["en"])
    contents = replace(desk, is_draft=is_draft, **changes)
    module.write(contents, out := BytesIO(), lambda percent, step: None)
    return out.getvalue()


def read_kit(film, *languages, **options):
    return PdfReader(BytesIO(kit_bytes(film, *languages, **options)))


def read_short(film, *languages):
    return read_kit(film, *languages, module=short)


def words_of(reader):
    """All words of a PDF in the order of its pages, however its lines were broken."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())
