"""Slips of the keyboard in titles, forgiven when nothing else is found."""

from functools import partial

from django.db.models.functions import Left

from desk.search_page.question import Question
from editorial.memory import remember
from editorial.models import Publication
from editorial.spelling import MARK, NAMES_END
from pages.listing import listed_films
from people.spelling import distance

# Titles and names stand at the beginning of a search text.
HEAD = 600
# From how many letters on one of them may be wrong, and from how many two.
ONE_SLIP, TWO_SLIPS = 4, 9


def forgive(question: Question, language: str) -> Question | None:
    """Return the question with words of titles in place of misspelt ones; None if none is near."""
    known = remember(("title words", language), partial(_read, language))
    words = [_nearest(word, known) for word in question.words]
    if tuple(words) == question.words:
        return None
    return Question(question.text, tuple(dict.fromkeys(words)))


def _nearest(word: str, known: frozenset[str]) -> str:
    most = 0 if len(word) < ONE_SLIP else 1 if len(word) < TWO_SLIPS else 2
    if not most or word in known:
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
    films = listed_films(language)
    ids = [pk for film in films for pk in (film.title_id, film.facts_id)]
    heads = Publication.objects.filter(pk__in=ids).annotate(head=Left("search_text", HEAD))
    texts = heads.order_by().values_list("head", flat=True)
    words = (text.removeprefix(MARK).partition(NAMES_END)[0].split() for text in texts)
    return frozenset(word for listed in words for word in listed if len(word) >= ONE_SLIP)
