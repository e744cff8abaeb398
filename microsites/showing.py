"""Render a microsite's page from its sheet: live, in a preview, on whichever host."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from editorial.texts import EMPTY, Text
from films.social import film_card
from microsites.blocks import BlockKind, find_kind
from microsites.sheet import MicrositeSheet
from microsites.sheet.objects import BlockSheet
from microsites.theming import stylesheet_url
from pages.rendering import Home, render_page


@dataclass(frozen=True)
class ShownBlock:
    """A block that has something to show. `heading` is the editor's or the usual one."""

    block: BlockSheet
    kind: BlockKind
    data: Mapping[str, Any]
    variant: str
    heading: Text


def show_blocks(site: MicrositeSheet) -> list[ShownBlock]:
    """Return the blocks of the page that have something to show, in their order."""
    shown = []
    for block in site.page.blocks:
        kind = find_kind(block.kind)
        data = kind.fill(block, site) if kind else None
        if kind is None or data is None:
            continue
        heading = block.heading or Text(kind.default_heading(block, site), site.language)
        shown.append(ShownBlock(block, kind, data, kind.variant_of(block), heading))
    return _without_echo(shown, site)


def _without_echo(shown: list[ShownBlock], site: MicrositeSheet) -> list[ShownBlock]:
    """Drop a usual heading that only repeats the title of the page right above it."""
    title = site.page.title.value.casefold()
    if not shown or shown[0].kind.has_own_frame or shown[0].block.heading:
        return shown
    first, *rest = shown
    is_echo = first.heading.value.casefold() == title
    return [replace(first, heading=EMPTY), *rest] if is_echo else shown


def _query(shown: list[ShownBlock]) -> str:
    """Return the query of the page of a long list that is shown, not of any that was asked for."""
    pagers = [block.data["pager"] for block in shown if "pager" in block.data]
    number = max((pager.number for pager in pagers), default=1)
    return f"?entries={number}" if number > 1 else ""


def render_microsite(
    request: HttpRequest,
    site: MicrositeSheet,
    others: list[tuple[str, str]],
    frame: Mapping[str, Any] | None = None,
    home: Home | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the page; `others` are (language, address) of it, `frame` that of a preview.

    `home` is its address on a host of its own. With another `status` than 200 it says that there
    is nothing.
    """
    blocks = show_blocks(site) if status == 200 else []
    kinds = sorted({shown.kind.key for shown in blocks})
    context = {
        "site": site,
        "film": site.film,
        "blocks": blocks,
        "has_top": any(shown.kind.has_own_frame for shown in blocks),
        "stylesheet": stylesheet_url(site.theme, kinds, site.page.background),
        "social": film_card(site.film),
        "canonical_query": _query(blocks),
        **(frame or {}),
    }
    template = "microsites/page.html" if status == 200 else "microsites/missing.html"
    return render_page(request, template, site.language, context, others, status, home)
