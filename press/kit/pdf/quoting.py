"""Quotation marks of the language that a quote is in, around words that have none."""

from typing import Any

ENGLISH = ("“", "”")
MARKS = {
    "de": ("„", "“"),
    "cs": ("„", "“"),
    "et": ("„", "“"),
    "pl": ("„", "”"),
    "fr": ("«\u202f", "\u202f»"),
    "es": ("«", "»"),
    "it": ("«", "»"),
    "ru": ("«", "»"),
    "uk": ("«", "»"),
    "el": ("«", "»"),
    "ja": ("「", "」"),
}
OPENING = tuple("\"'“”„«»‚‘‹›「『")
Prose = dict[str, Any]


def quote_prose(prose: Prose) -> Prose:
    """Return the blocks in quotation marks, unless they begin with one or have no words."""
    spoken = [block for block in prose["blocks"] if block.get("spans")]
    if not spoken or _first_word(spoken[0]).startswith(OPENING):
        return prose
    before, after = MARKS.get(prose["lang"], ENGLISH)
    first, last = spoken[0], spoken[-1]
    changed = {id(first): [_mark(before, first["spans"][0]), *first["spans"]]}
    spans = changed.get(id(last), last["spans"])
    changed[id(last)] = [*spans, _mark(after, spans[-1])]
    blocks = [
        {**block, "spans": changed[id(block)]} if id(block) in changed else block
        for block in prose["blocks"]
    ]
    return {**prose, "blocks": blocks}


def _first_word(block: dict[str, Any]) -> str:
    return "".join(span.get("text", "") for span in block["spans"]).lstrip()


def _mark(mark: str, beside: dict[str, Any]) -> dict[str, Any]:
    """Return the mark in the letters of the words beside it."""
    return {"text": mark, "marks": beside.get("marks", []), "url": ""}
