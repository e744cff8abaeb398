"""Names as they are printed in credits: persons, groups, companies, characters.

A text is split into several names only if every piece looks like one; `&` is never split, because
companies carry it in their names. What still holds a separator afterwards is for a human to see.
"""

import re
from dataclasses import dataclass

from people.printed.kinds import (
    NameKind,
    is_company,
    is_group,
    is_name_like,
    kind_of,
    names_institution,
)
from people.printed.spelling import is_variant

_STRONG = re.compile(r"\s*[,;+]\s*|\s+/\s+")
_AND = re.compile(r"\s+(?:and|und)\s+", re.IGNORECASE)
_SUFFIX = re.compile(r",\s*(?=(?:Jr|Sr|II|III|IV|Ph\.?D|Inc|Ltd|LLC|GmbH|S\.?A)\b)")
_REMARK = re.compile(r"(?P<name>[^()]+?)\s*\((?P<remark>[^()]+)\)")
_MORE = re.compile(
    r"(?:\s*,\s*|\s+)(?:(?:and|und)\s+)?"
    r"(?:many (?:others|more)|others|viele (?:andere|mehr)|u\.\s?v\.\s?a\.?|u\.\s?a\.?|et al\.?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PrintedName:
    """One name out of a credit line with what is printed beside it, e.g. the character."""

    text: str
    kind: NameKind = "person"
    character: str = ""
    credited_as: str = ""
    remark: str = ""
    is_doubtful: bool = False

    @property
    def with_remark(self) -> str:
        return f"{self.text} ({self.remark})" if self.remark else self.text


def read_names(text: str) -> tuple[PrintedName, ...]:
    """The names of one credit line; a doubtful one still holds a separator."""
    names = []
    for piece in split_names(text):
        name, character, credited_as = split_character(piece)
        kind = kind_of(name)
        remark = _REMARK.fullmatch(name) if kind == "person" else None
        name = remark["name"] if remark else name
        names.append(
            PrintedName(
                name,
                kind,
                character,
                credited_as,
                remark["remark"] if remark else "",
                kind != "group" and bool(_STRONG.search(name) or _AND.search(name)),
            )
        )
    return tuple(names)


def split_names(text: str) -> tuple[str, ...]:
    """'A B, C D und E F' -> three pieces; one piece when not every piece looks like a name."""
    whole = " ".join(text.split())
    plain = _MORE.sub("", whole).strip(" ,;")
    if not plain:
        return (whole,) if whole else ()
    protected = _SUFFIX.sub("\0", plain)
    pieces = [_unprotect(piece) for piece in _STRONG.split(protected) if piece]
    if len(pieces) > 1 and not _is_list(pieces):
        return (plain,)
    return tuple(name for piece in pieces for name in _split_at_and(piece))


def has_more(text: str) -> bool:
    """Whether a list of names ends in 'and many more', 'u.v.a.' and the like."""
    return _MORE.search(" ".join(text.split())) is not None


def _unprotect(piece: str) -> str:
    return piece.replace("\0", ", ").strip()


def _is_list(pieces: list[str]) -> bool:
    """Whether all pieces are names; 'Meier, Anna' and 'Anna Meier, Berlin' could be one."""
    names = [name for piece in pieces for name in _split_at_and(piece)]
    if any(is_company(name) for name in names):
        return all(_is_piece(name, fewest=2) for name in names)
    full = [name for name in names if " " in name]
    has_enough = len(full) == len(names) or len(full) > 1
    return has_enough and all(_is_piece(name, fewest=1) for name in names)


def _split_at_and(piece: str) -> list[str]:
    """Split at and/und if all parts are full names; the words of an institution stay together."""
    parts = _AND.split(piece)
    joined = _join_institutions(piece, parts)
    if len(joined) == 1 or (is_company(piece) and not any(is_group(part) for part in joined)):
        return [piece]
    return joined if all(_is_piece(part, fewest=2) for part in joined) else [piece]


def _join_institutions(piece: str, parts: list[str]) -> list[str]:
    joined = [parts[0]]
    for part in parts[1:]:
        if is_group(joined[-1]) and names_institution(part):
            start = piece.index(joined[-1])
            joined[-1] = piece[start : piece.index(part, start) + len(part)]
        else:
            joined.append(part)
    return joined


def _is_piece(text: str, fewest: int) -> bool:
    return is_name_like(split_character(text)[0], fewest)


_AS_CHARACTER = re.compile(r"^(?P<name>.+?)\s+(?:as|als)\s+(?P<character>\S.*)$")
_DOTS = re.compile(r"^(?P<name>.+?)\s*(?:\.{3,}|…)\s*(?P<character>\S.*)$")
_CREDITED = re.compile(
    r"^(?P<name>.+?)\s*\((?:credited as|genannt als|im abspann:?(?: als)?)\s+(?P<other>[^()]+)\)$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^(?P<name>.+?)\s*\((?:as|als)\s+(?P<other>[^()]+)\)$", re.IGNORECASE)


def split_character(text: str) -> tuple[str, str, str]:
    """'X as Young Girl' -> (X, Young Girl, ''); 'X (credited as Y)' -> (X, '', Y)."""
    if match := _CREDITED.match(text):
        return match["name"], "", match["other"].strip()
    if match := _IN_BRACKETS.match(text):
        name, other = match["name"], match["other"].strip()
        return (name, "", other) if is_variant(name, other) else (name, other, "")
    match = _AS_CHARACTER.match(text) or _DOTS.match(text)
    if match and not is_group(text):
        return match["name"], match["character"].strip(), ""
    return text, "", ""
