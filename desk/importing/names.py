"""Names as they are printed in credits: persons, groups, companies, characters.

A text is split into several names only if every piece looks like one; `&` is never split, because
companies carry it in their names. What still holds a separator afterwards is for a human to see.
"""

import re
from dataclasses import dataclass

from desk.importing.objects import NameKind
from desk.importing.spelling import fold, is_variant

_STRONG = re.compile(r"\s*[,;+]\s*|\s+/\s+")
_AND = re.compile(r"\s+(?:and|und)\s+", re.IGNORECASE)
_SUFFIX = re.compile(r",\s*(?=(?:Jr|Sr|II|III|IV|Ph\.?D|Inc|Ltd|LLC|GmbH|S\.?A)\b)")
_MORE = re.compile(
    r"(?:\s*,\s*|\s+)(?:(?:and|und)\s+)?"
    r"(?:many (?:others|more)|others|viele (?:andere|mehr)|u\.\s?v\.\s?a\.?|u\.\s?a\.?|et al\.?)$",
    re.IGNORECASE,
)

_PARTICLES = frozenset(
    "al af ap av bin bint da das de del della den der des di do dos du e el ibn la las le los op "
    "'t ten ter van vom von y zu zum zur".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")

_GROUP_START = re.compile(
    r"(?:the |die |den |der )?"
    r"(?:students?|student[:*_]innen|student\w*|studierenden?|pupils|school ?children|children|kids"
    r"|kinder[n]?|schüler\w*|members|mitglieder[n]?|inhabitants|villagers|residents|people"
    r"|einwohner\w*|bewohner\w*|participants|teilnehmer\w*|teilnehmenden|volunteers|a class"
    r"|eine klasse|employees|mitarbeiter\w*)"
    r" (?:of|from|at|der|des|von|vom|aus|an|am|im|in)\b",
    re.IGNORECASE,
)
_GROUP_END = re.compile(
    r"(?:orchestra|orchester|philharmoniker|philharmonic|choir|chor|ensemble|quartett?|trio"
    r"|sextett?|theatre company|theatergruppe|big ?band)$",
    re.IGNORECASE,
)

_INSTITUTION_WORDS = frozenset(
    "academy akademie school schule hochschule kunsthochschule university universität college "
    "institute television fernsehen film theatre theater arts art kunst konservatorium "
    "conservatory medien media".split()
)
_COMPANY_WORDS = frozenset(
    "agency ag ard arte bbc br broadcasting company corporation daad distribution entertainment "
    "ev e.v. film films filmproduktion filmverleih fund fonds gmbh hr inc institut institute "
    "kg limited llc ltd mbh mdr media medien ndr orf ohg pictures produktion produktionen "
    "production productions rai rbb rundfunk s.a. sarl sales srf stiftung foundation studio "
    "studios swr television ug verleih vertrieb wdr zdf 3sat fernsehen filmförderung council "
    "medienboard ministry ministerium botschaft embassy".split()
)
_COMPANY_ENDINGS = (
    "agentur", "film", "films", "filmproduktion", "produktion", "productions", "verleih",
    "gesellschaft", "rundfunk", "fernsehen", "studios", "pictures", "institut", "förderung",
    "stiftung", "medien", "vertrieb", "fonds",
)  # fmt: skip


@dataclass(frozen=True)
class PrintedName:
    """One name out of a credit line, with the character or other spelling printed beside it."""

    text: str
    kind: NameKind = "person"
    character: str = ""
    credited_as: str = ""
    is_doubtful: bool = False


def read_names(text: str) -> tuple[PrintedName, ...]:
    """The names of one credit line; a doubtful one still holds a separator."""
    names = []
    for piece in split_names(text):
        name, character, credited_as = split_character(piece)
        kind = kind_of(name)
        is_doubtful = kind == "person" and bool(_STRONG.search(name) or _AND.search(name))
        names.append(PrintedName(name, kind, character, credited_as, is_doubtful))
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
    return _MORE.search(text.strip()) is not None


def _unprotect(piece: str) -> str:
    return piece.replace("\0", ", ").strip()


def _is_list(pieces: list[str]) -> bool:
    """Whether all pieces are names; 'Meier, Anna' could be one name turned around."""
    names = [name for piece in pieces for name in _split_at_and(piece)]
    has_full_name = any(" " in name or kind_of(name) != "person" for name in names)
    return has_full_name and all(is_name_like(name, fewest=1) for name in names)


def _split_at_and(piece: str) -> list[str]:
    """Split at and/und if all parts are full names; the words of an institution stay together."""
    parts = _AND.split(piece)
    if len(parts) == 1 or is_company(piece):
        return [piece]
    joined = _join_institutions(piece, parts)
    return joined if all(is_name_like(part, fewest=2) for part in joined) else [piece]


def _join_institutions(piece: str, parts: list[str]) -> list[str]:
    joined = [parts[0]]
    for part in parts[1:]:
        if is_group(joined[-1]) and set(fold(part).split()) & _INSTITUTION_WORDS:
            start = piece.index(joined[-1])
            joined[-1] = piece[start : piece.index(part, start) + len(part)]
        else:
            joined.append(part)
    return joined


def is_name_like(text: str, fewest: int) -> bool:
    """Whether a piece looks like a group, a company or a person of `fewest` words or more."""
    text = split_character(text)[0]
    if is_group(text) or is_company(text):
        return True
    words = [word for word in text.split() if word.strip("'").lower() not in _PARTICLES]
    return fewest <= len(words) <= 5 and all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    bare = word.strip("'\"‘’“”„«»()")
    if not bare or any(letter.isdigit() for letter in bare):
        return False
    if _INITIALS.fullmatch(bare) or bare in {"&", "Jr.,"}:
        return True
    first = next((letter for letter in bare if letter.isalpha()), "")
    return bool(first) and (not first.islower() or bare[:2] in {"d'", "d’", "l'", "l’"})


def kind_of(text: str) -> NameKind:
    if is_group(text):
        return "group"
    return "company" if is_company(text) else "person"


def is_group(text: str) -> bool:
    """'Students of the Academy', 'Studierende der Hochschule', '... Orchestra'."""
    return bool(_GROUP_START.match(text) or _GROUP_END.search(text))


def is_company(text: str) -> bool:
    """Whether a word of the name is one that only companies and institutions carry."""
    if is_group(text):
        return False
    words = [word.strip("(),").lower() for word in re.split(r"[\s/-]+", text)]
    return any(word in _COMPANY_WORDS for word in words) or any(
        word.endswith(_COMPANY_ENDINGS) and len(word) > 4 for word in words
    )


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
