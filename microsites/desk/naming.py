"""Addresses of pages: made of the title where the editor enters none, once in each language."""

from editorial.fields import column, languages
from editorial.models.base import make_key
from microsites.models import MicrositePage

LONGEST = MicrositePage._meta.get_field("slug").max_length or 60


def give_slugs(page: MicrositePage) -> None:
    """Fill empty addresses from the titles, different from those of the film's other pages."""
    for code in languages():
        name = column("slug", code)
        base = make_key(getattr(page, column("title", code)) or "")[: LONGEST - 3].strip("-")
        if getattr(page, name) or not base:
            continue
        taken = slugs_beside(page, code)
        slug, number = base, 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        setattr(page, name, slug)


def slugs_beside(page: MicrositePage, language: str) -> set[str]:
    """Return the addresses of the film's other pages in a language."""
    others = MicrositePage.objects.filter(film=page.film_id).exclude(pk=page.pk)
    found = others.values_list(column("slug", language), flat=True)
    return {slug for slug in found if slug}
