"""The top of a page: key art, title, tagline, where the film stands, what to do next."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from films.sheet import FilmSheet
from films.sheet.objects import PictureSheet
from microsites.blocks.base import BlockKind
from microsites.phases import Call
from microsites.sheet.objects import BlockSheet, MicrositeSheet
from pages.templatetags.site import hero_kind


class Hero(BlockKind):
    key = "hero"
    label = _("Top of the page")
    help = _(
        "Title, tagline and what is due, from the record. A text stands instead of the tagline, "
        "a picture instead of the main one, links instead of those that are due."
    )
    fields = ("text", "image")
    variants = (
        ("full", _("Picture over the full width")),
        ("beside", _("Picture beside the title")),
        ("quiet", _("Without a picture")),
    )
    entry_fields = ("title", "url", "kind", "ends_on")
    entries_label = _("Links of your own")
    is_from_record = True
    has_own_frame = True

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any]:
        film, form = site.film, self.variant_of(block)
        art = None if form == "quiet" else _key_art(block, film, form)
        if form == "full" and (art is None or hero_kind(art.picture) != "wide"):
            form = "beside" if art else "quiet"
        heroes = [other for other in site.page.blocks if other.kind == self.key]
        return {
            "form": form,
            "level": 1 if heroes[:1] == [block] else 2,
            "art": art,
            "title_art": _title_art(film),
            "tagline": block.text or film.tagline,
            "calls": _calls(block, site),
        }


def _key_art(block: BlockSheet, film: FilmSheet, form: str) -> PictureSheet | None:
    """Return the picture entered, else the one that fits: a poster only stands beside."""
    if block.picture:
        return block.picture
    return film.hero or film.poster if form == "full" else film.poster or film.hero


def _title_art(film: FilmSheet) -> PictureSheet | None:
    """Return the drawn title; letters of another language than the title's are none."""
    art = film.title_art
    shown = film.title.language or film.language
    return art if art and art.language in ("", shown) else None


def _calls(block: BlockSheet, site: MicrositeSheet) -> tuple[Call, ...]:
    entries = [entry for entry in block.entries if entry.url]
    own = tuple(Call(e.title.value or e.host, e.url, e.kind) for e in entries)
    return own or site.phase.calls
