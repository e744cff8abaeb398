"""Where the film was shown and what it won, from the record."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from films.laurels.wording import choose_laurels
from films.run import make_run
from microsites.blocks.base import BlockKind
from microsites.choices import PhaseKey
from microsites.sheet.objects import BlockSheet, MicrositeSheet


class Festivals(BlockKind):
    key = "festivals"
    label = _("Festivals and awards")
    help = _("Laurels, and the way through the festivals by year, from the record.")
    fields = ("heading", "text", "amount")
    variants = (
        ("full", _("Laurels and list")),
        ("laurels", _("Laurels alone")),
        ("list", _("List alone")),
    )
    leads_in = (PhaseKey.FESTIVALS,)
    is_from_record = True

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        film, form = site.film, self.variant_of(block)
        prizes, premieres = choose_laurels(film)
        laurels = () if form == "list" else (prizes + premieres)[: block.amount or None]
        has_list = form != "laurels" and bool(make_run(film))
        if not laurels and not has_list:
            return None
        return {"laurels": laurels, "has_list": has_list}

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        if not site.film.awards:
            return gettext("Festivals")
        return gettext("Festivals and awards") if site.film.selections else gettext("Awards")
