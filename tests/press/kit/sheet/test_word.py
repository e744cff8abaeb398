"""The data sheet as a Word document: one page, real headings, the same bytes on every day."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from pypdf import PdfReader

from editorial.changes import change
from press.kit import sheet as data_sheet
from press.kit.formats import FORMATS
from press.kit.sheet.files import list_files
from press.models import Kit
from tests.press.kit.sheet.conftest import contents_of
from tests.programs import run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def build(film, *languages, **changes):
    contents = replace(contents_of(film, *languages), **changes)
    data_sheet.write(contents, out := BytesIO(), lambda percent, step: None)
    return out.getvalue()


def read(film, *languages, **changes):
    return docx.Document(BytesIO(build(film, *languages, **changes)))


def write_at_length(film):
    """Fill every text up to its limit, in the long words of German."""
    with change(None, "test"):
        for name, words in (("logline", 25), ("synopsis_short", 50), ("synopsis_medium", 100),
                            ("synopsis_long", 250)):  # fmt: skip
            setattr(film, f"{name}_de", " ".join(["Hafenrand"] * words))
        film.save()


def test_format_is_offered():
    assert FORMATS[Kit.Format.SHEET] is data_sheet


def test_headings_lead_through_the_sheet(film):
    told = [(p.style.name, p.text) for p in read(film).paragraphs]
    assert [one for one in told if one[0].startswith(("Title", "Heading"))] == [
        ("Title", "The Ferry"),
        ("Heading 1", "Texts"),
        ("Heading 2", "Logline  3 of 25 words, 14 characters"),
        ("Heading 2", "Long synopsis  4 of 250 words, 22 characters"),
        ("Heading 1", "Specification"),
        ("Heading 1", "About the director"),
        ("Heading 2", "Biography: Nora Brandt  3 words, 12 characters"),
        ("Heading 1", "Cast and crew"),
        ("Heading 1", "Contacts"),
    ]


def test_text_over_its_limit_tells_festivals_its_length_alone(film):
    with change(None, "test"):
        film.logline_en = "sea " * 26
        film.save()
    (told,) = [p.text for p in read(film).paragraphs if p.text.startswith("Logline")]
    assert told == "Logline  26 words, 103 characters"


def test_every_word_says_its_language(film):
    document = read(film, "de")
    found = {run.text: run._r.find(f"{W}rPr/{W}lang").get(f"{W}val")
             for paragraph in document.paragraphs for run in paragraph.runs}  # fmt: skip
    assert found["Die Fähre"] == "de-DE"
    assert found["She waits."] == "en-GB"
    assert document.core_properties.language == "de-DE"


def test_same_facts_are_the_same_bytes(film):
    contents = contents_of(film, "de", "en")
    first, second = BytesIO(), BytesIO()
    data_sheet.write(contents, first, lambda percent, step: None)
    data_sheet.write(contents, second, lambda percent, step: None)
    assert first.getvalue() == second.getvalue()
    days = {info.date_time for info in ZipFile(first).infolist()}
    assert days == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(("is_draft", "told"), [(True, "Draft, not for publication"), (False, "")])
def test_draft_says_so_on_its_page(film, is_draft, told):
    (section,) = read(film, is_draft=is_draft).sections
    assert section.header.paragraphs[0].text == told


def test_letters_that_xml_refuses_are_left_out(bare):
    with change(None, "test"):
        bare.title_en = "The\x0b Fer\ufffery"
        bare.logline_en = "<w:p>&amp; ]]>"
        bare.save()
    document = read(bare)
    assert document.paragraphs[0].text == "The Ferry"
    assert "<w:p>& ]]>" in [p.text for p in document.paragraphs]


def test_one_page_holds_a_film_with_all_texts_in_each_language(film, tmp_path):
    write_at_length(film)
    (tmp_path / "sheet.docx").write_bytes(build(film, "de", "en"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    run("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path,
        tmp_path / "sheet.docx")  # fmt: skip
    pages = [page.extract_text() for page in PdfReader(tmp_path / "sheet.pdf").pages]
    assert ["Die Fähre" in pages[0], "The Ferry" in pages[1], len(pages)] == [True, True, 2]


def test_files_are_named_after_film_and_languages(film):
    files = list_files(contents_of(film, "de", "en"), "texts/")
    assert list(files) == [
        "texts/ferry_data-sheet_de-en_draft.docx", "texts/ferry_data-sheet_de-en_draft.csv"
    ]  # fmt: skip
