"""Addresses as machines want them: whole."""

from django.conf import settings


def absolute(url: str, origin: str = "") -> str:
    """Return an address of this site, or of `origin`, with its host; a foreign one as it is."""
    return f"{origin or settings.SITE_URL}{url}" if url.startswith("/") else url
