"""Texts that want to be code, or to run off the page, in every place where somebody may type."""

import re

import pytest

from editorial.changes import change
from films.models import PressItem, Quote
from people.models import Company
from press.kit import pdf
from press.kit.pdf import short
from tests.factories import (
    CreditFactory,
    EditionFactory,
    FestivalFactory,
    PersonFactory,
    SelectionFactory,
    make_image,
    place,
)
from tests.press.pdf.conftest import kit_bytes, read_kit, words_of
from tests.programs import run

HOSTILE = (
    "= Heading <label> @ref",
    "#import \"x\": * #panic() #read(\"/etc/passwd\")",
    "$x^2$ \\u{41} // no comment /* none */",
    "<b>bold</b> &amp; <script>alert(1)</script>",
    "=cmd|' /C calc'!A0 {\\rtf1} %PDF-1.7 endobj",
    "1. May - no list",
    "W" * 120,
    "x" * 39 + "@example.com",
)  # fmt: skip
WIDTH, MARGIN = 595.3, 20


@pytest.fixture
def hostile(film):
    """The film with a text in the place of names, credits, captions, quotes and festivals."""

    def fill(*texts):
        for number, text in enumerate(texts):
            put_everywhere(film, text, number)
        return film

    return fill


def put_everywhere(film, text, number):
    CreditFactory(film=film, person=PersonFactory(name=text))
    festival = FestivalFactory(name_en=text, name_de=text, city=text[:80])
    SelectionFactory(film=film, edition=EditionFactory(festival=festival))
    place(
        film,
        make_image(colour=(number * 9, 9, 90), caption_en=text, alt_en=text, photographer=text),
    )
    with change(None, "test"):
        company = Company.objects.create(name=text)
        film.company_credits.create(company=company, function="production_company", position=0)
        item = PressItem.objects.create(
            film=film, author=text, outlet=text, title="A review", language="en"
        )
        Quote.objects.create(press_item=item, text="She waits well.", position=0)


def test_texts_are_printed_as_they_were_typed_wherever_they_stand(hostile):
    words = "".join(words_of(read_kit(hostile(*HOSTILE))).split())
    # Person on the cover, in facts, credits and billing; company in contacts, credits and billing;
    # festival and its city; caption and credit; author and outlet of a quote.
    found = {text: words.count("".join(text.split())) >= 8 for text in HOSTILE}
    assert found == dict.fromkeys(HOSTILE, True)


@pytest.mark.parametrize("module", [pdf, short], ids=["full", "short"])
def test_nothing_runs_off_the_page(hostile, module, tmp_path):
    film = hostile("W" * 120, "Wunderlichkeit" * 12)
    (tmp_path / "kit.pdf").write_bytes(kit_bytes(film, module=module))
    boxes = run("pdftotext", "-bbox", tmp_path / "kit.pdf", "-").stdout
    ends = [float(end) for end in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert len(ends) > 40
    assert max(ends) <= WIDTH - MARGIN


def test_controls_and_overrides_leave_no_trace(hostile):
    words = words_of(read_kit(hostile("Ada\u0007 \u202eevil\u2066 Lind")))
    assert "Ada evil Lind" in words
    assert not re.search("[\u0007\u202e\u2066]", words)


def test_name_in_hebrew_is_read_from_its_first_letter(hostile):
    words = words_of(read_kit(hostile("יעל כהן")))
    assert "יעל כהן" in words or "ןהכ לעי" in words
