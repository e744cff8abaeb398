"""Who looks for an address or a telephone number is led to the imprint, which has them."""

from django.utils import translation
from django.utils.translation import pgettext

from desk.search_page.question import Question
from editorial.fields import languages
from editorial.spelling import fold
from pages.legal import IMPRINT, legal_pages
from pages.listing import ListedPage


def find_contact(question: Question, language: str) -> ListedPage | None:
    """Return the imprint if the question asks for nothing but contact, in any language.

    It has no publication of its own (`title_id` 0) where the site itself makes it.
    """
    if not question or not set(question.words) <= _contact_words():
        return None
    page = next(page for page in legal_pages(language) if page.purpose == IMPRINT)
    return ListedPage(record_id=0, title_id=0, title=page.title, path=page.path)


def _contact_words() -> set[str]:
    words = set()
    for code in languages():
        with translation.override(code):
            said = pgettext("search words", "contact address phone telephone e-mail imprint")
            words |= set(fold(said).split())
    return words
