"""Names as catalogues and trade papers print them: surnames in capitals, a second script, one
surname alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from people.printed.kinds import is_company
from people.printed.names import PrintedName, read_names
from people.scripts import LATIN, script_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True)
class NameRead:
    """A name as a record has it; `other_name` is the same in another script."""

    name: str
    kind: str
    other_name: str = ""
    character: str = ""
    is_doubtful: bool = False


def recase(name: str) -> str:
    """Write surnames in capitals as names are written: Veit HELMER → Veit Helmer.

    A word of one letter, an initial, and a name that is wholly an acronym stay.
    """
    words = _WORD.findall(name)
    if not any(len(word) > 1 and word.isupper() for word in words):
        return name
    if len(words) == 1:
        return name if len(name) <= 4 else _lower(name)
    return _WORD.sub(lambda match: _lower(match[0]), name)


def _lower(word: str) -> str:
    if len(word) < 2 or not word.isupper():
        return word
    if word.startswith("MC") and len(word) > 3:
        return "Mc" + word[2] + word[3:].lower()
    return re.sub(r"(^|['’])(\w)(\w*)", lambda m: m[1] + m[2] + m[3].lower(), word)


def read_printed(text: str, known: Iterable[str] = ()) -> list[NameRead]:
    """Return the names of a list; a surname alone stands for the known name that ends in it."""
    bare = text.strip(" \t.,;\xa0")
    whole = _resolve_surnames(bare, list(known))
    return [_as_read(name) for name in read_names(whole)]


def _resolve_surnames(text: str, known: list[str]) -> str:
    pieces = re.split(r"(\s*,\s*|\s+and\s+|\s+und\s+)", text)
    for index, piece in enumerate(pieces):
        if piece and " " not in piece and not is_company(piece):
            full = [name for name in known if name.split()[-1].casefold() == piece.casefold()]
            if full:
                pieces[index] = full[0]
    return "".join(pieces)


def _as_read(name: PrintedName) -> NameRead:
    other = name.remark if name.remark and script_of(name.remark) != LATIN else ""
    doubtful = name.is_doubtful or bool(name.remark and not other)
    text = name.text if name.kind == "company" else recase(name.text)
    other = recase(other)
    return NameRead(text, name.kind, other, name.character, doubtful)
