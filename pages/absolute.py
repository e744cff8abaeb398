"""Addresses as machines want them: whole."""

from django.conf import settings


def absolute(url: str) -> str:
    """Return an address of this site with its host; a foreign one as it is."""
    return f"{settings.SITE_URL}{url}" if url.startswith("/") else url
