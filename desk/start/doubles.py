"""People who may be in twice."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from desk.start.blocks import MOST, Block, Item, block_of
from editorial.rights import Act, may
from people.doubles.finding import recall_doubles
from people.doubles.page import make_lines


def likely_doubles(user: Any) -> Block | None:
    """Return the pairs of people who may be one, for who may merge them.

    In a large office they are looked for on their own page only, which takes seconds.
    """
    if not may(user, Act.EDIT):
        return None
    lines = make_lines(recall_doubles(is_quick=True)[: MOST + 1])
    address = reverse("doubles")
    found = (
        Item(" – ".join(side.person.name for side in line.sides), address, line.likeness)
        for line in lines
    )
    return block_of("doubles", _("People who may be in twice"), found)
