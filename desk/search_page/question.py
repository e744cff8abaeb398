"""What a visitor asks, cut to a sensible length and folded."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from editorial.spelling import fold

# Longer questions are cut: nobody types them, and they only cost time.
MAX_QUERY_LENGTH = 100
MAX_WORDS = 8
# Shorter words are found at the beginning of words only.
ANYWHERE_FROM = 4


@dataclass(frozen=True)
class Question:
    """The question as it was typed, and its folded words, each once."""

    text: str
    words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def phrase(self) -> str:
        return " ".join(self.words)


def clean_query(request: HttpRequest) -> str:
    """Return the question without control characters, cut to a sensible length."""
    text = request.GET.get("q", "")[: MAX_QUERY_LENGTH * 4]
    return " ".join("".join(c for c in text if c.isprintable()).split())[:MAX_QUERY_LENGTH]


def make_question(text: str) -> Question:
    return Question(text, tuple(dict.fromkeys(fold(text).split()))[:MAX_WORDS])


def is_sought_anywhere(word: str) -> bool:
    """Tell whether a word may stand inside another; scripts without spaces have no beginnings."""
    return len(word) >= ANYWHERE_FROM or not word.isascii()


def has_all(words: Iterable[str], folded: str) -> bool:
    """Tell whether a folded text, a space before each word, has all of these words."""
    return all(f" {word}" in folded or (is_sought_anywhere(word) and word in folded)
               for word in words)  # fmt: skip
