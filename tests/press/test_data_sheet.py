"""/{lang}/{film}/press/data-sheet/: what is live, to copy and as files."""

import re
from io import BytesIO

import docx
import pytest

from editorial.changes import change
from editorial.publishing import withdraw
from tests.factories import FilmFactory
from tests.microsites.making import go_live

pytestmark = pytest.mark.django_db
PAGE = "/en/ferry/press/data-sheet/"
FILE = "/en/ferry/press/data-sheet."


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", title_en="The Ferry",
                       logline_en="A ferry sails.")  # fmt: skip
    go_live(film)
    with change(None, "test"):
        film.logline_en = "It sinks."
        film.save()
    return film


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_page_shows_what_is_live_with_its_length(client, film):
    text = text_of(client, PAGE)
    assert re.findall(r'id="field-logline"[^>]*><p>([^<]+)<', text) == ["A ferry sails."]
    assert re.findall(r'sheet__length">([^<]+)<', text)[0] == "3 of 25 words, 14 characters"
    assert "It sinks." not in text


def test_every_field_has_a_button_that_names_it(client, film):
    text = text_of(client, PAGE)
    fields = re.findall(r'id="(field-[^"]+)"', text)
    assert fields == re.findall(r'data-copy="([^"]+)"', text)
    assert fields[:2] == ["field-logline", "field-synopsis-short"]
    assert 'aria-label="Copy: Logline" hidden' in text


def test_page_runs_nothing_inline(client, film):
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>| style=| on\w+=", text_of(client, PAGE)) == []


def test_page_leads_to_both_languages_and_from_the_press_area(client, film):
    assert 'href="/de/faehre/press/data-sheet/"' in text_of(client, PAGE)
    assert f'href="{PAGE}"' in text_of(client, "/en/ferry/press/")
    assert client.get("/en/faehre/press/data-sheet/").url == PAGE


def test_files_are_what_the_page_shows(client, film):
    table = client.get(f"{FILE}csv")
    assert table["Content-Type"] == "text/csv; charset=utf-8"
    assert table["Content-Disposition"] == 'attachment; filename="ferry_data-sheet_en.csv"'
    assert table.content.decode("utf-8-sig").splitlines()[1] == "Logline,en,A ferry sails.,3,14,25"
    document = client.get(f"{FILE}docx")
    assert document["Content-Disposition"] == 'attachment; filename="ferry_data-sheet_en.docx"'
    assert docx.Document(BytesIO(document.content)).paragraphs[0].text == "The Ferry"


@pytest.mark.parametrize(
    "address", [f"{FILE}pdf", "/en/none/press/data-sheet/", "/en/none/press/data-sheet.csv"]
)
def test_what_is_not_there_is_not_found(client, film, address):
    assert client.get(address).status_code == 404


def test_withdrawn_language_has_no_sheet(client, film):
    withdraw(film.record, "en")
    assert [client.get(address).status_code for address in (PAGE, f"{FILE}csv")] == [404, 404]
