"""The data sheet as CSV, one row for each field and language."""

import csv
from io import StringIO
from typing import IO

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from editorial.spreadsheets import BOM, make_harmless
from press.kit.contents import KitContents
from press.kit.sheet.making import make_sheets


def write_table(contents: KitContents, target: IO[bytes]) -> None:
    """Write all fields with their lengths; equal contents give equal bytes."""
    lines = StringIO(newline="")
    table = csv.writer(lines)
    with override(contents.main.language):
        table.writerow([
            pgettext("press kit", "Field"), _("Language"), pgettext("press kit", "Text"),
            pgettext("press kit", "Words"), pgettext("press kit", "Characters"),
            pgettext("press kit", "At most words"),
        ])  # fmt: skip
    for sheet in make_sheets(contents):
        if sheet.is_draft:
            with override(sheet.language):
                told = pgettext("press kit", "Draft, not for publication")
            table.writerow([told, sheet.language, "", "", "", ""])
        for entry in sheet.entries:
            language = entry.language or sheet.language
            row = [make_harmless(entry.label), language, make_harmless(entry.text)]
            table.writerow([*row, entry.words, entry.characters, entry.limit or ""])
    target.write(BOM + lines.getvalue().encode())
