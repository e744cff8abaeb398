"""Captions as tables: for Excel and for everything else, never a formula."""

import csv
from io import BytesIO, StringIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from editorial.changes import change
from tests.factories import place
from tests.press.kit.zip.making import STILL, make_film, make_press_image, read

pytestmark = pytest.mark.django_db
TERMS = "Pictures may be used free of charge in reports about this film, with the credit that "
TERMS += "stands beside each."
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def film():
    return make_film()


def rows_of(archive: ZipFile) -> list[list[str]]:
    return list(csv.reader(StringIO(archive.read("captions.csv").decode("utf-8-sig"))))


def test_table_names_every_picture_with_its_words(film):
    head, row = rows_of(read(film, "en"))
    assert head == [
        "File", "Caption (en)", "Photographer", "Credit", "Pixels", "Terms of use (en)"
    ]  # fmt: skip
    assert row == [STILL, "Dawn", "Nora Brandt", "Nora Brandt", "900 × 600", TERMS]


@pytest.mark.parametrize(
    "caption",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\u200b=1", '=HYPERLINK("//x")'],
)
def test_table_has_no_formulas(film, caption):
    image = make_press_image(colour=(9, 9, 9))
    with change(None, "test"):
        type(image).objects.filter(pk=image.pk).update(caption_en=caption)
    place(film, image)
    archive = read(film, "en")
    shown = caption.strip("\t\r\u200b")
    assert rows_of(archive)[2][1] == f"'{shown}"
    sheet = ElementTree.fromstring(workbook(archive).read("xl/worksheets/sheet1.xml"))
    cells = {cell.get("r"): cell for cell in sheet.iter(f"{MAIN}c")}
    assert cells["B3"].get("t") == "inlineStr"
    assert cells["B3"].findtext(f"{MAIN}is/{MAIN}t") == shown
    assert list(sheet.iter(f"{MAIN}f")) == []
    assert list(sheet.iter(f"{MAIN}hyperlink")) == []


def workbook(archive: ZipFile) -> ZipFile:
    return ZipFile(BytesIO(archive.read("captions.xlsx")))


def test_workbook_speaks_the_language_of_the_kit(film):
    book = workbook(read(film)).read("xl/workbook.xml").decode()
    assert 'name="Bildunterschriften"' in book
