"""Lists within a line: the pieces of a value with their places."""

import re

_PIECES = re.compile(r"[,;](?![^()]{0,80}\))\s*")
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
    bare = raw.strip(_EDGES)
    # An abbreviation keeps its full stop: "Vltava Film s.r.o.", "CTB Film Co.".
    kept = re.search(
        re.escape(bare) + r"\.", raw
    ) and re.search(r"(?:\b\w\.\w(?:\.\w)*|\b(?:Prods?|Co|Bros|Inc|Ltd|Corp|Ent|Dist|Intl|Jr|Sr))$", bare)  # fmt: skip
    return bare + "." if kept else bare
