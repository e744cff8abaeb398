"""Pages that only the static site has: choice of language, search without a server, moved pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from desk.search_page.views import group_headings
from editorial.names import own_name
from films.front import front_page
from pages.chrome import chrome_for
from pages.rendering import open_window, render_page

SUGGESTED = 4


def index_address(language: str) -> str:
    """Return where the words of all pages of a language lie for the search."""
    return f"/{language}/search.json"


def missing_address(language: str) -> str:
    return f"/{language}/404.html"


def first_language() -> str:
    """Return the language of whatever is shown to everybody."""
    live = chrome_for(settings.LANGUAGE_CODE).live_languages
    usual = settings.LANGUAGE_CODE
    return usual if usual in live or not live else next(iter(live))


def entrance_page(request: HttpRequest) -> HttpResponse:
    """Offer the languages; a script takes that of the browser at once."""
    open_window()
    language = first_language()
    live = chrome_for(language).live_languages
    homes = [(code, own_name(code), reverse("home", args=[code])) for code in live]
    with translation.override(language):
        return render_page(request, "desk/static_site/entrance.html", language, {"homes": homes})


def search_page(request: HttpRequest, language: str) -> HttpResponse:
    """Show a search that a script answers from the index of the language."""
    open_window()
    codes = dict.fromkeys([*chrome_for(language).live_languages, language])
    others = [(code, reverse("search", args=[code])) for code in codes]
    with translation.override(language):
        context = {
            "index_url": index_address(language),
            "headings": group_headings(),
            "suggested": front_page(language).tiles[:SUGGESTED],
        }
        page = "desk/static_site/search.html"
        return render_page(request, page, language, context, others)


def moved_page(url: str, whole: str, language: str) -> bytes:
    """Return a page that leads on to `url`; `whole` is the same for search engines."""
    with translation.override(language):
        context = {"url": url, "whole": whole, "language": language}
        return render_to_string("desk/static_site/moved.html", context).encode()
