"""Render a public page with what stands around it."""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from editorial.memory import renew
from editorial.names import own_name
from pages.chrome import LanguageItem, chrome_for


def render_page(
    request: HttpRequest,
    template: str,
    language: str,
    context: dict,
    languages: Iterable[tuple[str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render `template`. `languages` are (code, url) of the same page in other live languages.

    Left out, the switcher leads to the home pages of all live languages.
    """
    chrome = chrome_for(language)
    if languages is None:
        languages = [(code, reverse("home", args=[code])) for code in chrome.live_languages]
    addresses = dict(languages)
    switcher = [
        LanguageItem(code, own_name(code), addresses[code], code == language)
        for code, _name in settings.LANGUAGES
        if code in addresses
    ]
    canonical = settings.SITE_URL + request.path
    full = {
        **context,
        "chrome": chrome,
        "language": language,
        "switcher": switcher,
        "canonical_url": canonical,
        "site_url": settings.SITE_URL,
    }
    return render(request, template, full, status=status)


def open_window() -> None:
    """Begin a public request: what the process remembers must still be true."""
    renew()
