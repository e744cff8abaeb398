"""Addresses of pages: made of the title where the editor enters none, once in each language."""

from collections.abc import Iterable

from editorial.fields import column
from microsites.models import MicrositePage
from microsites.sheet.slugs import make_slug


def give_slugs(page: MicrositePage, codes: Iterable[str]) -> None:
    """Fill empty addresses in these languages, such as those of a translator, from the titles.

    They are different from those of the film's other pages.
    """
    for code in codes:
        name, title = column("slug", code), getattr(page, column("title", code)) or ""
        if title and not getattr(page, name):
            setattr(page, name, make_slug(title, slugs_beside(page, code)))


def slugs_beside(page: MicrositePage, language: str) -> set[str]:
    """Return the addresses of the film's other pages in a language."""
    others = MicrositePage.objects.filter(film=page.film_id).exclude(pk=page.pk)
    found = others.values_list(column("slug", language), flat=True)
    return {slug for slug in found if slug}
