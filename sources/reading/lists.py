"""Lists within a line: the pieces of a value with their places."""

import re

_PIECES = re.compile(r"[,;](?![^()]{0,80}\))\s*")
_SHORT = re.compile(r"(?:\b\w\.\w(?:\.\w)*|\b(?:Prods?|Co|Bros|Inc|Ltd|Corp|Ent|Dist|Intl|Jr|Sr))$")
_EDGES = " \t.,;:|"


def pieces_of(value: str, parting: re.Pattern[str] = _PIECES) -> list[tuple[str, int]]:
    """Return the pieces of a list with their places; commas in brackets part nothing."""
    pieces, at = [], 0
    for found in [*parting.finditer(value), None]:
        end = found.start() if found else len(value)
        raw = value[at:end]
        bare = _strip(raw)
        if bare:
            pieces.append((bare, at + raw.index(bare)))
        at = found.end() if found else end
    return pieces


def _strip(raw: str) -> str:
    """Return a piece without its edges; an abbreviation keeps its full stop: "CTB Film Co."."""
    bare = raw.strip(_EDGES)
    after = raw.index(bare) + len(bare)
    return f"{bare}." if raw[after : after + 1] == "." and _SHORT.search(bare) else bare
