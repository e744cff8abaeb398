"""Where the pages of a microsite stand: below the film's address, or on a host of its own."""

from collections.abc import Mapping

from django.urls import reverse


def company_path(language: str, film: str, page: str) -> str:
    """Return the path on the company's site; `film` and `page` are slugs, '' the start page."""
    if page:
        return reverse("microsite_page", args=[language, film, page])
    return reverse("microsite", args=[language, film])


def host_path(language: str, page: str) -> str:
    """Return the path on a host of its own."""
    return f"/{language}/{page}/" if page else f"/{language}/"


def host_paths(slugs: Mapping[str, str]) -> dict[str, str]:
    """Return the paths of one page on a host, by language."""
    return {language: host_path(language, page) for language, page in slugs.items()}
