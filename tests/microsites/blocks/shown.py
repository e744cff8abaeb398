"""Blocks as a page shows them, from what stands on the desk."""

import re
from datetime import date

from django.template.loader import render_to_string
from django.utils import translation

from editorial.documents import document_of
from films.models import Film
from microsites.sheet import MicrositeSheet, make_microsite
from microsites.showing import ShownBlock, show_blocks

TODAY = date(2026, 11, 21)


def site_of(film: Film, language: str = "en", **facts) -> MicrositeSheet:
    """Return the microsite of what stands on the desk, at `/ferry/`."""
    facts = {"today": TODAY, **facts}
    site = make_microsite(
        document_of(film.record), language, lambda slug: f"/ferry/{slug}", **facts
    )
    assert site is not None
    return site


def show(film: Film, kind: str, language: str = "en", **facts) -> ShownBlock | None:
    """Return the first block of a kind; None if it leaves no trace."""
    site = site_of(film, language, **facts)
    with translation.override(language):
        return next((block for block in show_blocks(site) if block.kind.key == kind), None)


def write(film: Film, kind: str, language: str = "en", **facts) -> str:
    """Return the inside of the first block of a kind."""
    site = site_of(film, language, **facts)
    with translation.override(language):
        block = next(block for block in show_blocks(site) if block.kind.key == kind)
        context = {
            "block": block.block,
            "data": block.data,
            "variant": block.variant,
            "site": site,
            "film": site.film,
            "language": language,
        }
        return render_to_string(block.kind.template, context)


def words(html: str) -> str:
    """Return the text of a piece of HTML on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())
