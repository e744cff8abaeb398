"""Two names side by side: whether they may be one person's, and how they differ.

Pure; nothing here knows the database or what somebody did.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise, permutations

from editorial.spelling import HYPHENS, fold
from people.doubles.given_names import is_given_name, may_be_one_name
from people.spelling import allowed_slips, distance, sounds_of, words_of

MOST_WORDS = 5
TITLES = frozenset(
    {"dr", "prof", "professor", "doktor", "mag", "dipl", "ing", "phd", "sir", "dame"}
)
ELDER = frozenset({"sen", "senior", "sr"})
YOUNGER = frozenset({"jun", "junior", "jr", "ii", "iii"})
PARTICLES = frozenset({"van", "von", "der", "den", "de", "del", "della", "di", "da", "le", "la"})


class Likeness(StrEnum):
    """How two names differ; the order is that of trust."""

    EXACT = "exact"
    SCRIPT = "script"
    SWAPPED = "swapped"
    SOUND = "sound"
    MIDDLE = "middle"
    ADDED = "added"
    SHORT = "short"
    SLIP = "slip"
    INITIALS = "initials"
    GIVEN = "given"


class Same(StrEnum):
    """How two words agree, the surest first."""

    LETTERS = "letters"
    SOUND = "sound"
    SHORT = "short"
    SLIP = "slip"
    INITIAL = "initial"


@dataclass(frozen=True)
class Word:
    text: str
    sounds: frozenset[str]
    is_latin: bool
    is_hyphenated: bool = False

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1


@dataclass(frozen=True)
class Parsed:
    """A name as words in order, the given name first; `age` tells father and son apart."""

    words: tuple[Word, ...]
    age: str = ""


@lru_cache(maxsize=50_000)
def parse_name(name: str) -> Parsed:
    last, comma, first = name.partition(",")
    ordered = f"{first} {last}" if comma and first.strip() else name
    words: list[Word] = []
    age = ""
    for piece in ordered.replace(".", ". ").split():
        parts = _cut(piece)
        for part in parts:
            text = "".join(words_of(part))
            if text in ELDER | YOUNGER and len(parts) == 1 and len(words) > 1:
                age = "elder" if text in ELDER else "younger"
            elif text and text not in TITLES:
                words.append(Word(text, sounds_of(part), _is_latin(text), len(parts) > 1))
    return Parsed(tuple(words[: MOST_WORDS + 1]), age)


def _cut(piece: str) -> list[str]:
    for hyphen in HYPHENS:
        piece = piece.replace(hyphen, " ")
    return piece.split()


def _is_latin(text: str) -> bool:
    return all("a" <= letter <= "ɏ" or letter.isdigit() for letter in text)


def compare_names(first: str, second: str) -> Likeness | None:
    """Return how the names differ if they may be one person's, None if they may not."""
    ours, theirs = parse_name(first), parse_name(second)
    if {ours.age, theirs.age} == {"elder", "younger"} or not (ours.words and theirs.words):
        return None
    if len(ours.words) > len(theirs.words):
        ours, theirs = theirs, ours
    if len(theirs.words) > MOST_WORDS:
        return Likeness.EXACT if fold(first) == fold(second) else None
    return _judge(ours.words, theirs.words)


def _judge(fewer: Sequence[Word], more: Sequence[Word]) -> Likeness | None:
    """Match every word of the shorter name with one of the longer, as surely as can be."""
    best: tuple[int, tuple[int, ...], tuple[Same, ...]] | None = None
    for places in permutations(range(len(more)), len(fewer)):
        matched = [_agree(word, more[p], i, p, fewer, more) for i, (word, p)
                   in enumerate(zip(fewer, places, strict=True))]  # fmt: skip
        if None in matched:
            continue
        sames = tuple(same for same in matched if same is not None)
        cost = sum(list(Same).index(same) for same in sames) * 10 + _turns(places)
        if best is None or cost < best[0]:
            best = (cost, places, sames)
    return _name_it(best[1], best[2], fewer, more) if best else None


def _turns(places: tuple[int, ...]) -> int:
    return sum(1 for a, b in pairwise(places) if a > b)


