"""Words of titles written otherwise, understood when nothing else is found.

Numbers in digits or words, other scripts and their transliterations, slips of the keyboard.
"""

from functools import partial
from itertools import pairwise

from django.db.models.functions import Left

from desk.search_page.question import Question
from editorial.memory import remember
from editorial.models import Publication
from editorial.spelling import MARK, NAMES_END
from pages.listing import live_films
from people.spelling import distance, sounds_of

# Titles and names stand at the beginning of a search text.
HEAD = 600
# From how many letters on one of them may be wrong, and from how many two.
ONE_SLIP, TWO_SLIPS = 4, 9
# One to twelve in digits and, folded, in the words of all languages that have any here.
NUMBERS = tuple(
    row.split()
    for row in (
        "1 one eins ein eine", "2 two zwei", "3 three drei", "4 four vier", "5 five funf",
        "6 six sechs", "7 seven sieben", "8 eight acht", "9 nine neun", "10 ten zehn",
        "11 eleven elf", "12 twelve zwolf",
    )
)  # fmt: skip


def forgive(question: Question, language: str) -> Question | None:
    """Return the question with words of titles in place of misspelt ones; None if none is near."""
    known = remember(("title words", language), partial(_read, language))
    words = [_nearest(word, known) for word in question.words]
    if tuple(words) == question.words:
        return None
    return Question(question.text, tuple(dict.fromkeys(words)))


def _nearest(word: str, known: frozenset[str]) -> str:
    if word in known:
        return word
    others = known & set(_other_numbers(word)) or _sounding(word, known)
    return min(others) if others else _corrected(word, known)


def _other_numbers(word: str) -> list[str]:
    """Return what else a number is written like: 4, four, vier."""
    return next((row for row in NUMBERS if word in row), [])


def _sounding(word: str, known: frozenset[str]) -> set[str]:
    """Return the words that sound like one in another script."""
    if word.isascii():
        return set()
    sounds = sounds_of(word)
    return {other for other in known if sounds & sounds_of(other)}


def _corrected(word: str, known: frozenset[str]) -> str:
    most = 0 if len(word) < ONE_SLIP else 1 if len(word) < TWO_SLIPS else 2
    if not most:
        return word
    letters = set(word)
    near = (
        other
        for other in known
        if abs(len(other) - len(word)) <= most and len(letters ^ set(other)) <= 2 * most
    )
    measured = min(((distance(word, other, most), other) for other in near), default=(most + 1, ""))
    return measured[1] if measured[0] <= most else word


def _read(language: str) -> frozenset[str]:
    """Return the words of all titles and of what stands beside them. One query."""
    titles = live_films(language)
    spoken = titles.values("record_id")
    live = Publication.objects.live().filter(kind="film", record__in=spoken)
    heads = live.filter(language__in=("", language)).annotate(head=Left("search_text", HEAD))
    texts = heads.order_by().values_list("head", flat=True)
    words = (text.removeprefix(MARK).partition(NAMES_END)[0].split() for text in texts.iterator())
    told = {word for listed in words for word in listed}
    # Two words of a title may be typed as one: weatherwoman.
    pairs = {
        f"{one}{other}"
        for title in titles.values_list("sort_title", flat=True)
        for one, other in pairwise(title.split())
    }
    return frozenset(word for word in told | pairs if len(word) >= ONE_SLIP or _other_numbers(word))
