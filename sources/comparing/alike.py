"""Which printed names mean the same person, company or festival within one film.

Inside one film, one job and one list little is enough for a question; nothing here merges records.
"""

import re
import unicodedata
from collections.abc import Iterable

from people.printed.spelling import is_latin
from people.spelling import allowed_slips, distance, fold, name_key, sounds_of, words_of

# Words that companies and festivals share and that name none of them.
COMMON = frozenset(
    fold(
        """a and cinema co company corp corporation days de der die du el et fest
        festival film filme filmes filmfest filmfestival filmproduction filmproduktion
        films filmverleih fonds for für gmbh group inc int international internationale
        internationaler internationales intl kg kino la le les limited llc ltd mbh media
        movie movies national of ohg ou oy pictures prod production productions
        produktion s sa sarl sas spa srl studio studios tage the ug und verleih"""
    ).split()
)
BRACKETS = re.compile(r"\(([^()]*)\)")
# "(BIFF)", ": BIFF" at the end.
ABBREVIATION = re.compile(r"\(\s*[A-Z]{2,8}\s*\)|(?<=\S)\s*[:–—]\s*[A-Z]{2,8}\s*$")
LONG_WORD = 4


def is_same_name(first: str, second: str) -> bool:
    """Tell whether two names are one in another order, case, script or transliteration."""
    if name_key(first) == name_key(second):
        return True
    ours, theirs = words_of(first), words_of(second)
    return len(ours) == len(theirs) > 0 and all(
        any(_sounds_alike(word, other) for other in theirs) for word in ours
    )


def _sounds_alike(first: str, second: str) -> bool:
    return bool(sounds_of(first) & sounds_of(second))


def is_near_name(first: str, second: str, is_alone: bool = False) -> bool:
    """Tell whether two names in one job may be two spellings of one person: a question.

    All words of the shorter one are in the longer one (Bream-Winzenried). In a job that one person
    does alone like family names, the last words, are enough: Kolya Kano, Nikolai Kanow.
    """
    ours, theirs = words_of(first), words_of(second)
    if not ours or not theirs or is_latin(first) != is_latin(second):
        return False
    short, long = sorted((ours, theirs), key=len)
    if len(short) > 1 and all(any(_near(word, other) for other in long) for word in short):
        return True
    is_long = min(len(ours[-1]), len(theirs[-1])) >= LONG_WORD
    return is_alone and is_long and _near(ours[-1], theirs[-1])


def _near(first: str, second: str) -> bool:
    if first == second or _sounds_alike(first, second):
        return True
    most = max(allowed_slips(first), allowed_slips(second))
    return bool(most) and distance(first, second, most) <= most


def is_same_house(first: str, second: str) -> bool:
    """Tell whether two printed names mean one company or festival: the words that name it."""
    if name_key(first) == name_key(second):
        return True
    ours, theirs = _naming(first), _naming(second)
    if not ours or not theirs:
        return False
    return ours <= theirs or theirs <= ours


def is_same_festival(first: str, second: str) -> bool:
    """Tell whether two names of a festival differ in generic words and abbreviations alone.

    "Busan International Film Festival : BIFF" is "Busan Film Festival"; letters count.
    """
    ours, theirs = _own_words(first), _own_words(second)
    return bool(ours) and ours == theirs


def _own_words(name: str) -> set[str]:
    """Return the words that name a festival, as printed but for their case."""
    bare = ABBREVIATION.sub(" ", name)
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", bare).casefold())
    return {word for word in words if fold(word) not in COMMON}


def _naming(name: str) -> set[str]:
    """Return the words that name a house; what brackets add is left out unless it is all."""
    bare = BRACKETS.sub(" ", name)
    words = {word for word in words_of(bare) if word not in COMMON}
    return words or {word for word in words_of(name) if word not in COMMON}


def any_same(names: Iterable[str], name: str) -> bool:
    return any(is_same_name(known, name) for known in names)


def any_near(names: Iterable[str], name: str, is_alone: bool = False) -> bool:
    return any(is_near_name(known, name, is_alone) for known in names)
