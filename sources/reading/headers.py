"""Lines without labels that say what a film is: "Germany / Russia, 2011, 95mn"."""

import re
from collections.abc import Iterable

from people.printed.spelling import fold
from sources.reading.objects import Line, Reading
from sources.reading.technical import Said, read_countries, read_piece

_PARTING = re.compile(r"\s*[|·•;]\s*|\s*,(?!\d)\s*|\s+[–—-]\s+|\.\s+|\s*[()]\s*")
LONGEST = 200


def read_header(reading: Reading, line: Line, titles: Iterable[str]) -> bool:
    """Keep the facts; False unless every piece is one, but for the title or a word beside many."""
    if len(line.text) > LONGEST:
        return False
    bare = _without_title(line.text, titles).strip(" |,:–—-")
    if not bare:
        return False
    whole = read_piece(bare)
    pieces = (
        [] if whole else [piece for piece in _PARTING.split(bare) if piece and piece.strip(" .")]
    )
    said = [read_piece(piece) for piece in pieces]
    known = [one for found in said for one in found]
    unknown = len([found for found in said if not found])
    if not whole and (not known or unknown > 1 or (unknown and len(known) < 2)):
        return False
    for part, values in _merged([*whole, *known]):
        reading.tell(part, line.place, values)
    return True


def _without_title(text: str, titles: Iterable[str]) -> str:
    for title in titles:
        if fold(text[: len(title)]) == fold(title) and len(text) > len(title):
            return text[len(title) :]
    found = re.fullmatch(r"[^()]{2,100}\s\((?P<rest>[^()]*\d{4}[^()]*)\)", text)
    return found["rest"] if found and read_piece(found["rest"]) else text


def _merged(said: list[Said]) -> list[Said]:
    """Return the facts with all countries as one, in their order."""
    codes = [code for part, values in said if part == "countries" for code in values["codes"]]  # type: ignore[attr-defined]
    others = [one for one in said if one[0] != "countries"]
    return [("countries", {"codes": list(dict.fromkeys(codes))}), *others] if codes else others


def read_lands_alone(reading: Reading, line: Line) -> bool:
    """Keep "(ARGENTINA-URUGUAY)"."""
    codes = read_countries(line.text.strip("() ")) if len(line.text) < LONGEST else []
    if codes:
        reading.say("countries", line.place, codes=codes)
    return bool(codes)
