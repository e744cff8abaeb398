"""Finished pages that may name an erased person: they are made again when somebody asks."""

from collections.abc import Iterable

from desk.erasing.places import Erased, register_place
from pages.models import StoredPage


@register_place
def erase_pages(erased: Erased) -> Iterable[str]:
    """Throw all of them away; there is nothing to tell, since nothing is lost."""
    if not erased.is_dry_run:
        StoredPage.objects.all().delete()
    return ()
