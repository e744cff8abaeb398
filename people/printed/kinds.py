"""What a printed name is: a person, a group or a company, told by its words alone."""

import re
from typing import Literal, TypeAlias

from people.printed.spelling import fold

NameKind: TypeAlias = Literal["person", "group", "company"]

_PARTICLES = frozenset(
    {
        "'t", "af", "al", "ap", "av", "bin", "bint", "da", "das", "de", "del", "della", "den",
        "der", "des", "di", "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "los", "op",
        "ten", "ter", "van", "vom", "von", "y", "zu", "zum", "zur",
    }
)  # fmt: skip
_REMARK = re.compile(r"\s*\([^()]*\)$")
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
    {
        "academy", "akademie", "art", "arts", "college", "conservatory", "fernsehen", "film",
        "hochschule", "institute", "konservatorium", "kunst", "kunsthochschule", "media",
        "medien", "school", "schule", "television", "theater", "theatre", "university",
        "universität",
    }
)  # fmt: skip
_COMPANY_WORDS = frozenset(
    {
        "3sat", "academy", "agency", "akademie", "ard", "arte", "botschaft", "broadcasting",
        "company", "conservatory", "corporation", "council", "distribution", "e.v.", "embassy",
        "entertainment", "fernsehen", "film", "filmakademie", "filmförderung", "filmhochschule",
        "filmproduktion", "films", "filmverleih", "fonds", "foundation", "fund", "gmbh",
        "hochschule", "inc", "inc.", "institut", "institute", "konservatorium",
        "kunsthochschule", "limited", "llc", "ltd", "ltd.", "mbh", "media", "medien",
        "medienboard", "ministerium", "ministry", "pictures", "production", "productions",
        "produktion", "produktionen", "rundfunk", "s.a.", "sales", "sarl", "school", "stiftung",
        "studio", "studios", "television", "university", "universität", "verleih", "vertrieb",
    }
)  # fmt: skip
# Written like this only: Ag and Hr are names of people, too.
_ACRONYMS = frozenset(
    {
        "AG", "ARD", "BBC", "BR", "DAAD", "DFFB", "EV", "HFF", "HR", "KG", "MDR", "NDR", "OHG",
        "ORF", "RAI", "RBB", "S.A.", "SRF", "SWR", "UG", "WDR", "ZDF", "dffb", "e.V.",
    }
)  # fmt: skip
_COMPANY_ENDINGS = (
    "agentur", "film", "films", "filmproduktion", "produktion", "productions", "verleih",
    "gesellschaft", "rundfunk", "fernsehen", "studios", "pictures", "institut", "förderung",
    "stiftung", "medien", "vertrieb", "fonds",
)  # fmt: skip


def is_name_like(text: str, fewest: int) -> bool:
    """Whether a piece looks like a group, a company or a person of `fewest` words or more."""
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
    bare = _REMARK.sub("", text)
    printed = [word.strip("(),") for word in re.split(r"[\s/-]+", bare)]
    words = [word.lower() for word in printed]
    return (
        any(word in _COMPANY_WORDS for word in words)
        or any(word in _ACRONYMS for word in printed)
        or any(word.endswith(_COMPANY_ENDINGS) and len(word) > 4 for word in words)
    )


def names_institution(text: str) -> bool:
    """Whether a piece continues the name of a school or academy: '... and Television'."""
    return bool(set(fold(text).split()) & _INSTITUTION_WORDS)
