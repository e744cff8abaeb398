"""A pasted list of credits, read line by line. Nothing here knows the database.

"Role, Name; Name", "Role: Name", "Name - Role", "Name as Character", "Character .... Name", cells
of a spreadsheet, headings with names below. A line that is not understood comes back as it is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from people.printed.kinds import NameKind, is_company, is_group, is_name_like
from people.printed.names import PrintedName, read_names, split_character
from people.printed.roles import function_of, read_roles

FindRole = Callable[[str], str]
CAST = "actor"
LONGEST_LINE = 2_000  # characters
BULLET = re.compile(r"^\s*(?:[•·▪●*–—-]\s+|\d{1,3}[.)]\s+)")
CELLS = re.compile(r"\t+|\s{3,}|\s*\|\s*")
DOTS = re.compile(r"\s*(?:\.\s?){3,}\s*|\s*…+\s*|\s*_{3,}\s*")
DASH = re.compile(r"\s+[-–—]+\s+")
COLON = re.compile(r"\s*[:：]\s+|\s*[:：]$")
COMMA = re.compile(r"\s*[,;]\s*")
BRACKETS = re.compile(r"(?P<name>[^()]+?)\s*\((?P<inner>[^()]+)\)")
UNCREDITED = re.compile(r"uncredited|not credited|ungenannt|nicht genannt|o\.\s?n\.?", re.I)


@dataclass(frozen=True)
class ReadName:
    """One name in one role. Without a role key the role stands as printed; a function is that of
    a company. What is `doubtful` may be several names, or role and name the other way round."""

    role_key: str
    role_text: str
    function: str
    name: str
    kind: NameKind
    character: str = ""
    credited_as: str = ""
    remark: str = ""
    is_uncredited: bool = False
    is_doubtful: bool = False


@dataclass(frozen=True)
class ReadLine:
    """One pasted line with what was read in it; nothing if it was not understood."""

    text: str
    names: tuple[ReadName, ...] = ()


@dataclass(frozen=True)
class _Pair:
    """What a line says: a printed role, names, and perhaps a character."""

    role: str
    names: str
    character: str = ""
    is_doubtful: bool = False


def read_lines(text: str, find_role: FindRole) -> list[ReadLine]:
    """Read a pasted text; empty lines and headings of others are left out, nothing else is."""
    lines: list[ReadLine] = []
    heading, is_used, alone = "", False, ""
    for printed in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = BULLET.sub("", printed).strip(" \xa0")
        if not line.strip():
            # A blank line ends a heading under which names have stood.
            heading = "" if is_used else heading
            continue
        role = "" if len(line) > LONGEST_LINE else _heading(line, find_role)
        if role:
            lines += [ReadLine(alone)] if alone else []
            heading, is_used, alone = role, False, line
            continue
        if len(line) > LONGEST_LINE:
            lines += [ReadLine(text) for text in (alone, line) if text]
            alone = ""
            continue
        alone = ""
        pair = read_pair(line, heading, find_role)
        is_used = is_used or bool(heading)
        names = tuple(_names_of(pair, find_role)) if pair else ()
        lines.append(ReadLine(line, names))
    return lines + ([ReadLine(alone)] if alone else [])


def _heading(line: str, find_role: FindRole) -> str:
    """Return the role if the line is nothing else: "KAMERA", "Cast:"."""
    bare = line.rstrip(": \t")
    return bare if bare and _is_role(bare, find_role) and "," not in bare else ""


def _is_role(text: str, find_role: FindRole) -> bool:
    return bool(text) and (
        all(key for key, _text in read_roles(text, find_role)) or _is_function(text)
    )


def _is_function(text: str) -> bool:
    return bool(function_of(text, PrintedName("Nord Film GmbH", "company")))


def read_pair(line: str, heading: str, find_role: FindRole) -> _Pair | None:
    """Tell role, names and character of one line apart; None if it says no role."""
    is_cast = bool(heading) and find_role(heading) == CAST
    cells = [cell.strip() for cell in CELLS.split(line) if cell.strip()]
    if len(cells) in (2, 3):
        return _from_cells(cells, is_cast, heading, find_role)
    for split in (_at_colon, _at_dots, _at_dash, _at_comma, _in_brackets, _at_role_word):
        if pair := split(line, is_cast, find_role):
            return pair
    name, character, _credited = split_character(line)
    if character and is_name_like(name, fewest=1):
        return _Pair(heading, line)
    if heading and all(is_name_like(n.text, fewest=1) for n in read_names(line)):
        return _Pair(heading, line)
    return None


def _from_cells(cells: list[str], is_cast: bool, heading: str, find_role: FindRole) -> _Pair | None:
    first, second, *more = cells
    character = more[0] if more else ""
    if _is_role(first.rstrip(":"), find_role):
        return _Pair(first.rstrip(":"), second, character)
    if _is_role(second, find_role):
        return _Pair(second, first, character)
    if more:
        return None
    if is_cast:
        return _Pair(heading, first, second)
    if heading:
        return None
    return _Pair(first.rstrip(":"), second, is_doubtful=True) if _is_full(second) else None


def _at_colon(line: str, is_cast: bool, find_role: FindRole) -> _Pair | None:
    parts = COLON.split(line, maxsplit=1)
    if len(parts) != 2 or not parts[1]:
        return None
    role, names = parts
    if is_cast and not _is_role(role, find_role):
        return _Pair("", names, role, is_doubtful=True)
    return _Pair(role, names)


def _at_dots(line: str, is_cast: bool, find_role: FindRole) -> _Pair | None:
    parts = DOTS.split(line)
    if len(parts) != 2 or not all(parts):
        return None
    first, second = parts
    if _is_role(first, find_role):
        return _Pair(first, second)
    if _is_role(second, find_role):
        return _Pair(second, first)
    if _is_full(first) and not _is_full(second):
        return _Pair("", first, second, is_doubtful=True)
    # A cast list: the part on the left, who plays it on the right.
    return _Pair("", second, first, is_doubtful=not is_cast and is_name_like(first, fewest=2))


def _at_dash(line: str, is_cast: bool, find_role: FindRole) -> _Pair | None:
    parts = DASH.split(line)
    if len(parts) != 2 or not all(parts):
        return None
    first, second = parts
    if _is_role(second, find_role):
        return _Pair(second, first)
    if _is_role(first, find_role):
        return _Pair(first, second)
    if is_cast:
        return _Pair("", first, second, is_doubtful=True)
    if _is_full(first) and not is_name_like(second, fewest=2):
        return _Pair(second, first, is_doubtful=True)
    if _is_full(second) and not is_name_like(first, fewest=2):
        return _Pair(first, second, is_doubtful=True)
    return None


def _at_comma(line: str, is_cast: bool, find_role: FindRole) -> _Pair | None:
    parts = COMMA.split(line, maxsplit=1)
    if len(parts) != 2 or not all(parts):
        return None
    first, rest = parts
    if _is_role(first, find_role):
        return _Pair(first, rest)
    *names, last = COMMA.split(line)
    if _is_role(last, find_role) and all(_is_full(name) for name in names):
        return _Pair(last, "; ".join(names))
    is_label = " " in first and not is_name_like(first, fewest=2)
    return _Pair(first, rest, is_doubtful=True) if is_label and _is_full(rest) else None


def _in_brackets(line: str, is_cast: bool, find_role: FindRole) -> _Pair | None:
    """ "Ana Sol (Camera)"."""
    match = BRACKETS.fullmatch(line)
    if match and _is_role(match["inner"], find_role):
        return _Pair(match["inner"], match["name"])
    return None


def _at_role_word(line: str, is_cast: bool, find_role: FindRole) -> _Pair | None:
    """ "Directed by Ana Sol", "Buch und Regie Ana Sol": the longest beginning that is a role."""
    words = line.split()
    for size in range(min(len(words) - 1, 6), 0, -1):
        role, names = " ".join(words[:size]), " ".join(words[size:])
        if _is_role(role, find_role) and all(_is_full(n.text) for n in read_names(names)):
            return _Pair(role, names, is_doubtful=size == 1 and is_name_like(line, fewest=3))
    return None


def _is_full(text: str) -> bool:
    """Whether a text holds full names, a group or a company."""
    names = read_names(text)
    return bool(names) and all(is_name_like(name.text, fewest=2) for name in names)


def _names_of(pair: _Pair, find_role: FindRole) -> Iterator[ReadName]:
    pieces = [_turn_sort_name(piece) for piece in pair.names.split(";")]
    for name in (name for piece in pieces for name in read_names(piece)):
        character = pair.character or name.character
        base = ReadName(
            "",
            "",
            "",
            name.text,
            name.kind,
            character,
            name.credited_as,
            "" if UNCREDITED.fullmatch(name.remark) else name.remark,
            bool(UNCREDITED.fullmatch(name.remark)),
            pair.is_doubtful or name.is_doubtful,
        )
        if not pair.role:
            yield replace(base, role_key=CAST)
            continue
        if function := function_of(pair.role, name):
            yield replace(base, function=function, role_text=pair.role, kind="company")
            continue
        for key, text in read_roles(pair.role, find_role):
            yield replace(base, role_key=key, role_text=text)


def _turn_sort_name(text: str) -> str:
    """ "Sol, Ana" → Ana Sol, where one comma stands between two single words."""
    parts = [part.strip() for part in text.split(",")]
    is_name = len(parts) == 2 and all(
        part and " " not in part and is_name_like(part, fewest=1) for part in parts
    )
    if not is_name or is_company(text) or is_group(text):
        return text
    return f"{parts[1]} {parts[0]}"
