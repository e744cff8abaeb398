"""Rows and cells of a table's text, whatever wrote it."""

import pytest

from sources.columns.cells import find_delimiter, read_rows


def cells(text, delimiter=","):
    return [row.cells for row in read_rows(text, delimiter)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\nc,d\n", [("a", "b"), ("c", "d")]),
        ('"a, b",c', [("a, b", "c")]),
        ('"a ""b""",c', [('a "b"', "c")]),
        ('"a\nb",c\nd,e', [("a\nb", "c"), ("d", "e")]),
        ("a\n\n\nb,,", [("a",), ("b", "", "")]),
        ('"a" b,c', [("ab", "c")]),
        ('5" gun,c', [('5" gun', "c")]),
        ('"never closed,c\nd,e', [('"never closed', "c"), ("d", "e")]),
        ("", []),
    ],
)
def test_rows_are_cut_as_spreadsheets_cut_them(text, expected):
    assert cells(text) == expected


def test_a_row_has_its_place_in_the_text():
    text = 'a,b\n"c\nd",e\n'
    assert [text[row.start : row.end] for row in read_rows(text, ",")] == ["a,b", '"c\nd",e']


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\nc,d", ","),
        ("a;b, c\nd;e\nf;g, h, i", ";"),
        ("a\tb\nc\td", "\t"),
        ("a|b|c\nd|e|f", "|"),
        ("one\ntwo", ","),
        ("sep=;\na,b;c", ";"),
        ('"a;b;c",d\n"e;f",g', ","),
        ("", ","),
    ],
)
def test_the_sign_between_cells_is_found(text, expected):
    assert find_delimiter(text) == expected


def test_many_quotation_marks_take_no_long_time():
    assert len(cells('"a\n' * 20_001)) == 10_001
