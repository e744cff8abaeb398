"""Texts folded for comparison: one word in many spellings, and what the search looks into.

Case, accents, umlauts (ä, ae, a), ß, hyphens and apostrophes make no difference. Question and
text are folded in the same way. Nothing here knows the database.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum

# Letters that do not fall apart into a letter and an accent.
LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "a", "œ": "o", "þ": "th"}
)
APOSTROPHES = re.compile(r"['’‘ʼʹʺ`´\u0300-\u0304\u0306\u0307\u0309-\u036f]")
# ä is written ae as well; å aa. Both sides are folded, so Samuel finds Samuel all the same.
TWO_LETTERS = re.compile(r"(?<=[aou])e|(?<=a)a")
UMLAUT = "\u0308"
HYPHENS = "-‐‑–"
HYPHENATED = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)+")
GAPS = re.compile(r"[\W_]+")

# Begins every search text, so that texts folded in an older way are recognised. Step it with the
# folding or the sections. No word of a question can be found in it.
MARK = "#1"
TITLE_END, NAMES_END = "\n", "\f"
LONGEST_WORD = 100


class Section(IntEnum):
    """Where a word stands in a search text; the order is that of weight."""

    TITLE = 0
    NAMES = 1
    PROSE = 2


def fold(text: str) -> str:
    """Return letters and digits without case and accents; all else is one space."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    kept = APOSTROPHES.sub("", plain.replace(UMLAUT, ""))
    spaced = "".join(letter if letter.isalnum() else " " for letter in kept)
    return " ".join(TWO_LETTERS.sub("", spaced).split())


def join_words(text: str) -> str:
    """Return the folded text as one word: Night-Ferry, Night Ferry → nightferry."""
    return fold(GAPS.sub("", text))


def make_search_text(title: str = "", names: Iterable[str] = (), prose: Iterable[str] = ()) -> str:
    """Return the three sections that the search tells apart, a space before each word.

    Names are other titles, characters and the like. Titles and names stand there as one word as
    well, and so does what is hyphenated in prose: a compound is found however it is written.
    """
    others = [name for name in names if name]
    texts = [text for text in prose if text]
    joined = [join_words(name) for name in (title, *others)]
    hyphenated = [fold_joined(match) for text in texts for match in HYPHENATED.findall(text)]
    named = _each_once([*(word for name in others for word in fold(name).split()), *joined])
    told = _each_once([*(word for text in texts for word in fold(text).split()), *hyphenated])
    begun = "".join(f" {word}" for word in fold(title).split())
    return f"{MARK}{begun}{TITLE_END}{named}{NAMES_END}{told}"


def words_of(search_text: str) -> dict[str, Section]:
    """Return each word of a search text with the best section that has it.

    A text that was folded in an older way has none.
    """
    if not search_text.startswith(MARK):
        return {}
    title, _end, rest = search_text.removeprefix(MARK).partition(TITLE_END)
    names, _end, prose = rest.partition(NAMES_END)
    sections = ((Section.PROSE, prose), (Section.NAMES, names), (Section.TITLE, title))
    return {word[:LONGEST_WORD]: section for section, text in sections for word in text.split()}


def fold_joined(text: str) -> str:
    """Return a hyphenated word without its hyphens, folded."""
    return fold(text.translate(dict.fromkeys(map(ord, HYPHENS))))


def _each_once(words: Iterable[str]) -> str:
    return "".join(f" {word[:LONGEST_WORD]}" for word in dict.fromkeys(words) if word)
