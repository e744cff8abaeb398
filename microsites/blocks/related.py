"""Other films of the house."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.models import Publication
from films.related import MOST, find_related
from microsites.blocks.base import BlockKind
from microsites.sheet.objects import BlockSheet, MicrositeSheet


class Related(BlockKind):
    key = "related"
    label = _("Further films")
    help = _("Up to three: those of the same people first, from the record.")
    fields = ("heading", "amount")
    usual_amount = MOST
    is_from_record = True

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        """Ask what is live: a film that is not yet has nothing to be related by."""
        live = Publication.objects.live(timezone.now())
        facts = list(live.filter(kind="film", language="", record__uuid=site.film.uuid))
        tiles = find_related(site.film, facts)[: block.amount] if facts else []
        return {"tiles": tiles} if tiles else None

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        return gettext("More films")
