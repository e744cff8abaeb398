"""Imprint, privacy and accessibility as the site itself makes them: found by what they are called.

A page that somebody wrote is found by its words, as every other.
"""

from functools import partial

from desk.search_page.question import Question, has_all
from editorial.fields import languages
from editorial.memory import remember
from editorial.spelling import fold
from pages.legal import LegalPage, legal_pages, usual_word
from pages.listing import ListedPage

Words = tuple[tuple[ListedPage, str], ...]


def find_legal_pages(question: Question, language: str) -> list[ListedPage]:
    """Return the pages whose title, or address in any language, has all words.

    They have no publication of their own (`title_id` 0).
    """
    known = remember(("legal words", language), partial(_read, language))
    return [page for page, folded in known if has_all(question.words, folded)]


def _read(language: str) -> Words:
    made = (page for page in legal_pages(language) if page.is_made)
    return tuple((ListedPage(0, 0, page.title, page.path), _words_of(page)) for page in made)


def _words_of(page: LegalPage) -> str:
    names = [page.title, *(usual_word(page.purpose, code) for code in languages())]
    return "".join(f" {word}" for name in names for word in fold(name).split())
