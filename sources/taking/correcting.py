"""What a person corrects of a statement: the film gets it, the claim keeps what the source says."""

from typing import Any

from sources.comparing.equal import is_equal
from sources.comparing.objects import Row
from sources.taking.choices import Choice, Values
from sources.taking.filling import Filler

# Fields of a row that a correction may be written into, by part.
WRITTEN: dict[str, tuple[str, ...]] = {
    "credits": ("name", "character"),
    "companies": ("name", "function"),
    "selections": ("section", "premiere", "date"),
    "awards": ("name", "body", "year", "result"),
    "releases": ("date", "status"),
    "press_items": ("title", "author", "outlet", "url", "date"),
    "titles": ("title", "kind"),
    "external_ids": ("value",),
}


def corrected_values(choice: Choice) -> Values:
    """Return what a person wrote otherwise than the source has it."""
    said = choice.fact.values
    return {
        name: value
        for name, value in choice.said.items()
        if value not in (None, "", []) and value != said.get(name)
    }


def correct_row(filler: Filler, made: Any, row: Row, choice: Choice) -> Values:
    """Write corrections into a row that says what the source said; return what was written.

    What the row says otherwise stays: the point is open.
    """
    written = {}
    for name, value in corrected_values(choice).items():
        ours, theirs = row.values.get(name), choice.fact.values.get(name)
        is_as_said = ours not in (None, "") and is_equal(name, ours, theirs)
        if row.part == "selections" and name == "date" and value[:4] != row.values.get("year"):
            continue
        if name in WRITTEN.get(row.part, ()) and is_as_said:
            written[name] = value
    if written:
        filler.correct_row(made, written, row.values)
    return written
