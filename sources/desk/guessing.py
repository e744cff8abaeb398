"""What the fields of a source begin with, from its text."""

from typing import Any

from sources.columns.languages import guess_table_language
from sources.desk.forms import FIELDS
from sources.models import Source
from sources.reading.guess import guess_source

LONGEST_TITLE = 300


def guess_fields(text: str, file_name: str = "", is_table: bool = False) -> dict[str, Any]:
    """Return initial values; the title is the first line if nothing better is known."""
    if is_table:
        known = {"title": file_name[:LONGEST_TITLE], "kind": Source.Kind.TABLE}
        return known | {"language": guess_table_language(text)}
    guessed = guess_source(text)
    known = {name: value for name, value in guessed.items() if value and name in FIELDS}
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return {"title": first[:LONGEST_TITLE]} | known
