"""Credits: a role as printed and its names."""

import re
from functools import lru_cache

from people.printed.kinds import is_company, is_name_like
from people.printed.roles import read_roles
from people.scripts import LATIN, script_of
from people.vocabulary import find_role
from sources.reading import labels
from sources.reading.labels import label_key
from sources.reading.lists import pieces_of
from sources.reading.names import NameRead, read_printed
from sources.reading.objects import Place, Reading

_BY = re.compile(r"\s+(?:by|von)$", re.IGNORECASE)
_BASED_ON = re.compile(
    r"(?:based\s{1,20}on|from|after|nach|frei\s{1,20}nach)\s++"
    r"(?:(?:the|a|an|dem|der|einem|einer|his|her)\s{1,20})?(?P<work>\w++)\s++(?:by|von)\s+(?P<names>.+)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?P<name>[^()]+?)\s*\(\s*(?P<character>[^()]+?)\s*\)")
_ACTOR = re.compile(
    r"(?P<name>.{1,200}?)(?:\s{0,20}(?:\.{2,}+|…)|\s{1,20}(?:as|als)\s{1,20})\s*+"
    r"(?P<character>\S.*)",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"^(?:und|and|mit|with|sowie|starring)\s+(?=[A-ZÄÖÜ])", re.IGNORECASE)
_TWO_SCRIPTS = re.compile(r"(?P<one>[^/|]+?)\s*[/|]\s*(?P<two>[^/|]+)")


@lru_cache(maxsize=4096)
def find_key(text: str) -> str:
    """Return the role that a printed label means, also in words of this trade paper or database."""
    bare = text.strip(" :：.")
    if more := labels.MORE_ROLES.get(label_key(bare)):
        return more
    role = find_role(bare) or find_role(_BY.sub("", bare))
    return role.key if role else ""


def roles_of(label: str) -> list[tuple[str, str]]:
    """Return the roles of "Written & directed by", "Regie und Drehbuch"; [] if one is unknown."""
    found = read_roles(label, find_key)
    if not all(key for key, _text in found) and (by := _BY.search(label)):
        pieces = re.split(r"\s*(?:,|&|/|\band\b|\bund\b)\s*", label[: by.start()])
        found = tuple((find_key(piece + by[0]), piece) for piece in pieces if piece)
    return list(found) if found and all(key for key, _text in found) else []


def add_credit(
    reading: Reading, place: Place, key: str, text: str, name: NameRead,
    character: str = "", is_doubtful: bool = False,
) -> None:  # fmt: skip
    reading.say(
        "credits", place, name.is_doubtful or is_doubtful,
        role=key, role_text="" if key else text, name=name.name, kind=name.kind,
        other_name=name.other_name, character=character or name.character,
    )  # fmt: skip


def add_credits(
    reading: Reading, roles: list[tuple[str, str]], value: str, start: int,
    is_doubtful: bool = False,
) -> bool:  # fmt: skip
    """Keep the names of a list, each with the roles; False if there is none."""
    before = reading.size()
    for piece, at in pieces_of(value):
        place = (start + at, start + at + len(piece))
        if based := _BASED_ON.fullmatch(piece):
            for name in read_list(based["names"]):
                add_credit(reading, place, "literary_source", "", name)
        elif [key for key, _text in roles] == ["actor"]:
            add_actor(reading, place, piece)
        else:
            for name in read_list(piece):
                for key, text in roles:
                    add_credit(reading, place, key, text, name, "", is_doubtful)
    return reading.size() > before


def add_actor(
    reading: Reading, place: Place, printed: str, is_character_first: bool = False
) -> None:
    """Keep "Ana Sol", "Ana Sol as Nela", "Ana Sol (Nela)", "Ana Sol .... Nela"."""
    name, character = split_actor(_LEAD_IN.sub("", printed))
    if is_character_first and character:
        name, character = character, recase_character(name)
    for one in read_list(name):
        add_credit(reading, place, "actor", "", one, character)


def split_actor(printed: str) -> tuple[str, str]:
    found = _ACTOR.fullmatch(printed)
    if found is None and (found := _IN_BRACKETS.fullmatch(printed)) and _is_same_name(found):
        return printed, ""
    return (found["name"], found["character"]) if found else (printed, "")


def read_list(text: str) -> list[NameRead]:
    """Return the names of a piece; "Ana Sol & Leo Marr" are two, a name in two scripts is one."""
    if (two := _TWO_SCRIPTS.fullmatch(text)) and is_other_script(two["one"], two["two"]):
        latin, other = sorted((two["one"], two["two"]), key=lambda name: script_of(name) != LATIN)
        text = f"{latin} ({other})"
    parts = re.split(r"\s+&\s+", text)
    if len(parts) == 2 and all(
        is_name_like(part, fewest=2) and not is_company(part) for part in parts
    ):
        return [name for part in parts for name in read_printed(part)]
    return read_printed(text)


def is_other_script(one: str, two: str) -> bool:
    return (script_of(one) == LATIN) != (script_of(two) == LATIN)


def _is_same_name(found: re.Match[str]) -> bool:
    """Tell whether brackets hold the name in another script, not a character."""
    return script_of(found["character"]) != LATIN and script_of(found["name"]) == LATIN


def recase_character(character: str) -> str:
    """Write "VOICE OF THE RIVER" as Voice of the River."""
    if not character.isupper():
        return character
    small = {"of", "the", "and", "a", "in", "von", "der", "die", "das", "und", "im", "de", "la"}
    words = character.lower().split()
    return " ".join(
        word if at and word in small else word[:1].upper() + word[1:]
        for at, word in enumerate(words)
    )
