"""Captions of all pictures as a table, for Excel and for everything else."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from tempfile import TemporaryFile
from typing import IO

from django.utils.translation import override, pgettext
from xlsxwriter import Workbook

from assets.metadata import tidy
from press.kit.contents import KitContents
from press.kit.zip.pictures import KitPicture
from press.kit.zip.texts import Writer

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
LONGEST = 4000
WIDTH = 40


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
            *(f"{terms} ({code})" for code in contents.languages),
        ]
    for picture in pictures:
        said = picture.words
        row = [
            picture.name,
            *(said.captions.get(code, "") for code in contents.languages),
            said.creator,
            said.credit,
            *(said.usage_terms.get(code, "") for code in contents.languages),
        ]
        yield [tidy(value, LONGEST) for value in row]


def _write_csv(contents: KitContents, pictures: Sequence[KitPicture], target: IO[bytes]) -> None:
    """Write UTF-8 with its mark, without which Excel takes it for something else."""
    target.write(b"\xef\xbb\xbf")
    for row in _rows(contents, pictures):
        line = StringIO(newline="")
        csv.writer(line).writerow([_harmless(value) for value in row])
        target.write(line.getvalue().encode())


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA) else value


def _write_xlsx(contents: KitContents, pictures: Sequence[KitPicture], target: IO[bytes]) -> None:
    with TemporaryFile() as file:
        book = Workbook(file, {"constant_memory": True})
        book.set_properties({"created": contents.as_of.replace(tzinfo=None)})
        sheet = book.add_worksheet()
        sheet.set_column(0, 2 + 2 * len(contents.languages), WIDTH)
        for number, row in enumerate(_rows(contents, pictures)):
            for column, value in enumerate(row):
                sheet.write_string(number, column, value)  # never a formula, never a link
        book.close()
        file.seek(0)
        while block := file.read(64 * 1024):
            target.write(block)
