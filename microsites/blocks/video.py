"""One of the film's videos, or all of them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from films.sheet.objects import TrailerSheet
from microsites.blocks.base import BlockKind
from microsites.sheet.objects import BlockSheet, MicrositeSheet


class Video(BlockKind):
    key = "video"
    label = _("Video")
    help = _("A trailer or clip of the film, with its subtitles; without a choice the first.")
    fields = ("heading", "text", "trailer")
    variants = (("one", _("One video")), ("all", _("All videos of the film")))
    leads_in = ("announced", "production")

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        videos = self._videos(block, site)
        return {"videos": videos} if videos else None

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        if block.trailer and self.variant_of(block) == "one":
            return block.trailer.title
        return ngettext("Trailer", "Trailers", len(self._videos(block, site)))

    def _videos(self, block: BlockSheet, site: MicrositeSheet) -> tuple[TrailerSheet, ...]:
        if self.variant_of(block) == "all":
            return site.film.trailers
        return (block.trailer,) if block.trailer else site.film.trailers[:1]
