"""Addresses of pages: made of the title where the editor enters none, once in each language."""

from collections.abc import Iterable

from editorial.fields import column, languages
from microsites.models import MicrositePage
from microsites.sheet.slugs import make_slug


def give_slugs(page: MicrositePage, codes: Iterable[str] = ()) -> None:
    """Fill empty addresses from the titles, different from those of the film's other pages.

    `codes`: the languages to be filled, such as those of a translator; all, if there are none.
    """
    for code in codes or languages():
        name, title = column("slug", code), getattr(page, column("title", code)) or ""
        if title and not getattr(page, name):
            setattr(page, name, make_slug(title, slugs_beside(page, code)))


def slugs_beside(page: MicrositePage, language: str) -> set[str]:
    """Return the addresses of the film's other pages in a language."""
    others = MicrositePage.objects.filter(film=page.film_id).exclude(pk=page.pk)
    found = others.values_list(column("slug", language), flat=True)
    return {slug for slug in found if slug}
