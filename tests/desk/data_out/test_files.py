"""The page of data, and the files it sends: who may, what opens, what is no formula."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.urls import reverse

from sources.columns.guessing import guess_layout
from sources.columns.meanings import Meaning
from tests.desk.data_out.world import make_ferry
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db
ASKED = {"table": "credits", "films": "all", "language": "en", "format": "csv"}


@pytest.fixture
def editor(client):
    client.force_login(make_member("editor"))
    return client


def ask(client, **changed):
    return client.get(reverse("data_out_table"), {**ASKED, **changed})


def content(response) -> bytes:
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(("language", "separator"), [("en", ","), ("de", ";")])
def test_csv_is_separated_as_its_language_expects(editor, language, separator):
    make_ferry()
    sent = content(ask(editor, language=language))
    assert sent[:3] == b"\xef\xbb\xbf"
    lines = list(csv.reader(StringIO(sent.decode("utf-8-sig"), newline=""), delimiter=separator))
    assert {len(line) for line in lines} == {14}
    assert [line[5] for line in lines[1:]] == [
        "Ada Lindqvist", {"en": "Sailors; of Kiel", "de": "Matrosen"}[language]
    ]  # fmt: skip


def test_separator_can_be_chosen(editor):
    make_ferry()
    assert b"Key;Film;Order" in content(ask(editor, separator="semicolon"))


def test_formula_is_text_in_csv_and_itself_in_the_workbook(editor):
    make_ferry()
    assert b"'=1+1" in content(ask(editor))
    book = ZipFile(BytesIO(content(ask(editor, format="xlsx"))))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert ("<t>=1+1</t>" in sheet, "<f>" in sheet, "'=1+1" in sheet) == (True, False, False)


def test_workbook_has_dates_numbers_a_frozen_head_and_a_filter(editor):
    make_ferry()
    book = ZipFile(BytesIO(content(ask(editor, table="festivals", format="xlsx"))))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<v>40968</v>" in sheet  # 29 February 2012, in days as Excel counts them
    assert "<v>2012</v>" in sheet
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:N4"/>' in sheet
    assert 'numFmtId="14"' in book.read("xl/styles.xml").decode()


def test_csv_has_dates_that_programs_read(editor):
    make_ferry()
    assert b",2012-02-29," in content(ask(editor, table="festivals"))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("credits", {Meaning.FILM, Meaning.ORDER, Meaning.ROLE, Meaning.NAME,
                     Meaning.CREDITED_AS, Meaning.CHARACTER}),
        ("festivals", {Meaning.FILM, Meaning.FESTIVAL, Meaning.YEAR, Meaning.CITY,
                       Meaning.COUNTRY, Meaning.SECTION, Meaning.PREMIERE, Meaning.DATE,
                       Meaning.AWARD, Meaning.RESULT, Meaning.RECIPIENT}),
    ],
)  # fmt: skip
def test_table_is_understood_where_tables_are_read(editor, table, wanted, language):
    make_ferry()
    text = content(ask(editor, table=table, language=language)).decode("utf-8-sig")
    meanings = set(guess_layout(text).meanings)
    assert wanted - meanings == set()


@pytest.mark.parametrize(
    "wrong", [{"table": "x"}, {"language": "fr"}, {"format": "pdf"}, {"films": "x"}]
)
def test_what_cannot_be_answered_is_shown_again(editor, wrong):
    response = ask(editor, **wrong)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == list(wrong)


def test_films_chosen_in_the_list_are_offered(editor):
    one, _two = make_ferry(), FilmFactory(key="other")
    url = reverse("admin:films_film_changelist")
    led = editor.post(url, {"action": "choose_films", "_selected_action": [one.pk]})
    assert led.headers["Location"] == f"/admin/data/?films={one.pk}"
    page = editor.get(led.headers["Location"])
    assert page.context["form"].initial["films"] == str(one.pk)
    assert b"ferry" in content(ask(editor, films=str(one.pk)))


@pytest.mark.parametrize(
    ("role", "status"), [("editor", 200), ("viewer", 403), ("translator", 403)]
)
def test_who_edits_may_take_data_along(client, role, status):
    client.force_login(make_member(role, languages=["de"]))
    names = ("data_out", "data_out_site")
    assert [client.get(reverse(name)).status_code for name in names] == [status, status]
    labels = {room.label for g in client.get("/admin/").context["menu"] for room in g.rooms}
    assert ("desk.data" in labels) is (status == 200)
