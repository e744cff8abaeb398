"""Addresses as machines want them: whole."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse


def absolute(url: str) -> str:
    """Return an address of this site with its host; a foreign one as it is."""
    return f"{settings.SITE_URL}{url}" if url.startswith("/") else url


def site_path(name: str, *args: str) -> str:
    """Return the path of a named address, '' while the site has none of that name."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
