"""Films about which sources differ and nobody has decided."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desk.cockpit.records import titles_of
from desk.start.blocks import MOST, Block, Item, block_of
from editorial.rights import Act, may
from sources.marks.report import unsettled


def open_points(user: Any) -> Block | None:
    """Return the films with open points, the most first, for who may decide. Two queries."""
    if not may(user, Act.EDIT):
        return None
    found = unsettled().filter(open__gt=0).select_related("record").defer("points")
    rows = list(found.order_by("-open", "pk")[: MOST + 1])
    titles = titles_of(row.record for row in rows)
    items = (
        Item(
            titles.get(row.record_id, row.record.key),
            reverse("film_points", args=[row.record_id]),
            ngettext("%(count)d open point", "%(count)d open points", row.open)
            % {"count": row.open},
        )
        for row in rows
    )
    return block_of("points", _("What sources tell differently"), items)
