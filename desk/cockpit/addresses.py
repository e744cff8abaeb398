"""An address for a language that has just got a title, as the form makes one."""

from collections.abc import Iterable
from typing import Any

from editorial.fields import column
from editorial.kinds import kind_of
from editorial.models import Record
from editorial.models.base import make_key
from microsites.desk.naming import give_slugs
from microsites.models import MicrositePage
from pages.address_form import AddressFormMixin
from pages.addresses import slug_problem

# The part of a film's document that holds the pages of its microsite.
PAGES = "microsite_pages"


class _Check(AddressFormMixin):
    """The form's rule for addresses without a form."""

    def __init__(self, instance: Any) -> None:
        self.instance = instance


def give_address(record: Record, language: str) -> None:
    """Make the address of the title, if there is none yet and it is free."""
    row = kind_of(record.kind).model._default_manager.filter(pk=record.pk).first()
    name = column("slug", language)
    if row is None or not hasattr(row, name) or getattr(row, name):
        return
    slug = make_key(getattr(row, column("title", language)) or "")
    if not slug or slug_problem(slug):
        return
    if _Check(row).collision(language, slug, getattr(row, "parent", None)):
        return
    setattr(row, name, slug)
    row.save()


def give_slugs_of(pages: Iterable[str], language: str) -> None:
    """Make the addresses of pages of microsites, by uuid, in the language that was written."""
    for page in MicrositePage.objects.filter(uuid__in=list(pages)):
        give_slugs(page, [language])
        page.save()
