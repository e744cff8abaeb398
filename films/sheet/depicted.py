"""Who is to be seen on the pictures of a sheet."""

from collections.abc import Iterable

from assets.models import Image
from films.sheet.objects import NameSheet
from people.models import Depiction

Depicted = dict[int, tuple[NameSheet, ...]]


def read_depicted(images: Iterable[Image], with_pages: Iterable[int]) -> Depicted:
    """Return the people on each picture (record id) in their order. One query.

    `with_pages` are the people (record ids) whose names lead to their pages.
    """
    shown = [image.pk for image in images]
    if not shown:
        return {}
    linked = set(with_pages)
    rows = Depiction.objects.filter(image__in=shown).select_related("person__record")
    found: Depicted = {}
    for row in rows:
        slug = row.person.key if row.person_id in linked else ""
        name = NameSheet(row.person.name, "person", slug)
        found[row.image_id] = (*found.get(row.image_id, ()), name)
    return found
