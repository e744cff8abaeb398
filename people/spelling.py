"""One name in many spellings: what people type, folded so that the same name is found again.

Three foldings, from strict to loose: `words_of` (`editorial.spelling`: case, accents, umlauts, ß,
hyphens, apostrophes), `sounds_of` (Cyrillic and its transliterations: ISO 9, English, German) and
`distance` (slips of the keyboard). Nothing here knows the database.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product

from editorial.spelling import APOSTROPHES, HYPHENS, LETTERS, TWO_LETTERS, fold_joined
from editorial.spelling import fold as fold

HARD_SIGN = re.compile(r"(?<=\w)[\"”](?=\w)")  # S"ëmka
HYPHEN = re.compile(rf"[{HYPHENS}\s]+")
LONGEST = 100  # characters of a word or key that are compared


def words_of(name: str) -> tuple[str, ...]:
    """Return the folded words: "Sol, Ana-Maria" → sol, ana, maria."""
    return tuple(word[:LONGEST] for word in fold(HARD_SIGN.sub("", name)).split())


def joined_words_of(name: str) -> tuple[str, ...]:
    """Return the folded words with hyphenated ones as one: Ana-Maria Sol → anamaria, sol."""
    return tuple(word[:LONGEST] for word in fold_joined(HARD_SIGN.sub("", name)).split())


def spoken_words(name: str) -> dict[str, frozenset[str]]:
    """Return the sounds of each folded word, hyphenated ones also as one.

    They are those of the word as it is written: folded, Aškenazi has lost what š sounds like.
    """
    written: dict[str, set[str]] = {}
    plain = HARD_SIGN.sub("", name)
    for piece in {*plain.split(), *HYPHEN.split(plain)}:
        for word in {*words_of(piece), *joined_words_of(piece)}:
            sounds = sounds_of(piece) if len(words_of(piece)) == 1 else sounds_of(word)
            written.setdefault(word, set()).update(sounds, sounds_of(word))
    return {word: frozenset(sounds) for word, sounds in written.items()}


def name_key(name: str) -> str:
    """Return what is equal for equal names, whatever the order of their words."""
    return " ".join(sorted(words_of(name)))[: 2 * LONGEST]


# What a Cyrillic letter sounds like, in the signs that Latin spellings are folded to.
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g|H", "ґ": "g", "д": "d", "е": "e", "ё": "io|e", "є": "e",
    "ж": "S", "з": "s", "и": "i", "й": "i", "і": "i", "ї": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "v",
    "х": "H", "ц": "s", "ч": "C", "ш": "S", "щ": "S", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u",
    "һ": "H", "ј": "i", "љ": "li", "њ": "ni", "ћ": "C", "ђ": "d", "џ": "C",
}  # fmt: skip
# Latin spellings of such sounds; of several before "|" the likeliest stands first. ISO 9 writes
# я, ю, щ as â, û, ŝ; ё is e, o, yo or jo; ch is х and ч.
LATIN = {
    "schtsch": "S", "stsch": "S", "shtch": "S", "shch": "S", "shh": "S", "štš": "S", "šč": "S",
    "ŝ": "S", "sch": "S", "sh": "S", "zh": "S", "š": "S", "ž": "S", "stein": "stein|Stein",
    "tschow": "Cov|Cev", "chov": "Cov|Cev|Hov", "čov": "Cov|Cev", "tsch": "C", "tch": "C",
    "tsh": "C", "dsch": "C", "č": "C", "ć": "C", "ch": "C|H", "kh": "H", "xl": "ksl|Hl",
    "xr": "ksr|Hr", "x": "ks", "h": "H", "gh": "g", "th": "t", "ph": "v", "f": "v", "w": "v",
    "ck": "k|sk", "qu": "kv", "q": "k", "ts": "s", "tz": "s", "z": "s", "dj": "di|d",
    "yo": "io|e", "jo": "io|e", "y": "i", "j": "i", "â": "a|ia", "û": "u|iu", "c": "k|s",
}  # fmt: skip
LONGEST_FIRST = sorted(LATIN, key=len, reverse=True)
PIECE = re.compile(r"vic$|" + "|".join(LONGEST_FIRST) + r"|.", re.DOTALL)
FRENCH_G = re.compile("gu(?=e[io])")  # Serguei, Gueorgui
MOST_SOUNDS = 8


@lru_cache(maxsize=20_000)
def sounds_of(word: str) -> frozenset[str]:
    """Return how a word may sound, as codes to compare: Чехов and Tschechow have one in common."""
    plain = _keep_hacheks(word.casefold())
    pieces = [_sounds(piece) for piece in PIECE.findall(plain)]
    spoken = ("".join(parts) for parts in _product(pieces))
    return frozenset(found for text in spoken for found in _smooth(text) if found)


def _keep_hacheks(text: str) -> str:
    """Return the word without accents, but with the letters that have a sound of their own."""
    letters = []
    for letter in unicodedata.normalize("NFC", text.translate(LETTERS)):
        if letter in "šžčćŝâû" or letter in CYRILLIC:
            letters.append(letter)
        else:
            letters.append(unicodedata.normalize("NFKD", letter)[0])
    kept = "".join(letter for letter in APOSTROPHES.sub("", "".join(letters)) if letter.isalnum())
    return TWO_LETTERS.sub("", FRENCH_G.sub("g", kept))[:LONGEST]


def _sounds(piece: str) -> tuple[str, ...]:
    if piece == "vic":
        return ("viC", "vik")
    return tuple(CYRILLIC.get(piece, LATIN.get(piece, piece)).split("|"))


def _product(pieces: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the ways to say it; a word with many doubtful letters is said in one way each."""
    count = 1
    kept = []
    for sounds in pieces:
        count *= len(sounds)
        kept.append(sounds if count <= MOST_SOUNDS else sounds[:1])
    return list(product(*kept))


def _smooth(text: str) -> tuple[str, ...]:
    """Fold what schemes write or leave out: -ii and -y, ye and e, double letters."""
    text = re.sub(r"(?<=[SC])i(?=[ou])", "", text)
    text = re.sub(r"i+e", "e", text)
    text = re.sub(r"(.)\1+", r"\1", text)
    return (text,)


def distance(first: str, second: str, most: int) -> int:
    """Return how many letters differ (swapped neighbours count once), at most `most` + 1."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, ours in enumerate(first, 1):
        older, before, row = before, row, [i]
        for j, theirs in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (ours != theirs))
            is_swap = i > 1 and j > 1 and ours == second[j - 2] and first[i - 2] == theirs
            row.append(min(cost, older[j - 2] + 1) if is_swap else cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def allowed_slips(word: str) -> int:
    """Return how many letters of a word may be wrong: none in short ones."""
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2
