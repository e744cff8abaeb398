"""A table as a file: CSV line by line, XLSX in one piece."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import StringIO
from itertools import chain
from typing import IO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desk.data_out.tables.objects import Cell, Column, Kind, Row
from editorial.spreadsheets import BOM, make_harmless

SHORT_DATE = 14  # the number format of ECMA-376 that shows a date as the reader's country writes it
LONGEST = 32_767  # characters of a cell in Excel
LONGEST_TAB = 31
LINES_AT_ONCE = 200


def write_csv(columns: Iterable[Column], rows: Iterable[Row], separator: str) -> Iterator[bytes]:
    """Yield the file piece by piece: UTF-8 with its mark, dates as 2024-02-29."""
    lines = StringIO(newline="")
    table = csv.writer(lines, delimiter=separator)
    yield BOM
    head: Row = tuple(column.name for column in columns)
    for number, row in enumerate(chain([head], rows), 1):
        table.writerow([_as_text(cell) for cell in row])
        if number % LINES_AT_ONCE == 0:
            yield lines.getvalue().encode()
            lines.seek(0)
            lines.truncate()
    yield lines.getvalue().encode()


def _as_text(cell: Cell) -> str:
    if isinstance(cell, str):
        return make_harmless(cell)
    if isinstance(cell, float):
        return f"{cell:.2f}".rstrip("0").rstrip(".")
    return "" if cell is None else str(cell)


def write_xlsx(columns: list[Column], rows: Iterable[Row], title: str, target: IO[bytes]) -> None:
    """Write a workbook: the head stays in view, lines can be filtered, dates are dates.

    Each line leaves the memory when the next one comes.
    """
    book = Workbook(target, {"constant_memory": True})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
    day = book.add_format({"num_format": SHORT_DATE, "valign": "top", "align": "left"})
    sheet = book.add_worksheet(_tab(title))
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.name, head)
    last = 0
    for last, row in enumerate(rows, 1):
        for number, (column, cell) in enumerate(zip(columns, row, strict=True)):
            _write_cell(sheet, last, number, column, cell, day)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()


def _write_cell(
    sheet: Worksheet, line: int, number: int, column: Column, cell: Cell, day: Format
) -> None:
    if cell is None or cell == "":
        return
    if column.kind is Kind.DATE and isinstance(cell, date):
        sheet.write_datetime(line, number, datetime.combine(cell, time()), day)
    elif column.kind is Kind.NUMBER and isinstance(cell, int | float):
        sheet.write_number(line, number, cell)
    else:
        # Never a formula, never a link.
        sheet.write_string(line, number, str(cell)[:LONGEST])


def _tab(title: str) -> str:
    """Return a name that a worksheet may have."""
    return "".join(letter for letter in title if letter not in "[]:*?/\\")[:LONGEST_TAB] or _(
        "Table"
    )
