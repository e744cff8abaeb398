"""The billing block: the credits as they stand at the foot of a poster."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from films.billing import make_billing
from microsites.blocks.base import BlockKind
from microsites.sheet.objects import BlockSheet, MicrositeSheet


class Billing(BlockKind):
    key = "billing"
    label = _("Billing block")
    help = _("Companies, leads and crew in the order of the trade, from the record.")
    fields = ("heading",)
    is_from_record = True

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        billing = make_billing(site.film)
        return {"billing": billing} if billing else None
