"""Where a text names a person: any of the names, whatever case, accents and hyphens."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

BLANK = "[…]"
# Two letters would find half a page; such a name is left to a human with the film's credits.
SHORTEST = 3
# Between the words of a name: spaces, hyphens, emphasis, the comma of a sort name, of a file name.
GAP = r"[\W_]{1,4}"
# German and English genitive: Adas, Ada's, Hans’.
GENITIVE = r"(?:['’`]?s|['’`])?"
START, END = r"(?<![^\W_])", r"(?![^\W_])"
SENTENCE_END = re.compile(r"[.!?…]['\"“”»)\]]*\s|\n")
# Scripts that put no spaces between words have no boundaries to look for.
UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER")
LONGEST_SENTENCE = 300


@lru_cache(maxsize=1)
def _unheard() -> dict[int, None]:
    """Accents and invisible characters, of all scripts in the first two planes."""
    silent = (
        code
        for code in range(0x20000)
        if unicodedata.combining(chr(code)) or unicodedata.category(chr(code)) == "Cf"
    )
    return dict.fromkeys(silent)


def fold(text: str) -> str:
    """Return `text` as it is compared: without case, accents and invisible characters."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_unheard())


def _bare(text: str) -> str:
    """Return the ASCII letters of the folded text: ten times as fast, enough to sort out."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return plain.encode("ascii", "ignore").decode("ascii")


def _fold_with_places(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, the place in the original."""
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for part in unicodedata.normalize("NFKD", char.casefold()):
            if ord(part) not in _unheard():
                folded.append(part)
                places.append(place)
    return "".join(folded), places


def words_of(name: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[\W_]+", fold(name)) if word)


def is_searchable(name: str) -> bool:
    letters = "".join(words_of(name))
    return len(letters) >= (2 if _is_unspaced(name) else SHORTEST)


def _is_unspaced(name: str) -> bool:
    return any(unicodedata.name(char, "").startswith(UNSPACED) for char in name)


class Names:
    """All spellings of one person's name, found in one pass."""

    def __init__(self, names: Iterable[str]) -> None:
        wanted = {name for name in names if is_searchable(name)}
        # The longest first, so that a name is taken whole.
        ordered = sorted(wanted, key=lambda name: (-len(name), name))
        pieces = dict.fromkeys(_pattern(name) for name in ordered)
        self.regex = re.compile("|".join(pieces)) if pieces else None
        # A plain search for one word of each name spares nearly all of the slow ones.
        words = {max(words_of(name), key=len) for name in ordered}
        self.bare_words = [word for word in words if word.isascii()]
        self.other_words = [word for word in words if not word.isascii()]

    def may_be_in(self, text: str) -> bool:
        """Tell quickly whether it is worth looking closer."""
        bare = _bare(text)
        if any(word in bare for word in self.bare_words):
            return True
        if not self.other_words or text.isascii():
            return False
        folded = fold(text)
        return any(word in folded for word in self.other_words)

    def are_in(self, text: str) -> bool:
        return (
            self.may_be_in(text) and self.regex is not None and bool(self.regex.search(fold(text)))
        )

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield begin and end of every place in `text` that names the person."""
        if self.regex is None or not self.are_in(text):
            return
        # Places are worked out letter by letter, a hundred times slower: only where wanted.
        folded, places = _fold_with_places(text)
        for match in self.regex.finditer(folded):
            yield places[match.start()], places[match.end() - 1] + 1

    def blank(self, text: str) -> str:
        """Return `text` with every such place replaced by `BLANK`."""
        pieces, end = [], 0
        for start, stop in self.spans(text):
            pieces += [text[end:start], BLANK]
            end = stop
        return "".join([*pieces, text[end:]]) if pieces else text

    def sentences(self, text: str) -> list[str]:
        """Return the sentences that name the person, each once."""
        found = (sentence_around(text, start, stop) for start, stop in self.spans(text))
        return list(dict.fromkeys(found))


def _pattern(name: str) -> str:
    joined = GAP.join(re.escape(word) for word in words_of(name))
    return joined if _is_unspaced(name) else f"{START}{joined}{GENITIVE}{END}"


def sentence_around(text: str, start: int, stop: int) -> str:
    """Return the sentence of `text` that holds the place, shortened on both sides if need be."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    first = max((end for end in ends if end <= start), default=0)
    last = min((end for end in ends if end >= stop), default=len(text))
    spare = max(0, LONGEST_SENTENCE - (stop - start)) // 2
    cut_first, cut_last = max(first, start - spare), min(last, stop + spare)
    sentence = " ".join(text[cut_first:cut_last].split())
    before = "… " if cut_first > first else ""
    return f"{before}{sentence}{' …' if cut_last < last else ''}"
