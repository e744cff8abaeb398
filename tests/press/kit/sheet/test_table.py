"""The data sheet as CSV: every field and language, and no formulas."""

import csv
from io import BytesIO, StringIO

from editorial.changes import change
from press.kit.sheet.table import write_table
from tests.press.kit.sheet.conftest import contents_of


def table_of(film, *languages):
    write_table(contents_of(film, *languages), out := BytesIO())
    assert out.getvalue()[:3] == b"\xef\xbb\xbf"
    return list(csv.reader(StringIO(out.getvalue().decode("utf-8-sig"), newline="")))


def test_rows_have_field_language_text_and_lengths(film):
    rows = table_of(film)
    assert rows[:4] == [
        ["Field", "Language", "Text", "Words", "Characters", "At most words"],
        ["Draft, not for publication", "en", "", "", "", ""],
        ["Logline", "en", "A ferry sails.", "3", "14", "25"],
        ["Long synopsis", "en", "She waits.\n\nShe sails.", "4", "22", "250"],
    ]


def test_two_languages_stand_in_one_table(film):
    rows = table_of(film, "de", "en")
    told = [(row[0], row[1], row[2]) for row in rows if row[0] == "Logline"]
    assert told == [
        ("Logline", "de", "Eine Fähre fährt."), ("Logline", "en", "A ferry sails.")
    ]  # fmt: skip
    assert rows[0][0] == "Feld"


def test_names_with_formulas_are_harmless_in_the_file(film):
    with change(None, "test"):
        film.title_en = '=HYPERLINK("https://bad.example")'
        film.save()
    assert [row[2] for row in table_of(film) if row[0] == "Title"] == [
        '\'=HYPERLINK("https://bad.example")'
    ]
