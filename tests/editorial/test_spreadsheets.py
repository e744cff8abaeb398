"""Cells that no spreadsheet takes for a formula, whatever separator it splits the file by."""

import csv
from io import StringIO

import pytest

from editorial.spreadsheets import make_harmless

FIRST = ["=", "+", "-", "@", "＝"]


@pytest.mark.parametrize("first", [*FIRST, "\t", "\r"])
def test_formulas_are_text(first):
    assert make_harmless(f"{first}1+1") == f"'{first}1+1"


@pytest.mark.parametrize("text", ["5 = 3+2, – a@b.example", "Kiel; Riga", "Baden-Baden", ""])
def test_other_cells_stay_as_they_are(text):
    assert make_harmless(text) == text


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("between", [";", ",", "\t", "\n", "; ", ';"', ", '"])
def test_formula_behind_a_separator_is_text(between, first):
    assert make_harmless(f"Kiel{between}{first}1+1") == f"Kiel{between}'{first}1+1"


@pytest.mark.parametrize("theirs", [";", ",", "\t"])
@pytest.mark.parametrize("ours", [";", ","])
def test_no_cell_begins_a_formula_for_whoever_expects_another_separator(ours, theirs):
    file = StringIO(newline="")
    hostile = [f'x{between}{first}cmd|" /C calc"!A0'
               for between in (";", ",", "\t", "\n", '";"', '","') for first in FIRST]  # fmt: skip
    csv.writer(file, delimiter=ours).writerow([make_harmless(text) for text in hostile])
    lines = csv.reader(StringIO(file.getvalue(), newline=""), delimiter=theirs)
    cells = [cell.lstrip(' "') for line in lines for cell in line]
    assert [cell for cell in cells if cell.startswith(tuple(FIRST))] == []
