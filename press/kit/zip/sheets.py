"""Captions of all pictures as a table, for Excel and for everything else."""

import csv
import shutil
from collections.abc import Iterator, Sequence
from io import StringIO
from tempfile import TemporaryFile
from typing import IO

from django.utils.translation import override, pgettext
from xlsxwriter import Workbook

from assets.metadata import tidy
from editorial.spreadsheets import BOM, make_harmless
from press.kit.contents import KitContents
from press.kit.zip.packing import Writer
from press.kit.zip.pictures import KitPicture

LONGEST = 4000
# Of the name of a worksheet (ECMA-376).
LONGEST_TAB = 31
# In characters: names of files, then captions and terms; what is short stands between them.
FILE_WIDTH, WIDTH, NARROW = 52, 48, 24


def list_sheets(contents: KitContents, pictures: Sequence[KitPicture]) -> dict[str, Writer]:
    """Return both tables."""
    return {
        "captions.csv": lambda target: _write_csv(contents, pictures, target),
        "captions.xlsx": lambda target: _write_xlsx(contents, pictures, target),
    }


def _rows(contents: KitContents, pictures: Sequence[KitPicture]) -> Iterator[list[str]]:
    with override(contents.main.language):
        caption = pgettext("press kit", "Caption")
        terms = pgettext("press kit", "Terms of use")
        yield [
            pgettext("press kit", "File"),
            *(f"{caption} ({code})" for code in contents.languages),
            pgettext("press kit", "Photographer"),
            pgettext("press kit", "Credit"),
            pgettext("press kit", "Pixels"),
            *(f"{terms} ({code})" for code in contents.languages),
        ]
    for picture in pictures:
        said = picture.words
        row = [
            picture.name,
            *(said.captions.get(code, "") for code in contents.languages),
            said.creator,
            said.credit,
            "{} × {}".format(*picture.size),
            *(said.usage_terms.get(code, "") for code in contents.languages),
        ]
        yield [tidy(value, LONGEST) for value in row]


def _write_csv(contents: KitContents, pictures: Sequence[KitPicture], target: IO[bytes]) -> None:
    """Write UTF-8 with its mark, without which Excel takes it for something else."""
    target.write(BOM)
    for row in _rows(contents, pictures):
        line = StringIO(newline="")
        csv.writer(line).writerow([make_harmless(value) for value in row])
        target.write(line.getvalue().encode())


def _write_xlsx(contents: KitContents, pictures: Sequence[KitPicture], target: IO[bytes]) -> None:
    """Write a table whose head stays in view and whose lines can be filtered."""
    with TemporaryFile() as file:
        book = Workbook(file, {"constant_memory": True})
        book.set_properties({"created": contents.as_of.replace(tzinfo=None)})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        with override(contents.main.language):
            sheet = book.add_worksheet(pgettext("press kit", "Captions")[:LONGEST_TAB])
        for column, width in enumerate(_widths(len(contents.languages))):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(pictures), 3 + 2 * len(contents.languages))
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for number, row in enumerate(_rows(contents, pictures)):
            for column, value in enumerate(row):
                # Never a formula, never a link.
                sheet.write_string(number, column, value, cell if number else head)
        book.close()
        file.seek(0)
        shutil.copyfileobj(file, target)


def _widths(languages: int) -> list[int]:
    return [FILE_WIDTH, *[WIDTH] * languages, *[NARROW] * 3, *[WIDTH] * languages]