def _agree(
    word: Word, other: Word, place: int, other_place: int,
    words: Sequence[Word], others: Sequence[Word],
) -> Same | None:  # fmt: skip
    if word.text == other.text:
        return Same.LETTERS
    if word.is_initial or other.is_initial:
        return Same.INITIAL if _begins(word, other) else None
    if word.sounds & other.sounds:
        return Same.SOUND
    is_given = (
        place < max(1, len(words) - 1) and other_place < max(1, len(others) - 1)
    ) and not len(words) == len(others) == 1
    if is_given and may_be_one_name(word.text, other.text):
        return Same.SHORT
    return Same.SLIP if _is_slip(word, other, is_given) else None


def _begins(word: Word, other: Word) -> bool:
    starts = {sound[:1] for sound in word.sounds} & {sound[:1] for sound in other.sounds}
    return word.text[0] == other.text[0] or bool(starts)


def _is_slip(word: Word, other: Word, is_given: bool) -> bool:
    """A letter or two, but no other name: Andrea and Andreas, Novak and Novakova are two."""
    most = min(allowed_slips(word.text), allowed_slips(other.text))
    pairs = [(word.text, other.text)]
    if word.is_latin != other.is_latin:
        pairs = [(a, b) for a in word.sounds for b in other.sounds]
    if not most or min((distance(a, b, most) for a, b in pairs), default=9) > most:
        return False
    if any(_is_feminine(a, b) or _is_feminine(b, a) for a, b in pairs):
        return False
    if not is_given:
        return True
    if is_given_name(word.text) and is_given_name(other.text):
        return False
    # Of given names the ending makes another: Julia, Julian, Julie; Petar, Petra.
    return any(a[-2:] == b[-2:] for a, b in pairs)


def _is_feminine(word: str, other: str) -> bool:
    return other.endswith(("a", "а")) and not word.endswith(("a", "а"))


def _name_it(
    places: tuple[int, ...], sames: tuple[Same, ...], fewer: Sequence[Word], more: Sequence[Word]
) -> Likeness | None:
    slips = sames.count(Same.SLIP)
    solid = [w for w, same in zip(fewer, sames, strict=True) if same is not Same.INITIAL]
    short = zip(fewer, places, sames, strict=True)
    particles = sum(
        1 for word, place, same in short
        if same is Same.INITIAL and {word.text, more[place].text} & PARTICLES
    )  # fmt: skip
    initials = sames.count(Same.INITIAL) - particles
    left = [word for place, word in enumerate(more) if place not in places]
    if slips > 1 or not solid or (slips and (initials or Same.SHORT in sames)):
        return None
    if left and (len(fewer) < 2 or slips or len(solid) < 2 - bool(initials)):
        return None
    if initials:
        return Likeness.INITIALS
    if slips:
        return Likeness.SLIP
    if Same.SHORT in sames:
        return Likeness.SHORT
    if left:
        return _name_left(left, places, more)
    return _name_full(places, sames, fewer, more)


def _name_left(left: list[Word], places: tuple[int, ...], more: Sequence[Word]) -> Likeness | None:
    """The family name is the last of the shorter name: what stands behind it was added."""
    if 0 not in places and not more[0].is_initial:
        return Likeness.MIDDLE if len(more) - 1 in places else None
    last = more[-1]
    return Likeness.MIDDLE if last not in left else Likeness.ADDED


def _name_full(
    places: tuple[int, ...], sames: tuple[Same, ...], fewer: Sequence[Word], more: Sequence[Word]
) -> Likeness:
    if any(a.is_latin != more[p].is_latin for a, p in zip(fewer, places, strict=True)):
        return Likeness.SCRIPT
    if Same.SOUND in sames:
        return Likeness.SOUND
    return Likeness.SWAPPED if _turns(places) else Likeness.EXACT


def has_same_given_name(first: str, second: str) -> bool:
    """Tell whether the first words are one name; for people who changed their family name."""
    ours, theirs = parse_name(first).words, parse_name(second).words
    if len(ours) < 2 or len(theirs) < 2 or ours[0].is_initial:
        return False
    return ours[0].text == theirs[0].text or bool(ours[0].sounds & theirs[0].sounds)
