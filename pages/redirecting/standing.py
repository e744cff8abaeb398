"""What stands at an old address today: a redirect is asked only where the site has no answer."""

from django.urls import Resolver404, resolve

from editorial.fields import languages
from editorial.publishing.window import live_at
from pages.legal import find_legal
from pages.redirecting.following import load_rules
from pages.redirecting.rules import is_sound, loose_key


def is_shown(path: str) -> bool:
    """Tell whether a film, a text page or a legal page answers this path, or leads it on."""
    try:
        match = resolve(path)
    except Resolver404:
        return False
    if match.url_name != "address":
        return False
    language, below = match.kwargs["language"], match.kwargs["path"]
    shown = (one for code in languages() for one in live_at(code, below))
    return any(one.language == language for one in shown) or bool(find_legal(language, below))


def is_led(language: str, path: str) -> bool:
    """Tell whether a redirect names this very address, with a query or without, not one above."""
    key = loose_key(f"/{language}/{path}/")
    return any(is_sound(rule) and loose_key(rule.old_path) == key for rule in load_rules())
