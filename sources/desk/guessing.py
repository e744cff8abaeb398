"""What the fields of a source begin with, from its text."""

from typing import Any

from sources.columns.languages import guess_table_language
from sources.desk.forms import FIELDS
from sources.models import Source
from sources.reading.guess import guess_source
from sources.reading.junk import is_junk

LONGEST_TITLE = 300


def guess_fields(text: str, file_name: str = "", is_table: bool = False) -> dict[str, Any]:
    """Return initial values; the title is the first line of it if nothing better is known."""
    if is_table:
        known = {"title": file_name[:LONGEST_TITLE], "kind": Source.Kind.TABLE}
        return known | {"language": guess_table_language(text)}
    guessed = guess_source(text)
    known = {name: value for name, value in guessed.items() if value and name in FIELDS}
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    first = next((line for line in lines if not is_junk(line)), lines[0] if lines else "")
    return {"title": first[:LONGEST_TITLE]} | known
