"""The last words of pages' addresses: as entered, else made of the title in the same language.

The desk and the cockpit store what they make, so that a title that changes later moves nothing.
Rows that were written elsewhere, such as imported ones, have addresses all the same.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from editorial.models.base import make_key

# As long as the field of `MicrositePage` is.
LONGEST = 60
ROOM_FOR_NUMBER = 3


def name_slugs(
    rows: Iterable[Mapping[str, Any]], texts: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return the slug of each page by uuid: '' for the first, an identifier without a title.

    `texts` are those of the pages in one language, by uuid.
    """
    pages = [row["uuid"] for row in rows]
    found = {uuid: texts.get(uuid, {}).get("slug", "") for uuid in pages}
    taken = {slug for slug in found.values() if slug}
    for number, uuid in enumerate(pages):
        if number == 0:
            found[uuid] = ""
        elif not found[uuid]:
            found[uuid] = make_slug(texts.get(uuid, {}).get("title", ""), taken) or uuid[:8]
            taken.add(found[uuid])
    return found


def make_slug(title: str, taken: Collection[str]) -> str:
    """Return the title as the last word of an address that is not taken, '' if it has no letter."""
    base = make_key(title)[: LONGEST - ROOM_FOR_NUMBER].strip("-")
    slug, number = base, 2
    while slug and slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
