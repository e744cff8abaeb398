"""Cells of CSV files that no spreadsheet takes for a formula."""

import re

# Without it Excel takes UTF-8 for something else.
BOM = b"\xef\xbb\xbf"
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
# A spreadsheet that expects another separator than the file has, as Excel does in every second
# country, begins a cell inside ours: behind each separator and each line, past quotes and blanks.
INSIDE = re.compile(r"([;,\t\r\n][\s\"']*)([=+\-@＝＋－＠])")


def make_harmless(value: str) -> str:
    """Return a cell that no spreadsheet reckons with, whatever separator it expects."""
    begun = f"'{value}" if value.startswith(FORMULA) else value
    return INSIDE.sub(r"\1'\2", begun)
