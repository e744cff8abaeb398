"""Make the sheet of a microsite from a film's document, live or not."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone, translation

from editorial.kinds import Document
from films.sheet.build import fill_sheet, make_context
from films.sheet.context import Context
from films.sheet.profiles import make_profiles
from microsites.defaults import with_default_pages
from microsites.documents import wanted_by
from microsites.phases import Phase, aim_calls, entered_offers, find_phase, order_blocks
from microsites.sheet.blocks import is_shown, make_blocks, name_anchors
from microsites.sheet.objects import Background, MicrositeSheet, PageSheet
from microsites.sheet.slugs import name_slugs
from microsites.theming import ThemeSheet, make_theme

Row = dict[str, Any]
# (slug of a page, '' for the start page) -> its address
Address = Callable[[str], str]


def make_microsite(
    document: Document,
    language: str,
    address: Address,
    slug: str = "",
    *,
    host: str = "",
    today: date | None = None,
    number: int = 1,
    now: datetime | None = None,
) -> MicrositeSheet | None:
    """Return the microsite with the page of `slug`; None if there is no such page.

    A film whose editor has made no pages gets those of `microsites.defaults`. `today` is a day of
    the company's time zone. Falls back only to the languages that the document contains.
    """
    now = now or timezone.now()
    today = today or timezone.localdate(now)
    document = with_default_pages(document)
    rows = document["microsite_pages"]
    with translation.override(language):
        context = make_context(document, language, now, wanted_by(document))
        slugs = page_slugs(document, language)
        asked = next((row for row in rows if slugs[row["uuid"]] == slug), None)
        if asked is None:
            return None
        film = fill_sheet(context, now)
        profiles = make_profiles(context, now)
        phase = find_phase(film, today, entered=entered_offers(document, language, today))
        places = _places(document, slugs, address, asked["uuid"], phase, today)
        phase = aim_calls(phase, places)
        theme = make_theme(next(iter(document.get("theme", [])), None), context.lookups.images)
        pages = []
        for row in rows:
            blocks = make_blocks(context, film, row, profiles, phase, today) if row is asked else ()
            if row.get("follows_phase", True):
                blocks = tuple(order_blocks(blocks, phase))
            pages.append(
                PageSheet(
                    uuid=row["uuid"],
                    slug=slugs[row["uuid"]],
                    title=context.text("microsite_pages", row["uuid"], "title"),
                    url=address(slugs[row["uuid"]]),
                    is_home=slugs[row["uuid"]] == "",
                    is_in_menu=row.get("is_in_menu", True),
                    follows_phase=row.get("follows_phase", True),
                    blocks=blocks,
                    background=_background(context, row, theme),
                )
            )
        return MicrositeSheet(
            film=film,
            language=language,
            theme=theme,
            pages=tuple(pages),
            page=pages[rows.index(asked)],
            base=address(""),
            host=host,
            phase=phase,
            today=today,
            number=number,
            profiles={profile.slug: profile for profile in profiles.values() if profile.slug},
            has_old_site=bool(document.get("archived_sites")),
        )


def _places(
    document: Document,
    slugs: Mapping[str, str],
    address: Address,
    asked: str,
    phase: Phase,
    today: date,
) -> dict[str, str]:
    """Return where a block of each kind stands, by kind: on the page itself, if it has one."""
    places: dict[str, str] = {}
    for page in sorted(slugs, key=lambda uuid: uuid != asked):
        rows = [row for row in document.get("blocks", []) if row["page"] == page]
        anchors = name_anchors(rows)
        base = "" if page == asked else address(slugs[page])
        for row in rows:
            if is_shown(row, phase, today):
                places.setdefault(row["kind"], f"{base}#{anchors[row['uuid']]}")
    return places


def page_slugs(document: Document, language: str) -> dict[str, str]:
    """Return the slug of each page of the microsite in one language, by uuid; the start page ''."""
    document = with_default_pages(document)
    texts = document["texts"].get(language, {}).get("microsite_pages", {})
    return name_slugs(document["microsite_pages"], texts)


def _background(context: Context, row: Row, theme: ThemeSheet) -> Background:
    """Return the page's own background, else the theme's."""
    image = context.lookups.images.get(row.get("background_image", ""))
    own_colour = row.get("background_colour", "")
    return Background(
        colour=own_colour or theme.background_colour,
        # A page with a colour of its own and no picture hides that of the theme.
        picture=image.picture if image else (None if own_colour else theme.background_picture),
        mode=row.get("background_mode") or theme.background_mode,
    )


__all__ = ["make_microsite", "page_slugs"]
