"""Render a public page with what stands around it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from editorial.memory import renew
from editorial.names import own_name
from pages.alternates import make_alternates
from pages.chrome import LanguageItem, chrome_for
from pages.social import Card, social_locale


@dataclass(frozen=True)
class Home:
    """The address that search engines are told: scheme and host, paths by language, this path."""

    origin: str
    paths: Mapping[str, str]
    path: str


def render_page(
    request: HttpRequest,
    template: str,
    language: str,
    context: dict,
    languages: Iterable[tuple[str, str]] | None = None,
    status: int = 200,
    home: Home | None = None,
) -> HttpResponse:
    """Render `template`. `languages` are (code, url) of the same page in other live languages.

    Left out, the switcher leads to the home pages of all live languages. `context` may have
    `social` (a `Card`), `linked_data`, and `canonical_query`: what of the query makes the page
    another one. Everything else in it narrows or orders what stands under the address itself.
    `home` is where the page belongs if it is shown, or may be shown, at another address.
    """
    chrome = chrome_for(language)
    homes = {code: reverse("home", args=[code]) for code in chrome.live_languages}
    addresses = homes if languages is None else dict(languages)
    switcher = [
        LanguageItem(code, own_name(code), addresses[code], code == language)
        for code, _name in settings.LANGUAGES
        if code in addresses
    ]
    query = context.get("canonical_query", "")
    home = home or Home(settings.SITE_URL, addresses, request.path)
    canonical = home.origin + home.path + query
    # A page that leads to the home pages, such as an error, is not the same page in other words.
    is_same_page = home.paths.get(language) == home.path and not query and status == 200
    alternates = make_alternates(home.paths, home.origin) if is_same_page else ()
    full = {
        "social": Card(),
        **context,
        "chrome": chrome,
        "language": language,
        "switcher": switcher,
        "canonical_url": canonical,
        "site_url": settings.SITE_URL,
        "alternates": alternates,
        "locale": social_locale(language),
        "other_locales": [social_locale(item.code) for item in switcher if not item.is_current],
    }
    return render(request, template, full, status=status)


def page_query(number: int) -> str:
    """Return the query of a further page of a list, '' for the first."""
    return f"?page={number}" if number > 1 else ""


def open_window() -> None:
    """Begin a public request: what the process remembers must still be true."""
    renew()
